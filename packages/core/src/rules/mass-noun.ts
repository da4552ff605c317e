import { isEnglishWord } from '../language/english-words.ts'
import { Shape, TokenKind, type Tokens } from '../text/tokens.ts'
import { type Draft, defineRule } from './rule.ts'
import { isHyphenated } from './support/split-words.ts'

/** Nouns that English never counts, and that French does (une information, un chaos, une violence inouïe). */
const massNouns = new Set(
  'advice applause baggage chaos clothing detention equipment evidence feedback furniture homework housework housing imprisonment information infrastructure legislation luggage machinery patience poverty progress publicity research software transportation unemployment unrest vandalism violence weather wisdom'.split(
    ' ',
  ),
)
/** Behind these the noun ends its phrase. */
const followers = new Set(
  'about after against among and are as at because before but by during for from had has have if in is of on or since so such than that to under until was were when where which while who will with within without would'.split(
    ' ',
  ),
)
/** Adjectives with which some of them are counted, or that belong to a compound. */
const counting = new Set('little bit piece certain different whole further'.split(' '))
/** A preposition begins a phrase of its own: “an investigation into violence” counts investigations. */
const prepositions = new Set(
  'into onto over under between toward towards through across around upon per via'.split(' '),
)
const mostAdjectives = 2

/** `an indescribable chaos`, `a pre-trial detention`: an article before a noun that English does not count. */
export const massNoun = defineRule({
  id: 'mass-noun',
  mqm: 'linguistic-conventions/grammar',
  severity: 'minor',
  fix: 'review',
  needs: 'either',
  round: 'weak',
  priority: 37,
  summary: '“a” stands before a noun that English does not count.',
  why: 'French counts information, progrès, violence and chaos with un and une, which the machine renders with “a” (Quirk et al., A Comprehensive Grammar of the English Language, § 5.2).',
  examples: {
    bad: [
      {
        text: 'She spoke in an indescribable chaos.',
        expected: 'She spoke in indescribable chaos.',
        actual: 'an indescribable chaos',
      },
      { text: 'It is an information that changes everything.', expected: 'It is information that changes everything.' },
    ],
    good: [
      'An inquiry into violence, a debate over housing, a link between unemployment and crime.',
      'An information campaign, a research centre, a housing crisis and a violence prevention plan.',
      'It was a little progress; a piece of advice; evidence of an unrest-free year.',
    ],
  },
  prepare: () => ({
    triggers: { words: massNouns },
    *check({ tokens, occurrences }) {
      for (const at of occurrences) {
        const article = articleBefore(tokens, at)
        if (article === undefined || !endsPhrase(tokens, at)) continue
        const rest = tokens.prose.slice(tokens.start(article + 1), tokens.end(at))
        yield {
          start: tokens.start(article),
          end: tokens.end(at),
          expected: [tokens.isCapitalised(article) ? rest.charAt(0).toUpperCase() + rest.slice(1) : rest],
          confidence: 0.7,
          weight: 0.7,
          reason: `English does not count “${tokens.lower(at)}”: no “${tokens.lower(article)}”`,
        } satisfies Draft
      }
    },
  }),
})

/** The article of the noun, with at most two adjectives between them. */
function articleBefore(tokens: Tokens, noun: number): number | undefined {
  if (tokens.shape(noun) !== Shape.lower) return undefined
  for (let at = noun - 1, words = 0; at >= 0 && words <= mostAdjectives; at--) {
    const word = tokens.lower(at)
    if (word === 'a' || word === 'an') return at
    if (tokens.kind(at) === TokenKind.dash && !tokens.spaceBefore(at)) continue
    // `pre-trial`, `unheard-of`
    const joined = isHyphenated(tokens, at)
    if (!tokens.isWord(at) || tokens.shape(at) !== Shape.lower) return undefined
    if (
      !joined &&
      (counting.has(word) ||
        followers.has(word) ||
        prepositions.has(word) ||
        word.endsWith('ing') ||
        !isEnglishWord(word))
    )
      return undefined
    if (!joined || tokens.text(at + 1) !== '-') words++
  }
  return undefined
}

function endsPhrase(tokens: Tokens, noun: number): boolean {
  const next = noun + 1
  if (next >= tokens.count) return true
  const kind = tokens.kind(next)
  if (kind === TokenKind.stop || kind === TokenKind.comma) return true
  // “a violence against women bill” is rare enough; “an evidence-based plan” is not.
  return tokens.isWord(next) && tokens.spaceBefore(next) && followers.has(tokens.lower(next))
}
