import { TokenKind } from '../text/tokens.ts'
import { type Draft, defineRule } from './rule.ts'
import { pairQuotes, signDirection } from './support/quote-pairing.ts'

/** The space between a quotation and the word beside it was lost with the markup that stood there. */
export const quoteSpacing = defineRule({
  id: 'quote-spacing',
  mqm: 'linguistic-conventions/punctuation',
  severity: 'minor',
  fix: 'safe',
  needs: 'either',
  round: 'sure',
  priority: 58,
  summary: 'The space between a quotation mark and the word outside it is missing.',
  why: 'Quotations often end where a link or italics ended; the space went with the markup.',
  examples: {
    bad: [
      {
        text: '“It is the strongest text”defends the minister.',
        expected: '“It is the strongest text” defends the minister.',
      },
      { text: 'He agreed.“We are ready,” he said.', expected: 'He agreed. “We are ready,” he said.' },
    ],
    good: [
      '“It is late”, he said.',
      'The (“so-called”) reform.',
      'A “pro”-style answer, “yes”/“no”.',
      'the ‘“inner” quote’',
    ],
  },
  prepare: () => ({
    triggers: { marks: ['“', '”', '„', '«', '»', '"'] },
    check({ tokens }) {
      const drafts: Draft[] = []
      for (const { token, mark, direction, partner } of pairQuotes(tokens)) {
        const start = tokens.start(token)
        const end = tokens.end(token)
        if (direction === 'close' && !tokens.spaceAfter(token)) {
          // `We go on. “Indeed`: quote-direction turns the mark, and its space with it.
          if (tokens.spaceBefore(token)) continue
          const next = tokens.kind(token + 1)
          if (next !== TokenKind.word && next !== TokenKind.elision) continue
          // “word”s is a plural or a slip of another kind.
          if (tokens.text(token + 1).length < 2 && tokens.lower(token + 1) !== 'a' && tokens.text(token + 1) !== 'I')
            continue
          const word = tokens.text(token + 1)
          drafts.push({
            start: start,
            end: tokens.end(token + 1),
            expected: [`${tokens.text(token)} ${word}`],
            confidence: partner >= 0 ? 0.97 : 0.8,
            safe: partner >= 0,
            reason: `The space between the quotation and “${word}” is missing`,
            ...(tokens.text(token) === '"' ? { round: 'weak' as const, weight: 2 } : { weight: 3 }),
          })
        } else if (direction === 'open' && token > 0 && !tokens.spaceBefore(token)) {
          const previous = tokens.kind(token - 1)
          const glued = previous === TokenKind.word || previous === TokenKind.stop || previous === TokenKind.comma
          const next = tokens.kind(token + 1)
          if (next !== TokenKind.word && next !== TokenKind.number && next !== TokenKind.bracket) continue
          // `in the” indifference ”`: the space stands on the wrong side, quote-direction turns the mark and moves it.
          if (tokens.spaceAfter(token) && previous === TokenKind.word) continue
          // `the pass.”From`: quote-direction turns the mark and gives it its space.
          if (signDirection(mark) === 'close' && previous === TokenKind.stop) continue
          if (!glued || (tokens.text(token) === '"' && partner < 0)) continue
          const before = tokens.start(token - 1)
          drafts.push({
            start: before,
            end,
            expected: [`${tokens.text(token - 1)} ${tokens.text(token)}`],
            confidence: partner >= 0 ? 0.95 : 0.7,
            safe: partner >= 0,
            reason: 'The space before the quotation is missing',
            ...(tokens.text(token) === '"' ? { round: 'weak' as const, weight: 2 } : { weight: 3 }),
          })
        }
      }
      return drafts
    },
  }),
})
