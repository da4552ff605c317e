/** A sentence of the source, as alignment sees it. */
export interface SourceSide {
  readonly length: number
  /** For each telling word or number: what the translation may have for it, and how much it says. */
  readonly clues: readonly Clue[]
  readonly startsParagraph: boolean
}

export interface Clue {
  readonly anchors: readonly string[]
  readonly weight: number
}

/** A sentence of the translation. */
export interface TargetSide {
  readonly length: number
  /** What it has, each with its weight. */
  readonly anchors: ReadonlyMap<string, number>
  /** Sum of the weights of its telling words. */
  readonly weight: number
  readonly startsParagraph: boolean
}

/** Sentences of the source and what became of them; one side may be empty. Ends are exclusive. */
export interface Bead {
  readonly sourceFrom: number
  readonly sourceTo: number
  readonly targetFrom: number
  readonly targetTo: number
  /** How well both sides fit, 0 to 1; 0 where one is empty. */
  readonly trust: number
}

/** Source and target sentences of a bead, and what the kind costs beforehand (after Gale & Church 1993). */
const kinds: readonly (readonly [number, number, number])[] = [
  [1, 1, 0],
  [1, 0, 3.6],
  [0, 1, 3.6],
  [2, 1, 1.8],
  [1, 2, 1.8],
  [2, 2, 3.2],
  [3, 1, 3.4],
  [1, 3, 3.4],
]
const downs = Uint8Array.from(kinds, ([down]) => down)
const rights = Uint8Array.from(kinds, ([, right]) => right)
const priors = Float64Array.from(kinds, ([, , prior]) => prior)
/** English is a little shorter than the French it comes from. */
const lengthRatio = 0.9
const widestBand = 50
const mostOverlap = 0.7
const overlapValue = 9
const unlikeness = 4.5
/** What a pair costs that fits as well as can be. */
const cheapestPair = unlikeness - overlapValue * mostOverlap
/** Cells of the table at most, but for the narrowest band: memory and time stay linear. */
const budget = 4_000_000
/** What a paragraph costs that begins on one side only. */
const brokenParagraph = 0.7
/** What the side that says more counts for: a sentence that adds nothing to a pair costs. */
const greaterShare = 0.3

/**
 * Aligns two lists of sentences in order: dynamic programming by length, paragraphs and shared anchors, in a band around
 * the diagonal. Linear in the number of sentences.
 */
export function alignSentences(source: readonly SourceSide[], target: readonly TargetSide[]): Bead[] {
  const rows = source.length + 1
  const columns = target.length + 1
  const slope = (columns - 1) / Math.max(1, rows - 1)
  const half = Math.ceil(slope) + Math.min(widestBand, Math.max(8, Math.floor(budget / rows / 2)))
  // A text many times as long as the other is no translation of it, and would need a band as wide as itself.
  if (slope > 20 || rows > columns * 20) return apart(source.length, target.length)
  const width = 2 * half + 1
  const low = (row: number): number => Math.round(row * slope) - half
  const pairs = new Pairs(source, target, width, low)
  const cost = new Float32Array(rows * width).fill(Number.POSITIVE_INFINITY)
  const chosen = new Uint8Array(rows * width)
  cost[0 - low(0)] = 0
  for (let row = 0; row < rows; row++) {
    const first = low(row)
    for (let column = Math.max(0, first); column < Math.min(columns, first + width); column++) {
      if (row === 0 && column === 0) continue
      const cell = row * width + column - first
      for (let kind = 0; kind < kinds.length; kind++) {
        const down = downs[kind] as number
        const right = rights[kind] as number
        const prior = priors[kind] as number
        const row0 = row - down
        const column0 = column - right
        if (row0 < 0 || column0 < 0) continue
        const offset = column0 - low(row0)
        if (offset < 0 || offset >= width) continue
        const before = cost[row0 * width + offset] as number
        // Most ways are dearer already, however well the sentences fit.
        if (before + prior + (down > 0 && right > 0 ? cheapestPair : 0) >= (cost[cell] as number)) continue
        const pair = down > 0 && right > 0 ? pairs.distance(row0, row, column0, column) : 0
        if (before + prior + pair < (cost[cell] as number)) {
          cost[cell] = before + prior + pair
          chosen[cell] = kind
        }
      }
    }
  }
  const beads: Bead[] = []
  for (let row = rows - 1, column = columns - 1; row > 0 || column > 0; ) {
    const [down, right] = kinds[chosen[row * width + column - low(row)] as number] as readonly [number, number, number]
    const sourceFrom = row - down
    const targetFrom = column - right
    if (sourceFrom < 0 || targetFrom < 0) return apart(source.length, target.length)
    const trust = down > 0 && right > 0 ? pairs.fit(sourceFrom, row, targetFrom, column) : 0
    beads.push({ sourceFrom, sourceTo: row, targetFrom, targetTo: column, trust })
    row = sourceFrom
    column = targetFrom
  }
  return beads.reverse()
}

function apart(sources: number, targets: number): Bead[] {
  return [{ sourceFrom: 0, sourceTo: sources, targetFrom: 0, targetTo: targets, trust: 0 }]
}

/** How well sentences fit; what two sentences share is counted once. */
class Pairs {
  readonly #source: readonly SourceSide[]
  readonly #target: readonly TargetSide[]
  readonly #width: number
  readonly #low: (row: number) => number
  readonly #shared: Float32Array
  readonly #sourceLengths: Float64Array
  readonly #sourceWeights: Float64Array
  readonly #targetLengths: Float64Array
  readonly #targetWeights: Float64Array

  constructor(
    source: readonly SourceSide[],
    target: readonly TargetSide[],
    width: number,
    low: (row: number) => number,
  ) {
    this.#source = source
    this.#target = target
    this.#width = width + 2
    this.#low = low
    this.#shared = new Float32Array(source.length * this.#width).fill(-1)
    this.#sourceLengths = sums(source, ({ length }) => length)
    this.#sourceWeights = sums(source, ({ clues }) => clues.reduce((total, { weight }) => total + weight, 0))
    this.#targetLengths = sums(target, ({ length }) => length)
    this.#targetWeights = sums(target, ({ weight }) => weight)
  }

  distance(from: number, to: number, start: number, end: number): number {
    return (
      4 * this.#delta(from, to, start, end) +
      unlikeness -
      overlapValue * Math.min(mostOverlap, this.#overlap(from, to, start, end)) +
      this.#paragraphs(from, to, start, end)
    )
  }

  fit(from: number, to: number, start: number, end: number): number {
    const shared = Math.min(1, this.#overlap(from, to, start, end) * 2.2)
    return Math.max(0, shared - Math.max(0, this.#delta(from, to, start, end) - 0.4))
  }

  #delta(from: number, to: number, start: number, end: number): number {
    const sources = sum(this.#sourceLengths, from, to)
    const targets = sum(this.#targetLengths, start, end)
    return Math.abs(Math.log((targets + 8) / (sources * lengthRatio + 8)))
  }

  /** What both sides share, as a part of the side that says less, and a little of the other. */
  #overlap(from: number, to: number, start: number, end: number): number {
    const sources = sum(this.#sourceWeights, from, to)
    const targets = sum(this.#targetWeights, start, end)
    let shared = 0
    for (let at = from; at < to; at++) {
      for (let other = start; other < end; other++) shared += this.#sharedBy(at, other)
    }
    const less = Math.min(sources, targets)
    return shared / Math.max(2, less + greaterShare * (Math.max(sources, targets) - less))
  }

  #sharedBy(row: number, column: number): number {
    const offset = column - this.#low(row) + 1
    const cell = row * this.#width + offset
    const inside = offset >= 0 && offset < this.#width
    const known = inside ? (this.#shared[cell] as number) : -1
    if (known >= 0) return known
    const { anchors } = this.#target[column] as TargetSide
    let shared = 0
    const { clues } = this.#source[row] as SourceSide
    for (let at = 0; at < clues.length; at++) {
      const { anchors: wanted, weight } = clues[at] as Clue
      for (let index = 0; index < wanted.length; index++) {
        if (!anchors.has(wanted[index] as string)) continue
        shared += weight
        break
      }
    }
    if (inside) this.#shared[cell] = shared
    return shared
  }

  #paragraphs(from: number, to: number, start: number, end: number): number {
    const left = (this.#source[from] as SourceSide).startsParagraph
    const right = (this.#target[start] as TargetSide).startsParagraph
    let cost = left === right ? 0 : brokenParagraph
    for (let at = from + 1; at < to; at++) if ((this.#source[at] as SourceSide).startsParagraph) cost += brokenParagraph
    for (let at = start + 1; at < end; at++)
      if ((this.#target[at] as TargetSide).startsParagraph) cost += brokenParagraph
    return cost
  }
}

/** Sums up to each sentence, so that those of any stretch are one subtraction. */
function sums<Side>(sentences: readonly Side[], of: (sentence: Side) => number): Float64Array {
  const all = new Float64Array(sentences.length + 1)
  for (const [index, sentence] of sentences.entries()) all[index + 1] = (all[index] as number) + of(sentence)
  return all
}

function sum(all: Float64Array, from: number, to: number): number {
  return (all[to] as number) - (all[from] as number)
}
