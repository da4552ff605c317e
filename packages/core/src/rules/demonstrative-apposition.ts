import { Shape, TokenKind, type Tokens } from '../text/tokens.ts'
import { type Draft, defineRule } from './rule.ts'

const demonstratives = ['this', 'these']
/** After “this” they tell when, not who. */
const times = new Set(
  'time morning afternoon evening night week weekend month year summer autumn winter spring season century decade past coming day monday tuesday wednesday thursday friday saturday sunday way is was has will would can could may means one much far'.split(
    ' ',
  ),
)
const finite = new Set(
  'is are was were has have had will would can could may might must should does did do says said seems remains he she it they we i you'.split(
    ' ',
  ),
)
const prepositions = new Set(
  'in on at for to from with by after before according despite during since under against among within about like unlike as if when while because although though but and or so yet'.split(
    ' ',
  ),
)
const longest = 8

/** “Lola, this 12-year-old girl, …”: French says “cette” in an apposition. */
export const demonstrativeApposition = defineRule({
  id: 'demonstrative-apposition',
  mqm: 'linguistic-conventions/grammar',
  severity: 'minor',
  fix: 'review',
  needs: 'either',
  round: 'weak',
  priority: 36,
  summary: 'What a name means is added with “this”, where English says “a” or “the”.',
  why: 'French explains a name with a demonstrative (Lola, cette fillette de 12 ans); English takes an article (Grevisse, Le Bon Usage, § 349).',
  examples: {
    bad: [
      {
        text: 'The murder of Lola, this 12-year-old girl, shocked the country.',
        expected: 'The murder of Lola, a 12-year-old girl, shocked the country.',
        actual: 'this',
      },
    ],
    good: [
      'In Paris, this decision, taken on Monday, is unpopular. For Macron, this reform is vital.',
      'He told Lola, this time in vain, to leave. She loved Lyon, this she knew.',
    ],
  },
  prepare: () => ({
    triggers: { words: demonstratives },
    *check({ tokens, occurrences }) {
      for (const at of occurrences) {
        const draft = apposition(tokens, at)
        if (draft !== undefined) yield draft
      }
    },
  }),
})

function apposition(tokens: Tokens, at: number): Draft | undefined {
  if (
    tokens.shape(at) !== Shape.lower ||
    tokens.text(at - 1) !== ',' ||
    !tokens.isCapitalised(at - 2) ||
    times.has(tokens.lower(at + 1))
  )
    return undefined
  const start = tokens.sentenceStart(at)
  const opener = tokens.kind(start) === TokenKind.quote ? start + 1 : start
  // “In Paris, this decision”: what stands before the comma is no name that is explained.
  if (opener === at - 2 || prepositions.has(tokens.lower(opener))) return undefined
  let end = at + 1
  while (end < at + longest && isNominal(tokens, end)) end++
  if (end === at + 1 || end === at + longest) return undefined
  const closes = tokens.text(end)
  if (closes !== ',' && closes !== '.' && closes !== 'who' && closes !== 'whose') return undefined
  const plural = tokens.lower(at) === 'these'
  const next = tokens.text(at + 1)
  const article = /^(?:[aeio]|8|11|18|80)/iu.test(next) ? 'an' : 'a'
  return {
    start: tokens.start(at),
    end: tokens.end(at),
    expected: plural ? ['the'] : [article, 'the'],
    confidence: 0.7,
    weight: 1.2,
    reason: `English explains a name with an article: “${plural ? 'the' : article} ${next}”`,
  }
}

function isNominal(tokens: Tokens, at: number): boolean {
  const kind = tokens.kind(at)
  if (kind === TokenKind.number || kind === TokenKind.possessive) return true
  if (kind === TokenKind.dash) return !tokens.spaceBefore(at)
  return (
    kind === TokenKind.word &&
    !finite.has(tokens.lower(at)) &&
    tokens.lower(at) !== 'who' &&
    tokens.lower(at) !== 'whose'
  )
}
