import { type DocumentView, defineRule, type SegmentDraft, type SegmentView } from './rule.ts'
import { pairQuotes, type QuoteMark } from './support/quote-pairing.ts'

/** A quotation that opens or closes without its partner, and is not one that runs over several paragraphs. */
export const quoteUnpaired = defineRule({
  id: 'quote-unpaired',
  mqm: 'linguistic-conventions/punctuation',
  severity: 'minor',
  fix: 'review',
  needs: 'either',
  round: 'sure',
  priority: 40,
  summary: 'A quotation mark has lost its partner.',
  why: 'Marks that stood beside links or italics were lost with them. A quotation over several paragraphs opens in each and closes in the last.',
  examples: {
    bad: [{ text: 'The reform will pass”, he said on Sunday.', expected: null, actual: '”' }],
    good: ['“It was late.\n\n“We left,” he said.', 'He said “no”.'],
  },
  prepare: () => ({
    triggers: { marks: ['“', '”', '„', '«', '»'] },
    *checkDocument(document) {
      for (const view of document.segments) {
        if (view.occurrences.length === 0) continue
        const marks = pairQuotes(view.tokens)
        for (const mark of marks) {
          if (mark.partner >= 0 || mark.mark === '"') continue
          if (mark.direction === 'open' && opensNext(document, view)) continue
          yield draft(view, mark)
        }
      }
    },
  }),
})

/** Does the next paragraph go on with the quotation? */
function opensNext(document: DocumentView, view: SegmentView): boolean {
  const next = document.segments[view.index + 1]
  const first = next === undefined ? undefined : pairQuotes(next.tokens)[0]
  return first !== undefined && first.direction === 'open' && first.token === 0
}

function draft(view: SegmentView, mark: QuoteMark): SegmentDraft {
  const { tokens } = view
  const opens = mark.direction === 'open'
  return {
    view,
    start: tokens.start(mark.token),
    end: tokens.end(mark.token),
    expected: [],
    confidence: 0.72,
    reason: opens
      ? 'This quotation is never closed: put the closing mark where the speaker ends'
      : 'This quotation was never opened: put the opening mark where the speaker begins',
    weight: 1,
  }
}
