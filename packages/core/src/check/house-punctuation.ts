import { type Draft, defineRule, type Rule, type SegmentView } from '../rules/rule.ts'
import { pairQuotes } from '../rules/support/quote-pairing.ts'
import { TokenKind, type Tokens } from '../text/tokens.ts'
import { houseMarks, type Marks } from './house-marks.ts'

/** How the house sets quotations. */
export interface QuotationStyle {
  /** `inside`: commas and full stops stand before the closing mark, as American newsrooms set them (AP Stylebook, “quotation marks”). */
  readonly stops?: 'inside' | undefined
  /** Which marks a quotation has; one inside another has the other ones. */
  readonly marks?: Marks | undefined
  /** The same for headings. Default: as `marks`, but that a house with double marks may set single ones there (sources: profiles/README.md of @stet/cli). */
  readonly headlines?: Marks | undefined
}

/** The rule for the style of the house: marks of quotations, and on which side of the closing one commas and full stops stand. */
export function quotationRule(style: QuotationStyle): Rule {
  return defineRule({
    id: 'house-quotation',
    mqm: 'style/inconsistent-style',
    severity: 'minor',
    fix: 'safe',
    needs: 'target',
    round: 'sure',
    priority: 30,
    summary: 'A quotation is not set as the house sets it.',
    why: 'American newsrooms set commas and full stops inside the quotation marks; French, and British English after a fragment, outside. Some houses quote in single marks, most in double ones, and many in single ones in headlines.',
    examples: { bad: [{ text: '', expected: null }], good: ['', ''] },
    prepare: () => ({
      triggers: { marks: ['“', '”', '"', '„', '«', '»', '‘', "'"] },
      check(view, { segments }) {
        const marks = marksIn(view, style)
        return [
          ...(style.stops === 'inside' ? stopsBehind(view.tokens) : []),
          ...(marks === undefined ? [] : houseMarks(view.tokens, marks, segments[view.index + 1]?.tokens)),
        ]
      },
    }),
  })
}

/** Which marks the house sets here; undefined where it has not said. */
function marksIn({ segment, tokens }: SegmentView, { marks, headlines }: QuotationStyle): Marks | undefined {
  // In plain text a headline is a paragraph without a full stop.
  const ends = tokens.kind(tokens.count - 1) === TokenKind.quote ? tokens.count - 2 : tokens.count - 1
  if (segment.kind !== 'heading' && tokens.kind(ends) === TokenKind.stop) return marks
  return headlines ?? (marks === 'single' ? marks : undefined)
}

function stopsBehind(tokens: Tokens): Draft[] {
  return pairQuotes(tokens).flatMap(({ direction, token }) => {
    const draft = direction === 'close' ? behindClosing(tokens, token) : undefined
    return draft === undefined ? [] : [draft]
  })
}

function behindClosing(tokens: Tokens, quote: number): Draft | undefined {
  const mark = quote + 1
  const text = tokens.text(mark)
  const closing = tokens.text(quote)
  const last = tokens.kind(quote - 1)
  if ((text !== ',' && text !== '.') || (closing !== '”' && closing !== '"')) return undefined
  if (tokens.spaceBefore(quote) || tokens.spaceBefore(mark) || (last !== TokenKind.word && last !== TokenKind.number))
    return undefined
  // An ellipsis, or a mark that another rule has to sort out first.
  if (tokens.kind(mark + 1) === TokenKind.stop && !tokens.spaceBefore(mark + 1)) return undefined
  return {
    start: tokens.start(quote),
    end: tokens.end(mark),
    expected: [`${text}${closing}`],
    confidence: 0.95,
    safe: true,
    weight: 0,
    reason: `The house sets the ${text === ',' ? 'comma' : 'full stop'} before the closing mark`,
  }
}
