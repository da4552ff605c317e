import { PhraseMatcher } from '../text/phrase-matcher.ts'
import type { Tokens } from '../text/tokens.ts'
import { defineRule } from './rule.ts'

/** Words that fell apart, and how they are written. */
const words: readonly (readonly [string, string])[] = [
  ['an other', 'another'],
  ['can not', 'cannot'],
  ['more over', 'moreover'],
  ['never the less', 'nevertheless'],
  ['there fore', 'therefore'],
  ['to day', 'today'],
  ['to morrow', 'tomorrow'],
  ['what so ever', 'whatsoever'],
]

/** “from day to day”, “more over the years” are words of their own. */
function isOne(tokens: Tokens, from: number, to: number, word: string): boolean {
  if (word === 'today') return tokens.lower(from - 1) !== 'day'
  if (word === 'moreover') return tokens.startsSentence(from) && tokens.text(to) === ','
  return true
}

/** A word that is written as two. */
export const splitWord = defineRule({
  id: 'split-word',
  mqm: 'linguistic-conventions/spelling',
  severity: 'minor',
  fix: 'safe',
  needs: 'either',
  round: 'weak',
  priority: 31,
  summary: 'One word is written as two.',
  why: 'The machine puts words together from pieces and leaves the gap.',
  examples: {
    bad: [{ text: 'We can not bet on it.', expected: 'We cannot bet on it.', actual: 'can not' }],
    good: [
      'We cannot bet, but can, not will.',
      'He can not only sing but dance; where as many as ten came.',
      'From day to day they earned more over the years; it was dealt with in court, where as a boy he had sat with out-of-towners.',
    ],
  },
  prepare(_language, vocabulary) {
    const matcher = new PhraseMatcher<string>(vocabulary)
    for (const [apart, word] of words) matcher.add(apart, word)
    return {
      triggers: { phrases: matcher },
      *check({ tokens }) {
        for (const at of matcher.starts(tokens)) {
          const match = matcher.match(tokens, at)
          const word = match?.values[0]
          const next = match === undefined ? '' : tokens.lower(match.end)
          if (
            match === undefined ||
            word === undefined ||
            !isOne(tokens, at, match.end, word) ||
            next === 'only' ||
            next === 'just' ||
            next === 'many' ||
            next === 'much' ||
            next === 'simply' ||
            next === 'but'
          )
            continue
          yield {
            start: tokens.start(at),
            end: tokens.end(match.end - 1),
            expected: [tokens.isCapitalised(at) ? word.charAt(0).toUpperCase() + word.slice(1) : word],
            confidence: 0.82,
            safe: true,
            weight: 0.2,
            reason: `One word: “${word}”`,
          }
        }
      },
    }
  },
})
