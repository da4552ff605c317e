import type { Bead } from '../../bilingual/align.ts'
import type { AlignedSource } from '../../bilingual/aligned-source.ts'
import { sourceNames, targetNames } from '../../bilingual/name-words.ts'
import { anchorsOfTarget } from '../../bilingual/translations.ts'
import { isSameSpeaker, type Quotation, type Speaker, sourceQuotations, targetQuotations } from './quoted-speech.ts'

/** A quotation that the translation gives to somebody else than the source does. */
export interface MovedQuotation {
  /** Whom the translation names. */
  readonly speaker: Speaker
  /** Whom it ought to name. */
  readonly wanted: string
  /** Have two speakers exchanged what they say? */
  readonly isExchange: boolean
}

interface Pair {
  readonly source: Quotation
  readonly target: Quotation
}

/** Finds quotations of both texts that say the same, and tells those whose speakers differ. */
export function movedQuotations(aligned: AlignedSource): MovedQuotation[] {
  const pairs = pairsOf(aligned, sourceQuotations(aligned), targetQuotations(aligned))
  const other = pairs.filter((pair) => isSameSpeaker(aligned, pair.source.speaker, pair.target.speaker) === false)
  const is = (source: Quotation, target: Quotation) => isSameSpeaker(aligned, source.speaker, target.speaker) === true
  return other.flatMap((pair): MovedQuotation[] => {
    const { speaker } = pair.target
    const partner = other.find((one) => is(pair.source, one.target) && is(one.source, pair.target))
    if (partner !== undefined) return [{ speaker, wanted: textOf(partner.target.speaker), isExchange: true }]
    if (!isAlone(aligned, pair)) return []
    // The name as the translation writes it in another place.
    const known = pairs.find((one) => is(pair.source, one.target))?.target.speaker
    const text = textOf(pair.source.speaker)
    const wanted = known === undefined ? (aligned.translations.english(text) ?? text) : textOf(known)
    return [{ speaker, wanted, isExchange: false }]
  })
}

/** Is neither speaker named in the other sentence? Nouns tell nothing by themselves: an editor varies them. */
function isAlone(aligned: AlignedSource, { source, target }: Pair): boolean {
  if (source.speaker.names.length === 0) return false
  const ofTarget = targetNames(target.speaker.sentence)
  if (isSameSpeaker(aligned, source.speaker, { ...target.speaker, names: ofTarget }) === true) return false
  const ofSource = sourceNames(source.speaker.sentence, aligned)
  return isSameSpeaker(aligned, { ...source.speaker, names: ofSource }, target.speaker) === false
}

function textOf({ sentence: { tokens }, from, to }: Speaker): string {
  return tokens.prose.slice(tokens.start(from), tokens.end(to - 1))
}

/** How far from its place in order a quotation may stand in the translation. */
const reach = 8
const fewestShared = 2
const leastFit = 0.3
/** How much better than any other a quotation must fit. */
const margin = 1.5

/** Quotations that fit each other better than any other. */
function pairsOf(aligned: AlignedSource, sources: readonly Quotation[], targets: readonly Quotation[]): Pair[] {
  const clues = sources.map((quotation) => sourceClues(aligned, quotation))
  const anchors = targets.map(targetAnchors)
  const beads = {
    source: sources.map((quotation) => beadOf(aligned, quotation, 'source')),
    target: targets.map((quotation) => beadOf(aligned, quotation, 'target')),
  }
  const slope = targets.length / Math.max(1, sources.length)
  const fits = sources.map((_, row) =>
    targets.map((_, column) => {
      if (Math.abs(row * slope - column) > reach) return 0
      const isAligned = beads.target[column] !== undefined && beads.target[column] === beads.source[row]
      return fitOf(clues[row] ?? [], anchors[column] ?? new Set(), isAligned)
    }),
  )
  return sources.flatMap((source, row) => {
    const own = fits[row] ?? []
    const column = own.indexOf(Math.max(...own))
    const target = targets[column]
    const fit = own[column] ?? 0
    if (target === undefined || fit < leastFit) return []
    const isBest = (other: number | undefined) => fit >= margin * (other ?? 0)
    const unrivalled =
      own.every((other, at) => at === column || isBest(other)) &&
      fits.every((others, at) => at === row || isBest(others[column]))
    return unrivalled ? [{ source, target }] : []
  })
}

function sourceClues(aligned: AlignedSource, { tokens, open, close }: Quotation): (readonly string[])[] {
  const clues: (readonly string[])[] = []
  for (let at = open + 1; at < close; at++) {
    const word = tokens.lower(at)
    if (!tokens.isWord(at) || aligned.smallWords.has(word)) continue
    const anchors = aligned.translations.of(word, tokens.isCapitalised(at))
    if (anchors.length > 0) clues.push(anchors)
  }
  return clues
}

function targetAnchors({ tokens, open, close }: Quotation): Set<string> {
  const anchors = new Set<string>()
  for (let at = open + 1; at < close; at++) {
    if (!tokens.isWord(at)) continue
    for (const anchor of anchorsOfTarget(tokens.lower(at), tokens.isCapitalised(at))) anchors.add(anchor)
  }
  return anchors
}

/** The aligned sentences that the quotation begins in; undefined where they are not to be trusted. */
function beadOf(aligned: AlignedSource, { tokens, open }: Quotation, side: 'source' | 'target'): Bead | undefined {
  const index = aligned[side].findIndex((one) => one.tokens === tokens && one.from <= open + 1 && open + 1 < one.to)
  const [from, to] = side === 'source' ? (['sourceFrom', 'sourceTo'] as const) : (['targetFrom', 'targetTo'] as const)
  return aligned.beads.find((bead) => bead.trust >= fewestTrust && bead[from] <= index && index < bead[to])
}

const fewestTrust = 0.6
/** What it counts that alignment took the sentences for the same. */
const alignment = 0.35

/** What part of the telling words of the source the translation has; 0 where it says too little. */
function fitOf(clues: readonly (readonly string[])[], anchors: ReadonlySet<string>, isAligned: boolean): number {
  const shared = clues.filter((wanted) => wanted.some((anchor) => anchors.has(anchor))).length
  if (shared < (isAligned ? 1 : fewestShared)) return 0
  return shared / clues.length + (isAligned ? alignment : 0)
}
