/** What alignment looks at. */
interface Alignable {
  readonly text: string
  readonly anchors: ReadonlySet<string>
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
]
/** English is a little shorter than the French it comes from. */
const lengthRatio = 0.9
const widestBand = 60
/** Cells of the table at most, but for the narrowest band: memory and time stay linear. */
const budget = 4_000_000

/**
 * Aligns two lists of sentences in order: dynamic programming by length and shared anchors, in a band around the
 * diagonal. Linear in the number of sentences.
 */
export function alignSentences(source: readonly Alignable[], target: readonly Alignable[]): Bead[] {
  const rows = source.length + 1
  const columns = target.length + 1
  const slope = (columns - 1) / Math.max(1, rows - 1)
  const half = Math.ceil(slope) + Math.min(widestBand, Math.max(8, Math.floor(budget / rows / 2)))
  // A text many times as long as the other is no translation of it, and would need a band as wide as itself.
  if (slope > 20 || rows > columns * 20) return apart(source.length, target.length)
  const width = 2 * half + 1
  const low = (row: number): number => Math.round(row * slope) - half
  const cost = new Float32Array(rows * width).fill(Number.POSITIVE_INFINITY)
  const chosen = new Uint8Array(rows * width)
  cost[0 - low(0)] = 0
  for (let row = 0; row < rows; row++) {
    const first = low(row)
    for (let column = Math.max(0, first); column < Math.min(columns, first + width); column++) {
      if (row === 0 && column === 0) continue
      const cell = row * width + column - first
      for (const [kind, [down, right, prior]] of kinds.entries()) {
        const row0 = row - down
        const column0 = column - right
        if (row0 < 0 || column0 < 0) continue
        const offset = column0 - low(row0)
        if (offset < 0 || offset >= width) continue
        const before = cost[row0 * width + offset] as number
        if (before === Number.POSITIVE_INFINITY) continue
        const pair = down > 0 && right > 0 ? distance(source, row0, row, target, column0, column) : 0
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
    const trust = down > 0 && right > 0 ? fit(source, sourceFrom, row, target, targetFrom, column) : 0
    beads.push({ sourceFrom, sourceTo: row, targetFrom, targetTo: column, trust })
    row = sourceFrom
    column = targetFrom
  }
  return beads.reverse()
}

function apart(sources: number, targets: number): Bead[] {
  return [{ sourceFrom: 0, sourceTo: sources, targetFrom: 0, targetTo: targets, trust: 0 }]
}

type Side = readonly Alignable[]

function distance(source: Side, from: number, to: number, target: Side, start: number, end: number): number {
  const delta = Math.abs(Math.log((lengthOf(target, start, end) + 8) / (lengthOf(source, from, to) * lengthRatio + 8)))
  return 4 * delta + 4.5 - 9 * Math.min(0.7, overlap(source, from, to, target, start, end))
}

function fit(source: Side, from: number, to: number, target: Side, start: number, end: number): number {
  const delta = Math.abs(Math.log((lengthOf(target, start, end) + 8) / (lengthOf(source, from, to) * lengthRatio + 8)))
  return Math.max(0, Math.min(1, overlap(source, from, to, target, start, end) * 2.5) - Math.max(0, delta - 0.4))
}

function lengthOf(side: Side, from: number, to: number): number {
  let length = 0
  for (let at = from; at < to; at++) length += (side[at] as Alignable).text.length
  return length
}

/** Shared anchors, as a share of the side that has fewer. */
function overlap(source: Side, from: number, to: number, target: Side, start: number, end: number): number {
  let sources = 0
  let targets = 0
  let shared = 0
  for (let other = start; other < end; other++) targets += (target[other] as Alignable).anchors.size
  for (let at = from; at < to; at++) {
    const { anchors } = source[at] as Alignable
    sources += anchors.size
    for (const anchor of anchors) {
      for (let other = start; other < end; other++) {
        if ((target[other] as Alignable).anchors.has(anchor)) {
          shared++
          break
        }
      }
    }
  }
  return shared / Math.max(2, Math.min(sources, targets))
}
