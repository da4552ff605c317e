import type { Lexicon } from './lexicon.ts'
import type { Tokens } from './tokens.ts'

/** Something that a word’s spelling alone decides, worked out once for each spelling of a lexicon. */
export class SpellingMemo<T> {
  readonly #decide: (tokens: Tokens, at: number) => T
  #lexicon: Lexicon | undefined
  #known: (T | undefined)[] = []

  /** @param decide may look at the text, shape and entry of the word, and at nothing else */
  constructor(decide: (tokens: Tokens, at: number) => T) {
    this.#decide = decide
  }

  of(tokens: Tokens, at: number): T {
    if (tokens.lexicon !== this.#lexicon) {
      this.#lexicon = tokens.lexicon
      this.#known = []
    }
    const word = tokens.words[at] ?? 0
    if (word === 0) return this.#decide(tokens, at)
    let value = this.#known[word]
    if (value === undefined) {
      value = this.#decide(tokens, at)
      while (this.#known.length < word) this.#known.push(undefined)
      this.#known[word] = value
    }
    return value
  }
}
