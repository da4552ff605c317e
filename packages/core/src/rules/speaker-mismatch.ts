import { nameDifferences } from '../bilingual/name-differences.ts'
import { defineRule, type SegmentDraft } from './rule.ts'
import { movedQuotations } from './support/moved-quotations.ts'
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
      {
        text: `${besides.target} “This budget is a disaster for the hospitals,” said Bruno Retailleau. “The hospital will receive three billion euros,” replied Gabriel Attal.`,
        source: `${besides.source} « Ce budget est un désastre pour les hôpitaux », a déclaré Gabriel Attal. « L’hôpital recevra trois milliards d’euros », a répondu Bruno Retailleau.`,
        expected: `${besides.target} “This budget is a disaster for the hospitals,” said Gabriel Attal. “The hospital will receive three billion euros,” replied Bruno Retailleau.`,
        actual: 'Bruno Retailleau',
      },
      {
        text: `${besides.target} The prefect said: “The bridge over the river remains closed.” “The families are exhausted by these floods,” the mayor said.`,
        source: `${besides.source} Le maire a déclaré : « Le pont sur la rivière reste fermé. » « Les familles sont épuisées par ces inondations », a dit le préfet.`,
        expected: `${besides.target} The mayor said: “The bridge over the river remains closed.” “The families are exhausted by these floods,” the prefect said.`,
        actual: 'prefect',
      },
    ],
    good: [
      {
        text: `${besides.target} “The budget will be adopted,” the minister told parliament.`,
        source: `${besides.source} « Le budget sera adopté », a déclaré Bruno Retailleau au parlement.`,
      },
      {
        text: `${besides.target} “This budget is a disaster for the hospitals,” the left-wing leader said. “The hospital will receive three billion euros,” the minister replied.`,
        source: `${besides.source} « Ce budget est un désastre pour les hôpitaux », a déclaré Manuel Bompard. « L’hôpital recevra trois milliards d’euros », a répondu Bruno Retailleau.`,
      },
      'Without a source everybody may say everything: “Yes,” said Gabriel Attal.',
    ],
  },
  prepare: () => ({
    triggers: { every: true },
    *checkDocument({ aligned, segments }) {
      if (!isTrusted(aligned)) return
      for (const { speaker, wanted, isExchange } of movedQuotations(aligned)) {
        const { tokens, segment } = speaker.sentence
        const view = segments[segment]
        if (view === undefined) continue
        yield {
          view,
          start: tokens.start(speaker.from),
          end: tokens.end(speaker.to - 1),
          confidence: isExchange ? 0.9 : 0.78,
          weight: 0,
          expected: [wanted],
          reason: `In the source ${wanted} says this`,
        } satisfies SegmentDraft
      }
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
