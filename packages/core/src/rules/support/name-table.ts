import { isCommonWord } from '../../language/common-words.ts'
import type { Language } from '../../language/language.ts'
import { fold } from '../../text/fold.ts'
import { PhraseMatcher } from '../../text/phrase-matcher.ts'
import type { Tokens } from '../../text/tokens.ts'
import type { Vocabulary } from '../../text/vocabulary.ts'
import type { Draft } from '../rule.ts'

/** A pair of forms of one name. */
export interface NamePair {
  readonly source: string
  readonly target: string
  /** Language of origin, or kind of place or organisation. */
  readonly kind: string
}

/** What a French form may become, as the tables have it. */
export interface NameEntry {
  readonly pair: NamePair
  /** The whole name stands in the table, or only its surname. */
  readonly part: 'whole' | 'surname'
  /** The form is an English word or name too. */
  readonly homograph: boolean
  /** Where a homograph counts all the same. */
  readonly context?: NameContext
}

/** What stands around a homograph that is a foreign place: see `names-in-context.tsv`. */
export type NameContext = 'loose' | 'strict' | 'article' | 'river' | 'weak'

/** Families whose given names tell the nationality, so that a French form in front of any surname is a sign. */
export const slavicOrCaucasian: ReadonlySet<string> = new Set('ru uk be bg mk ka hy ce kk ky uz tk tg az os'.split(' '))
/** Languages whose surnames are known by themselves; Latin, Italian and English ones are anybody’s. */
const foreign: ReadonlySet<string> = new Set([...slavicOrCaucasian, 'ar', 'fa', 'he', 'ku', 'ps'])
const wordEnd = /[ |-]/u

/** Reads a table of names into phrases to match, each in its French spelling with and without accents. */
export function compileNames(
  rows: Iterable<NamePair>,
  homographs: ReadonlySet<string>,
  vocabulary: Vocabulary,
  options: { surnames?: boolean; contexts?: ReadonlyMap<string, NameContext> } = {},
): PhraseMatcher<NameEntry> {
  const matcher = new PhraseMatcher<NameEntry>(vocabulary)
  const pairs = [...rows].filter(({ source, target }) => source !== target && source !== '')
  const english = new Set<string>()
  for (const { target } of pairs) for (const word of fold(target).split(wordEnd)) english.add(word)
  const added = new Set<string>()
  const add = (source: string, entry: Omit<NameEntry, 'homograph' | 'context'>): void => {
    const folded = fold(source)
    const lower = source.toLowerCase()
    const single = !source.includes(' ') && !source.includes('-')
    const accented = folded !== lower
    const both = accented && folded !== fold(entry.pair.target.split('|', 1)[0] as string)
    for (const phrase of both ? [source, folded] : [source]) {
      const key = phrase === source ? lower : folded
      // “Al-Qaida”: without its accents the French form is one that English writes as well.
      if (added.has(key) || (!single && phrase !== source && homographs.has(key))) continue
      added.add(key)
      const bare = phrase === folded || !accented
      const homograph =
        single && (homographs.has(key) || (bare && (isCommonWord(folded) || english.has(folded) || folded.length < 4)))
      const context = options.contexts?.get(key)
      matcher.add(phrase, context === undefined ? { ...entry, homograph } : { ...entry, homograph: true, context })
    }
  }
  for (const pair of pairs) add(pair.source, { pair, part: 'whole' })
  if (options.surnames) {
    for (const pair of pairs) {
      if (!foreign.has(pair.kind)) continue
      const source = pair.source.split(' ')
      const target = pair.target.split(' ')
      const last = source.at(-1) ?? ''
      if (
        source.length < 2 ||
        target.length < 2 ||
        last.length < 5 ||
        / (?:de|du|des|d'|d’)/u.test(pair.source) ||
        /^(?:I|V|X)+$/u.test(last)
      )
        continue
      // “Béchir” alone is “Bashir”: the article of the whole name goes only where French has it too.
      const full = target.at(-1) ?? ''
      const surname = /^(?:al|el)-/iu.test(last) ? full : full.replace(/^(?:al|el|ben|bin)-/iu, '')
      if (fold(last) === fold(surname)) continue
      add(last, { pair: { source: last, target: surname, kind: pair.kind }, part: 'surname' })
    }
  }
  return matcher
}

/** The pack’s names that are never told alone, in lower case, as written and without accents. */
export function homographsOf(language: Language): ReadonlySet<string> {
  return new Set(language.list('homographs').flatMap((name) => [name.toLowerCase(), fold(name)]))
}

/** What must stand around a homograph, by its form in lower case. */
export function contextsOf(language: Language): ReadonlyMap<string, NameContext> {
  return new Map(
    language
      .table('names-in-context')
      .map(({ source = '', context = '' }) => [source.toLowerCase(), context as NameContext]),
  )
}

/** The drafts for all names of the table, none inside another. Token indexes that a draft covers go into `taken`. */
export function* tableDrafts(
  matcher: PhraseMatcher<NameEntry>,
  tokens: Tokens,
  draftOf: (tokens: Tokens, from: number, to: number, entry: NameEntry) => Draft | undefined,
  taken = new Set<number>(),
): Generator<Draft> {
  let done = -1
  for (const from of matcher.starts(tokens)) {
    if (from <= done) continue
    const match = matcher.match(tokens, from)
    const entry = match?.values[0]
    const draft = match === undefined || entry === undefined ? undefined : draftOf(tokens, from, match.end, entry)
    if (match === undefined || draft === undefined) continue
    done = match.end - 1
    for (let index = from; index < match.end; index++) taken.add(index)
    yield draft
  }
}
