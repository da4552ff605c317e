import type { Segment } from '../text/segment.ts'
import { defineRule, type SegmentDraft } from './rule.ts'
import { counterpartOf, endOfSentence, isTrusted, quoted } from './support/source-places.ts'

/** Italics or bold of the source that the translation lost. */
export const emphasisMismatch = defineRule({
  id: 'emphasis-mismatch',
  mqm: 'design-and-markup/markup-tag',
  severity: 'neutral',
  fix: 'none',
  needs: 'source',
  round: 'sure',
  priority: 23,
  summary: 'Words that the source sets in italics or bold stand plain.',
  why: 'The machine is often given the bare text of each paragraph: titles of works and papers lose their italics (Le Monde, Les Misérables), stressed words their bold. Only paragraphs that have none left are marked, in formats that can have some.',
  examples: {
    bad: [
      {
        format: 'markdown',
        text: 'President Emmanuel Macron visited the port of *Marseille* on Monday.\n\nInterior minister Gérald Darmanin told Le Figaro about the president in Marseille.',
        source:
          'Le président Emmanuel Macron a visité le port de *Marseille* lundi.\n\nLe ministre de l’intérieur Gérald Darmanin a parlé au *Figaro* du président à Marseille.',
        expected: null,
        actual: 'Marseille.',
      },
      {
        format: 'html',
        text: '<p>President Emmanuel Macron visited the port of Marseille on Monday.</p><p>Interior minister Gérald Darmanin told Le Figaro about the president in Marseille.</p>',
        source:
          '<p>Le président Emmanuel Macron a visité le port de Marseille lundi.</p><p>Le ministre de l’intérieur Gérald Darmanin a parlé au <i class="journal">Figaro</i> du président à Marseille.</p>',
        expected: null,
        actual: 'Marseille.',
      },
    ],
    good: [
      {
        format: 'html',
        text: '<p>President Emmanuel Macron visited the port of <b>Marseille</b> on Monday.</p><p>Interior minister Gérald Darmanin told <em>Le Figaro</em> about the president in Marseille.</p>',
        source:
          '<p>Le président Emmanuel Macron a visité le port de Marseille lundi.</p><p>Le ministre de l’intérieur Gérald Darmanin a parlé au <i class="journal">Figaro</i> du président à Marseille.</p>',
      },
      {
        format: 'markdown',
        text: 'President Emmanuel Macron visited the port of *Marseille* on Monday.\n\nInterior minister Gérald Darmanin told _Le Figaro_ about the president in Marseille.',
        source:
          'Le président Emmanuel Macron a visité le port de **Marseille** lundi.\n\nLe ministre de l’intérieur Gérald Darmanin a parlé au *Figaro* du président à Marseille.',
      },
      'Without a source no *italics* are missing.',
    ],
  },
  prepare: () => ({
    triggers: { every: true },
    *checkDocument({ aligned, segments, source: text, format }) {
      if (!isTrusted(aligned) || (format !== 'markdown' && format !== 'html')) return
      const { sourceSegments, sourceText } = aligned
      const own = segments.map(({ segment }) => emphasised(segment, text).length)
      const bare = own.every((count) => count === 0)
      for (const [index, segment] of sourceSegments.entries()) {
        const passages = emphasised(segment, sourceText)
        if (passages.length === 0) continue
        const sentence = counterpartOf(aligned, index)
        const view = segments[sentence?.segment ?? -1]
        if (sentence === undefined || view === undefined || (own[sentence.segment] ?? 0) > 0) continue
        yield {
          view,
          ...endOfSentence(sentence),
          confidence: 0.6,
          weight: 0,
          expected: [],
          reason: bare
            ? 'The source has passages in italics or bold, this translation has none'
            : `In italics or bold in the source, but not in this paragraph: ${passages.map(quoted).join(', ')}`,
        } satisfies SegmentDraft
        // A translation without any says so once.
        if (bare) return
      }
    },
  }),
})

const opening = /^(?:<(?:em|i|b|strong)(?:\s[^>]*)?>|[*_]{1,3}$)/iu
const closing = /<\/(?:em|i|b|strong)>|[*_]{1,3}$/iu

/** The words of a segment that stand in italics or bold. */
function emphasised({ runs, prose }: Segment, text: string): string[] {
  const found: string[] = []
  let open = -1
  for (const { kind, prose: at, source, sourceLength } of runs) {
    if (kind !== 'gap') continue
    const markup = text.slice(source, source + sourceLength)
    if (open < 0) {
      if (opening.test(markup)) open = at
    } else if (closing.test(markup)) {
      if (at > open) found.push(prose.slice(open, at))
      open = -1
    }
  }
  return found
}
