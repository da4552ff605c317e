import { isUpper } from './characters.ts'

/** How a word is written. */
export const Shape = { lower: 0, capital: 1, upper: 2, mixed: 3 } as const
export type Shape = (typeof Shape)[keyof typeof Shape]

const firstSize = 4096
/** V8 copies what is shorter. */
const shortestSlice = 13

/**
 * Every spelling that was met, read once: its text, its lower case, its shape and its vocabulary entry. A word that comes
 * again is found by its code units, without a new string. Numbers start at 1; 0 is no word.
 */
export class Lexicon {
  readonly texts: string[] = ['']
  /** In lower case with ’ as '. */
  readonly lowers: string[] = ['']
  readonly entries: number[] = [0]
  readonly shapes: number[] = [0]
  readonly #hashes: number[] = [0]
  readonly #lookup: (lower: string) => number
  #slots = new Int32Array(firstSize)

  constructor(lookup: (lower: string) => number) {
    this.#lookup = lookup
  }

  get size(): number {
    return this.texts.length
  }

  /** The number of the spelling that stands from `start` to `end` in `prose`, whose code units are `codes`. */
  find(prose: string, codes: Uint16Array, start: number, end: number): number {
    let hash = 0
    for (let at = start; at < end; at++) hash = Math.imul(hash, 31) + (codes[at] as number)
    // Words that differ in their last letter only would fill neighbouring slots, and every search would walk them all.
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
    hash ^= hash >>> 13
    const slots = this.#slots
    const mask = slots.length - 1
    let slot = hash & mask
    for (;;) {
      const word = slots[slot] as number
      if (word === 0) break
      if (this.#hashes[word] === hash && this.#is(word, codes, start, end)) return word
      slot = (slot + 1) & mask
    }
    const word = this.#add(prose.slice(start, end), hash)
    slots[slot] = word
    if (word * 2 > slots.length) this.#grow()
    return word
  }

  #is(word: number, codes: Uint16Array, start: number, end: number): boolean {
    const text = this.texts[word] as string
    const length = text.length
    if (length !== end - start) return false
    for (let at = 0; at < length; at++) if (text.charCodeAt(at) !== codes[start + at]) return false
    return true
  }

  #add(slice: string, hash: number): number {
    // A long slice would keep its whole article in memory; a short one is a copy already.
    const text = slice.length < shortestSlice ? slice : Buffer.from(slice, 'utf16le').toString('utf16le')
    const shape = shapeOf(text)
    const lower = shape === Shape.lower ? text : text.toLowerCase()
    this.texts.push(text)
    this.lowers.push(lower.includes('’') ? lower.replaceAll('’', "'") : lower)
    this.entries.push(this.#lookup(lower))
    this.shapes.push(shape)
    this.#hashes.push(hash)
    return this.texts.length - 1
  }

  #grow(): void {
    const slots = new Int32Array(this.#slots.length * 2)
    const mask = slots.length - 1
    for (let word = 1; word < this.texts.length; word++) {
      let slot = (this.#hashes[word] as number) & mask
      while (slots[slot] !== 0) slot = (slot + 1) & mask
      slots[slot] = word
    }
    this.#slots = slots
  }
}

export function shapeOf(text: string): Shape {
  const first = isUpper(text.charCodeAt(0))
  let uppers = 0
  for (let at = 1; at < text.length; at++) if (isUpper(text.charCodeAt(at))) uppers++
  if (!first) return uppers === 0 ? Shape.lower : Shape.mixed
  if (uppers === 0) return Shape.capital
  return uppers === text.length - 1 ? Shape.upper : Shape.mixed
}
