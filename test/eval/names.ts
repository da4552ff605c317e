/**
 * Prints how well Stet knows names: each French form of the development tables (where they lie beside the checkout) in
 * several sentences; found, and the English form first. Then the people again without the table of people, by the
 * script of their language: what the rules of romanisation can tell of a name that nobody has written down. Then the
 * traps, which must not be marked.
 *
 *   pnpm eval:names            the tables
 *   pnpm eval:names --list     every miss and false alarm besides
 */
import { existsSync, readFileSync } from 'node:fs'
import { applyEdits, type Checker, createChecker } from '@stet/core'
import { percent } from './score.ts'

const folder = new URL('../../../shared/data/names/', import.meta.url)
const list = process.argv.includes('--list')
const checker = createChecker()
const sentences: readonly ((name: string) => string)[] = [
  (name) => `The minister spoke of ${name} on Tuesday.`,
  (name) => `It was ${name}’s decision, the newspaper said.`,
  (name) => `According to ${name}, the talks will go on.`,
]

function rows(file: string): string[][] {
  return readFileSync(new URL(file, folder), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t'))
}

/** The sentence after the first repair of each finding. */
function repaired(text: string): string {
  const { findings } = checker.check(text)
  let end = -1
  const edits = findings.flatMap((finding) => {
    const [fix] = finding.fixes
    if (fix === undefined || finding.start < end) return []
    end = finding.end
    return fix.edits
  })
  return applyEdits(text, edits).text
}

function measure(file: string): void {
  let total = 0
  let found = 0
  let right = 0
  const missed: string[] = []
  for (const [source = '', target = ''] of rows(file)) {
    if (source === 'fr' || target === '' || source === target) continue
    for (const sentence of sentences) {
      total++
      const text = sentence(source)
      const result = repaired(text)
      if (result !== text) found++
      if (result.toLowerCase() === sentence(target).toLowerCase()) right++
      else missed.push(`${source} → ${result === text ? 'not found' : result} (${target})`)
    }
  }
  console.log(
    `${file.padEnd(22)} found ${percent(found, total)}, the right form first ${percent(right, total)} of ${total}`,
  )
  if (list) console.log(missed.join('\n'))
}

/** Languages by the script that French and English romanise. */
const scripts: Readonly<Record<string, readonly string[]>> = {
  Cyrillic: 'ru uk be bg mk sr kk ky uz tg tk az ce os mn'.split(' '),
  Georgian: ['ka', 'ab'],
  Armenian: ['hy'],
  Greek: ['el'],
  'Arabic script': 'ar fa ps ku ur'.split(' '),
  Hebrew: ['he'],
}

/** The pack without the table of people. */
function withoutPeople(language: Checker['language']): Checker['language'] {
  return {
    code: language.code,
    table: (name: string) => (name === 'people' ? [] : language.table(name)),
    list: (name: string) => language.list(name),
    words: () => language.words(),
  } as unknown as Checker['language']
}

/** How often the rules alone know a name, and the place of the right form among what they offer. */
function measureRomanisation(file: string): void {
  const nameForm = checker.rules.find(({ id }) => id === 'name-form')
  if (nameForm === undefined) throw new Error('There is no rule name-form')
  const alone = createChecker({
    rules: [{ ...nameForm, prepare: (language, words) => nameForm.prepare(withoutPeople(language), words) }],
    minConfidence: 0.05,
    translated: true,
  })
  let names = 0
  let best = 0
  for (const [script, languages] of Object.entries(scripts)) {
    let total = 0
    let found = 0
    let first = 0
    let third = 0
    const missed: string[] = []
    for (const [source = '', target = '', origin = ''] of rows(file)) {
      if (source === target || !languages.includes(origin)) continue
      const [sentence] = sentences as [(name: string) => string]
      const text = sentence(source)
      const wanted = sentence(target).toLowerCase()
      const { findings } = alone.check(text)
      total++
      if (findings.length > 0) found++
      const forms = (at: number): string =>
        applyEdits(
          text,
          findings.flatMap(({ fixes }) => (fixes[at] ?? fixes[0])?.edits ?? []),
        ).text.toLowerCase()
      const place = [0, 1, 2].findIndex((at) => forms(at) === wanted)
      if (place === 0) first++
      if (place >= 0) third++
      else missed.push(`${source} → ${findings.length === 0 ? 'not found' : forms(0)} (${target})`)
    }
    console.log(
      `  ${script.padEnd(20)} found ${percent(found, total)}, right first ${percent(first, total)}, among three ${percent(third, total)} of ${total}`,
    )
    if (list) console.log(missed.join('\n'))
    names += total
    best += first
  }
  console.log(`  ${'all scripts'.padEnd(20)} right first ${percent(best, names)} of ${names}`)
}

if (!existsSync(folder)) {
  console.log('The development names do not lie beside this checkout: nothing to measure')
} else {
  for (const file of ['persons.dev.tsv', 'places.dev.tsv', 'organisations.dev.tsv']) measure(file)
  console.log('people without the table of people, by rules and given names alone')
  measureRomanisation('persons.dev.tsv')
  const traps = rows('traps.dev.tsv')
  const alarms = traps.filter(
    ([trap = '']) => checker.check(`The minister spoke of ${trap} on Tuesday.`).findings.length > 0,
  )
  console.log(
    `${'traps'.padEnd(22)} marked ${alarms.length} of ${traps.length} (${percent(alarms.length, traps.length)})`,
  )
  if (list) console.log(alarms.map(([trap, why]) => `${trap}: ${why}`).join('\n'))
}
