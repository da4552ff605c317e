import { isCommonWord } from '../language/common-words.ts'
import { isEnglishWord } from '../language/english-words.ts'
import { PhraseMatcher } from '../text/phrase-matcher.ts'
import { SpellingMemo } from '../text/spelling-memo.ts'
import { Shape, TokenKind, type Tokens } from '../text/tokens.ts'
import { type Draft, defineRule } from './rule.ts'

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
  mutes: ['untranslated-french'],
  summary: 'One word is written as two.',
  why: 'The machine puts words together from pieces and leaves the gap.',
  examples: {
    bad: [
      { text: 'We can not bet on it.', expected: 'We cannot bet on it.', actual: 'can not' },
      { text: 'The govern ment fell.', expected: 'The government fell.', actual: 'govern ment' },
    ],
    good: [
      'We cannot bet, but can, not will.',
      'He can not only sing but dance; where as many as ten came.',
      'From day to day they earned more over the years; it was dealt with in court, where as a boy he had sat with out-of-towners.',
    ],
  },
  prepare(language, vocabulary) {
    const matcher = new PhraseMatcher<string>(vocabulary)
    for (const [apart, word] of words) matcher.add(apart, word)
    const french = language.words()
    const borrowed = new Set(language.list('borrowed'))
    const isForeign = new SpellingMemo(
      (tokens, at) =>
        tokens.shape(at) === Shape.lower &&
        /^[a-z]{3,}$/u.test(tokens.text(at)) &&
        !isEnglishWord(tokens.text(at)) &&
        !french.has(tokens.text(at)) &&
        !borrowed.has(tokens.text(at)),
    )
    return {
      triggers: { phrases: matcher, every: true },
      *check({ tokens }) {
        yield* brokenWords(tokens, isForeign)
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

const shortestWhole = 7
const shortestRare = 9

/** `govern ment`, `inter national`: a piece that is no word, and the word that it makes with its neighbour. */
function* brokenWords(tokens: Tokens, isForeign: SpellingMemo<boolean>): Generator<Draft> {
  for (let at = 1; at < tokens.count; at++) {
    if (tokens.kinds[at] !== TokenKind.word || tokens.shapes[at] !== Shape.lower) continue
    if (tokens.kinds[at - 1] !== TokenKind.word || tokens.start(at) - tokens.end(at - 1) !== 1) continue
    if (!isForeign.of(tokens, at) && !isForeign.of(tokens, at - 1)) continue
    const whole = `${tokens.lower(at - 1)}${tokens.text(at)}`
    const [before, after] = [tokens.shape(at - 1), at + 1 < tokens.count && !tokens.spaceBefore(at + 1)]
    const joined = after && tokens.text(at + 1) === '-'
    if (before === Shape.mixed || before === Shape.upper || joined || whole.length < shortestWhole) continue
    if (before === Shape.capital && !tokens.startsSentence(at - 1)) continue
    if (tokens.prose[tokens.start(at - 1) - 1] === '-') continue
    // “is licenced”: beside a common word the piece may be a rare one.
    const rare = isCommonWord(tokens.lower(at - 1)) || isCommonWord(tokens.text(at)) || !isEnglishWord(whole)
    if (!isCommonWord(whole) && (rare || whole.length < shortestRare)) continue
    yield {
      start: tokens.start(at - 1),
      end: tokens.end(at),
      expected: [`${tokens.text(at - 1)}${tokens.text(at)}`],
      confidence: 0.85,
      weight: 0.5,
      reason: `One word: “${whole}”`,
    }
  }
}
