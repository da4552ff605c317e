import { abbreviations, abbreviationsOfNumbers, daysAndMonths, elided, sentenceOpeners } from './abbreviations.ts'
import { Char, classes, isUpper } from './characters.ts'
import type { Vocabulary } from './vocabulary.ts'

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

/** How a word is written. */
export const Shape = { lower: 0, capital: 1, upper: 2, mixed: 3 } as const
export type Shape = (typeof Shape)[keyof typeof Shape]

/**
 * The tokens of one segment, made once and shared by all rules. Spaces are not tokens.
 * Offsets are into the segment's prose. Index arguments outside the range answer as "nothing there".
 */
export class Tokens {
  readonly prose: string
  readonly count: number
  readonly kinds: Uint8Array
  readonly starts: Int32Array
  readonly ends: Int32Array
  /** Vocabulary entry of a word (looked up as written, else in lower case); 0 when no rule knows the word. */
  readonly entries: Int32Array
  readonly shapes: Uint8Array
  /** 1 where a sentence starts. */
  readonly sentenceStarts: Uint8Array

  constructor(
    prose: string,
    count: number,
    arrays: Pick<Tokens, 'kinds' | 'starts' | 'ends' | 'entries' | 'shapes' | 'sentenceStarts'>,
  ) {
    this.prose = prose
    this.count = count
    this.kinds = arrays.kinds
    this.starts = arrays.starts
    this.ends = arrays.ends
    this.entries = arrays.entries
    this.shapes = arrays.shapes
    this.sentenceStarts = arrays.sentenceStarts
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
    return index >= 0 && index < this.count ? this.prose.slice(this.starts[index], this.ends[index]) : ''
  }
  /** The token in lower case with ’ as '. */
  lower(index: number): string {
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

export function tokenize(prose: string, vocabulary: Vocabulary): Tokens {
  return new Tokenizer(prose, vocabulary).run()
}

class Tokenizer {
  readonly #prose: string
  readonly #vocabulary: Vocabulary
  #capacity: number
  #kinds: Uint8Array
  #starts: Int32Array
  #ends: Int32Array
  #entries: Int32Array
  #shapes: Uint8Array
  #sentences: Uint8Array
  #count = 0
  #sentencePending = true

  constructor(prose: string, vocabulary: Vocabulary) {
    this.#prose = prose
    this.#vocabulary = vocabulary
    this.#capacity = Math.max(8, (prose.length >> 2) + 8)
    this.#kinds = new Uint8Array(this.#capacity)
    this.#starts = new Int32Array(this.#capacity)
    this.#ends = new Int32Array(this.#capacity)
    this.#entries = new Int32Array(this.#capacity)
    this.#shapes = new Uint8Array(this.#capacity)
    this.#sentences = new Uint8Array(this.#capacity)
  }

  run(): Tokens {
    const prose = this.#prose
    const length = prose.length
    let at = 0
    while (at < length) {
      const kind = classes[prose.charCodeAt(at)] as number
      if (kind === Char.space) at++
      else if (kind === Char.letter) at = this.#word(at)
      else if (kind === Char.digit) at = this.#number(at)
      else at = this.#mark(at, kind)
    }
    const count = this.#count
    return new Tokens(prose, count, {
      kinds: this.#kinds.subarray(0, count),
      starts: this.#starts.subarray(0, count),
      ends: this.#ends.subarray(0, count),
      entries: this.#entries.subarray(0, count),
      shapes: this.#shapes.subarray(0, count),
      sentenceStarts: this.#sentences.subarray(0, count),
    })
  }

  #push(kind: number, start: number, end: number, entry: number, shape: number): void {
    if (this.#count === this.#capacity) this.#grow()
    const index = this.#count++
    this.#kinds[index] = kind
    this.#starts[index] = start
    this.#ends[index] = end
    this.#entries[index] = entry
    this.#shapes[index] = shape
    if (this.#sentencePending) this.#sentences[index] = 1
    this.#sentencePending = false
  }

  #grow(): void {
    this.#capacity *= 2
    const larger = <T extends Uint8Array | Int32Array>(old: T, fresh: T): T => {
      fresh.set(old)
      return fresh
    }
    this.#kinds = larger(this.#kinds, new Uint8Array(this.#capacity))
    this.#starts = larger(this.#starts, new Int32Array(this.#capacity))
    this.#ends = larger(this.#ends, new Int32Array(this.#capacity))
    this.#entries = larger(this.#entries, new Int32Array(this.#capacity))
    this.#shapes = larger(this.#shapes, new Uint8Array(this.#capacity))
    this.#sentences = larger(this.#sentences, new Uint8Array(this.#capacity))
  }

  #word(start: number): number {
    const prose = this.#prose
    const length = prose.length
    let at = start + 1
    for (;;) {
      while (at < length && (classes[prose.charCodeAt(at)] as number) === Char.letter) at++
      if (at + 1 >= length || (classes[prose.charCodeAt(at)] as number) !== Char.apostrophe) break
      const after = prose.charCodeAt(at + 1)
      if ((classes[after] as number) !== Char.letter) break
      if ((after === 115 || after === 83) && !this.#letterAt(at + 2)) {
        this.#pushWord(start, at)
        this.#push(TokenKind.possessive, at, at + 2, 0, 0)
        return at + 2
      }
      if (at - start <= 7 && elided.has(prose.slice(start, at).toLowerCase()) && !this.#isContraction(at)) {
        this.#push(
          TokenKind.elision,
          start,
          at + 1,
          this.#vocabulary.lookup(prose.slice(start, at).toLowerCase()),
          this.#shapeOf(start, at),
        )
        return at + 1
      }
      at++
    }
    if (this.#isAddress(start, at)) return this.#address(start, at)
    this.#pushWord(start, at)
    return at
  }

  #letterAt(at: number): boolean {
    return at < this.#prose.length && (classes[this.#prose.charCodeAt(at)] as number) === Char.letter
  }

  /** `t’s` is no contraction, but `d’you`, `’tis` and the like are English. */
  #isContraction(apostrophe: number): boolean {
    const prose = this.#prose
    const next = prose.slice(apostrophe + 1, apostrophe + 4).toLowerCase()
    return next === 'you' || next === 'ye'
  }

  #pushWord(start: number, end: number): void {
    const shape = this.#shapeOf(start, end)
    const text = this.#prose.slice(start, end)
    const vocabulary = this.#vocabulary
    const entry = shape === Shape.lower ? vocabulary.lookup(text) : vocabulary.lookup(text.toLowerCase())
    this.#push(TokenKind.word, start, end, entry, shape)
  }

  #shapeOf(start: number, end: number): number {
    const prose = this.#prose
    const first = isUpper(prose.charCodeAt(start))
    let uppers = 0
    for (let at = start + 1; at < end; at++) {
      const code = prose.charCodeAt(at)
      if (code < 97 && isUpper(code)) uppers++
      else if (code >= 0xc0 && isUpper(code)) uppers++
    }
    if (!first) return uppers === 0 ? Shape.lower : Shape.mixed
    if (uppers === 0) return Shape.capital
    return uppers === end - start - 1 ? Shape.upper : Shape.mixed
  }

  /** Digits with inner points and commas (1,200 · 3.5 · 49.3); letters behind them are a word of their own. */
  #number(start: number): number {
    const prose = this.#prose
    const length = prose.length
    let at = start + 1
    for (;;) {
      while (at < length && (classes[prose.charCodeAt(at)] as number) === Char.digit) at++
      const code = prose.charCodeAt(at)
      if (
        (code !== 46 && code !== 44) ||
        at + 1 >= length ||
        (classes[prose.charCodeAt(at + 1)] as number) !== Char.digit
      )
        break
      at++
    }
    this.#push(TokenKind.number, start, at, this.#vocabulary.number, 0)
    return at
  }

  #mark(at: number, kind: number): number {
    const prose = this.#prose
    const code = prose.charCodeAt(at)
    const entry = this.#vocabulary.mark(code)
    switch (kind) {
      case Char.apostrophe:
      case Char.quote:
        this.#push(TokenKind.quote, at, at + 1, entry, 0)
        return at + 1
      case Char.bracket:
        this.#push(TokenKind.bracket, at, at + 1, entry, 0)
        return at + 1
      case Char.dash:
        this.#push(TokenKind.dash, at, at + 1, entry, 0)
        return at + 1
      case Char.comma:
        this.#push(TokenKind.comma, at, at + 1, entry, 0)
        return at + 1
      case Char.stop:
        return this.#stop(at, entry)
    }
    if ((code === 35 || code === 64) && this.#letterAt(at + 1)) return this.#address(at, at + 1)
    const wide = code >= 0xd800 && code <= 0xdbff && at + 1 < prose.length ? 2 : 1
    this.#push(TokenKind.sign, at, at + wide, entry, 0)
    return at + wide
  }

  #stop(at: number, entry: number): number {
    this.#push(TokenKind.stop, at, at + 1, entry, 0)
    if (this.#endsSentence(at)) this.#sentencePending = true
    else return at + 1
    // Marks that close go with the sentence they close.
    const prose = this.#prose
    let next = at + 1
    while (next < prose.length) {
      // French sets a space before its closing mark.
      if (this.#frenchClosing(next)) next++
      const code = prose.charCodeAt(next)
      const kind = classes[code] as number
      const closes =
        code === 0x201d ||
        code === 0xbb ||
        code === 41 ||
        code === 93 ||
        code === 0x2019 ||
        (code === 34 && !this.#letterAt(next + 1)) ||
        code === 39 ||
        kind === Char.stop
      if (!closes) break
      this.#sentencePending = false
      this.#push(
        kind === Char.bracket ? TokenKind.bracket : kind === Char.stop ? TokenKind.stop : TokenKind.quote,
        next,
        next + 1,
        this.#vocabulary.mark(code),
        0,
      )
      this.#sentencePending = true
      next++
    }
    return next
  }

  #endsSentence(at: number): boolean {
    const prose = this.#prose
    const code = prose.charCodeAt(at)
    let next = at + 1
    while (next < prose.length && '”"»)]’\''.includes(prose.charAt(next))) next++
    if (this.#frenchClosing(next)) next += 2
    if (next >= prose.length) return true
    if ((classes[prose.charCodeAt(next)] as number) === Char.stop) return code !== 46 || prose.charCodeAt(next) !== 46
    const spaced = (classes[prose.charCodeAt(next)] as number) === Char.space
    while (next < prose.length && (classes[prose.charCodeAt(next)] as number) === Char.space) next++
    while (next < prose.length && '“"«‘([\''.includes(prose.charAt(next))) {
      next++
      while (next < prose.length && (classes[prose.charCodeAt(next)] as number) === Char.space) next++
    }
    const following = prose.charCodeAt(next)
    const lowerFollows = (classes[following] as number) === Char.letter && !isUpper(following)
    if (code !== 46) return !lowerFollows
    if (!spaced && next === at + 1) return false
    if (lowerFollows) return false
    const word = this.#wordBefore()
    const lower = word.toLowerCase()
    if (word.length === 1 && (isUpper(word.charCodeAt(0)) || prose.charCodeAt(at - 2) === 46)) {
      const follower = this.#wordAt(next)
      // 5 p.m. and a.m. end sentences more often than U.S. or an initial does, unless a day or a time zone follows.
      if (lower === 'm' && prose.charCodeAt(at - 2) === 46) {
        const zone = prose.startsWith(' time', next + follower.length) || follower === follower.toUpperCase()
        return !zone && !daysAndMonths.has(follower.toLowerCase())
      }
      return sentenceOpeners.has(follower.toLowerCase())
    }
    if (abbreviationsOfNumbers.has(lower)) return (classes[following] as number) !== Char.digit
    return !abbreviations.has(lower)
  }

  /** A space and a » that closes. */
  #frenchClosing(at: number): boolean {
    const prose = this.#prose
    return (
      prose.charCodeAt(at + 1) === 0xbb &&
      (classes[prose.charCodeAt(at)] as number) === Char.space &&
      !this.#letterAt(at + 2)
    )
  }

  #wordAt(start: number): string {
    let end = start
    while (this.#letterAt(end)) end++
    return this.#prose.slice(start, end)
  }

  #wordBefore(): string {
    const index = this.#count - 2
    if (index < 0 || this.#kinds[index] !== TokenKind.word || this.#ends[index] !== this.#starts[index + 1]) return ''
    return this.#prose.slice(this.#starts[index], this.#ends[index])
  }

  #isAddress(start: number, end: number): boolean {
    const prose = this.#prose
    const code = prose.charCodeAt(end)
    if (code === 58) return prose.startsWith('://', end)
    if (code === 64) return this.#letterAt(end + 1)
    if (code === 46)
      return end - start === 3 && prose.slice(start, end).toLowerCase() === 'www' && this.#letterAt(end + 1)
    return false
  }

  #address(start: number, from: number): number {
    const end = this.#addressEnd(from)
    let first = start
    // jean.dupont@x.org: the tokens that touch it before the @ are part of a mail address.
    const isMail = this.#prose.charCodeAt(from) === 64
    const isName = this.#prose.charCodeAt(start) === 64 && this.#kinds[this.#count - 1] !== TokenKind.stop
    if (isMail || isName) {
      while (this.#count > 0 && this.#ends[this.#count - 1] === first && this.#isMailPart(this.#count - 1)) {
        this.#count--
        first = this.#starts[this.#count] as number
        if (this.#sentences[this.#count] === 1) this.#sentencePending = true
        this.#sentences[this.#count] = 0
      }
    }
    this.#push(TokenKind.address, first, end, 0, 0)
    return end
  }

  #isMailPart(index: number): boolean {
    const kind = this.#kinds[index] as number
    if (kind === TokenKind.word || kind === TokenKind.number) return true
    return '.-_+'.includes(this.#prose.charAt(this.#starts[index] as number))
  }

  #addressEnd(from: number): number {
    const prose = this.#prose
    let at = from
    while (at < prose.length) {
      const code = prose.charCodeAt(at)
      const kind = classes[code] as number
      if (kind === Char.space || kind === Char.quote || code === 41 || code === 93 || code === 60 || code === 62) break
      at++
    }
    while (at > from && ".,;:!?'…".includes(prose.charAt(at - 1))) at--
    return at
  }
}
