import { TokenKind, type Tokens } from '../text/tokens.ts'
import { type DocumentView, defineRule, type SegmentDraft, type SegmentView } from './rule.ts'
import { pairQuotes, type QuoteMark } from './support/quote-pairing.ts'
import { invertedVerbs, reportingVerbs, speakerNouns } from './support/reporting.ts'

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
    bad: [
      { text: 'He stayed and the reform will pass” on Sunday.', expected: null, actual: '”' },
      {
        text: 'The reform will pass”, he said on Sunday.',
        expected: '“The reform will pass”, he said on Sunday.',
        actual: 'The',
      },
      {
        text: '“We never give up.\n\nWe stay,” he said.',
        expected: '“We never give up.\n\n“We stay,” he said.',
        actual: 'We',
      },
    ],
    good: [
      'The peak is “past”, he said, and “maintain … Read more',
      '“It was late.\n\n“We left,” he said.',
      'He said “no”.',
    ],
  },
  prepare: () => ({
    triggers: { marks: ['“', '”', '„', '«', '»'] },
    *checkDocument(document) {
      for (const view of document.segments) {
        if (view.occurrences.length === 0) continue
        const marks = pairQuotes(view.tokens)
        for (const [index, mark] of marks.entries()) {
          if (mark.partner >= 0 || mark.mark === '"') continue
          if (mark.direction === 'open') {
            if (opensNext(document, view) || isCut(view)) continue
            const rest = index === marks.length - 1 ? closesBelow(document, view) : undefined
            if (rest === undefined) yield unclosed(view, mark, index === marks.length - 1)
            else yield* rest.map(reopened)
          } else if (index > 0 || !closesFromAbove(document, view)) yield unopened(view, marks, index)
        }
      }
    },
  }),
})

/** `“The peak is past” and “maintain … Read more`: the page shows the start of the article only. */
function isCut({ tokens }: SegmentView): boolean {
  const last = tokens.count - 1
  const end = tokens.lower(last) === 'more' && tokens.lower(last - 1) === 'read' ? last - 2 : last
  return (
    tokens.text(end) === '…' ||
    (tokens.text(end) === '.' && tokens.text(end - 1) === '.' && tokens.text(end - 2) === '.')
  )
}

/** Does the next paragraph go on with the quotation? */
function opensNext(document: DocumentView, view: SegmentView): boolean {
  const next = document.segments[view.index + 1]
  const first = next === undefined ? undefined : pairQuotes(next.tokens)[0]
  return first !== undefined && first.direction === 'open' && first.token === 0
}

const longestQuotation = 3

/** The paragraphs through which a quotation runs that closes in the last of them, each without the mark that opens it again. */
function closesBelow(document: DocumentView, view: SegmentView): SegmentView[] | undefined {
  const through: SegmentView[] = []
  for (let index = view.index + 1; index <= view.index + longestQuotation; index++) {
    const next = document.segments[index]
    if (next === undefined || next.segment.kind === 'heading' || !next.tokens.isWord(0)) return undefined
    through.push(next)
    const first = pairQuotes(next.tokens)[0]
    if (first !== undefined) return first.direction === 'close' && first.partner < 0 ? through : undefined
  }
  return undefined
}

function closesFromAbove(document: DocumentView, view: SegmentView): boolean {
  for (let index = view.index - 1; index >= Math.max(0, view.index - longestQuotation); index--) {
    const above = document.segments[index] as SegmentView
    const last = pairQuotes(above.tokens).at(-1)
    if (last !== undefined)
      return last.direction === 'open' && last.partner < 0 && closesBelow(document, above) !== undefined
  }
  return false
}

/** A quotation that runs on into this paragraph opens again at its start. */
function reopened(view: SegmentView): SegmentDraft {
  const { tokens } = view
  return {
    view,
    start: 0,
    end: tokens.end(0),
    expected: [`“${tokens.text(0)}`],
    confidence: 0.75,
    reason: 'The quotation goes on in this paragraph: it opens again at its start',
    weight: 1,
  }
}

/** The closing mark is lost: before the attribution, or at the end of the paragraph. */
function unclosed(view: SegmentView, mark: QuoteMark, last: boolean): SegmentDraft {
  const { tokens, prose } = view
  const { token } = mark
  const verbs = last ? attributionsAfter(tokens, token) : []
  const [verb] = verbs
  const end = tokens.count - 1
  const reason = 'The mark that closes this quotation is lost'
  if (verb !== undefined && verbs.length === 1) {
    const word = tokens.kind(verb - 1) === TokenKind.comma ? verb - 2 : verb - 1
    return {
      view,
      start: tokens.start(word),
      end: tokens.end(verb),
      expected: [`${tokens.text(word)},” ${tokens.text(verb)}`],
      confidence: 0.75,
      reason,
      weight: 1,
    }
  }
  const whole = token === 0 || tokens.sentenceEnd(token) === tokens.count
  if (last && verb === undefined && whole && tokens.kind(end) === TokenKind.stop && tokens.isWord(end - 1)) {
    const start = tokens.start(end - 1)
    return {
      view,
      start,
      end: tokens.end(end),
      expected: [`${prose.slice(start, tokens.end(end))}”`],
      confidence: token === 0 ? 0.6 : 0.7,
      reason,
      weight: 1,
    }
  }
  return {
    view,
    start: tokens.start(token),
    end: tokens.end(token),
    expected: [],
    confidence: 0.72,
    reason: 'This quotation is never closed: put the closing mark where the speaker ends',
    weight: 1,
  }
}

/** Verbs behind the mark that attribute it, before their subject: `pensions quipped the deputy`. */
function attributionsAfter(tokens: Tokens, from: number): number[] {
  const verbs: number[] = []
  for (let at = from + 3; at + 1 < tokens.count; at++) {
    if (!invertedVerbs.has(tokens.text(at)) || tokens.startsSentence(at)) continue
    const before = tokens.kind(at - 1)
    if (before !== TokenKind.word && before !== TokenKind.comma) continue
    // “and said the”, “he said the”, “has announced Monday”: a verb of the sentence itself.
    if (before === TokenKind.word && notBeforeInversion.has(tokens.lower(at - 1))) continue
    if (tokens.text(at + 1) === 'the' ? speakerNouns.has(tokens.lower(at + 2)) : isName(tokens, at + 1)) verbs.push(at)
  }
  return verbs
}

const notBeforeInversion = new Set(
  'and or but he she they it we i you who which that has have had is are was were be been being not to also then never ever as so the a an this those these of in by for with what'.split(
    ' ',
  ),
)

/** Two capitalised words behind a verb: nobody’s object in news about as often as somebody’s name. */
function isName(tokens: Tokens, at: number): boolean {
  return tokens.isCapitalised(at) && tokens.isCapitalised(at + 1) && !tokens.startsSentence(at)
}

/** The opening mark is lost: at the start of the paragraph, or of the sentence behind the last attribution. */
function unopened(view: SegmentView, marks: readonly QuoteMark[], index: number): SegmentDraft {
  const { tokens } = view
  const { token } = marks[index] as QuoteMark
  const before = marks[index - 1]
  const start = openingOf(tokens, before?.token ?? -1, token)
  const attributed = isAttribution(tokens, token + 1)
  const endsHere = before !== undefined && token === tokens.count - 1
  if (start < token && tokens.isCapitalised(start) && (attributed || endsHere)) {
    const sentences = countSentences(tokens, start, token)
    return {
      view,
      start: tokens.start(start),
      end: tokens.end(start),
      expected: [`“${tokens.text(start)}`],
      confidence: sentences > 1 || !attributed || (before === undefined && start > 0) ? 0.65 : 0.8,
      reason: 'The mark that opens this quotation is lost',
      weight: 1,
    }
  }
  return {
    view,
    start: tokens.start(token),
    end: tokens.end(token),
    expected: [],
    confidence: 0.72,
    reason: 'This quotation was never opened: put the opening mark where the speaker begins',
    weight: 1,
  }
}

/**
 * Where a quotation may start that closes at `token`: behind a full stop that lost its space with the mark, else at the
 * first sentence after the last mark, or without one at the sentence that it closes in.
 */
function openingOf(tokens: Tokens, before: number, token: number): number {
  for (let at = token - 1; at > Math.max(before, token - farthestSentence); at--)
    if (tokens.kind(at) === TokenKind.stop && tokens.isCapitalised(at + 1) && !tokens.spaceAfter(at)) return at + 1
  if (before >= 0) return sentenceAfter(tokens, before)
  let start = token - 1
  while (start > 0 && token - start < farthestSentence && !tokens.startsSentence(start)) start--
  return start
}

const farthestSentence = 200

/** Where the next sentence starts, not too far from here. */
function sentenceAfter(tokens: Tokens, from: number): number {
  let at = from + 1
  while (at < tokens.count && at < from + farthestSentence && !tokens.startsSentence(at)) at++
  return at
}

function countSentences(tokens: Tokens, from: number, to: number): number {
  let count = 0
  for (let at = from; at < to; at++) if (tokens.startsSentence(at)) count++
  return count
}

/** `, he said` · `, declared the president` · `Prime Minister …`: who speaks, behind the mark. */
function isAttribution(tokens: Tokens, at: number): boolean {
  let next = at
  while (tokens.kind(next) === TokenKind.comma) next++
  // `, considers Jean Martin` · `”castigates Doctor Martin` · `”did he declare`
  const verb = /^\p{Ll}{3,}(?:s|ed)$/u.test(tokens.text(next))
  if (verb && tokens.isCapitalised(next + 1) && tokens.isCapitalised(next + 2)) return true
  if (/^(?:did|has|had)$/u.test(tokens.text(next)) && /^(?:he|she)$/u.test(tokens.text(next + 1))) return true
  for (let index = next; index < next + 8; index++) if (reportingVerbs.has(tokens.lower(index))) return true
  return false
}
