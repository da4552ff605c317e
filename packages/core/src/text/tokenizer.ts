import { abbreviations, abbreviationsOfNumbers, daysAndMonths, elided, sentenceOpeners } from './abbreviations.ts'
import { Char, classes, isUpper } from './characters.ts'
import { type Lexicon, shapeOf } from './lexicon.ts'
import { TokenKind, Tokens } from './tokens.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Cuts prose into tokens, in one pass; words are looked up in the vocabulary. */
export function tokenize(prose: string, vocabulary: Vocabulary): Tokens {
  return new Tokenizer(prose, vocabulary).run()
}

/** Where tokens are collected before their number is known. One segment is read at a time, from start to end. */
const room = {
  capacity: 0,
  codes: new Uint16Array(0),
  kinds: new Uint8Array(0),
  starts: new Int32Array(0),
  ends: new Int32Array(0),
  entries: new Int32Array(0),
  shapes: new Uint8Array(0),
  sentences: new Uint8Array(0),
  words: new Int32Array(0),
}
/** A giant segment does not keep its memory for good. */
const keptRoom = 1 << 16

/** Room for the longest case, a token at each code unit. */
function makeRoom(length: number): void {
  if (room.capacity > length && (room.capacity <= keptRoom || length * 4 > room.capacity)) return
  const capacity = Math.max(4096, length + 1)
  room.capacity = capacity
  room.codes = new Uint16Array(capacity)
  room.kinds = new Uint8Array(capacity)
  room.starts = new Int32Array(capacity)
  room.ends = new Int32Array(capacity)
  room.entries = new Int32Array(capacity)
  room.shapes = new Uint8Array(capacity)
  room.sentences = new Uint8Array(capacity)
  room.words = new Int32Array(capacity)
}

function copyOf(array: Uint8Array | Int32Array, count: number): readonly number[] {
  const copy = new Array<number>(count)
  for (let index = 0; index < count; index++) copy[index] = array[index] as number
  return copy
}

class Tokenizer {
  readonly #prose: string
  readonly #vocabulary: Vocabulary
  readonly #lexicon: Lexicon
  readonly #codes: Uint16Array
  readonly #kinds: Uint8Array
  readonly #starts: Int32Array
  readonly #ends: Int32Array
  readonly #entries: Int32Array
  readonly #shapes: Uint8Array
  readonly #sentences: Uint8Array
  readonly #words: Int32Array
  #count = 0
  #sentencePending = true

  constructor(prose: string, vocabulary: Vocabulary) {
    this.#prose = prose
    this.#vocabulary = vocabulary
    this.#lexicon = vocabulary.lexicon
    const length = prose.length
    makeRoom(length)
    const { codes, kinds, starts, ends, entries, shapes, sentences, words } = room
    for (let at = 0; at < length; at++) codes[at] = prose.charCodeAt(at)
    // A space behind the end stops every run.
    codes[length] = 0
    this.#codes = codes
    this.#kinds = kinds
    this.#starts = starts
    this.#ends = ends
    this.#entries = entries
    this.#shapes = shapes
    this.#sentences = sentences
    this.#words = words
  }

  run(): Tokens {
    const codes = this.#codes
    const prose = this.#prose
    const length = prose.length
    let at = 0
    while (at < length) {
      const kind = classes[codes[at] as number] as number
      if (kind === Char.space) at++
      else if (kind === Char.letter) at = this.#word(at)
      else if (kind === Char.digit) at = this.#number(at)
      else at = this.#mark(at, kind)
    }
    const count = this.#count
    return new Tokens(prose, count, this.#lexicon, {
      kinds: copyOf(this.#kinds, count),
      starts: copyOf(this.#starts, count),
      ends: copyOf(this.#ends, count),
      entries: copyOf(this.#entries, count),
      shapes: copyOf(this.#shapes, count),
      sentenceStarts: copyOf(this.#sentences, count),
      words: copyOf(this.#words, count),
    })
  }

  #push(kind: number, start: number, end: number, entry: number, shape: number, word = 0): void {
    const index = this.#count++
    this.#kinds[index] = kind
    this.#starts[index] = start
    this.#ends[index] = end
    this.#entries[index] = entry
    this.#shapes[index] = shape
    this.#words[index] = word
    this.#sentences[index] = this.#sentencePending ? 1 : 0
    this.#sentencePending = false
  }

  #word(start: number): number {
    const prose = this.#prose
    const codes = this.#codes
    let at = start + 1
    for (;;) {
      while ((classes[codes[at] as number] as number) === Char.letter) at++
      if ((classes[codes[at] as number] as number) !== Char.apostrophe) break
      const after = codes[at + 1] as number
      if (at + 1 >= prose.length || (classes[after] as number) !== Char.letter) break
      if ((after === 115 || after === 83) && !this.#letterAt(at + 2)) {
        this.#pushWord(start, at)
        this.#push(TokenKind.possessive, at, at + 2, 0, 0)
        return at + 2
      }
      if (at - start <= 7 && elided.has(prose.slice(start, at).toLowerCase()) && !this.#isContraction(at)) {
        const text = prose.slice(start, at)
        this.#push(TokenKind.elision, start, at + 1, this.#vocabulary.lookup(text.toLowerCase()), shapeOf(text))
        return at + 1
      }
      at++
    }
    if (this.#isAddress(start, at)) return this.#address(start, at)
    this.#pushWord(start, at)
    return at
  }

  #letterAt(at: number): boolean {
    return at < this.#prose.length && (classes[this.#codes[at] as number] as number) === Char.letter
  }

  /** `t’s` is no contraction, but `d’you`, `’tis` and the like are English. */
  #isContraction(apostrophe: number): boolean {
    const prose = this.#prose
    const next = prose.slice(apostrophe + 1, apostrophe + 4).toLowerCase()
    return next === 'you' || next === 'ye'
  }

  #pushWord(start: number, end: number): void {
    const lexicon = this.#lexicon
    const word = lexicon.find(this.#prose, this.#codes, start, end)
    this.#push(TokenKind.word, start, end, lexicon.entries[word] as number, lexicon.shapes[word] as number, word)
  }

  /** Digits with inner points and commas (1,200 · 3.5 · 49.3); letters behind them are a word of their own. */
  #number(start: number): number {
    const codes = this.#codes
    const length = this.#prose.length
    let at = start + 1
    for (;;) {
      while ((classes[codes[at] as number] as number) === Char.digit) at++
      const code = codes[at]
      if (
        (code !== 46 && code !== 44) ||
        at + 1 >= length ||
        (classes[codes[at + 1] as number] as number) !== Char.digit
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
    const code = this.#codes[end]
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
