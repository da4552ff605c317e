import { Shape, TokenKind } from '../text/tokens.ts'
import { defineRule } from './rule.ts'

const units = new Set(
  'degree year month week day hour minute kilometer kilometre meter metre mile page point man'.split(' '),
)
const after = new Set(['old', 'long', 'high', 'wide', 'deep'])

/** A number and a unit before a noun, without their hyphen. */
export const compoundHyphen = defineRule({
  id: 'compound-hyphen',
  mqm: 'linguistic-conventions/spelling',
  severity: 'minor',
  fix: 'review',
  needs: 'either',
  round: 'weak',
  priority: 33,
  summary: 'A number and its unit stand before a noun without a hyphen.',
  why: 'French has no hyphen there (un contrôle à 360 degrés), so that the machine leaves it out (New Hart’s Rules 3.3.3).',
  examples: {
    bad: [
      {
        text: 'They want a 360 degree control of the budget.',
        expected: 'They want a 360-degree control of the budget.',
        actual: '360 degree',
      },
    ],
    good: ['It is 5 degrees, a 24-year-old man said, one day after the vote.', 'In 2020 man walked; chapter 3 page 4.'],
  },
  prepare: () => ({
    triggers: { words: units },
    *check({ tokens, occurrences }) {
      for (const at of occurrences) {
        const number = at - 1
        if (tokens.kind(number) !== TokenKind.number || !tokens.spaceBefore(at) || tokens.shape(at) !== Shape.lower)
          continue
        if (
          ['1', '0', '1.0'].includes(tokens.text(number)) ||
          /^\d{4}$/u.test(tokens.text(number)) ||
          !tokens.spaceBefore(at + 1)
        )
          continue
        const noun = tokens.isWord(at + 1) && tokens.shape(at + 1) === Shape.lower && tokens.text(at + 1).length > 3
        const article =
          ['a', 'an', 'the', 'his', 'her', 'its', 'their', 'this', 'that'].includes(tokens.lower(number - 1)) ||
          tokens.lower(number - 1) === 'of'
        const age = after.has(tokens.lower(at + 1))
        if (!(age || (noun && article))) continue
        const last = age ? at + 1 : at
        yield {
          start: tokens.start(number),
          end: tokens.end(last),
          expected: [tokens.prose.slice(tokens.start(number), tokens.end(last)).replace(/\s+/gu, '-')],
          confidence: 0.8,
          weight: 0.4,
          reason: 'A number and its unit before a noun take a hyphen',
        }
      }
    },
  }),
})
