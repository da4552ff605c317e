import { TokenKind, type Tokens, tokenize } from './tokens.ts'
import { Vocabulary } from './vocabulary.ts'

interface Node<T> {
  next: Map<number, Node<T>> | undefined
  values: T[] | undefined
}

/** Keys of tokens that have no vocabulary entry of their own. */
const possessiveKey = -1

/**
 * Many phrases matched at once, token by token: a trie over vocabulary entries.
 * Words match in any case; ’ and ' are alike; a hyphen, possessive or elision is a token like any other;
 * the space between tokens does not matter.
 */
export class PhraseMatcher<T> {
  readonly #vocabulary: Vocabulary
  readonly #root: Node<T> = { next: undefined, values: undefined }
  readonly #firstWords = new Set<string>()

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary
  }

  /** The first words of all phrases, lower case: the triggers of a rule that uses this matcher. */
  get firstWords(): ReadonlySet<string> {
    return this.#firstWords
  }

  /** @param phrase as it stands in a text; it must start with a word */
  add(phrase: string, value: T): void {
    const tokens = tokenize(phrase, scratch)
    let node = this.#root
    for (let index = 0; index < tokens.count; index++) {
      const key = this.#makeKey(tokens, index)
      if (index === 0) this.#firstWords.add(tokens.lower(0).replace(/'$/u, ''))
      node.next ??= new Map()
      let next = node.next.get(key)
      if (next === undefined) {
        next = { next: undefined, values: undefined }
        node.next.set(key, next)
      }
      node = next
    }
    node.values ??= []
    node.values.push(value)
  }

  /** The longest phrase that starts at token `from`: its values, and the index after its last token. */
  match(tokens: Tokens, from: number): { values: readonly T[]; end: number } | undefined {
    let node: Node<T> | undefined = this.#root
    let best: { values: readonly T[]; end: number } | undefined
    for (let index = from; index <= tokens.count; index++) {
      if (node.values !== undefined && index > from) best = { values: node.values, end: index }
      const key = this.#keyOf(tokens, index)
      node = key === 0 ? undefined : node.next?.get(key)
      if (node === undefined) break
    }
    return best
  }

  /** All phrases that start at token `from`, shortest first. */
  *matches(tokens: Tokens, from: number): Generator<{ values: readonly T[]; end: number }> {
    let node: Node<T> | undefined = this.#root
    for (let index = from; node !== undefined && index <= tokens.count; index++) {
      if (node.values !== undefined && index > from) yield { values: node.values, end: index }
      const key = this.#keyOf(tokens, index)
      node = key === 0 ? undefined : node.next?.get(key)
    }
  }

  #makeKey(tokens: Tokens, index: number): number {
    const kind = tokens.kind(index)
    if (kind === TokenKind.possessive) return possessiveKey
    if (kind === TokenKind.number) return this.#vocabulary.addWord(tokens.text(index))
    if (kind === TokenKind.word) return this.#vocabulary.addWord(tokens.text(index).toLowerCase())
    if (kind === TokenKind.elision) return this.#vocabulary.addWord(tokens.text(index).slice(0, -1).toLowerCase())
    return this.#vocabulary.addMark(tokens.text(index))
  }

  #keyOf(tokens: Tokens, index: number): number {
    const kind = tokens.kind(index)
    if (kind === TokenKind.possessive) return possessiveKey
    if (kind === TokenKind.number) return this.#vocabulary.lookup(tokens.text(index))
    return tokens.entry(index)
  }
}

const scratch = new Vocabulary()
