import { defineRule, type SegmentView } from './rule.ts'

const shortest = 60
/** A headline may be shorter: among the first paragraphs it comes twice. */
const shortestHeadline = 20
const headlines = 4

/** A paragraph that stands in the article twice. */
export const duplicateParagraph = defineRule({
  id: 'duplicate-paragraph',
  mqm: 'accuracy/addition',
  severity: 'major',
  fix: 'review',
  needs: 'either',
  round: 'sure',
  priority: 88,
  summary: 'A paragraph stands in the article twice.',
  why: 'The page repeats its summary, a pull quote or a caption, and the robot takes both.',
  examples: {
    bad: [
      {
        text: 'The minister left the city on Monday after a long meeting with his staff.\n\nIt rained.\n\nThe minister left the city on Monday after a long meeting with his staff.',
        expected: 'The minister left the city on Monday after a long meeting with his staff.\n\nIt rained.\n\n',
      },
    ],
    good: [
      'It rained.\n\nIt rained.',
      'One.\n\nTwo.\n\nThree.\n\nFour.\n\nThe minister left the city.\n\nThe minister left the city.',
      'The minister left the city on Monday after a long meeting with his staff.\n\nThe minister left the city on Tuesday after a long meeting with his staff.',
    ],
  },
  prepare: () => ({
    triggers: { every: true },
    *checkDocument({ segments }) {
      const seen = new Map<string, SegmentView>()
      for (const view of segments) {
        const least = view.index < headlines ? shortestHeadline : shortest
        if (view.prose.length < least) continue
        // An item may hold one text in two forms.
        const key = `${view.segment.part} ${view.prose}`
        if (!seen.has(key)) {
          seen.set(key, view)
          continue
        }
        yield {
          view,
          start: 0,
          end: view.prose.length,
          expected: [''],
          removesSegment: true,
          confidence: 0.95,
          weight: 0.3,
          reason: 'The same paragraph stands above; remove one of them',
        }
      }
    },
  }),
})
