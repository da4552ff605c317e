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
