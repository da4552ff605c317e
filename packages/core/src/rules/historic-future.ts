import { Shape, TokenKind, type Tokens } from '../text/tokens.ts'
import { type Draft, defineRule } from './rule.ts'
import { hasPluralSubject } from './support/agreement.ts'
import { months } from './support/calendar.ts'
import { inflect } from './support/inflection.ts'

/** No news is older than this year's: what “will” happen in it is told in the French historic future. */
const lastPastYear = 2019
const adverbs = new Set('also then finally only later again even never thus soon already first'.split(' '))
/** What speaks of the future on purpose, or of money of that year. */
const excusing = new Set('if whether remember remembered compared since prices anniversary believe hope'.split(' '))

/** Words of a future that is meant. */
const prospective = new Set(
  'by when before once until till if unless next tomorrow soon future then whether after probably perhaps likely hope hopefully i we you they who many some readers fans viewers few'.split(
    ' ',
  ),
)

/** The French historic future, put into English as a future. */
export const historicFuture = defineRule({
  id: 'historic-future',
  mqm: 'linguistic-conventions/grammar',
  severity: 'major',
  fix: 'review',
  needs: 'either',
  round: 'weak',
  priority: 39,
  summary: 'A past event is told in the future tense.',
  why: 'French tells the past in the historic future (“il mourra en 1944”, Grevisse, Le Bon Usage, § 887); English takes the past tense or “would”.',
  examples: {
    bad: [
      {
        text: 'The painter will die in poverty in 1944.',
        expected: 'The painter died in poverty in 1944.',
        actual: 'will die',
      },
      {
        text: 'In 1986, the two men will found a newspaper.',
        expected: 'In 1986, the two men founded a newspaper.',
        actual: 'will found',
      },
    ],
    good: [
      'The museum will reopen in 2030, and will show works stolen in 1944.',
      'He will return to the club that he left in 2010.',
    ],
  },
  prepare: () => ({
    triggers: { words: ['will'] },
    *check({ tokens, occurrences }) {
      for (const will of occurrences) {
        const draft = pastFuture(tokens, will)
        if (draft !== undefined) yield draft
      }
    },
  }),
})

function pastFuture(tokens: Tokens, will: number): Draft | undefined {
  const verb = adverbs.has(tokens.lower(will + 1)) ? will + 2 : will + 1
  const base = tokens.lower(verb)
  if (tokens.shape(will) !== Shape.lower || tokens.shape(verb) !== Shape.lower || !tokens.isWord(verb)) return undefined
  if (base === 'have') return pastPerfect(tokens, will, verb)
  if (base === 'not' || base === 'be') return undefined
  if (!datedBefore(tokens, will) && !datedAfter(tokens, verb)) return undefined
  const past = inflect(base)[2] as string
  const between = verb === will + 1 ? '' : `${tokens.text(will + 1)} `
  return {
    start: tokens.start(will),
    end: tokens.end(verb),
    expected: [`${between}${past}`, `would ${between}${base}`],
    confidence: 0.78,
    weight: 1.5,
    reason: `A past event is told in the past tense: “${between}${past}”`,
  }
}

/** “The show will have been a success”: French sums up what is over in the future perfect. */
function pastPerfect(tokens: Tokens, will: number, have: number): Draft | undefined {
  const participle = tokens.lower(have + 1)
  if (
    participle === 'to' ||
    !/^(?:been|made|had|marked|taken|seen|known|cost|lasted|caused|brought|given|won|lost)$/u.test(participle)
  )
    return undefined
  for (let at = tokens.sentenceStart(will); at < tokens.sentenceEnd(will); at++)
    if (prospective.has(tokens.lower(at))) return undefined
  const text = hasPluralSubject(tokens, will) ? 'have' : 'has'
  return {
    start: tokens.start(will),
    end: tokens.end(have),
    expected: [text],
    confidence: 0.5,
    weight: 0.4,
    reason: `What is over is told in the perfect: “${text} ${participle}”`,
  }
}

/** “In 1986, the two men will …”: the date opens the sentence. */
function datedBefore(tokens: Tokens, will: number): boolean {
  const start = tokens.sentenceStart(will)
  for (let at = start; at < Math.min(start + 4, will); at++) {
    if (isPastYear(tokens, at) && tokens.text(at + 1) === ',' && !excused(tokens, start, will)) {
      return ['in', 'from', 'until'].includes(tokens.lower(at - 1)) || months.has(tokens.lower(at - 1))
    }
  }
  return false
}

/** “will die in poverty in 1944”: the date stands in the same clause, after the verb. */
function datedAfter(tokens: Tokens, verb: number): boolean {
  for (let at = verb + 1; at < Math.min(verb + 9, tokens.sentenceEnd(verb)); at++) {
    const kind = tokens.kind(at)
    if (kind === TokenKind.comma || kind === TokenKind.quote || kind === TokenKind.bracket) return false
    const word = tokens.lower(at)
    if (excusing.has(word)) return false
    // A clause or participle of its own: “works that he left in 2010”, “works stolen in 1944”.
    if (/^(?:that|which|who|whom|where|when|as|after|before|from|than|of)$/u.test(word) || /(?:ed|en)$/u.test(word))
      return false
    if (isPastYear(tokens, at)) {
      return ['in', 'until'].includes(tokens.lower(at - 1)) || months.has(tokens.lower(at - 1))
    }
  }
  return false
}

function excused(tokens: Tokens, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (excusing.has(tokens.lower(at))) return true
  return false
}

function isPastYear(tokens: Tokens, at: number): boolean {
  if (tokens.kind(at) !== TokenKind.number) return false
  const text = tokens.text(at)
  return /^(?:1[0-9]|20)\d\d$/u.test(text) && Number(text) <= lastPastYear
}
