import type { Bead } from './align.ts'
import type { AlignedSource, Sentence } from './aligned-source.ts'
import { equivalentQuantity, isRatioOf, sameQuantity } from './compare-quantities.ts'
import type { Quantity } from './quantities.ts'
import { anchorsOfTarget } from './translations.ts'

/** A number of the source and the other one that the translation has in its place. */
export interface Changed {
  readonly bead: Bead
  readonly source: Quantity
  readonly target: Quantity
  /** The same amount of other money. */
  readonly currency: boolean
  /** Do both stand before the same thing? */
  readonly sameHead: boolean
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
      return { bead, sources: [], targets: [], matched: new Set() }
    }
    return { bead, sources, targets, matched: new Set() }
  })
  for (const pairing of pairings) match(pairing, changed, aligned)
  for (const [index, pairing] of pairings.entries()) {
    const near = pairings.slice(Math.max(0, index - reach), index + reach + 1)
    for (const source of pairing.sources) if (!pairing.matched.has(source)) moveBetween(source, near, pairing)
  }
  for (const { bead, sources, targets, matched } of pairings) {
    if (bead.trust < fewestTrust) continue
    const left = sources.filter((source) => !matched.has(source) && isExact(source))
    const right = targets.filter((target) => !matched.has(target) && isExact(target))
    const pairs = pairUp(left, right, aligned)
    for (const [source, target] of pairs) {
      changed.push({ bead, source, target, currency: false, sameHead: sameHead(aligned, source, target) })
    }
    // What is said twice on one side may be said once on the other; a vague word may stand for it.
    if (pairs.length > 0 || targets.some((target) => !matched.has(target) && !isExact(target))) continue
    if (right.length === 0) {
      for (const source of left) {
        if (!targets.some((target) => sameQuantity(source, target))) missing.push({ bead, source })
      }
    }
    if (left.length > 0 || sources.some((source) => !matched.has(source))) continue
    for (const target of right) {
      if (!sources.some((source) => sameQuantity(source, target))) added.push({ bead, target })
    }
  }
  return { changed, missing, added }
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
function match({ bead, sources, targets, matched }: Pairing, changed: Changed[], aligned: AlignedSource): void {
  const passes: readonly ((source: Quantity, target: Quantity) => boolean)[] = [
    (source, target) => isAlike(source, target) && sameQuantity(source, target),
    sameQuantity,
    equivalentQuantity,
  ]
  for (const fits of passes) {
    for (const source of sources) {
      if (matched.has(source)) continue
      const target = targets.find((candidate) => !matched.has(candidate) && fits(source, candidate))
      if (target === undefined) continue
      matched.add(source)
      matched.add(target)
      if (isOtherMoney(source, target) && bead.trust >= fewestTrust) {
        changed.push({ bead, source, target, currency: true, sameHead: sameHead(aligned, source, target) })
      }
    }
  }
  for (const [index, source] of sources.entries()) {
    if (matched.has(source)) continue
    const share = targets.find(
      (target) =>
        !matched.has(target) && (isRatioOf(sources[index - 1], source, target) || isRatioOf(undefined, source, target)),
    )
    if (share === undefined) continue
    matched.add(source)
    matched.add(share)
    const before = sources[index - 1]
    if (before !== undefined && isRatioOf(before, source, share)) matched.add(before)
  }
}

function isAlike(source: Quantity, target: Quantity): boolean {
  return (
    source.kind === target.kind && source.unit?.dimension === target.unit?.dimension && !isOtherMoney(source, target)
  )
}

function isOtherMoney({ unit: from }: Quantity, { unit: to }: Quantity): boolean {
  return from?.dimension === 'money' && to?.dimension === 'money' && from.code !== to.code
}

function pairUp(
  sources: readonly Quantity[],
  targets: readonly Quantity[],
  aligned: AlignedSource,
): (readonly [Quantity, Quantity])[] {
  const pairs: (readonly [Quantity, Quantity])[] = []
  const left = new Set(targets)
  for (const source of sources) {
    const candidates = likest(
      source,
      [...left].filter((target) => isComparable(source, target)),
    )
    const [only] = candidates
    const rivals =
      only === undefined
        ? []
        : likest(
            only,
            sources.filter((other) => isComparable(other, only)),
          )
    // Several: only those that stand before the same thing or share their digits.
    const target =
      candidates.length === 1 && rivals.length === 1 && rivals[0] === source
        ? only
        : candidates.find((candidate) => sameHead(aligned, source, candidate) || sharesDigits(source, candidate))
    if (target === undefined) continue
    left.delete(target)
    pairs.push([source, target])
  }
  return pairs
}

/** Digits are more likely translated by digits, and words by words. */
function likest(quantity: Quantity, others: readonly Quantity[]): readonly Quantity[] {
  const alike = others.filter(({ spelled }) => spelled === quantity.spelled)
  return alike.length === 0 ? others : alike
}

/** Could the one stand in the place of the other? */
function isComparable(source: Quantity, target: Quantity): boolean {
  if (source.kind === 'vague' || target.kind === 'vague') return false
  if (source.kind === 'date' || target.kind === 'date') return source.kind === target.kind
  if (target.hasMeridiem || source.hasMeridiem) return source.minutes.length > 0 && target.minutes.length > 0
  for (const kind of ['ordinal', 'fraction', 'decade', 'code'] as const) {
    if (source.kind === kind || target.kind === kind) return source.kind === target.kind
  }
  if (isOtherMoney(source, target)) return false
  const from = source.unit?.dimension
  const to = target.unit?.dimension
  return from === undefined || to === undefined || from === to
}

function sharesDigits(source: Quantity, target: Quantity): boolean {
  const sort = ({ mantissa }: Quantity) => [...String(mantissa).replace(/[.0]/gu, '')].sort().join('')
  return sort(source) === sort(target)
}

const headWords = 4

/** Is there a translation of a word near the one number near the other? */
function sameHead(aligned: AlignedSource, source: Quantity, target: Quantity): boolean {
  const anchors = new Set<string>()
  for (let at = target.to; at < Math.min(target.tokens.count, target.to + headWords); at++) {
    if (!target.tokens.isWord(at)) continue
    for (const anchor of anchorsOfTarget(target.tokens.lower(at), false)) anchors.add(anchor)
  }
  for (let at = source.to; at < Math.min(source.tokens.count, source.to + headWords); at++) {
    if (!source.tokens.isWord(at)) continue
    if (aligned.translations.of(source.tokens.lower(at), false).some((anchor) => anchors.has(anchor))) return true
  }
  return false
}
