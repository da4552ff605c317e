import type { Segment } from '../text/segment.ts'
import { defineRule, type SegmentDraft } from './rule.ts'
import { counterpartOf, endOfSentence, isTrusted } from './support/source-places.ts'

const address = /https?:\/\/[^\s<>"'()[\]{}«»“”]+/gu

/** A link of the source that the translation lost. */
export const linkMismatch = defineRule({
  id: 'link-mismatch',
  mqm: 'design-and-markup/markup-tag',
  severity: 'minor',
  fix: 'none',
  needs: 'source',
  round: 'sure',
  priority: 24,
  summary: 'A link of the source text is missing.',
  why: 'Links get lost where the machine is given plain text. A paragraph that has as many links as the source is left alone: they may lead to English pages.',
  examples: {
    bad: [
      {
        text: 'President Emmanuel Macron visited the port of Marseille on Monday.\n\nInterior minister Gérald Darmanin accompanied the president in Marseille.',
        source:
          'Le président Emmanuel Macron a visité le port de Marseille lundi : https://port.example/visite.\n\nLe ministre de l’intérieur Gérald Darmanin accompagnait le président à Marseille.',
        expected: null,
        actual: 'Monday.',
      },
    ],
    good: [
      {
        text: 'President Emmanuel Macron visited the port of Marseille on Monday: https://port.example/en/visit.\n\nInterior minister Gérald Darmanin accompanied the president in Marseille.',
        source:
          'Le président Emmanuel Macron a visité le port de Marseille lundi : https://port.example/visite.\n\nLe ministre de l’intérieur Gérald Darmanin accompagnait le président à Marseille.',
      },
      'Without a source no link is missing.',
    ],
  },
  prepare: () => ({
    triggers: { every: true },
    *checkDocument({ aligned, segments, source: text }) {
      if (!isTrusted(aligned) || !aligned.sourceText.includes('://')) return
      const own = addressesIn(text)
      const targets = segments.map(({ segment }) => own.filter(({ at }) => isInside(segment, at)).length)
      const sources = addressesIn(aligned.sourceText)
      const given = new Set(own.map(({ url }) => url))
      for (const [index, segment] of aligned.sourceSegments.entries()) {
        const links = sources.filter(({ at }) => isInside(segment, at))
        const missing = links.filter(({ url }) => !given.has(url))
        if (missing.length === 0) continue
        const sentence = counterpartOf(aligned, index)
        const view = segments[sentence?.segment ?? -1]
        if (sentence === undefined || view === undefined || (targets[sentence.segment] ?? 0) >= links.length) continue
        const urls = missing.map(({ url }) => url).join(', ')
        yield {
          view,
          ...endOfSentence(sentence),
          confidence: 0.7,
          weight: 0,
          expected: [],
          reason: `A link of the source is missing in this paragraph: ${urls}`,
        } satisfies SegmentDraft
      }
    },
  }),
})

function addressesIn(text: string): { readonly url: string; readonly at: number }[] {
  return [...text.matchAll(address)].map((match) => ({ url: match[0].replace(/[.,;:!?…]+$/u, ''), at: match.index }))
}

/** A link at the end of a paragraph has its address behind the last word. */
function isInside({ runs }: Segment, at: number): boolean {
  const [first] = runs
  const last = runs.at(-1)
  if (first === undefined || last === undefined) return false
  return first.source <= at && at <= last.source + last.sourceLength
}
