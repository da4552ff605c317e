import { nameDifferences } from '../bilingual/name-differences.ts'
import { defineRule, type SegmentDraft } from './rule.ts'
import { besides, isTrusted } from './support/source-places.ts'
import { isSpeaker } from './support/speaker.ts'

/** Words that are put into the mouth of somebody else than in the source text. */
export const speakerMismatch = defineRule({
  id: 'speaker-mismatch',
  mqm: 'accuracy/mistranslation',
  severity: 'critical',
  fix: 'review',
  needs: 'source',
  round: 'sure',
  priority: 68,
  mutes: ['garbled-name'],
  summary: 'The source text gives these words to somebody else.',
  why: 'A quotation that moves to another speaker is the gravest error of a news translation.',
  examples: {
    bad: [
      {
        text: `${besides.target} “The budget will be adopted,” said Gabriel Attal in parliament.`,
        source: `${besides.source} « Le budget sera adopté », a déclaré Bruno Retailleau au parlement.`,
        expected: `${besides.target} “The budget will be adopted,” said Bruno Retailleau in parliament.`,
        actual: 'Gabriel Attal',
      },
    ],
    good: [
      {
        text: `${besides.target} “The budget will be adopted,” the minister told parliament.`,
        source: `${besides.source} « Le budget sera adopté », a déclaré Bruno Retailleau au parlement.`,
      },
      'Without a source everybody may say everything: “Yes,” said Gabriel Attal.',
    ],
  },
  prepare: () => ({
    triggers: { every: true },
    *checkDocument({ aligned, segments }) {
      if (!isTrusted(aligned)) return
      for (const change of nameDifferences(aligned).changed) {
        const { sentence, from, to, wanted, partly, strange } = change
        const view = segments[sentence.segment]
        if (view === undefined || !isSpeaker(aligned, change)) continue
        yield {
          view,
          start: sentence.tokens.start(from),
          end: sentence.tokens.end(to - 1),
          confidence: partly || strange ? 0.88 : 0.75,
          weight: 0,
          expected: [wanted],
          reason: `In the source ${wanted} says this`,
        } satisfies SegmentDraft
      }
    },
  }),
})
