import { Shape, type Tokens } from '../text/tokens.ts'
import { type Draft, defineRule } from './rule.ts'
import { partsOfDay, weekdays } from './support/calendar.ts'
import { pastOf } from './support/inflection.ts'

const auxiliaries = new Set(['has', 'have'])
const adverbs = new Set('also already again officially finally formally publicly just'.split(' '))
const takesDay = new Set('chosen fixed made named picked proposed set spent suggested'.split(' '))
const followers = new Set(
  'after against and at because before but by during following for from in near of or that to when where while with'.split(
    ' ',
  ),
)
const lastTimes = new Set('week month year night summer winter spring autumn'.split(' '))

/** `The minister has announced on Monday`: a perfect with the time of what is over, as the French passé composé bears it. */
export const datedPerfect = defineRule({
  id: 'dated-perfect',
  mqm: 'linguistic-conventions/grammar',
  severity: 'minor',
  fix: 'review',
  needs: 'either',
  round: 'weak',
  priority: 37,
  summary: 'A present perfect stands with the time of something that is over.',
  why: 'The French passé composé (a annoncé lundi) bears a date; the English perfect does not (Quirk et al., A Comprehensive Grammar of the English Language, § 4.23).',
  examples: {
    bad: [
      {
        text: 'The minister has announced on Monday that he will go.',
        expected: 'The minister announced on Monday that he will go.',
        actual: 'has announced',
      },
      { text: 'She has left yesterday for Rome.', expected: 'She left yesterday for Rome.' },
    ],
    good: [
      'She has worked on Sundays since 2010, and has called a strike on Monday.',
      'They have met last year’s winner; he has scheduled Monday talks.',
    ],
  },
  prepare: () => ({
    triggers: { words: auxiliaries },
    *check({ tokens, occurrences }) {
      for (const at of occurrences) {
        const draft = perfect(tokens, at)
        if (draft !== undefined) yield draft
      }
    },
  }),
})

function perfect(tokens: Tokens, at: number): Draft | undefined {
  const verb = adverbs.has(tokens.lower(at + 1)) ? at + 2 : at + 1
  const passive = tokens.lower(verb) === 'been'
  const participle = passive ? verb + 1 : verb
  const past = pastOf(tokens.lower(participle))
  if (past === undefined || tokens.shape(participle) !== Shape.lower || !isDated(tokens, participle + 1))
    return undefined
  // “has set Thursday for the verdict”
  if (takesDay.has(tokens.lower(participle)) && tokens.lower(participle + 1) !== 'on') return undefined
  const simple = passive ? (tokens.lower(at) === 'has' ? 'was' : 'were') : past
  const adverb = verb === at + 2 ? `${tokens.text(at + 1)} ` : ''
  const expected = passive ? `${simple} ${adverb}`.trim() : `${adverb}${simple}`
  return {
    start: tokens.start(at),
    end: tokens.end(verb),
    expected: [expected],
    confidence: 0.65,
    weight: 0.8,
    reason: `The time is over, so English says “${expected}”`,
  }
}

/** `on Monday`, `Friday evening`, `yesterday`, `last week`, close behind the verb, so that nothing else can be dated. */
function isDated(tokens: Tokens, from: number): boolean {
  if (tokens.lower(from) === 'yesterday') return true
  if (tokens.lower(from) === 'last') return lastTimes.has(tokens.lower(from + 1)) && endsTime(tokens, from + 2)
  const on = tokens.lower(from) === 'on' || tokens.lower(from) === 'this'
  const day = on ? from + 1 : from
  if (!weekdays.has(tokens.lower(day))) return false
  const next = partsOfDay.has(tokens.lower(day + 1)) ? day + 2 : day + 1
  return endsTime(tokens, next)
}

/** “declared Monday a holiday”, “last week’s vote”: the time is part of something else. */
function endsTime(tokens: Tokens, at: number): boolean {
  return at >= tokens.count || /^[.,;!?]$/u.test(tokens.text(at)) || followers.has(tokens.lower(at))
}
