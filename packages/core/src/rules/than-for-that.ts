import type { Tokens } from '../text/tokens.ts'
import { defineRule } from './rule.ts'

const comparatives = new Set(
  'more less rather other otherwise else better worse fewer further farther different differently sooner elsewhere higher lower earlier later greater smaller larger preferable prefer prefers preferred scarcely hardly barely no nothing none nobody anything anyone another same such as'.split(
    ' ',
  ),
)
const nouns = new Set(
  'letter minister matter leader member officer number order former after over under ever never however whether power paper winter summer water father mother brother sister lawyer prisoner speaker voter worker player reader chapter quarter center september october november december together either neither offer answer consider remember deliver discover her per chancellor manager teacher driver user designer singer'.split(
    ' ',
  ),
)
const reach = 24

/** “than” where French que is “that”. */
export const thanForThat = defineRule({
  id: 'than-for-that',
  mqm: 'accuracy/mistranslation',
  severity: 'major',
  fix: 'review',
  needs: 'either',
  round: 'weak',
  priority: 42,
  summary: '“than” stands where no comparison is made.',
  why: 'French “que” is both “that” and “than”; cut off from its verb by a quotation mark it becomes “than”.',
  examples: {
    bad: [
      {
        text: 'The letter reaffirmed “than the Americans defend the principle”.',
        expected: 'The letter reaffirmed “that the Americans defend the principle”.',
        actual: 'than',
      },
    ],
    good: [
      'It was later than he thought, and more so than ever.',
      'He would rather go than stay; no sooner had he left than it rained.',
      'The bigger they are, the harder they fall, bigger than before.',
    ],
  },
  prepare: () => ({
    triggers: { words: ['than'] },
    *check({ tokens, occurrences }) {
      for (const at of occurrences) {
        if (compares(tokens, at)) continue
        yield {
          start: tokens.start(at),
          end: tokens.end(at),
          expected: ['that'],
          confidence: 0.8,
          weight: 2,
          reason: 'Nothing is compared here: French “que” is “that”',
        }
      }
    },
  }),
})

function compares(tokens: Tokens, at: number): boolean {
  const start = Math.max(tokens.sentenceStart(at), at - reach)
  for (let index = start; index < at; index++) {
    const word = tokens.lower(index)
    if (comparatives.has(word) || (word.endsWith('er') && !nouns.has(word))) return true
  }
  return at === start
}
