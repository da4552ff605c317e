import type { Quantity } from '../bilingual/quantity.ts'
import { quantityDifferences } from '../bilingual/quantity-differences.ts'
import { defineRule, type SegmentDraft } from './rule.ts'
import { besides, endOfSentence, isTrusted, sentenceWith } from './support/source-places.ts'

/** A number of the source that the translation does not have, or one that it has and the source has not. */
export const missingNumber = defineRule({
  id: 'missing-number',
  mqm: 'accuracy/omission',
  severity: 'major',
  fix: 'none',
  needs: 'source',
  round: 'sure',
  priority: 32,
  summary: 'A number of the source text is missing, or one was added.',
  why: 'A figure that is gone is seldom seen on reading. Only figures in digits are told, and not what editors often leave out or add: years, dates, hours, ordinals, and help in brackets.',
  examples: {
    bad: [
      {
        text: `${besides.target} The European Commission promised subsidies to hospitals in Ukraine.`,
        source: `${besides.source} La Commission européenne a promis des subventions à 350 hôpitaux en Ukraine.`,
        expected: null,
        actual: 'Ukraine.',
      },
      {
        text: `${besides.target} The European Commission promised subsidies to 350 hospitals in Ukraine.`,
        source: `${besides.source} La Commission européenne a promis des subventions à des hôpitaux en Ukraine.`,
        expected: null,
        actual: '350',
      },
    ],
    good: [
      {
        text: `${besides.target} The European Commission promised subsidies to hospitals in Ukraine last year.`,
        source: `${besides.source} La Commission européenne a promis le 12 mars 2023 des subventions à des hôpitaux en Ukraine.`,
      },
      'Without a source nothing is missing.',
    ],
  },
  prepare: () => ({
    triggers: { every: true },
    *checkDocument({ aligned, segments }) {
      if (!isTrusted(aligned)) return
      const { missing, added } = quantityDifferences(aligned)
      for (const { bead, source } of missing) {
        if (!isTelling(source)) continue
        const sentence = aligned.target[bead.targetTo - 1]
        const view = segments[sentence?.segment ?? -1]
        if (sentence === undefined || view === undefined) continue
        yield {
          view,
          ...endOfSentence(sentence),
          confidence: 0.66 * Math.min(1, bead.trust + 0.3),
          weight: 0,
          expected: [],
          reason: `“${textOf(source)}” of the source is missing here`,
        } satisfies SegmentDraft
      }
      for (const { target } of added) {
        const sentence = sentenceWith(aligned, target.tokens, target.from)
        const view = segments[sentence?.segment ?? -1]
        if (view === undefined || !isTelling(target) || target.bracketed) continue
        yield {
          view,
          start: target.tokens.start(target.from),
          end: target.tokens.end(target.numberTo - 1),
          confidence: 0.6,
          weight: 0,
          expected: [],
          reason: 'The source has no such number here',
        } satisfies SegmentDraft
      }
    },
  }),
})

const smallest = 10

function isTelling({ kind, spelled, values: [value = 0], unit }: Quantity): boolean {
  if (spelled || kind !== 'plain') return false
  return value >= smallest || !Number.isInteger(value) || unit?.dimension === 'percent'
}

function textOf({ tokens, from, to }: Quantity): string {
  return tokens.prose.slice(tokens.start(from), tokens.end(to - 1)).replace(/\s+/gu, ' ')
}
