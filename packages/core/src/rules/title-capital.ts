import { TokenKind, type Tokens } from '../text/tokens.ts'
import { type Draft, defineRule } from './rule.ts'

/** `the Prime Minister` without a name: an office, which English news writes small. */
export const titleCapital = defineRule({
  id: 'title-capital',
  mqm: 'linguistic-conventions/spelling',
  severity: 'neutral',
  fix: 'review',
  needs: 'either',
  round: 'weak',
  priority: 28,
  summary: 'An office without its holder’s name has capitals.',
  why: 'The machine writes “le premier ministre” and “le ministre” with capitals; news writes them small unless a name follows (AP Stylebook, “titles”; Guardian style guide, “prime minister”; BBC News style guide, “capitals”).',
  examples: {
    bad: [
      {
        text: 'Criticised by the left, the Prime Minister answered the Minister.',
        expected: 'Criticised by the left, the prime minister answered the minister.',
        actual: 'Prime Minister',
      },
    ],
    good: [
      'The prime minister met Prime Minister Edouard Philippe and the Minister for Europe.',
      'The Prime Minister’s Office and the Prime Minister Elisabeth Borne; the First Minister of Wales.',
    ],
  },
  prepare: () => ({
    triggers: { words: ['minister'] },
    *check({ tokens, occurrences }) {
      for (const at of occurrences) {
        const draft = bareOffice(tokens, at)
        if (draft !== undefined) yield draft
      }
    },
  }),
})

function bareOffice(tokens: Tokens, at: number): Draft | undefined {
  if (!tokens.isCapitalised(at)) return undefined
  const first = tokens.text(at - 1) === 'Prime' ? at - 1 : at
  if (tokens.text(first - 1) !== 'the' && tokens.text(first - 1) !== 'The') return undefined
  const next = tokens.lower(at + 1)
  // “Minister of the Interior” is a calque, “Minister Darmanin” a name, “the Prime Minister’s Office” another.
  if (next === 'of' || next === 'for' || tokens.text(at + 1) === '-') return undefined
  const behind = tokens.kind(at + 1) === TokenKind.possessive ? at + 2 : at + 1
  if (tokens.isWord(behind) && tokens.isCapitalised(behind)) return undefined
  const actual = tokens.prose.slice(tokens.start(first), tokens.end(at))
  return {
    start: tokens.start(first),
    end: tokens.end(at),
    expected: [actual.toLowerCase()],
    confidence: 0.6,
    weight: 0,
    reason: `Without a name, news writes “${actual.toLowerCase()}”`,
  }
}
