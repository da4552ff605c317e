import { isCommonWord } from '../../language/common-words.ts'
import type { Language } from '../../language/language.ts'
import type { Row } from '../../language/table.ts'
import { fold } from '../../text/fold.ts'
import { beginningOf, PhraseMatcher } from '../../text/phrase-matcher.ts'
import type { Tokens } from '../../text/tokens.ts'
import type { Vocabulary } from '../../text/vocabulary.ts'
import type { Draft } from '../rule.ts'

/** A pair of forms of one name. */
interface NamePair {
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
/** Marks that names have: an article may have them before its first name. */
const marks = "-'’(),.+"

export interface NameOptions {
  /** Are surnames told by themselves too? */
  readonly surnames?: boolean
  readonly contexts?: ReadonlyMap<string, NameContext>
  /** Names of the table that are no French forms. */
  readonly isLeftOut?: (source: string) => boolean
  /** Of two names that are one but for capitals and accents, the first counts: which is that? Default: the upper row. */
  readonly order?: (one: NamePair, two: NamePair) => number
}

/**
 * Reads a table of names (columns source and target) into phrases to match, each in its French spelling with and without
 * accents. At first only the words that they begin with: the rest is made for a word when an article has it.
 *
 * @param kind the column with the language of origin, or the kind of place or organisation
 */
export function compileNames(
  rows: readonly Row[],
  kind: string,
  homographs: ReadonlySet<string>,
  vocabulary: Vocabulary,
  options: NameOptions = {},
): PhraseMatcher<NameEntry> {
  for (const mark of marks) vocabulary.addMark(mark)
  return new NameCompiler(rows, kind, homographs, vocabulary, options).matcher
}

/** A name that begins with a word, and the one that was announced before it. */
interface Link {
  readonly row: number
  readonly part: NameEntry['part']
  readonly before: Link | undefined
}

class NameCompiler {
  readonly matcher: PhraseMatcher<NameEntry>
  readonly #rows: readonly Row[]
  readonly #kind: string
  readonly #homographs: ReadonlySet<string>
  readonly #options: NameOptions
  /** The last name announced for the word of an entry. */
  readonly #announced = new Map<number, Link>()
  readonly #expand = (entry: number): void => this.#addAll(entry)
  /** Words of the English forms, folded. */
  #english: Set<string> | undefined

  constructor(
    rows: readonly Row[],
    kind: string,
    homographs: ReadonlySet<string>,
    vocabulary: Vocabulary,
    options: NameOptions,
  ) {
    this.#rows = rows
    this.#kind = kind
    this.#homographs = homographs
    this.#options = options
    this.matcher = new PhraseMatcher<NameEntry>(vocabulary)
    for (let row = 0; row < rows.length; row++) {
      const { source = '', [kind]: own = '' } = rows[row] as Row
      this.#announce(source, row, 'whole')
      if (options.surnames !== true || !foreign.has(own)) continue
      const last = source.slice(source.lastIndexOf(' ') + 1)
      if (last.length >= shortestSurname && last.length < source.length) this.#announce(last, row, 'surname')
    }
  }

  #announce(name: string, row: number, part: NameEntry['part']): void {
    const word = beginningOf(name)
    // A name that begins with a number has no word to wait for.
    if (word === '') {
      for (const entry of this.#entriesOf(row, 'whole')) this.matcher.add(entry.phrase, entry.value)
      return
    }
    this.#file(word, row, part)
    const bare = fold(word)
    if (bare !== word) this.#file(bare, row, part)
  }

  #file(word: string, row: number, part: NameEntry['part']): void {
    const entry = this.matcher.addLater(word, this.#expand)
    this.#announced.set(entry, { row, part, before: this.#announced.get(entry) })
  }

  #addAll(entry: number): void {
    const rows: Record<NameEntry['part'], number[]> = { whole: [], surname: [] }
    for (let link = this.#announced.get(entry); link !== undefined; link = link.before)
      rows[link.part].unshift(link.row)
    this.#announced.delete(entry)
    const added = new Set<string>()
    const { order } = this.#options
    for (const part of ['whole', 'surname'] as const) {
      if (order !== undefined) rows[part].sort((one, two) => order(this.#pair(one), this.#pair(two)))
      for (const row of rows[part]) {
        for (const { key, phrase, value } of this.#entriesOf(row, part)) {
          if (added.has(key)) continue
          added.add(key)
          this.matcher.addLate(phrase, () => value)
        }
      }
    }
  }

  #pair(row: number): NamePair {
    const { source = '', target = '', [this.#kind]: kind = '' } = this.#rows[row] as Row
    return { source, target, kind }
  }

  #entriesOf(row: number, part: NameEntry['part']): { key: string; phrase: string; value: NameEntry }[] {
    const whole = this.#pair(row)
    if (whole.source === whole.target) return []
    const pair = part === 'whole' ? whole : surnameOf(whole)
    if (pair === undefined || this.#options.isLeftOut?.(pair.source) === true) return []
    return this.#spellings(pair, part)
  }

  /** The name as written, and without its accents. */
  #spellings(pair: NamePair, part: NameEntry['part']): { key: string; phrase: string; value: NameEntry }[] {
    const { source } = pair
    const folded = fold(source)
    const lower = source.toLowerCase()
    const single = !source.includes(' ') && !source.includes('-')
    const accented = folded !== lower
    const both = accented && folded !== fold(pair.target.split('|', 1)[0] as string)
    return (both ? [source, folded] : [source]).flatMap((phrase) => {
      const key = phrase === source ? lower : folded
      // “Al-Qaida”: without its accents the French form is one that English writes as well.
      if (!single && phrase !== source && this.#homographs.has(key)) return []
      const context = this.#options.contexts?.get(key)
      if (context !== undefined) return [{ key, phrase, value: { pair, part, homograph: true, context } }]
      const bare = phrase === folded || !accented
      const homograph =
        single &&
        (this.#homographs.has(key) || (bare && (folded.length < 4 || isCommonWord(folded) || this.#isEnglish(folded))))
      return [{ key, phrase, value: { pair, part, homograph } }]
    })
  }

  #isEnglish(word: string): boolean {
    if (this.#english === undefined) {
      this.#english = new Set()
      for (const { source, target = '' } of this.#rows) {
        if (source !== target) for (const part of fold(target).split(wordEnd)) this.#english.add(part)
      }
    }
    return this.#english.has(word)
  }
}

const shortestSurname = 5

/** The surname of a whole name, where it is another in English. */
function surnameOf(whole: NamePair): NamePair | undefined {
  const source = whole.source.split(' ')
  const target = whole.target.split(' ')
  const last = source.at(-1) ?? ''
  if (source.length < 2 || target.length < 2) return undefined
  if (/ (?:de|du|des|d'|d’)/u.test(whole.source) || /^(?:I|V|X)+$/u.test(last)) return undefined
  // “Béchir” alone is “Bashir”: the article of the whole name goes only where French has it too.
  const full = target.at(-1) ?? ''
  const surname = /^(?:al|el)-/iu.test(last) ? full : full.replace(/^(?:al|el|ben|bin)-/iu, '')
  return fold(last) === fold(surname) ? undefined : { source: last, target: surname, kind: whole.kind }
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
