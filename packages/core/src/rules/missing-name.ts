import { nameDifferences } from '../bilingual/name-differences.ts'
import { defineRule, type SegmentDraft } from './rule.ts'
import { besides, endOfSentence, isTrusted } from './support/source-places.ts'

/** A person of the source whom the translation does not name anywhere. */
export const missingName = defineRule({
  id: 'missing-name',
  mqm: 'accuracy/omission',
  severity: 'minor',
  fix: 'none',
  needs: 'source',
  round: 'sure',
  priority: 28,
  summary: 'Someone whom the source text names is named nowhere.',
  why: 'Given name and surname stand in the source, and neither of them, in any romanisation, stands in the translation. Editors leave names out too: it is no more than a hint.',
  examples: {
    bad: [
      {
        text: `${besides.target} The director of the hospital in Strasbourg resigned in September.`,
        source: `${besides.source} La directrice de l’hôpital de Strasbourg, Nadège Kermarrec, a démissionné en septembre.`,
        expected: null,
        actual: 'September.',
      },
    ],
    good: [
      {
        text: `${besides.target} Kermarrec, the director of the hospital in Strasbourg, resigned in September.`,
        source: `${besides.source} La directrice de l’hôpital de Strasbourg, Nadège Kermarrec, a démissionné en septembre.`,
      },
      'Without a source nobody is missing.',
    ],
  },
  prepare: () => ({
    triggers: { every: true },
    *checkDocument({ aligned, segments }) {
      if (!isTrusted(aligned)) return
      const told = new Set<string>()
      for (const { bead, name } of nameDifferences(aligned).missing) {
        const sentence = aligned.target[bead.targetTo - 1]
        const view = segments[sentence?.segment ?? -1]
        if (sentence === undefined || view === undefined || told.has(name)) continue
        told.add(name)
        yield {
          view,
          ...endOfSentence(sentence),
          confidence: 0.55,
          weight: 0,
          expected: [],
          reason: `The source names ${name} here`,
        } satisfies SegmentDraft
      }
    },
  }),
})
