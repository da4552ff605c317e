import { abbreviations } from '../text/abbreviations.ts'
import { Shape, TokenKind, type Tokens } from '../text/tokens.ts'
import { type Draft, defineRule } from './rule.ts'

/** No sentence begins with them where they are written small: what stands before goes on. */
const neverFirst = new Set('of whose whom than which who by'.split(' '))
/** They begin a sentence as a rule. */
const oftenFirst = new Set(
  'the a an he she it they we you i this these there his her its their our but however if when although according'.split(
    ' ',
  ),
)
/** May be either. */
const mayGoOn = new Set(
  'to from with for and that on at in into or as because where while after before during'.split(' '),
)

/** A full stop in the midst of a sentence, or a sentence that starts small. */
export const strayStop = defineRule({
  id: 'stray-stop',
  mqm: 'linguistic-conventions/punctuation',
  severity: 'minor',
  fix: 'review',
  needs: 'either',
  round: 'sure',
  priority: 47,
  summary: 'A full stop stands before a word that is written small.',
  why: 'Where a link or a bold passage ended, the machine took the pieces for sentences: “the spokesperson explained. of the government”.',
  examples: {
    bad: [
      {
        text: 'This is what the spokesperson explained. of the government.',
        expected: 'This is what the spokesperson explained of the government.',
        actual: '. of',
      },
      {
        text: 'He left on Monday morning. the minister stayed.',
        expected: 'He left on Monday morning. The minister stayed.',
        actual: 'the',
      },
    ],
    good: [
      'The firm, known as Smith & Co. of London, sold it to the U.S. in Jan. of last year.',
      'He bought it at amazon.com. iPhone sales rose. De Gaulle left. van Gaal stayed.',
      'He hesitated... of course. It starts at 9 a.m. on Monday, vs. the others, etc. and so on.',
    ],
  },
  prepare: () => ({
    triggers: { marks: ['.'] },
    check({ tokens, occurrences }) {
      const drafts: Draft[] = []
      for (const at of occurrences) {
        const draft = draftOf(tokens, at)
        if (draft !== undefined) drafts.push(draft)
      }
      return drafts
    },
  }),
})

function draftOf(tokens: Tokens, at: number): Draft | undefined {
  const before = at - 1
  const next = at + 1
  if (tokens.kind(at) !== TokenKind.stop || tokens.text(at) !== '.' || tokens.spaceBefore(at)) return undefined
  if (
    !isPlainWord(tokens, before) ||
    tokens.text(before).length < 4 ||
    !tokens.spaceBefore(before) ||
    abbreviations.has(tokens.lower(before))
  )
    return undefined
  if (!isPlainWord(tokens, next) || !isPlainWord(tokens, next + 1) || tokens.start(next) !== tokens.end(at) + 1)
    return undefined
  const word = tokens.lower(next)
  const capital = word.charAt(0).toUpperCase() + word.slice(1)
  const joined: Draft = {
    start: tokens.start(at),
    end: tokens.end(next),
    expected: mayGoOn.has(word) ? [` ${word}`, `. ${capital}`] : [` ${word}`],
    confidence: neverFirst.has(word) ? 0.88 : 0.7,
    weight: 0.7,
    reason: `The sentence goes on: a full stop does not stand before “${word}”`,
  }
  if (neverFirst.has(word) || mayGoOn.has(word)) return joined
  if (!oftenFirst.has(word)) return undefined
  return {
    start: tokens.start(next),
    end: tokens.end(next),
    expected: [capital],
    confidence: 0.8,
    weight: 0.4,
    reason: 'A sentence starts with a capital',
  }
}

/** Small letters, nothing glued to it. */
function isPlainWord(tokens: Tokens, index: number): boolean {
  return tokens.isWord(index) && tokens.shape(index) === Shape.lower
}
