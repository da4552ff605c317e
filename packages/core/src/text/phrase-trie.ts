import { TokenKind, type Tokens } from './tokens.ts'
import type { Vocabulary } from './vocabulary.ts'

/** Keys of tokens that have no vocabulary entry of their own. */
export const possessiveKey = -1
export const anyNumberKey = -2

/** A phrase of one matcher that stands in a segment: `values[]` of the phrase, token `start` up to `end`. */
export interface PhraseHit<T = unknown> {
  readonly start: number
  /** Index after its last token. */
  readonly end: number
  readonly values: readonly T[]
}

/** The phrases that stand in a segment, for each matcher by start and end. */
export interface PhraseHits {
  readonly version: number
  readonly byMatcher: readonly (readonly PhraseHit[] | undefined)[]
}

interface Accepted {
  readonly matcher: number
  readonly values: unknown[]
}

const fields = 3

/**
 * The phrases of all matchers of a vocabulary in one trie, so that a segment is read once for all of them.
 * The edges are one hash table of (node, key, child).
 */
export class PhraseTrie {
  readonly #vocabulary: Vocabulary
  readonly #accepted: (Accepted[] | undefined)[] = [undefined, undefined]
  #edges = new Int32Array(fields * 65_536)
  #edgeCount = 0
  /** Children of the root by vocabulary entry. */
  #first: number[] = []
  #matchers = 0
  #version = 0

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary
  }

  /** The number of a new matcher. */
  addMatcher(): number {
    return this.#matchers++
  }

  add(keys: readonly number[], matcher: number, value: unknown): void {
    this.#version++
    let node = 1
    for (const key of keys) node = this.#makeChild(node, key)
    let accepted = this.#accepted[node]
    if (accepted === undefined) {
      accepted = []
      this.#accepted[node] = accepted
    }
    const own = accepted.find((entry) => entry.matcher === matcher)
    if (own === undefined) accepted.push({ matcher, values: [value] })
    else own.values.push(value)
  }

  /** All phrases that stand in the segment; remembered with the tokens. */
  hits(tokens: Tokens): PhraseHits {
    let hits = tokens.phrases
    if (hits === undefined || hits.version !== this.#version) {
      hits = this.#scan(tokens)
      tokens.phrases = hits
    }
    return hits
  }

  #scan(tokens: Tokens): PhraseHits {
    const byMatcher: PhraseHit[][] = []
    const { count, entries, kinds } = tokens
    const accepted = this.#accepted
    const first = this.#first
    for (let start = 0; start < count; start++) {
      const entry = entries[start] as number
      let node =
        entry === 0 || kinds[start] === TokenKind.number
          ? this.#otherStep(1, tokens, start)
          : ((first[entry] as number | undefined) ?? 0)
      for (let index = start + 1; node !== 0; index++) {
        const found = accepted[node]
        if (found !== undefined) {
          for (const { matcher, values } of found) {
            const own = byMatcher[matcher]
            if (own === undefined) byMatcher[matcher] = [{ start, end: index, values }]
            else own.push({ start, end: index, values })
          }
        }
        if (index >= count) break
        const key = entries[index] as number
        node =
          key === 0 || kinds[index] === TokenKind.number ? this.#otherStep(node, tokens, index) : this.#child(node, key)
      }
    }
    return { version: this.#version, byMatcher }
  }

  /** A step over a number or a token without an entry. */
  #otherStep(node: number, tokens: Tokens, index: number): number {
    const kind = tokens.kinds[index]
    if (kind === TokenKind.possessive) return this.#child(node, possessiveKey)
    if (kind !== TokenKind.number) return 0
    const entry = this.#vocabulary.lookup(tokens.text(index))
    const child = entry === 0 ? 0 : this.#child(node, entry)
    return child === 0 ? this.#child(node, anyNumberKey) : child
  }

  #child(node: number, key: number): number {
    const edges = this.#edges
    const size = edges.length / fields
    let slot = hash(node, key) & (size - 1)
    for (;;) {
      const at = slot * fields
      const parent = edges[at] as number
      if (parent === 0) return 0
      if (parent === node && edges[at + 1] === key) return edges[at + 2] as number
      slot = (slot + 1) & (size - 1)
    }
  }

  #makeChild(node: number, key: number): number {
    const known = this.#child(node, key)
    if (known !== 0) return known
    const child = this.#accepted.length
    this.#accepted.push(undefined)
    if (node === 1 && key > 0) {
      while (this.#first.length <= key) this.#first.push(0)
      this.#first[key] = child
    }
    this.#edgeCount++
    if (this.#edgeCount * 2 * fields > this.#edges.length) this.#grow()
    put(this.#edges, node, key, child)
    return child
  }

  #grow(): void {
    const old = this.#edges
    const edges = new Int32Array(old.length * 4)
    for (let at = 0; at < old.length; at += fields) {
      const node = old[at] as number
      if (node !== 0) put(edges, node, old[at + 1] as number, old[at + 2] as number)
    }
    this.#edges = edges
  }
}

function put(edges: Int32Array, node: number, key: number, child: number): void {
  const mask = edges.length / fields - 1
  let slot = hash(node, key) & mask
  while (edges[slot * fields] !== 0) slot = (slot + 1) & mask
  edges[slot * fields] = node
  edges[slot * fields + 1] = key
  edges[slot * fields + 2] = child
}

function hash(node: number, key: number): number {
  const mixed = Math.imul(node, 0x9e3779b1) ^ Math.imul(key, 0x85ebca6b)
  return mixed ^ (mixed >>> 15)
}
