import { TokenKind, type Tokens, tokenize } from './tokens.ts'
import { Vocabulary } from './vocabulary.ts'

interface Node<T> {
  next: Map<number, Node<T>> | undefined
  values: T[] | undefined
}

/** Keys of tokens that have no vocabulary entry of their own. */
const possessiveKey = -1
const anyNumberKey = -2

/**
 * Many phrases matched at once, token by token: a trie over vocabulary entries.
 * Words match in any case; ’ and ' are alike; a hyphen, possessive or elision is a token like any other;
 * the space between tokens does not matter. The number 0 in a phrase stands for any number.
 */
export class PhraseMatcher<T> {
  readonly #vocabulary: Vocabulary
  readonly #root: Node<T> = { next: undefined, values: undefined }
  /** For each anchor word, how many tokens before it its phrases start. */
  readonly #anchors = new Map<string, number[]>()
  readonly #offsets = new Map<number, number[]>()

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary
  }

  /** One telling word of each phrase, lower case: the triggers of a rule that uses this matcher. */
  get anchors(): Iterable<string> {
    return this.#anchors.keys()
  }

  /** Where phrases can start, ascending, when their anchors stand at `occurrences`. */
  starts(tokens: Tokens, occurrences: readonly number[]): number[] {
    const starts: number[] = []
    for (const at of occurrences) {
      const offsets = this.#offsets.get(tokens.entry(at))
      if (offsets === undefined) continue
      for (const offset of offsets) if (at >= offset) starts.push(at - offset)
    }
    if (starts.length < 2) return starts
    starts.sort((a, b) => a - b)
    return starts.filter((start, index) => start !== starts[index - 1])
  }

  /** @param phrase as it stands in a text; it must hold a word */
  add(phrase: string, value: T): void {
    let node = this.#root
    for (const key of plainWords.test(phrase) ? this.#wordKeys(phrase) : this.#tokenKeys(phrase)) {
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

  /** Most phrases are nothing but words: no need to tokenize thousands of them. */
  #wordKeys(phrase: string): number[] {
    const words = phrase.toLowerCase().split(' ')
    const keys = words.map((word) => this.#vocabulary.addWord(word))
    const at = Math.max(
      0,
      words.findIndex((word) => !everywhere.has(word)),
    )
    this.#anchor(words[at] as string, at, keys[at] as number)
    return keys
  }

  #tokenKeys(phrase: string): number[] {
    const tokens = tokenize(phrase, scratch)
    const keys = Array.from({ length: tokens.count }, (_, index) => this.#makeKey(tokens, index))
    let at = 0
    while (at < tokens.count && (!tokens.isWord(at) || everywhere.has(tokens.lower(at)))) at++
    if (at >= tokens.count) at = 0
    this.#anchor(tokens.lower(at).replace(/'$/u, ''), at, keys[at] as number)
    return keys
  }

  /** A phrase is looked for at its first word that is not everywhere; else at its first token. */
  #anchor(word: string, at: number, key: number): void {
    const offsets = this.#anchors.get(word) ?? []
    if (!offsets.includes(at)) offsets.push(at)
    this.#anchors.set(word, offsets)
    this.#offsets.set(key, offsets)
  }

  /** The longest phrase that starts at token `from`: its values, and the index after its last token. */
  match(tokens: Tokens, from: number): { values: readonly T[]; end: number } | undefined {
    let node: Node<T> | undefined = this.#root
    let best: { values: readonly T[]; end: number } | undefined
    for (let index = from; index <= tokens.count; index++) {
      if (node.values !== undefined && index > from) best = { values: node.values, end: index }
      node = this.#step(node, tokens, index)
      if (node === undefined) break
    }
    return best
  }

  /** All phrases that start at token `from`, shortest first. */
  *matches(tokens: Tokens, from: number): Generator<{ values: readonly T[]; end: number }> {
    let node: Node<T> | undefined = this.#root
    for (let index = from; node !== undefined && index <= tokens.count; index++) {
      if (node.values !== undefined && index > from) yield { values: node.values, end: index }
      node = this.#step(node, tokens, index)
    }
  }

  #step(node: Node<T>, tokens: Tokens, index: number): Node<T> | undefined {
    const key = this.#keyOf(tokens, index)
    const next = key === 0 ? undefined : node.next?.get(key)
    if (next !== undefined || tokens.kind(index) !== TokenKind.number) return next
    return node.next?.get(anyNumberKey)
  }

  #makeKey(tokens: Tokens, index: number): number {
    const kind = tokens.kind(index)
    if (kind === TokenKind.possessive) return possessiveKey
    if (kind === TokenKind.number) {
      return tokens.text(index) === '0' ? anyNumberKey : this.#vocabulary.addWord(tokens.text(index))
    }
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
const plainWords = /^[a-z]+(?: [a-z]+)*$/iu
/** Words too frequent to look for phrases at each of them. */
const everywhere = new Set(
  'the a an of to in on at for from by with and or is are was were be been has have had his her its their he she it they we this that these those as not but will would one two three four five six seven eight nine ten all out up no into also more so which who before after under over since'.split(
    ' ',
  ),
)
