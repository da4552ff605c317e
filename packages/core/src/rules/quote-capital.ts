import { isCommonWord } from '../language/common-words.ts'
import { Shape, TokenKind, type Tokens } from '../text/tokens.ts'
import { type Draft, defineRule } from './rule.ts'
import { pairQuotes } from './support/quote-pairing.ts'
import { reportingVerbs } from './support/reporting.ts'

/** Words after which a quotation goes on with the sentence: articles, prepositions, forms of to be, “that”. */
const goesOn = new Set(
  'the a an this that these those of in with for by to into from despite as was were is are be been being than or but and his her its their our my your more very so about on at against between under over without after before because which who whom whose whether if not no such any some all has have had do does did would will should must can could may might'.split(
    ' ',
  ),
)
/** Before names of works a capital is right. */
const works = new Set(
  'interpreter author singer performer hit title film films book books song songs album series show novel play magazine called entitled titled named nicknamed dubbed headlined slogan campaign operation project programme program report article column website hashtag movement party list motto words word'.split(
    ' ',
  ),
)
const subjects = new Set(['he', 'she', 'they', 'it', 'i', 'we', 'you', 'this', 'that', 'there', 'these', 'those'])

/** A capital inside or after a quotation where the sentence goes on. */
export const quoteCapital = defineRule({
  id: 'quote-capital',
  mqm: 'linguistic-conventions/spelling',
  severity: 'minor',
  fix: 'safe',
  needs: 'either',
  round: 'weak',
  priority: 58,
  summary: 'The first word of a quotation has a capital, but the sentence only goes on with it.',
  why: 'The machine takes what follows an opening mark for a new sentence and gives it a capital.',
  examples: {
    bad: [
      {
        text: 'He came despite the “Difficult conditions” of the road.',
        expected: 'He came despite the “difficult conditions” of the road.',
        actual: 'Difficult',
      },
      {
        text: 'She said that “This question must be settled”.',
        expected: 'She said that “this question must be settled”.',
      },
      { text: '“They are wrong.” He added.', expected: '“They are wrong.” he added.', actual: 'He' },
    ],
    good: [
      'He said: “This question is settled.” The “Russian problem” and the “Yes” campaign went on.',
      'It would be “The most dramatic finale ever!” as he put it.',
      'In “When the lights go out”, the author tells of his childhood.',
      'The film “Difficult Conditions” was shown, and he said “We will go.”',
      'At the cry of “There she blows!” they ran; the question is not “Will it rain?”',
      'In the “Stand Up” tour, as “Great Britain” called it, he told the “Leave” side: “No.” She left.',
    ],
  },
  prepare: () => ({
    triggers: { marks: ['“', '”', '«', '"'] },
    check({ tokens }) {
      const drafts: Draft[] = []
      for (const mark of pairQuotes(tokens)) {
        const draft = mark.direction === 'open' ? afterOpening(tokens, mark.token) : afterClosing(tokens, mark.token)
        if (draft !== undefined) drafts.push(draft)
      }
      return drafts
    },
  }),
})

function afterOpening(tokens: Tokens, quote: number): Draft | undefined {
  const first = quote + 1
  const before = quote - 1
  const previous = tokens.lower(before)
  if (!tokens.isWord(before) || tokens.shape(first) !== Shape.capital || !isCommonWord(tokens.text(first)))
    return undefined
  if (tokens.startsSentence(quote) || !goesOn.has(previous) || works.has(tokens.lower(before - 1))) return undefined
  // `In “When the lights go out”, the author tells …`: a work, where the sentence begins with it.
  if (previous === 'in' && tokens.startsSentence(before)) return undefined
  // A title has more capitals, or stands alone.
  let capitals = 0
  let words = 0
  let index = first
  for (; index < tokens.count && tokens.kind(index) !== TokenKind.quote; index++) {
    if (!tokens.isWord(index)) continue
    words++
    if (index > first && tokens.isCapitalised(index)) capitals += isCommonWord(tokens.text(index)) ? 2 : 1
  }
  if (tokens.isCapitalised(first + 1) || capitals * 4 > words || words < 2 || tokens.text(first + 1) === '-')
    return undefined
  // What someone cried keeps its capital.
  if (previous !== 'that' && /[!?]/u.test(tokens.text(index - 1))) return undefined
  const word = tokens.text(first)
  const sentence = subjects.has(word.toLowerCase())
  if (sentence && previous !== 'that' && /[.!?]/u.test(tokens.text(index - 1)) && words > 4) {
    return draftOf(tokens, first, 0.45)
  }
  const label = words === 2 && (previous === 'the' || previous === 'a')
  return draftOf(tokens, first, previous === 'that' ? 0.95 : label ? 0.9 : 0.88)
}

/** `wrong.” He added.` */
function afterClosing(tokens: Tokens, quote: number): Draft | undefined {
  const behind = tokens.kind(quote + 1) === TokenKind.comma && !tokens.spaceBefore(quote + 1)
  if (behind || tokens.kind(quote - 1) === TokenKind.comma) return afterComma(tokens, behind ? quote + 2 : quote + 1)
  const first = quote + 1
  if (!tokens.startsSentence(first) || tokens.kind(quote - 1) !== TokenKind.stop) return undefined
  if (!['he', 'she', 'they', 'it', 'the'].includes(tokens.lower(first)) || tokens.text(first) === tokens.lower(first))
    return undefined
  const end = tokens.sentenceEnd(first)
  const verb = tokens.lower(first) === 'the' ? first + 2 : first + 1
  if (!reportingVerbs.has(tokens.lower(verb)) || tokens.text(end - 1) !== '.' || end - verb > 2) return undefined
  return draftOf(tokens, first, 0.8, 'The attribution belongs to the sentence of the quotation; no capital')
}

/** `“We go on”, He added`: behind a comma the sentence goes on. */
function afterComma(tokens: Tokens, at: number): Draft | undefined {
  if (!/^(?:He|She|They)$/u.test(tokens.text(at)) || !tokens.spaceBefore(at)) return undefined
  const verb = tokens.lower(at + 1) === 'also' || tokens.lower(at + 1) === 'then' ? at + 2 : at + 1
  if (!reportingVerbs.has(tokens.lower(verb)) && !complaints.has(tokens.lower(verb))) return undefined
  return draftOf(tokens, at, 0.9, 'The attribution belongs to the sentence of the quotation; no capital')
}

const complaints = new Set('complains jokes sighs smiles laughs fumes begs'.split(' '))

function draftOf(tokens: Tokens, at: number, confidence: number, reason?: string): Draft {
  const word = tokens.text(at)
  const small = word.charAt(0).toLowerCase() + word.slice(1)
  return {
    start: tokens.start(at),
    end: tokens.end(at),
    expected: [small],
    confidence,
    safe: confidence >= 0.88,
    weight: 1.5,
    reason: reason ?? `The sentence goes on inside the quotation: “${small}”, without a capital`,
  }
}
