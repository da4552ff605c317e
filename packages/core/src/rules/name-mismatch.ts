import { nameDifferences } from '../bilingual/name-differences.ts'
import { defineRule, type SegmentDraft } from './rule.ts'
import { besides, isTrusted } from './support/source-places.ts'
import { isSpeaker } from './support/speaker.ts'

/** A person or place that is another one in the source text. */
export const nameMismatch = defineRule({
  id: 'name-mismatch',
  mqm: 'accuracy/mistranslation',
  severity: 'major',
  fix: 'review',
  needs: 'source',
  round: 'sure',
  priority: 66,
  mutes: ['garbled-name'],
  summary: 'The source text has another name here.',
  why: 'The machine puts a commoner name in the place of a rare one, or takes one of the sentence before. Told only where one name of the source is gone from the sentence and one other has come; romanisations and names of the tables count as the same.',
  examples: {
    bad: [
      {
        text: `${besides.target} A hospital in Kherson was destroyed by the missile attack.`,
        source: `${besides.source} Un hôpital de Kharkiv a été détruit par l’attaque de missile.`,
        expected: `${besides.target} A hospital in Kharkiv was destroyed by the missile attack.`,
        actual: 'Kherson',
      },
      {
        text: `${besides.target} The court in Bordeaux acquitted Claire Combes.`,
        source: `${besides.source} Le tribunal de Bordeaux a acquitté Hélène Combes.`,
        expected: `${besides.target} The court in Bordeaux acquitted Hélène Combes.`,
        actual: 'Claire',
      },
    ],
    good: [
      {
        text: `${besides.target} General Oleksandr Syrskyi inspected the Warsaw battalion.`,
        source: `${besides.source} Le général Oleksandr Syrsky a inspecté le bataillon de Varsovie.`,
      },
      {
        text: `${besides.target} In the Paris region, the French and German ministers met.`,
        source: `${besides.source} En Ile-de-France, les ministres français et allemand se sont rencontrés.`,
      },
    ],
  },
  prepare: () => ({
    triggers: { every: true },
    *checkDocument({ aligned, segments }) {
      if (!isTrusted(aligned)) return
      for (const change of nameDifferences(aligned).changed) {
        const { sentence, from, to, wanted, partly, strange } = change
        const view = segments[sentence.segment]
        if (view === undefined || isSpeaker(aligned, change)) continue
        yield {
          view,
          start: sentence.tokens.start(from),
          end: sentence.tokens.end(to - 1),
          confidence: partly ? 0.9 : strange ? 0.85 : 0.72,
          weight: 0,
          expected: [wanted],
          reason: `The source has “${wanted}” here`,
        } satisfies SegmentDraft
      }
    },
  }),
})
