/** Bits of the filter for each word: about one unknown word in 800 passes. */
const bitsPerWord = 14
const hashes = 9

/**
 * A set of words in a few hundred kilobytes that needs no parsing (a Bloom filter): it never denies a word that it
 * holds, and takes about one foreign word in 800 for its own. So it may only ever be one sign among others.
 */
export class WordFilter {
  readonly bytes: Uint8Array
  readonly #mistaken: ReadonlySet<string>

  /** `mistaken`: words that the filter would take for its own, and that it does not hold. */
  constructor(bytes: Uint8Array, mistaken: Iterable<string> = []) {
    this.bytes = bytes
    this.#mistaken = new Set(mistaken)
  }

  static of(words: readonly string[]): WordFilter {
    const filter = new WordFilter(new Uint8Array(Math.ceil((words.length * bitsPerWord) / 8)))
    for (const word of words) for (const bit of filter.#bits(word)) filter.#set(bit)
    return filter
  }

  /** A word in lower case, NFC. An empty filter holds nothing. */
  has(word: string): boolean {
    if (this.bytes.length === 0) return false
    for (const bit of this.#bits(word)) if (((this.bytes[bit >> 3] as number) & (1 << (bit & 7))) === 0) return false
    return !this.#mistaken.has(word)
  }

  #set(bit: number): void {
    const at = bit >> 3
    this.bytes[at] = (this.bytes[at] as number) | (1 << (bit & 7))
  }

  /** Two FNV-1a hashes make all of them (Kirsch and Mitzenmacher, 2008). */
  *#bits(word: string): Generator<number> {
    const size = this.bytes.length * 8
    let first = 0x811c9dc5
    let second = 0x1234567
    for (let at = 0; at < word.length; at++) {
      first = Math.imul(first ^ word.charCodeAt(at), 0x01000193)
      second = Math.imul(second ^ word.charCodeAt(at), 0x5bd1e995)
      second ^= second >>> 15
    }
    for (let index = 0; index < hashes; index++) yield ((first + Math.imul(index, second | 1)) >>> 0) % size
  }
}
