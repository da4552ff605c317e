import { Shape, TokenKind, type Tokens } from '../text/tokens.ts'
import { type Draft, defineRule } from './rule.ts'
import { pairQuotes } from './support/quote-pairing.ts'

/** Verbs that show that what stands before them is their subject. */
const verbs = new Set('are were have had will would can could should must may might await remain'.split(' '))
/** Adjectives with which French news begins a sentence: `De nouvelles mesures seront …`. */
const adjectives = new Set(
  'big different few first heavy huge important large long major many new numerous other recent rare real several severe serious small strong such various violent'.split(
    ' ',
  ),
)
/** Of these a sentence may begin in English: `Of greater concern are …`, `Of particular note were …`. */
const predicates = new Set('concern importance interest note significance value use help consequence'.split(' '))
const longestQuotation = 8
const mostAdjectives = 3

/** `Of new measures will be announced`: the French partitive, word for word. */
export const partitiveOf = defineRule({
  id: 'partitive-of',
  mqm: 'linguistic-conventions/grammar',
  severity: 'major',
  fix: 'review',
  needs: 'either',
  round: 'sure',
  priority: 45,
  summary: 'A sentence begins with “Of” where French has its partitive article.',
  why: 'French puts de or des before a plural that it does not count (De nouvelles mesures seront annoncées); English has no article there (Grevisse & Goosse, Le Bon Usage, § 584).',
  examples: {
    bad: [
      {
        text: 'Of new measures will be announced on Tuesday.',
        expected: 'New measures will be announced on Tuesday.',
        actual: 'Of new',
      },
      {
        text: 'Of “new exchanges” are scheduled for Monday.',
        expected: '“New exchanges” are scheduled for Monday.',
      },
    ],
    good: [
      'Of the new measures, three will be announced. Of these, two are old.',
      'Of greater concern are the new rules. Of new interest are the old ones.',
      'Of several hundred people, ten were hurt. Of serious crimes we say nothing.',
    ],
  },
  prepare: () => ({
    triggers: { words: ['of'] },
    *check({ tokens, occurrences }) {
      for (const at of occurrences) {
        if (tokens.text(at) !== 'Of' || !tokens.startsSentence(at)) continue
        const draft = quoted(tokens, at) ?? plural(tokens, at)
        if (draft !== undefined) yield draft
      }
    },
  }),
})

/** `Of “new exchanges” are` */
function quoted(tokens: Tokens, at: number): Draft | undefined {
  if (tokens.kind(at + 1) !== TokenKind.quote) return undefined
  const marks = pairQuotes(tokens)
  const close = marks[marks.find(({ token }) => token === at + 1)?.partner ?? -1]?.token
  if (close === undefined || close > at + longestQuotation || !verbs.has(tokens.lower(close + 1))) return undefined
  return draftOf(tokens, at, at + 2)
}

/** `Of new measures will` */
function plural(tokens: Tokens, at: number): Draft | undefined {
  if (!adjectives.has(tokens.text(at + 1))) return undefined
  let noun = at + 2
  while (noun < at + 2 + mostAdjectives && tokens.isWord(noun) && !verbs.has(tokens.lower(noun + 1))) noun++
  const word = tokens.text(noun)
  if (!/[^s]s$/u.test(word) || tokens.shape(noun) !== Shape.lower || predicates.has(word)) return undefined
  return verbs.has(tokens.lower(noun + 1)) ? draftOf(tokens, at, at + 1) : undefined
}

/** @param first the word that the sentence begins with then */
function draftOf(tokens: Tokens, at: number, first: number): Draft {
  const word = tokens.text(first)
  const capital = word.charAt(0).toUpperCase() + word.slice(1)
  return {
    start: tokens.start(at),
    end: tokens.end(first),
    expected: [tokens.prose.slice(tokens.start(at + 1), tokens.start(first)) + capital],
    confidence: 0.88,
    weight: 3,
    reason: 'French begins a plural with “de”; English without',
  }
}
