import { Shape, TokenKind, type Tokens } from '../text/tokens.ts'
import { type Draft, defineRule } from './rule.ts'
import { months } from './support/calendar.ts'
import { inflect } from './support/inflection.ts'

/** Verbs of a lasting state, in the present: with “since” English wants the perfect. */
const states = new Map(
  'chair direct exist govern head hold lead live occupy own preside reign reside rule run serve work'
    .split(' ')
    .map((verb) => [inflect(verb)[1] as string, inflect(verb)[3] as string] as const),
)
/** After “is”: what lasts. Not here: “up since January”, “the first since 1998”, which are good English. */
const lasting = new Set(
  'absent banned blocked bogged buried closed confined deployed detained employed established exiled held hospitalised hospitalized imprisoned incarcerated interned jailed locked married mayor minister missing mobilised mobilized occupied open paralysed paralyzed president prosecuted retired settled suspended threatened torn wanted'.split(
    ' ',
  ),
)
const lastingPlaces = new Set(
  'custody detention exile hospital office place power prison retirement service'.split(' '),
)
const times = new Set(
  'monday tuesday wednesday thursday friday saturday sunday yesterday several many then early late mid'.split(' '),
)
const longestGap = 7

/** The present tense with “since”. */
export const sincePresent = defineRule({
  id: 'since-present',
  mqm: 'linguistic-conventions/grammar',
  severity: 'minor',
  fix: 'review',
  needs: 'either',
  round: 'weak',
  priority: 38,
  summary: 'The present tense stands with “since”, where English says “has been”.',
  why: 'French says “il est en prison depuis lundi” in the present for what began in the past and goes on; English takes the present perfect (Quirk et al., A Comprehensive Grammar of the English Language, § 4.20).',
  examples: {
    bad: [
      {
        text: 'The leader is in prison since 2021.',
        expected: 'The leader has been in prison since 2021.',
        actual: 'is in prison since',
      },
      {
        text: 'The writer lives in Geneva since March 2018.',
        expected: 'The writer has lived in Geneva since March 2018.',
        actual: 'lives in Geneva since',
      },
    ],
    good: [
      'The club is top for the first time since 2015, and inflation is up since January.',
      'He has lived in Geneva since 2018. She works there, since 2 of her children do too.',
    ],
  },
  prepare: () => ({
    triggers: { words: ['since'] },
    *check({ tokens, occurrences }) {
      for (const since of occurrences) {
        if (!startsTime(tokens, since + 1)) continue
        const draft = beforeSince(tokens, since)
        if (draft !== undefined) yield draft
      }
    },
  }),
})

/** A year, a day, a month or “several” after “since”: a reason (“since 2 of them”) has none. */
function startsTime(tokens: Tokens, at: number): boolean {
  const word = tokens.lower(at)
  if (tokens.kind(at) === TokenKind.number) return /^(?:1[5-9]|20)\d\d$/u.test(tokens.text(at))
  return times.has(word) || months.has(word)
}

function beforeSince(tokens: Tokens, since: number): Draft | undefined {
  for (let at = since - 1; at >= Math.max(tokens.sentenceStart(since), since - longestGap); at--) {
    const kind = tokens.kind(at)
    if (kind === TokenKind.comma || kind === TokenKind.quote || kind === TokenKind.stop) return undefined
    const word = tokens.lower(at)
    if (word === 'is' || word === 'are')
      return isLasting(tokens, at, since) ? draftOf(tokens, at, since, word) : undefined
    if (tokens.shape(at) === Shape.lower && states.has(word) && isSubject(tokens, at - 1)) {
      return draftOf(tokens, at, since, word)
    }
    if (/^(?:has|have|had|was|were|first|last|only|time|best|worst|been)$/u.test(word) || /est$/u.test(word))
      return undefined
  }
  return undefined
}

/** “is closed since”, “is in prison since”, “is president of the club since”. */
function isLasting(tokens: Tokens, be: number, since: number): boolean {
  const next = tokens.lower(be + 1)
  if (lasting.has(next)) return true
  return next === 'in' && lastingPlaces.has(tokens.lower(be + 2)) && be + 3 === since
}

/** Is the word before a verb rather its subject than an adjective or article before a noun (“the works since 2010”)? */
function isSubject(tokens: Tokens, at: number): boolean {
  return (
    tokens.isCapitalised(at) ||
    ['who', 'he', 'she', 'it', 'which', 'that'].includes(tokens.lower(at)) ||
    isNoun(tokens, at)
  )
}

function isNoun(tokens: Tokens, at: number): boolean {
  return (
    tokens.shape(at) === Shape.lower &&
    tokens.isWord(at) &&
    /^(?:the|a|an|his|her|this)$/u.test(tokens.lower(at - 1)) &&
    /(?:er|or|ist|man|ian|ent|ant|couple|family|group|company|party)$/u.test(tokens.lower(at))
  )
}

function draftOf(tokens: Tokens, verb: number, since: number, word: string): Draft {
  const perfect = word === 'is' ? 'has been' : word === 'are' ? 'have been' : `has ${states.get(word)}`
  const rest = tokens.prose.slice(tokens.end(verb), tokens.start(since))
  const preposition = ['several', 'many'].includes(tokens.lower(since + 1)) ? 'for' : 'since'
  return {
    start: tokens.start(verb),
    end: tokens.end(since),
    expected: [`${perfect}${rest}${preposition}`],
    confidence: 0.8,
    weight: 1.5,
    reason: `What began in the past and goes on is “${perfect}” in English, with “${preposition}”`,
  }
}
