import type { AlignedSource, Sentence } from '../../bilingual/aligned-source.ts'
import type { Span } from '../../text/span.ts'

/** The last word of a sentence and its stop: where something is missing behind it. Prose offsets. */
export function endOfSentence({ tokens, from, to }: Sentence): Span {
  let word = to - 1
  while (word > from && !tokens.isWord(word)) word--
  return { start: tokens.start(word), end: tokens.end(to - 1) }
}

/** Does the source fit so well that what it says counts? */
export function isTrusted(aligned: AlignedSource | undefined): aligned is AlignedSource {
  return aligned !== undefined && aligned.trust >= fewestTrust
}

const fewestTrust = 0.6
