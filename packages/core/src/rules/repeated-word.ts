import { TokenKind, type Tokens } from '../text/tokens.ts'
import { type Draft, defineRule } from './rule.ts'

const words = new Set(
  'the a an of to in for and or with is are was were by from at as his her its their this which it he she we they be been has have not but'.split(
    ' ',
  ),
)
/** “It was as as good” is wrong, “had had” and “that that” are not; “in in” may be two. */
const names = new Set(['the', 'an'])

/** A small word that stands twice in a row. */
export const repeatedWord = defineRule({
  id: 'repeated-word',
  mqm: 'accuracy/addition',
  severity: 'minor',
  fix: 'safe',
  needs: 'either',
  round: 'weak',
  priority: 51,
  summary: 'A small word stands twice.',
  why: 'Neural translation repeats itself, and so do texts that were put together from pieces of a page.',
  examples: {
    bad: [
      { text: 'He went to the the house.', expected: 'He went to the house.', actual: 'the the' },
      {
        text: 'He decided to “to focus” on jobs.',
        expected: 'He decided to “focus” on jobs.',
        actual: 'to “to focus',
      },
    ],
    good: [
      'He had had enough, and that that was so is clear.',
      'The The were a band; it is, is it not?',
      'New York, New York. A A battery; of “of”.',
    ],
  },
  prepare: () => ({
    triggers: { words },
    check({ tokens, occurrences }) {
      const drafts: Draft[] = []
      for (const at of occurrences) {
        const across = acrossQuote(tokens, at)
        if (across !== undefined) {
          drafts.push(across)
          continue
        }
        const next = at + 1
        if (tokens.kind(next) !== TokenKind.word || tokens.text(next) !== tokens.lower(at) || !tokens.spaceBefore(next))
          continue
        if (tokens.isCapitalised(at) && !tokens.startsSentence(at)) continue
        // Beside a mark of its own the second word starts something new.
        if (tokens.kind(at + 2) !== TokenKind.word || tokens.kind(at - 1) === TokenKind.quote) continue
        const sure = names.has(tokens.lower(at))
        drafts.push({
          start: tokens.start(at),
          end: tokens.end(next),
          expected: [tokens.text(at)],
          confidence: sure ? 0.95 : 0.85,
          safe: sure,
          weight: 0.3,
          reason: `“${tokens.lower(at)}” stands twice`,
        })
      }
      return drafts
    },
  }),
})

const doubledAcross = new Set('to the a an of that in by for and his their its'.split(' '))

/** `decided to “to focus”`: French needs the preposition inside the quotation, English outside. */
function acrossQuote(tokens: Tokens, at: number): Draft | undefined {
  const word = tokens.lower(at)
  if (!doubledAcross.has(word) || !'“"«'.includes(tokens.text(at + 1)) || tokens.kind(at + 1) !== TokenKind.quote)
    return undefined
  if (!tokens.spaceBefore(at + 1) || tokens.text(at + 2) !== word || !tokens.isWord(at + 3)) return undefined
  const actual = tokens.prose.slice(tokens.start(at), tokens.end(at + 3))
  return {
    start: tokens.start(at),
    end: tokens.end(at + 3),
    expected: [`${tokens.text(at)} ${tokens.text(at + 1)}${tokens.text(at + 3)}`],
    confidence: 0.9,
    weight: 0.7,
    reason: `“${word}” stands before and inside the quotation: ${actual}`,
  }
}
