import { type Draft, defineRule, type SegmentView } from './rule.ts'

const shortest = 60
/** A headline may be shorter: among the first paragraphs it comes twice. */
const shortestHeadline = 20
const headlines = 4
/** How soon the article comes behind its summary. */
const summaryBefore = 4
/** What is repeated with other marks is a title, a summary or a caption. */
const longest = 300

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
      {
        text: 'The minister leaves\n\nThe minister left the city on Monday after a long meeting with his staff.\n\n- 5 reads.\n\nThe minister left the city on Monday after a long meeting with his staff. It rained.',
        expected:
          'The minister leaves\n\n- 5 reads.\n\nThe minister left the city on Monday after a long meeting with his staff. It rained.',
      },
      {
        text: 'The minister leaves the city\n\nThe minister leaves the city\nThe minister leaves the city\n\nIt rained.',
        expected: 'The minister leaves the city\n\nIt rained.',
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
      for (const view of segments.slice(0, headlines)) if (isSummary(view, segments)) yield summary(view)
      const seen = new Map<string, SegmentView>()
      for (const view of segments) {
        const least = view.index < headlines ? shortestHeadline : shortest
        if (view.prose.length < least) continue
        // An item may hold one text in two forms.
        const key = `${view.segment.part} ${plain(view.prose)}`
        if (!seen.has(key)) {
          seen.set(key, view)
          for (const draft of repeatedLines(view, seen, least)) yield { view, ...draft }
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

/** A paragraph with which one of the next begins: the summary of the page, taken from the article. */
function isSummary({ prose, index }: SegmentView, segments: readonly SegmentView[]): boolean {
  if (prose.length < shortest || !/[.!?]["”]?$/u.test(prose)) return false
  return segments
    .slice(index + 1, index + 1 + summaryBefore)
    .some((next) => next.prose.length > prose.length && next.prose.startsWith(prose))
}

function summary(view: SegmentView) {
  return {
    view,
    start: 0,
    end: view.prose.length,
    expected: [''],
    removesSegment: true,
    confidence: 0.8,
    weight: 0.3,
    reason: 'A paragraph below begins with the same words; remove the summary of the page',
  }
}

/** Two copies may differ in their marks: “ for \", … for three dots. */
function plain(text: string): string {
  return text.length > longest
    ? text
    : text
        .replace(/[“”«»]/gu, '"')
        .replace(/[’‘]/gu, "'")
        .replaceAll('…', '...')
}

/** A line that stands above as a paragraph, or in the same paragraph: a headline that the page repeats as title and caption of its picture. */
function* repeatedLines(view: SegmentView, seen: ReadonlyMap<string, SegmentView>, least: number): Generator<Draft> {
  const { prose, segment } = view
  if (!prose.includes('\n')) return
  const lines = new Set<string>()
  let start = 0
  let all = true
  const drafts: Draft[] = []
  for (const line of prose.split('\n')) {
    const end = start + line.length
    const text = plain(line.trim())
    if (text.length >= least && (lines.has(text) || seen.has(`${segment.part} ${text}`))) {
      drafts.push({
        start,
        end,
        expected: [''],
        fixes: [
          { safe: false, edits: [start > 0 ? { start: start - 1, end, text: '' } : { start, end: end + 1, text: '' }] },
        ],
        confidence: 0.93,
        weight: 0.3,
        reason: 'The same line stands above; remove one of them',
      })
    } else all = false
    lines.add(text)
    start = end + 1
  }
  if (!all) yield* drafts
  else
    yield {
      start: 0,
      end: prose.length,
      expected: [''],
      removesSegment: true,
      confidence: 0.95,
      weight: 0.3,
      reason: 'The same lines stand above; remove them',
    }
}
