import { TokenKind, type Tokens } from '../text/tokens.ts'
import { type Draft, defineRule } from './rule.ts'
import { pairQuotes } from './support/quote-pairing.ts'
import { invertedVerbs, reportingVerbs, speakerNouns } from './support/reporting.ts'

const pronouns = new Set(['he', 'she', 'they'])
/** Behind “he said” in the middle of a quotation an attribution ends or names its place. */
const afterVerb = new Set([',', '.', 'on', 'in', 'at', 'to', 'before', 'during', 'with'])
const longestAttribution = 24
/** Less than this before the attribution is no sentence of its own. */
const fewestQuoted = 4

/** An attribution that stands inside the marks of the quotation. */
export const swallowedAttribution = defineRule({
  id: 'swallowed-attribution',
  mqm: 'linguistic-conventions/punctuation',
  severity: 'minor',
  fix: 'review',
  needs: 'either',
  round: 'weak',
  priority: 59,
  summary: 'Who speaks stands inside the quotation: the marks that close it before and open it again are missing.',
  why: 'French leaves the quotation open around a short attribution (« …, a-t-il dit, … »); English closes it (Imprimerie nationale, Lexique, “incise”).',
  examples: {
    bad: [
      {
        text: '“We do not strike against a virus, launched the minister. It solves nothing,” and he left.',
        expected: '“We do not strike against a virus,” launched the minister. “It solves nothing,” and he left.',
      },
      {
        text: '“We are all tired of this, assured Jean Martin, because it goes on and on”.',
        expected: '“We are all tired of this,” assured Jean Martin, “because it goes on and on”.',
      },
    ],
    good: [
      '“We are all tired of this,” said Jean Martin, “because it goes on.”',
      '“The minister, who said the law was dead, left with them, asked the court and won.”',
      'He said, “I was asked what he had said, and told them.”',
    ],
  },
  prepare: () => ({
    triggers: { marks: ['“', '"', '«'] },
    check({ tokens }) {
      const drafts: Draft[] = []
      const marks = pairQuotes(tokens)
      for (const mark of marks) {
        const close = marks[mark.partner]?.token
        if (mark.direction !== 'open' || close === undefined) continue
        const straight = mark.mark === '"'
        for (let at = mark.token + fewestQuoted; at < close; at++) {
          if (tokens.kind(at) !== TokenKind.comma || tokens.text(at) !== ',') continue
          const draft = attribution(tokens, at, close, straight)
          if (draft === undefined) continue
          drafts.push(draft)
          break
        }
      }
      return drafts
    },
  }),
})

/** Words that go on with what the speaker is: `…, assured Jean Martin, in office since May. I …`. */
const apposition = new Set(
  'who whose the a an his her their former head president minister deputy member secretary general co spokesman spokeswoman aged author'.split(
    ' ',
  ),
)

function isEnd(tokens: Tokens, at: number): boolean {
  const text = tokens.text(at)
  const office = tokens.text(at + 1) === 'in' && ['office', 'charge', 'power'].includes(tokens.text(at + 2))
  return text === '.' || (text === ',' && !office && !apposition.has(tokens.text(at + 1)))
}

function attribution(tokens: Tokens, comma: number, close: number, straight: boolean): Draft | undefined {
  const inverted =
    invertedVerbs.has(tokens.text(comma + 1)) &&
    (tokens.text(comma + 2) === 'the'
      ? speakerNouns.has(tokens.lower(comma + 3))
      : tokens.isCapitalised(comma + 2) && (tokens.isCapitalised(comma + 3) || tokens.text(comma + 3) === '-'))
  const plain =
    pronouns.has(tokens.text(comma + 1)) &&
    reportingVerbs.has(tokens.text(comma + 2)) &&
    afterVerb.has(tokens.text(comma + 3))
  if (!inverted && !plain) return undefined
  let end = comma + 3
  const last = Math.min(close, comma + longestAttribution)
  while (end < last && !isEnd(tokens, end)) end++
  if (end >= last || end + 2 >= close || tokens.kind(end + 1) === TokenKind.quote) return undefined
  // “…, he said. ” stands at the end: the quotation is over there, and its last mark is what is wrong.
  if (tokens.text(end) === '.' && !tokens.startsSentence(end + 1)) return undefined
  const [opening, closing] = straight ? ['"', '"'] : ['“', '”']
  const reopen = tokens.start(end + 1)
  const text = `,${closing}${tokens.prose.slice(tokens.end(comma), reopen)}${opening}${tokens.text(end + 1)}`
  return {
    start: tokens.start(comma),
    end: tokens.end(end + 1),
    expected: [text],
    confidence: inverted ? 0.8 : 0.68,
    weight: 0.7,
    reason: 'The attribution stands inside the quotation: close the marks before it and open them behind it',
  }
}
