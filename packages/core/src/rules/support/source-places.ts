import type { Clue, TargetSide } from '../../bilingual/align.ts'
import type { AlignedSource, Sentence } from '../../bilingual/aligned-source.ts'
import type { Span } from '../../text/span.ts'

const fewestTrust = 0.6
const shown = 120

/** Two sentences that stand beside the one that an example is about: alignment needs company. */
export const besides = {
  target:
    'President Emmanuel Macron visited Marseille on Monday. Interior minister Gérald Darmanin accompanied the president in Marseille.',
  source:
    'Le président Emmanuel Macron a visité Marseille lundi. Le ministre de l’intérieur Gérald Darmanin accompagnait le président à Marseille.',
} as const

/** Does the source fit so well that what it says counts? */
export function isTrusted(aligned: AlignedSource | undefined): aligned is AlignedSource {
  return aligned !== undefined && aligned.trust >= fewestTrust
}

/** The last word of a sentence and its stop: where something is missing behind it. Prose offsets. */
export function endOfSentence({ tokens, from, to }: Sentence): Span {
  let word = to - 1
  while (word > from && !tokens.isWord(word)) word--
  return { start: tokens.start(word), end: tokens.end(to - 1) }
}

/** The sentence of the translation that holds a token. */
export function sentenceWith(aligned: AlignedSource, tokens: Sentence['tokens'], at: number): Sentence | undefined {
  return aligned.target.find((sentence) => sentence.tokens === tokens && sentence.from <= at && at < sentence.to)
}

/** Words of the source for a reason, cut where they are long. */
export function quoted(text: string): string {
  const plain = text.replace(/\s+/gu, ' ')
  return plain.length > shown ? `“${plain.slice(0, shown)}…”` : `“${plain}”`
}

/** The last sentence of the translation that stands against the paragraph of the source. */
export function counterpartOf({ beads, source, target }: AlignedSource, segment: number) {
  const bead = beads.findLast(
    ({ sourceFrom, sourceTo, targetFrom, targetTo, trust }) =>
      trust >= 0.6 &&
      targetTo > targetFrom &&
      source.slice(sourceFrom, sourceTo).some((one) => one.segment === segment),
  )
  return bead === undefined ? undefined : target[bead.targetTo - 1]
}

/** How many sentences to either side a sentence may have gone. */
const farthest = 30
/** Share of what a sentence says that another one must have before it counts as the same; less where that one stands alone. */
const mostOfIt = 0.5
const someOfIt = 0.34

/** A word that is no name and that no table knows says little: its beginning may be that of any other. */
const unknownShare = 0.3

function weightOf({ anchors, weight }: Clue): number {
  return weight > 1 || anchors.some((anchor) => /^[=#]/u.test(anchor)) ? weight : weight * unknownShare
}

function sharedWeight(clues: readonly Clue[], { anchors }: TargetSide): number {
  return clues.reduce((sum, clue) => (clue.anchors.some((one) => anchors.has(one)) ? sum + weightOf(clue) : sum), 0)
}

/** Does the translation have the sentence of the source in another place? */
export function isMovedSource({ source, target, beads }: AlignedSource, index: number, around: number): boolean {
  const clues = source[index]?.clues ?? []
  const all = clues.reduce((sum, clue) => sum + weightOf(clue), 0)
  const alone = new Set(beads.filter(({ trust }) => trust === 0).map(({ targetFrom }) => targetFrom))
  const from = Math.max(0, around - farthest)
  return target.slice(from, around + farthest).some((other, offset) => {
    const share = alone.has(from + offset) ? someOfIt : mostOfIt
    return sharedWeight(clues, other) >= Math.max(2, all) * share
  })
}

/** Does the source have the sentence of the translation in another place? */
export function isMovedTarget({ source, target, beads }: AlignedSource, index: number, around: number): boolean {
  const sentence = target[index]
  if (sentence === undefined) return false
  const alone = new Set(beads.filter(({ trust }) => trust === 0).map(({ sourceFrom }) => sourceFrom))
  const from = Math.max(0, around - farthest)
  return source.slice(from, around + farthest).some(({ clues }, offset) => {
    const share = alone.has(from + offset) ? someOfIt : mostOfIt
    return sharedWeight(clues, sentence) >= Math.max(2, sentence.weight) * share
  })
}
