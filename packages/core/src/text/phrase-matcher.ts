import { anyNumberKey, type Expansion, type PhraseHit, type PhraseSlot, possessiveKey } from './phrase-trie.ts'
import { tokenize } from './tokenizer.ts'
import { TokenKind, type Tokens } from './tokens.ts'
import { Vocabulary } from './vocabulary.ts'

/**
 * Many phrases matched at once, token by token, in the trie that all matchers of a vocabulary share.
 * Words match in any case; ’ and ' are alike; a hyphen, possessive or elision is a token like any other;
 * the space between tokens does not matter. The number 0 in a phrase stands for any number.
 */
export class PhraseMatcher<T> {
  readonly #vocabulary: Vocabulary
  readonly #addWord: AddWord
  readonly #addLateWord: AddWord
  /** Its number among the matchers of the vocabulary. */
  readonly number: number

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary
    this.#addWord = (word) => vocabulary.addWord(word)
    this.#addLateWord = (word) => vocabulary.addLateWord(word)
    this.number = vocabulary.phrases.addMatcher()
  }

  /** All its phrases in the segment, by start and then by end. */
  hits(tokens: Tokens): readonly PhraseHit<T>[] {
    return (this.#vocabulary.phrases.hits(tokens).byMatcher[this.number] ?? none) as readonly PhraseHit<T>[]
  }

  /** Where its phrases start in the segment, ascending. */
  starts(tokens: Tokens): readonly number[] {
    const hits = this.hits(tokens)
    if (hits.length === 0) return none
    const starts: number[] = []
    for (const { start } of hits) if (start !== starts[starts.length - 1]) starts.push(start)
    return starts
  }

  /** @param phrase as it stands in a text; it must hold a word */
  add(phrase: string, value: T): void {
    this.#vocabulary.phrases.add(this.#keysOf(phrase), this.number, value)
  }

  /**
   * Phrases that begin with a word are added, by `expansion` with {@link addLate}, when a text first has it.
   *
   * @param word lower case
   * @returns the entry that `expansion` is called with
   */
  addLater(word: string, expansion: Expansion): number {
    const entry = this.#vocabulary.addWord(word)
    this.#vocabulary.phrases.addLater(entry, expansion)
    return entry
  }

  /**
   * Adds a phrase while a text is read; its first word was announced by {@link addLater}.
   *
   * @param make makes its value when it is met
   */
  addLate(phrase: string, make: () => T): void {
    this.#vocabulary.phrases.addPattern(this.#keysOf(phrase, this.#addLateWord), this.number, make)
  }

  /**
   * @param parts the text of a phrase, with any number of slots in the place of words
   * @param valueFor the value of the phrase for the number of the value that stands in each of its slots
   * @throws TypeError when a slot stands in the midst of a word
   */
  addPattern(parts: readonly (string | PhraseSlot)[], valueFor: (choices: readonly number[]) => T): void {
    const slots = parts.filter((part) => typeof part !== 'string')
    if (slots.length === 0) {
      this.#vocabulary.phrases.addPattern(this.#keysOf(parts.join('')), this.number, valueFor)
      return
    }
    const text = parts.map((part) => (typeof part === 'string' ? part : slotWord)).join('')
    const tokens = tokenize(text, scratch)
    let next = 0
    const keys = Array.from({ length: tokens.count }, (_, index) => {
      if (tokens.text(index) !== slotWord) return this.#makeKey(tokens, index, this.#addWord)
      return this.#vocabulary.phrases.addSlot(slots[next++] as PhraseSlot, (value) => this.#keysOf(value))
    })
    if (next !== slots.length) throw new TypeError(`A slot stands in the midst of a word: “${text}”`)
    this.#vocabulary.phrases.addPattern(keys, this.number, valueFor)
  }

  #keysOf(phrase: string, addWord: AddWord = this.#addWord): number[] {
    return plainWords.test(phrase) ? this.#wordKeys(phrase, addWord) : this.#tokenKeys(phrase, addWord)
  }

  /** Most phrases are nothing but words: no need to tokenize thousands of them. */
  #wordKeys(phrase: string, addWord: AddWord): number[] {
    return phrase.toLowerCase().split(' ').map(addWord)
  }

  #tokenKeys(phrase: string, addWord: AddWord): number[] {
    const tokens = tokenize(phrase, scratch)
    return Array.from({ length: tokens.count }, (_, index) => this.#makeKey(tokens, index, addWord))
  }

  /** The longest phrase that starts at token `from`. */
  match(tokens: Tokens, from: number): PhraseHit<T> | undefined {
    const hits = this.hits(tokens)
    if (hits.length === 0) return undefined
    const last = firstAfter(hits, from) - 1
    return last >= 0 && hits[last]?.start === from ? hits[last] : undefined
  }

  /** All phrases that start at token `from`, shortest first. */
  matches(tokens: Tokens, from: number): readonly PhraseHit<T>[] {
    const hits = this.hits(tokens)
    return hits.length === 0 ? none : hits.slice(firstAfter(hits, from - 1), firstAfter(hits, from))
  }

  #makeKey(tokens: Tokens, index: number, addWord: AddWord): number {
    const kind = tokens.kind(index)
    if (kind === TokenKind.possessive) return possessiveKey
    if (kind === TokenKind.number) {
      return tokens.text(index) === '0' ? anyNumberKey : addWord(tokens.text(index))
    }
    if (kind === TokenKind.word) return addWord(tokens.text(index).toLowerCase())
    if (kind === TokenKind.elision) return addWord(tokens.text(index).slice(0, -1).toLowerCase())
    return this.#vocabulary.addMark(tokens.text(index))
  }
}

/** Gives a word of a phrase its entry. */
type AddWord = (word: string) => number

const space = 32
const hyphen = 45

/** The word that a phrase begins with, in lower case, as the tokenizer cuts it; empty for a number or a mark. */
export function beginningOf(phrase: string): string {
  // Thousands of phrases are read before the first article: most begin with a plain word.
  for (let at = 0; at <= phrase.length; at++) {
    const code = at < phrase.length ? phrase.charCodeAt(at) : space
    if ((code === space || code === hyphen) && at > 0) return phrase.slice(0, at).toLowerCase()
    const isLetter = (code | 32) >= 97 && (code | 32) <= 122
    if (!isLetter && (code < 0xc0 || code > 0x24f)) break
  }
  const tokens = tokenize(phrase, scratch)
  if (tokens.kind(0) === TokenKind.elision) return tokens.text(0).slice(0, -1).toLowerCase()
  return tokens.isWord(0) ? tokens.text(0).toLowerCase() : ''
}

const none: readonly never[] = []

/** Index of the first hit that starts after token `from`. */
function firstAfter(hits: readonly PhraseHit[], from: number): number {
  let low = 0
  let high = hits.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((hits[middle] as PhraseHit).start <= from) low = middle + 1
    else high = middle
  }
  return low
}

const scratch = new Vocabulary()
/** Stands for a slot while the phrase around it is cut into tokens. */
const slotWord = 'slotword'
const plainWords = /^\p{L}+(?: \p{L}+)*$/u
