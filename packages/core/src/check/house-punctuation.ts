import { type Draft, defineRule, type Rule } from '../rules/rule.ts'
import { pairQuotes } from '../rules/support/quote-pairing.ts'
import { TokenKind, type Tokens } from '../text/tokens.ts'

/** How the house sets quotations. */
export interface QuotationStyle {
  /** `inside`: commas and full stops stand before the closing mark, as American newsrooms set them (AP Stylebook, “quotation marks”). */
  readonly stops?: 'inside' | undefined
}

/** The rule of a house that sets commas and full stops before the closing mark; French sets them behind it. */
export function stopsInsideRule(): Rule {
  return defineRule({
    id: 'house-quotation',
    mqm: 'style/inconsistent-style',
    severity: 'minor',
    fix: 'safe',
    needs: 'target',
    round: 'sure',
    priority: 30,
    summary: 'A comma or full stop stands behind the closing mark; the house sets it before.',
    why: 'American newsrooms set commas and full stops inside the quotation marks; French, and British English after a fragment, outside.',
    examples: { bad: [{ text: '', expected: null }], good: ['', ''] },
    prepare: () => ({
      triggers: { marks: ['”', '"'] },
      check({ tokens }) {
        const drafts: Draft[] = []
        for (const { direction, token } of pairQuotes(tokens)) {
          const draft = direction === 'close' ? behindClosing(tokens, token) : undefined
          if (draft !== undefined) drafts.push(draft)
        }
        return drafts
      },
    }),
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
