/**
 * Prints rows for languages/fr/places.tsv that the table lacks: places whose French name is not the English one, from
 * CLDR (territories, cities of the time zones) and GeoNames. A person reads them before they go in: both know names
 * that no newspaper uses.
 *
 *   npm pack cldr-localenames-full cldr-dates-full        unpacked into FOLDER/cldr-localenames-full, …
 *   apt-get download libgeonames-common                   unpacked into FOLDER/geonames
 *   pnpm --filter @stet/core places FOLDER
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import gettext from 'gettext-parser'
import { isCommonWord } from '../src/language/common-words.ts'
import { loadLanguage } from '../src/language/language.ts'
import { fold } from '../src/text/fold.ts'

const folder = process.argv[2] ?? ''
if (!existsSync(folder)) {
  console.error('Say the folder with cldr-localenames-full, cldr-dates-full and geonames')
  process.exit(2)
}

interface Pair {
  readonly source: string
  readonly target: string
  readonly kind: string
  readonly from: string
}

/** All strings of a JSON value with their paths. */
function* leaves(value: unknown, path = ''): Generator<[string, string]> {
  if (typeof value === 'string') yield [path, value]
  else if (typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value)) yield* leaves(inner, `${path}/${key}`)
}

function* fromCldr(): Generator<Pair> {
  for (const [file, wanted, kind] of [
    ['cldr-localenames-full/main/LANG/territories.json', /\/territories\//u, 'country'],
    ['cldr-dates-full/main/LANG/timeZoneNames.json', /\/exemplarCity/u, 'city'],
  ] as const) {
    const read = (code: string): Map<string, string> => {
      const json = JSON.parse(readFileSync(join(folder, file.replace('LANG', code)), 'utf8'))
      return new Map(leaves(json.main[code]))
    }
    const english = read('en')
    for (const [path, source] of read('fr')) {
      const target = english.get(path)
      if (target !== undefined && wanted.test(path)) yield { source, target, kind, from: 'CLDR' }
    }
  }
}

function* fromGeonames(): Generator<Pair> {
  const read = (code: string): Map<string, string> => {
    const bytes = readFileSync(join(folder, `geonames/usr/share/locale/${code}/LC_MESSAGES/geonames.mo`))
    const { translations } = gettext.mo.parse(bytes)
    return new Map(Object.entries(translations['']).map(([id, { msgstr }]) => [id, msgstr[0] ?? '']))
  }
  const english = read('en')
  for (const [id, source] of read('fr')) {
    const target = english.get(id)
    if (id !== '' && target !== undefined) yield { source, target, kind: 'city', from: 'GeoNames' }
  }
}

const known = new Set(
  loadLanguage('fr')
    .table('places')
    .map(({ source = '' }) => source.toLowerCase()),
)
const pairs = [...fromCldr(), ...fromGeonames()]
const english = new Set(pairs.map(({ target }) => fold(target)))
const rows = new Set<string>()
for (const { source, target, kind, from } of pairs) {
  const bare = source.normalize('NFC').replace(/’/gu, "'")
  if (fold(bare) === fold(target) && !/[éèêëïôûç]/u.test(bare)) continue
  if (bare.toLowerCase() === target.toLowerCase() || known.has(bare.toLowerCase())) continue
  if (!/^[\p{Script=Latin}' -]+$/u.test(bare) || isCommonWord(fold(bare)) || english.has(bare.toLowerCase())) continue
  rows.add([bare, target, kind, from].join('\t'))
}
console.log([...rows].sort((one, two) => one.localeCompare(two, 'fr')).join('\n'))
