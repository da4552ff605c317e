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

/** A place in a pattern where any of several phrases may stand. One that is named the same is the same. */
export interface PhraseSlot {
  readonly name: string
  /** Each as it stands in a text. */
  readonly values: readonly string[]
}

/** What a pattern stands for: for the value taken in each of its slots, in order, the value of the phrase. */
export type ValueOfChoices = (choices: readonly number[]) => unknown

interface Pattern {
  readonly valueFor: ValueOfChoices
  /** Values already made. */
  made: Map<string, unknown> | undefined
}

interface Accepted {
  readonly matcher: number
  values: readonly unknown[]
  /** What makes its values where it is met; without slots, once. */
  patterns: Pattern[] | undefined
}

interface Slot {
  readonly key: number
  /** Root of the trie of its values. */
  readonly root: number
}

/** Adds the phrases that begin with the word of an entry. */
export type Expansion = (entry: number) => void

const fields = 3
const firstSlotKey = -3

/**
 * The phrases of all matchers of a vocabulary in one trie, so that a segment is read once for all of them.
 * The edges are one hash table of (node, key, child). A slot is one edge, however many phrases may stand in it: its values
 * have a trie of their own, which is walked where the edge is met.
 */
export class PhraseTrie {
  readonly #vocabulary: Vocabulary
  readonly #accepted: (Accepted[] | undefined)[] = [undefined, undefined]
  #edges = new Int32Array(fields * 1024)
  #edgeCount = 0
  /** Children of the root by vocabulary entry. */
  #first: number[] = []
  readonly #slots = new Map<string, Slot>()
  /** The slots that have a value beginning with a key, by vocabulary entry; those that begin with any number. */
  readonly #slotsOf: (Slot[] | undefined)[] = []
  readonly #slotsOfNumber: Slot[] = []
  /** Does a slot edge leave the node? */
  readonly #hasSlot: boolean[] = [false, false]
  /** Does an edge with a word that was added late leave the node? */
  readonly #hasLate: boolean[] = [false, false]
  /** Nodes where values of a slot end, with their numbers. */
  readonly #valueEnds: (number[] | undefined)[] = [undefined, undefined]
  /** Who adds the phrases that begin with a word when it is first met, by vocabulary entry. */
  readonly #awaited: (Expansion | Expansion[] | undefined)[] = []
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
    const accepted = this.#accept(keys, matcher)
    accepted.values = accepted.values.length === 0 ? [value] : [...accepted.values, value]
  }

  /**
   * Phrases that begin with the word are added when it is first met: tables are long, and an article has few of their names.
   * No segment read before has the word, so what was found there stays true.
   */
  addLater(entry: number, expansion: Expansion): void {
    const known = this.#awaited[entry]
    if (known === expansion) return
    // Most words begin phrases of one rule alone, and there are thousands: no list for them.
    if (known === undefined) this.#awaited[entry] = expansion
    else if (typeof known === 'function') this.#awaited[entry] = [known, expansion]
    else if (known[known.length - 1] !== expansion) known.push(expansion)
  }

  #expand(entry: number): void {
    const expansions = this.#awaited[entry]
    if (expansions === undefined) return
    this.#awaited[entry] = undefined
    const version = this.#version
    if (typeof expansions === 'function') expansions(entry)
    else for (const expand of expansions) expand(entry)
    this.#version = version
  }

  /** A phrase whose value is made when it is met: tables are long, and an article has few of their phrases. */
  addPattern(keys: readonly number[], matcher: number, valueFor: ValueOfChoices): void {
    const accepted = this.#accept(keys, matcher)
    const pattern = { valueFor, made: undefined }
    if (accepted.patterns === undefined) accepted.patterns = [pattern]
    else accepted.patterns.push(pattern)
  }

  /** The key of a slot, made when its name is new. */
  addSlot({ name, values }: PhraseSlot, keysOf: (value: string) => readonly number[]): number {
    const known = this.#slots.get(name)
    if (known !== undefined) return known.key
    const slot = { key: firstSlotKey - this.#slots.size, root: this.#makeNode() }
    this.#slots.set(name, slot)
    for (const [number, value] of values.entries()) {
      const keys = keysOf(value)
      let node = slot.root
      for (const key of keys) node = this.#makeChild(node, key)
      const ends = this.#valueEnds[node]
      if (ends === undefined) this.#valueEnds[node] = [number]
      else ends.push(number)
      this.#startSlot(slot, keys[0] as number)
    }
    return slot.key
  }

  #startSlot(slot: Slot, key: number): void {
    let slots = key === anyNumberKey ? this.#slotsOfNumber : this.#slotsOf[key]
    if (slots === undefined) {
      slots = []
      this.#slotsOf[key] = slots
    }
    if (!slots.includes(slot)) slots.push(slot)
  }

  #accept(keys: readonly number[], matcher: number): Accepted {
    this.#version++
    let node = 1
    for (const key of keys) node = this.#makeChild(node, key)
    const accepted = this.#accepted[node]
    const known = accepted?.find((entry) => entry.matcher === matcher)
    if (known !== undefined) return known
    const own = { matcher, values: none, patterns: undefined }
    // At most nodes one rule has a phrase: a list grown from nothing would have room for seventeen.
    if (accepted === undefined) this.#accepted[node] = [own]
    else accepted.push(own)
    return own
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
    const first = this.#first
    const awaited = this.#awaited
    for (let start = 0; start < count; start++) {
      const entry = entries[start] as number
      if (awaited[entry] !== undefined) this.#expand(entry)
      const slots = this.#slotsAt(tokens, start)
      const node =
        entry === 0 || kinds[start] === TokenKind.number
          ? this.#otherStep(1, tokens, start)
          : ((first[entry] as number | undefined) ?? 0)
      if (node !== 0) this.#walk(tokens, start, start + 1, node, none, byMatcher)
      if (slots !== undefined && this.#hasSlot[1] === true) this.#enter(slots, tokens, start, start, 1, none, byMatcher)
    }
    return { version: this.#version, byMatcher }
  }

  /** Goes on from a node behind token `index - 1`; `choices` are the values taken in the slots so far. */
  #walk(
    tokens: Tokens,
    start: number,
    from: number,
    fromNode: number,
    choices: readonly number[],
    byMatcher: PhraseHit[][],
  ): void {
    const { count, entries, kinds } = tokens
    let node = fromNode
    for (let index = from; node !== 0; index++) {
      const found = this.#accepted[node]
      if (found !== undefined) {
        for (const accepted of found) {
          let own = byMatcher[accepted.matcher]
          if (own === undefined) {
            own = []
            byMatcher[accepted.matcher] = own
          }
          if (choices.length === 0) own.push({ start, end: index, values: plainValues(accepted) })
          else insert(own, { start, end: index, values: valuesOf(accepted, choices) })
        }
      }
      if (index >= count) return
      const slots = this.#hasSlot[node] === true ? this.#slotsAt(tokens, index) : undefined
      const key = entries[index] as number
      const child =
        key === 0 || kinds[index] === TokenKind.number ? this.#otherStep(node, tokens, index) : this.#child(node, key)
      if (slots === undefined) node = child
      else {
        // What is written out comes before what a slot stands for.
        this.#walk(tokens, start, index + 1, child, choices, byMatcher)
        this.#enter(slots, tokens, start, index, node, choices, byMatcher)
        return
      }
    }
  }

  /** Goes on from a node through each of the slots that have a value at token `index`. */
  #enter(
    slots: readonly Slot[],
    tokens: Tokens,
    start: number,
    index: number,
    node: number,
    choices: readonly number[],
    byMatcher: PhraseHit[][],
  ): void {
    for (const { key, root } of slots) {
      const child = this.#child(node, key)
      if (child === 0) continue
      let inner = root
      for (let at = index; at < tokens.count; at++) {
        const entry = tokens.entries[at] as number
        inner =
          entry === 0 || tokens.kinds[at] === TokenKind.number
            ? this.#otherStep(inner, tokens, at)
            : this.#child(inner, entry)
        if (inner === 0) break
        for (const value of this.#valueEnds[inner] ?? none)
          this.#walk(tokens, start, at + 1, child, [...choices, value], byMatcher)
      }
    }
  }

  /** The slots that may have a value at the token. */
  #slotsAt(tokens: Tokens, index: number): readonly Slot[] | undefined {
    if (tokens.kinds[index] !== TokenKind.number) return this.#slotsOf[tokens.entries[index] as number]
    const own = this.#slotsOf[this.#vocabulary.lookup(tokens.text(index))]
    return own === undefined ? this.#slotsOfNumber : [...own, ...this.#slotsOfNumber]
  }

  /** A step over a number or a token without an entry. */
  #otherStep(node: number, tokens: Tokens, index: number): number {
    const kind = tokens.kinds[index]
    if (kind === TokenKind.possessive) return this.#child(node, possessiveKey)
    if (kind === TokenKind.word || kind === TokenKind.elision) {
      if (this.#hasLate[node] !== true) return 0
      const late = this.#vocabulary.lookupLate(
        kind === TokenKind.word ? tokens.lower(index) : elided(tokens.lower(index)),
      )
      return late === 0 ? 0 : this.#child(node, late)
    }
    if (kind !== TokenKind.number) return 0
    const text = tokens.text(index)
    const entry = this.#vocabulary.lookup(text) || this.#vocabulary.lookupLate(text)
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
    const child = this.#makeNode()
    if (key <= firstSlotKey) this.#hasSlot[node] = true
    if (this.#vocabulary.isLate(key)) this.#hasLate[node] = true
    if (node === 1 && key > 0) {
      while (this.#first.length <= key) this.#first.push(0)
      this.#first[key] = child
    }
    this.#edgeCount++
    if (this.#edgeCount * 2 * fields > this.#edges.length) this.#grow()
    put(this.#edges, node, key, child)
    return child
  }

  #makeNode(): number {
    this.#accepted.push(undefined)
    this.#hasSlot.push(false)
    this.#hasLate.push(false)
    this.#valueEnds.push(undefined)
    return this.#accepted.length - 1
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

const none: readonly never[] = []

function elided(word: string): string {
  return word.slice(0, -1)
}

/** The values of what ends here and has no slots. */
function plainValues(accepted: Accepted): readonly unknown[] {
  if (accepted.patterns !== undefined) {
    accepted.values = [...accepted.values, ...accepted.patterns.map(({ valueFor }) => valueFor(none))]
    accepted.patterns = undefined
  }
  return accepted.values
}

/** The values of the patterns that end here, for what was taken in their slots. */
function valuesOf({ patterns = [] }: Accepted, choices: readonly number[]): readonly unknown[] {
  const key = choices.join()
  return patterns.map((pattern) => {
    pattern.made ??= new Map()
    let value = pattern.made.get(key)
    if (value === undefined) {
      value = pattern.valueFor(choices)
      pattern.made.set(key, value)
    }
    return value
  })
}

/** Hits stand by start and end; one that ends where another does is the same hit with more values. */
function insert(hits: PhraseHit[], hit: PhraseHit): void {
  let at = hits.length
  while (at > 0 && hits[at - 1]?.start === hit.start && (hits[at - 1] as PhraseHit).end > hit.end) at--
  const last = hits[at - 1]
  if (last !== undefined && last.start === hit.start && last.end === hit.end)
    hits[at - 1] = { ...hit, values: [...last.values, ...hit.values] }
  else hits.splice(at, 0, hit)
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
