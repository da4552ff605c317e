import { TokenKind, type Tokens } from '../text/tokens.ts'
import { type Draft, defineRule } from './rule.ts'

/** No clause of English ends with these. */
const articles = new Set(['the', 'a', 'an', 'their', 'its', 'our', 'my', 'your'])
const prepositions = new Set('of from with by to in at for on into between'.split(' '))

/** A word that stood in a link or a picture of the page is missing: its article or preposition hangs in the air. */
export const lostWord = defineRule({
  id: 'lost-word',
  mqm: 'accuracy/omission',
  severity: 'major',
  fix: 'none',
  needs: 'either',
  round: 'weak',
  mutes: ['punctuation-spacing'],
  priority: 52,
  summary: 'A word is missing behind an article or a preposition.',
  why: 'A name that was a link, or set apart in the page, is lost when the page is taken, and the small word before it stays.',
  examples: {
    bad: [
      { text: 'In the metropolis of . A young man dies in an accident.', expected: null, actual: 'of .' },
      { text: 'Jean Martin, director of the, spoke of it.', expected: null, actual: 'the,' },
    ],
    good: [
      'It is all that he spoke of. What for? The end of the day, a 1,200 and “the”, he said.',
      'Vitamin A, plan A. She is the (then) head of the, er, club … in the … and so on.',
    ],
  },
  prepare: () => ({
    triggers: { words: [...articles, ...prepositions] },
    check({ tokens, occurrences }) {
      const drafts: Draft[] = []
      for (const at of occurrences) {
        const draft = hanging(tokens, at)
        if (draft !== undefined) drafts.push(draft)
      }
      return drafts
    },
  }),
})

function hanging(tokens: Tokens, at: number): Draft | undefined {
  const word = tokens.text(at)
  const mark = tokens.text(at + 1)
  const kind = tokens.kind(at + 1)
  if (kind !== TokenKind.stop && kind !== TokenKind.comma) return undefined
  if (mark === '…' || mark === ':' || tokens.text(at + 2) === '.' || tokens.isCapitalised(at)) return undefined
  const spaced = tokens.spaceBefore(at + 1)
  // “the head of the, er, club”: a speaker hesitates.
  const hesitates = mark === ',' && tokens.text(at + 3) === ','
  const lost = articles.has(word)
    ? !hesitates && tokens.isWord(at - 1)
    : spaced && mark !== ',' && tokens.isWord(at - 1) && tokens.isWord(at + 2) && tokens.spaceBefore(at + 2)
  if (!lost) return undefined
  return {
    start: tokens.start(at),
    end: tokens.end(at + 1),
    expected: [],
    confidence: 0.78,
    weight: 0.7,
    reason: `A word is missing behind “${word}”`,
  }
}
