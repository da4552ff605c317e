import { fold } from '../text/fold.ts'
import { TokenKind, type Tokens } from '../text/tokens.ts'
import { isEnglishWord } from './english-words.ts'
import type { Language } from './language.ts'

interface Entry {
  readonly targets: readonly string[]
  /** Is the form an English word too, and so no sign of French by itself? Or is it one only without its accents? */
  readonly english: '' | 'also' | 'unaccented'
}

/** What the glossary makes of a stretch of tokens. */
export interface Translation {
  /** English renderings, best first; empty where a word is unknown. */
  readonly targets: readonly string[]
  /** Number of pieces that are French and nothing else. */
  readonly signs: number
  /** One entry of the glossary with one meaning. */
  readonly exact: boolean
}

/** French endings whose English is regular; the longest first. Source: the regular cognates of any French–English grammar. */
const cognates: readonly (readonly [RegExp, string, boolean])[] = [
  [/^([a-z]{2,})isations?$/u, 'ization', true],
  [/^([a-z]{3,})iques?$/u, 'ic', true],
  [/^([a-zé]{3,})ité$/u, 'ity', true],
  [/^([a-z]{3,})isme$/u, 'ism', true],
  [/^([a-zé]{3,})if$/u, 'ive', true],
  [/^([a-zé]{3,}t)eur$/u, 'or', true],
  [/^([a-zé]{3,})eux$/u, 'ous', true],
  [/^([a-zé]{3,})aire$/u, 'ary', true],
  [/^([a-z]{3,})(tion|sion|ence|ance|able|ible|age)$/u, '', false],
]
/** Nouns that take the article in French and none in English: abstractions. */
const abstract = /(?:ization|ity|ism|tion|ence|ance)$/u
/** Words with accents that English borrowed and keeps. */
const borrowed = new Set(
  'café cafés cliché clichés fiancé fiancée naïve façade façades résumé protégé protégée exposé communiqué communiqués née décor début élite élan émigré émigrés rôle soirée touché déjà vu à la crème brûlée entrée pâté purée sauté séance cortège détente coup d état attaché attachés divorcé divorcée'.split(
    ' ',
  ),
)
const elisions: Readonly<Record<string, string>> = { l: 'the ', d: 'of ', qu: 'that ' }
const particles = new Set(['le', 'la', 'les', 'de', 'du', 'des', 'd', 'l'])

/** The English of a French word, best first; undefined where it is none, or an English word too. */
export type UnlistedWords = (word: string) => readonly string[] | undefined

/** The pack's dictionary of what stays behind in brackets and in the running text. */
export class Glossary {
  readonly #entries = new Map<string, Entry>()
  /** By the form without accents, for copy that dropped them. */
  readonly #folded = new Map<string, Entry>()
  #longest = 1

  readonly #english: UnlistedWords | undefined

  /** @param english what knows words that are not in the table */
  constructor(language: Language, english?: UnlistedWords) {
    this.#english = english
    for (const row of language.table('glossary')) {
      const { source = '', target = '', english = '' } = row
      const entry = { targets: target.split('|'), english: english as Entry['english'] }
      this.#entries.set(source, entry)
      if (!this.#folded.has(fold(source))) this.#folded.set(fold(source), entry)
      this.#longest = Math.max(this.#longest, source.split(/[ '-]/u).length * 2)
    }
  }

  /** The entry of a word or phrase in any case; accents may be missing. */
  get(phrase: string): Entry | undefined {
    const lower = phrase.toLowerCase().replaceAll('’', "'")
    return this.#entries.get(lower) ?? this.#folded.get(fold(lower))
  }

  /** Is this a French word and no English one? */
  isFrench(word: string): boolean {
    const entry = this.get(word)
    return entry !== undefined && isSign(entry, word)
  }

  /** Single words that are French and no English, lower case, with and without their accents. */
  *words(): Generator<string> {
    for (const [source, entry] of this.#entries) {
      if (/[\s'-]/u.test(source) || entry.english === 'also') continue
      yield source
      const folded = fold(source)
      if (folded !== source && entry.english !== 'unaccented') yield folded
    }
  }

  /** French words whose English is `target`. */
  *sourcesOf(target: string): Generator<string> {
    for (const [source, entry] of this.#entries) if (entry.targets.includes(target)) yield source
  }

  /** Renders tokens `from` up to `to` in English, as well as a glossary can. */
  translate(tokens: Tokens, from: number, to: number): Translation {
    let texts: string[] = ['']
    let signs = 0
    let pieces = 0
    let known = true
    let single = true
    for (let index = from; index < to; ) {
      const space = index > from && tokens.spaceBefore(index) ? ' ' : ''
      const piece = this.#longestAt(tokens, index, to)
      pieces++
      if (piece === undefined) {
        const word = tokens.text(index)
        const kind = tokens.kind(index)
        const unlisted = kind === TokenKind.word ? this.#english?.(word) : undefined
        if (unlisted !== undefined) {
          signs++
          if (unlisted.length > 0) texts = texts.flatMap((text) => unlisted.map((target) => text + space + target))
          else known = false
          if (unlisted.length > 1) single = false
          index++
          continue
        }
        const elided = kind === TokenKind.elision ? elisions[word.slice(0, -1).toLowerCase()] : word
        const rendered =
          kind === TokenKind.word
            ? renderUnknown(word)
            : { text: elided ?? word, sign: false, known: elided !== undefined }
        if (rendered.sign) signs++
        if (!rendered.known) known = false
        texts = texts.map((text) => text + space + rendered.text)
        index++
        continue
      }
      const { entry, end } = piece
      const particle = end === index + 1 && particles.has(tokens.lower(index).replace("'", ''))
      if (
        isSign(entry, tokens.prose.slice(tokens.start(index), tokens.end(end - 1))) &&
        !(particle && tokens.isCapitalised(end))
      )
        signs++
      if (entry.targets.length > 1) single = false
      const first = tokens.isCapitalised(index)
      texts = texts.flatMap((text) =>
        entry.targets.map(
          (target) => text + space + (first ? target.charAt(0).toUpperCase() + target.slice(1) : target),
        ),
      )
      if (tokens.kind(end - 1) === TokenKind.elision) texts = texts.map((text) => `${text} `)
      index = end
    }
    texts = withoutArticle(texts)
    return { targets: known ? texts.slice(0, 4) : [], signs, exact: known && single && pieces === 1 }
  }

  #longestAt(tokens: Tokens, from: number, to: number): { entry: Entry; end: number } | undefined {
    for (let end = Math.min(to, from + this.#longest); end > from; end--) {
      const entry = this.get(tokens.prose.slice(tokens.start(from), tokens.end(end - 1)).replace(/\s+/gu, ' '))
      if (entry !== undefined) return { entry, end }
    }
    return undefined
  }
}

function isSign({ english }: Entry, actual: string): boolean {
  return english === '' || (english === 'unaccented' && /[^ -~’]/u.test(actual))
}

function renderUnknown(word: string): { text: string; sign: boolean; known: boolean } {
  if (/^\p{Lu}/u.test(word)) return { text: word, sign: false, known: true }
  for (const [pattern, ending, sign] of cognates) {
    const match = pattern.exec(word)
    if (match === null) continue
    const text = ending === '' ? word : fold(match[1] as string) + ending
    // “indique” is no “indic”.
    if (sign && !isEnglishWord(text)) continue
    return { text, sign, known: true }
  }
  const accented = /[à-öø-ÿœ]/u.test(word) && !borrowed.has(word)
  return { text: word, sign: accented, known: false }
}

/** “of the mobilization” is rather “of mobilization”. */
function withoutArticle(texts: readonly string[]): string[] {
  return texts.flatMap((text) => {
    const match = /^(.*)\bthe ([a-z]+)$/u.exec(text)
    return match === null || !abstract.test(text) ? [text] : [`${match[1]}${match[2]}`, text]
  })
}
