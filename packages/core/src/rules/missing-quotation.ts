import type { Sentence } from '../bilingual/aligned-source.ts'
import { TokenKind } from '../text/tokens.ts'
import { defineRule, type SegmentDraft } from './rule.ts'
import { besides, endOfSentence, isTrusted, quoted } from './support/source-places.ts'

/** Shorter ones are titles and single words, whose marks editors take away. */
const fewestWords = 6

/** Speech of the source that the translation does not mark as speech. */
export const missingQuotation = defineRule({
  id: 'missing-quotation',
  mqm: 'accuracy/omission',
  severity: 'minor',
  fix: 'none',
  needs: 'source',
  round: 'sure',
  priority: 26,
  summary: 'A quotation of the source text is no quotation here.',
  why: 'Where the marks get lost, what somebody said becomes what the paper says. Told only where no quotation mark stands in the sentence or beside it.',
  examples: {
    bad: [
      {
        text: `${besides.target} Hospitals in Bordeaux are going to close one after the other, the director said.`,
        source: `${besides.source} « Les hôpitaux de Bordeaux vont fermer les uns après les autres », a dit le directeur.`,
        expected: null,
        actual: 'said.',
      },
    ],
    good: [
      {
        text: `${besides.target} “Hospitals in Bordeaux are going to close one after the other,” the director said.`,
        source: `${besides.source} « Les hôpitaux de Bordeaux vont fermer les uns après les autres », a dit le directeur.`,
      },
      {
        text: `${besides.target} The director of the Bordeaux hospital spoke of an historic day.`,
        source: `${besides.source} Le directeur de l’hôpital de Bordeaux a parlé d’un jour « historique ».`,
      },
    ],
  },
  prepare: () => ({
    triggers: { every: true },
    *checkDocument({ aligned, segments }) {
      if (!isTrusted(aligned)) return
      const marked = aligned.target.map(hasMarks)
      for (const { sourceFrom, sourceTo, targetFrom, targetTo, trust } of aligned.beads) {
        if (trust < 0.7 || marked.slice(Math.max(0, targetFrom - 1), targetTo + 1).some(Boolean)) continue
        const speech = aligned.source
          .slice(sourceFrom, sourceTo)
          .map(speechOf)
          .find((text) => text !== undefined)
        const sentence = aligned.target[targetTo - 1]
        const view = segments[sentence?.segment ?? -1]
        if (speech === undefined || sentence === undefined || view === undefined) continue
        yield {
          view,
          ...endOfSentence(sentence),
          confidence: 0.56,
          weight: 0,
          expected: [],
          reason: `The source quotes this: ${quoted(speech)}`,
        } satisfies SegmentDraft
      }
    },
  }),
})

function hasMarks({ tokens, from, to, text }: Sentence): boolean {
  for (let at = from; at < to; at++) {
    if (tokens.kind(at) === TokenKind.quote && tokens.text(at) !== '’') return true
  }
  // Speech in a dialogue stands behind a dash, a name or a question in bold.
  return /^[–—-]/u.test(text) || /:\s/u.test(text)
}

function speechOf({ text }: Sentence): string | undefined {
  const speech = /«\s*([^«»]+?)\s*»/u.exec(text)?.[1]
  const words = speech?.match(/[\p{L}\p{N}]+/gu)?.length ?? 0
  return words >= fewestWords ? speech : undefined
}
