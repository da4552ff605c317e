import type { Bead } from './align.ts'
import type { AlignedSource, Sentence } from './aligned-source.ts'
import { equivalentQuantity, isRatioOf, isReckoned, sameQuantity } from './compare-quantities.ts'
import { clearHead, headCloseness, isNearNumber, isOtherMoney, pairQuantities } from './pair-quantities.ts'
import type { Quantity } from './quantity.ts'

/** A number of the source and the other one that the translation has in its place. */
export interface Changed {
  readonly bead: Bead
  readonly source: Quantity
  readonly target: Quantity
  /** The same amount of other money. */
  readonly currency: boolean
  /** Do both stand before the same thing? */
  readonly sameHead: boolean
  /** Is there no other number that either could stand for? */
  readonly isClear: boolean
}

export interface QuantityDifferences {
  readonly changed: readonly Changed[]
  /** Numbers of the source that the translation has nowhere near. */
  readonly missing: readonly { readonly bead: Bead; readonly source: Quantity }[]
  /** Numbers of the translation that the source has nowhere near. */
  readonly added: readonly { readonly bead: Bead; readonly target: Quantity }[]
}

const fewestTrust = 0.55
const mostNumbers = 60
/** Beads to either side where a number may have gone. */
const reach = 2

const known = new WeakMap<AlignedSource, QuantityDifferences>()

/** Compares the numbers of each pair of aligned sentences; computed once for an article. */
export function quantityDifferences(aligned: AlignedSource): QuantityDifferences {
  let differences = known.get(aligned)
  if (differences === undefined) {
    differences = compare(aligned)
    known.set(aligned, differences)
  }
  return differences
}

interface Pairing {
  readonly bead: Bead
  readonly sources: readonly Quantity[]
  readonly targets: readonly Quantity[]
  readonly matched: Set<Quantity>
  /** Numbers of the source and those of the same sentence that mean the same. */
  readonly same: Map<Quantity, Quantity>
}

function compare(aligned: AlignedSource): QuantityDifferences {
  const changed: Changed[] = []
  const missing: { bead: Bead; source: Quantity }[] = []
  const added: { bead: Bead; target: Quantity }[] = []
  const pairings = aligned.beads.map((bead): Pairing => {
    const sources = quantitiesIn(aligned.source, bead.sourceFrom, bead.sourceTo)
    const targets = quantitiesIn(aligned.target, bead.targetFrom, bead.targetTo)
    // A table read as one sentence: nothing can be told, and all with all would take long.
    if (sources.length > mostNumbers || targets.length > mostNumbers) {
      return { bead, sources: [], targets: [], matched: new Set(), same: new Map() }
    }
    return { bead, sources, targets, matched: new Set(), same: new Map() }
  })
  const years = yearsOf(pairings)
  for (const pairing of pairings) match(pairing, changed, years)
  for (const [index, pairing] of pairings.entries()) {
    const near = pairings.slice(Math.max(0, index - reach), index + reach + 1)
    for (const source of pairing.sources) if (!pairing.matched.has(source)) moveBetween(source, near, pairing)
  }
  for (const { bead, sources, targets, matched, same } of pairings) {
    if (bead.trust < fewestTrust) continue
    for (const [source, target] of swapped(same, aligned)) {
      changed.push({ bead, source, target, currency: false, sameHead: true, isClear: true })
    }
    const unmatched = (quantity: Quantity) => !matched.has(quantity)
    const pairs = pairQuantities(
      sources.filter((source) => unmatched(source) && isComparedAlone(source)),
      targets.filter((target) => unmatched(target) && isComparedAlone(target)),
      aligned,
    )
    const paired = new Set(pairs.flatMap(({ source, target }) => [source, target]))
    for (const pair of pairs) changed.push({ ...pair, bead, currency: false })
    if (pairs.some(({ isClear }) => !isClear)) continue
    const isLeft = (quantity: Quantity) => unmatched(quantity) && !paired.has(quantity)
    // What is said twice on one side may be said once on the other; a vague word may stand for it.
    if (!targets.some(isLeft)) {
      for (const source of sources.filter((one) => isLeft(one) && isExact(one))) {
        if (!targets.some((target) => sameQuantity(source, target))) missing.push({ bead, source })
      }
    }
    if (sources.some(isLeft) || targets.some((target) => isLeft(target) && !isExact(target))) continue
    for (const target of targets.filter(isLeft)) {
      if (!sources.some((source) => sameQuantity(source, target))) added.push({ bead, target })
    }
  }
  // What is missing here and too much there has moved: an age that is told later.
  const moved = new Set(
    missing.flatMap((one) => {
      const other = added.find(({ target }) => sameQuantity(one.source, target))
      return other === undefined ? [] : [one, other]
    }),
  )
  const stays = <Difference extends (typeof missing | typeof added)[number]>(one: Difference) => !moved.has(one)
  return { changed, missing: missing.filter(stays), added: added.filter(stays) }
}

function yearsOf(pairings: readonly Pairing[]): Set<number> {
  const all = pairings.flatMap(({ sources, targets }) => [...sources, ...targets])
  return new Set(all.flatMap(({ kind, values }) => (kind === 'year' ? values : [])))
}

const mostSwapped = 12

/** Numbers that have changed places: 12 dead and 34 injured for 34 and 12; from 6% to 4% for from 4% to 6%. */
function swapped(same: ReadonlyMap<Quantity, Quantity>, aligned: AlignedSource): (readonly [Quantity, Quantity])[] {
  const found: (readonly [Quantity, Quantity])[] = []
  const pairs = [...same].filter(([source, target]) => isExact(source) && isExact(target))
  if (pairs.length > mostSwapped) return []
  const done = new Set<Quantity>()
  for (const [index, [source, target]] of pairs.entries()) {
    for (const [other, itsTarget] of pairs.slice(index + 1)) {
      if (done.has(source) || done.has(other) || source.values[0] === other.values[0]) continue
      if (source.kind !== other.kind || source.unit !== other.unit) continue
      const isTurned = source.end === 'from' && other.end === 'to' && target.end === 'to' && itsTarget.end === 'from'
      const near = (one: Quantity, two: Quantity) => headCloseness(aligned, one, two) >= clearHead
      const isCrossed =
        near(source, itsTarget) && near(other, target) && !near(source, target) && !near(other, itsTarget)
      if (!isTurned && !isCrossed) continue
      done.add(source).add(other)
      found.push([source, itsTarget], [other, target])
    }
  }
  return found
}

/** Counted, or an ordinal that can be mistaken for nothing else: a second is a time too, and a premier a minister. */
function isComparedAlone(quantity: Quantity): boolean {
  return (
    isExact(quantity) || isNearNumber(quantity) || (quantity.kind === 'ordinal' && (quantity.values[0] as number) > 2)
  )
}

/** Something that is counted: not the number in a name, a first or a third, dozens. */
function isExact({ kind, spelled }: Quantity): boolean {
  return kind !== 'vague' && kind !== 'code' && kind !== 'fraction' && !(kind === 'ordinal' && spelled)
}

/** The number stands in a sentence nearby. */
function moveBetween(source: Quantity, near: readonly Pairing[], home: Pairing): void {
  for (const { targets, matched } of near) {
    const target = targets.find((candidate) => !matched.has(candidate) && sameQuantity(source, candidate))
    if (target === undefined) continue
    matched.add(target)
    home.matched.add(source)
    return
  }
}

function quantitiesIn(sentences: readonly Sentence[], from: number, to: number): Quantity[] {
  return sentences.slice(from, to).flatMap(({ quantities }) => quantities)
}

/** The likeliest counterparts first; what is left has none in this bead. */
function match(
  { bead, sources, targets, matched, same }: Pairing,
  changed: Changed[],
  years: ReadonlySet<number>,
): void {
  const passes: readonly ((source: Quantity, target: Quantity) => boolean)[] = [
    (source, target) => isAlike(source, target) && sameQuantity(source, target),
    sameQuantity,
    equivalentQuantity,
    (source, target) => isReckoned(source, target, years),
  ]
  for (const fits of passes) {
    for (const source of sources) {
      if (matched.has(source)) continue
      const target = targets.find((candidate) => !matched.has(candidate) && fits(source, candidate))
      if (target === undefined) continue
      matched.add(source)
      matched.add(target)
      same.set(source, target)
      if (isOtherMoney(source, target) && bead.trust >= fewestTrust) {
        changed.push({ bead, source, target, currency: true, sameHead: true, isClear: true })
      }
    }
  }
  matchRatios(sources, targets, matched)
  matchRatios(targets, sources, matched)
}

/** `one in five` of the one side and 20% of the other */
function matchRatios(ratios: readonly Quantity[], shares: readonly Quantity[], matched: Set<Quantity>): void {
  for (const [index, below] of ratios.entries()) {
    if (matched.has(below)) continue
    const above = ratios[index - 1]
    const share = shares.find(
      (one) => !matched.has(one) && (isRatioOf(above, below, one) || isRatioOf(undefined, below, one)),
    )
    if (share === undefined) continue
    matched.add(below)
    matched.add(share)
    if (above !== undefined && isRatioOf(above, below, share)) matched.add(above)
  }
}

function isAlike(source: Quantity, target: Quantity): boolean {
  return (
    source.kind === target.kind && source.unit?.dimension === target.unit?.dimension && !isOtherMoney(source, target)
  )
}
