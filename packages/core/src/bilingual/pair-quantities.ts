import type { AlignedSource } from './aligned-source.ts'
import type { Quantity } from './quantity.ts'
import { anchorsOfTarget } from './translations.ts'

/** Two quantities of aligned sentences that stand in each other's place. */
export interface QuantityPair {
  readonly source: Quantity
  readonly target: Quantity
  /** Do both stand before the same thing? */
  readonly sameHead: boolean
  /** Is there nothing else that either could stand for, or do both stand before the same thing or share their digits? */
  readonly isClear: boolean
}

/** What speaks for a pair. Heads tell the most, order the least: translations keep it more often than not. */
const weights = { head: 4, digits: 3, unit: 2, kind: 1, spelling: 1, scale: 1, order: 1.5 }

/**
 * Pairs quantities that have no counterpart on the other side: the best pair first. Each stands in one pair at most; what is
 * left stands for none.
 */
export function pairQuantities(
  sources: readonly Quantity[],
  targets: readonly Quantity[],
  aligned: AlignedSource,
): QuantityPair[] {
  const candidates: (QuantityPair & { readonly score: number })[] = []
  const likestSources = new Map(
    targets.map((target) => [
      target,
      likest(
        target,
        sources.filter((source) => isComparable(source, target)),
      ),
    ]),
  )
  for (const [row, source] of sources.entries()) {
    const rivals = targets.filter((target) => isComparable(source, target))
    const likestTargets = likest(source, rivals)
    for (const target of rivals) {
      const head = headCloseness(aligned, source, target)
      if (source.spelled && target.spelled && source.kind === 'ordinal' && head < clearHead) continue
      const digits = sharesDigits(source, target)
      const isOnly =
        likestTargets.length === 1 && likestTargets[0] === target && likestSources.get(target)?.length === 1
      const apart = Math.abs(place(row, sources) - place(targets.indexOf(target), targets))
      candidates.push({
        source,
        target,
        sameHead: head > 0,
        isClear: isOnly || head > 0 || digits,
        score:
          weights.head * head +
          (digits ? weights.digits : 0) +
          (source.unit !== undefined && source.unit.dimension === target.unit?.dimension ? weights.unit : 0) +
          (source.kind === target.kind ? weights.kind : 0) +
          (source.spelled === target.spelled ? weights.spelling : 0) +
          (source.scale === target.scale ? weights.scale : 0) +
          weights.order * (1 - apart),
      })
    }
  }
  candidates.sort((one, other) => other.score - one.score)
  const done = new Set<Quantity>()
  const pairs: QuantityPair[] = []
  for (const { source, target, sameHead, isClear } of candidates) {
    if (done.has(source) || done.has(target)) continue
    done.add(source).add(target)
    pairs.push({ source, target, sameHead, isClear })
  }
  return pairs
}

/** Where in its list, 0 to 1. */
function place(index: number, list: readonly Quantity[]): number {
  return list.length === 1 ? 0.5 : index / (list.length - 1)
}

/** Digits are more likely translated by digits, and words by words. */
function likest(quantity: Quantity, others: readonly Quantity[]): readonly Quantity[] {
  const alike = others.filter(({ spelled }) => spelled === quantity.spelled)
  return alike.length === 0 ? others : alike
}

/** Could the one stand in the place of the other? */
function isComparable(source: Quantity, target: Quantity): boolean {
  if (source.kind === 'vague' || target.kind === 'vague') {
    return isNearNumber(source) && target.kind === 'plain' && target.unit === undefined
  }
  if (source.kind === 'date' || target.kind === 'date') return source.kind === target.kind
  if (target.hasMeridiem || source.hasMeridiem) return source.minutes.length > 0 && target.minutes.length > 0
  for (const kind of ['ordinal', 'fraction', 'decade', 'century', 'code'] as const) {
    if (source.kind === kind || target.kind === kind) return source.kind === target.kind
  }
  if (isOtherMoney(source, target)) return false
  const from = source.unit?.dimension
  const to = target.unit?.dimension
  return from === undefined || to === undefined || from === to
}

const fewestCounted = 8

/** `une trentaine`; not `plusieurs`, `des dizaines`, `un duo` */
export function isNearNumber({ kind, approximate, values: [value = 0] }: Quantity): boolean {
  return kind === 'vague' && approximate && value >= fewestCounted
}

/** Is it the same sort of thing in another currency? */
export function isOtherMoney({ unit: from }: Quantity, { unit: to }: Quantity): boolean {
  return from?.dimension === 'money' && to?.dimension === 'money' && from.code !== to.code
}

function sharesDigits(source: Quantity, target: Quantity): boolean {
  const sort = ({ mantissa }: Quantity) => [...String(mantissa).replace(/[.0]/gu, '')].sort().join('')
  return sort(source) === sort(target)
}

const headWords = 4
/** From here on two numbers stand before the same thing, and not only near it. */
export const clearHead = 0.5

/** How near a word behind the one number stands to its translation behind the other: 1 where both follow at once, 0 for none. */
export function headCloseness(aligned: AlignedSource, source: Quantity, target: Quantity): number {
  const anchors = new Map<string, number>()
  for (const { word, far } of wordsBehind(target)) {
    for (const anchor of anchorsOfTarget(word, false)) if (!anchors.has(anchor)) anchors.set(anchor, far)
  }
  let closest = 0
  for (const { word, far } of wordsBehind(source)) {
    for (const anchor of aligned.translations.of(word, false)) {
      const other = anchors.get(anchor)
      if (other !== undefined) closest = Math.max(closest, 1 / (1 + far + other))
    }
  }
  return closest
}

function wordsBehind({ tokens, to, numberTo, unit }: Quantity): { readonly word: string; readonly far: number }[] {
  const words: { word: string; far: number }[] = []
  // The unit is a head too: 12 points and 12 seats.
  const from = unit === undefined ? to : numberTo
  let far = 0
  for (let at = from; at < Math.min(tokens.count, to + headWords); at++) {
    if (tokens.isWord(at)) words.push({ word: tokens.lower(at), far: far++ })
  }
  return words
}
