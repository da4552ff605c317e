import { isUpper } from './characters.ts'
import { type Lexicon, Shape } from './lexicon.ts'
import type { PhraseHits } from './phrase-trie.ts'

export { Shape }

/** What a token is. Numbers, not names, so that a segment's tokens fit in typed arrays. */
export const TokenKind = {
  word: 1,
  number: 2,
  /** `’s` after a word. The word itself ends before it. */
  possessive: 3,
  /** A French elided article or pronoun before a word: `l’`, `d’`, `qu’`. */
  elision: 4,
  /** “ ” " « » „ ‘ ’ ' ‹ › ″ as a quotation mark; an apostrophe inside a word is part of the word. */
  quote: 5,
  /** [ ] ( ) { } */
  bracket: 6,
  /** – — − and the hyphen - (a hyphen between two words is a token of its own, touching both). */
  dash: 7,
  /** . ! ? … */
  stop: 8,
  /** , ; : */
  comma: 9,
  /** A web address, mail address, hashtag or user name: opaque to rules. */
  address: 10,
  /** Any other sign: % € / * • and so on. */
  sign: 11,
} as const
export type TokenKind = (typeof TokenKind)[keyof typeof TokenKind]

/**
 * The tokens of one segment, made once and shared by all rules. Spaces are not tokens.
 * Offsets are into the segment's prose. Index arguments outside the range answer as "nothing there".
 */
export class Tokens {
  readonly prose: string
  readonly count: number
  readonly kinds: readonly number[]
  readonly starts: readonly number[]
  readonly ends: readonly number[]
  /** Vocabulary entry of a word (looked up as written, else in lower case); 0 when no rule knows the word. */
  readonly entries: readonly number[]
  readonly shapes: readonly number[]
  /** 1 where a sentence starts. */
  readonly sentenceStarts: readonly number[]
  /** Numbers of words in the lexicon; 0 for what is no word. */
  readonly words: readonly number[]
  readonly lexicon: Lexicon
  /** What phrases stand in the segment, once someone has asked. */
  phrases: PhraseHits | undefined

  constructor(
    prose: string,
    count: number,
    lexicon: Lexicon,
    arrays: Pick<Tokens, 'kinds' | 'starts' | 'ends' | 'entries' | 'shapes' | 'sentenceStarts' | 'words'>,
  ) {
    this.prose = prose
    this.count = count
    this.kinds = arrays.kinds
    this.starts = arrays.starts
    this.ends = arrays.ends
    this.entries = arrays.entries
    this.shapes = arrays.shapes
    this.sentenceStarts = arrays.sentenceStarts
    this.words = arrays.words
    this.lexicon = lexicon
    this.phrases = undefined
  }

  kind(index: number): number {
    return index >= 0 && index < this.count ? (this.kinds[index] as number) : 0
  }
  start(index: number): number {
    return index < this.count ? (this.starts[index] as number) : this.prose.length
  }
  end(index: number): number {
    return index >= 0 ? (this.ends[index] as number) : 0
  }
  /** The token as written; empty outside the range. */
  text(index: number): string {
    if (index < 0 || index >= this.count) return ''
    const word = this.words[index] as number
    return word > 0 ? (this.lexicon.texts[word] as string) : this.prose.slice(this.starts[index], this.ends[index])
  }
  /** The token in lower case with ’ as '. */
  lower(index: number): string {
    if (index < 0 || index >= this.count) return ''
    const word = this.words[index] as number
    if (word > 0) return this.lexicon.lowers[word] as string
    const text = this.text(index)
    const lower = this.shapes[index] === Shape.lower ? text : text.toLowerCase()
    return lower.includes('’') ? lower.replaceAll('’', "'") : lower
  }
  /** Vocabulary entry; 0 for no word or an unknown one. */
  entry(index: number): number {
    return index >= 0 && index < this.count ? (this.entries[index] as number) : 0
  }
  shape(index: number): number {
    return index >= 0 && index < this.count ? (this.shapes[index] as number) : 0
  }
  isWord(index: number): boolean {
    return this.kind(index) === TokenKind.word
  }
  /** A word with a capital first letter (also ALL CAPS). */
  isCapitalised(index: number): boolean {
    return (
      this.kind(index) === TokenKind.word &&
      this.shape(index) !== Shape.lower &&
      isUpper(this.prose.charCodeAt(this.start(index)))
    )
  }
  /** Does white space of any kind stand before the token? */
  spaceBefore(index: number): boolean {
    return index > 0 && index < this.count && (this.ends[index - 1] as number) < (this.starts[index] as number)
  }
  spaceAfter(index: number): boolean {
    return this.spaceBefore(index + 1)
  }
  startsSentence(index: number): boolean {
    return index >= 0 && index < this.count && this.sentenceStarts[index] === 1
  }
  /** Index of the first token of the sentence that holds `index`. */
  sentenceStart(index: number): number {
    let at = Math.min(index, this.count - 1)
    while (at > 0 && this.sentenceStarts[at] !== 1) at--
    return Math.max(at, 0)
  }
  /** Index after the last token of the sentence that holds `index`. */
  sentenceEnd(index: number): number {
    let at = index + 1
    while (at < this.count && this.sentenceStarts[at] !== 1) at++
    return Math.min(at, this.count)
  }
  /** Index of the token that holds or follows the prose offset. */
  at(offset: number): number {
    let low = 0
    let high = this.count
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.ends[middle] as number) <= offset) low = middle + 1
      else high = middle
    }
    return low
  }
}
