import { targetLanguage } from '../language/language.ts'
import { copyCase } from '../text/fold.ts'
import { Shape, type Tokens } from '../text/tokens.ts'
import { type Draft, defineRule } from './rule.ts'

/** A word filter of the web page took letters out of a word, which is no word any more. */
export const eatenLetters = defineRule({
  id: 'eaten-letters',
  mqm: 'linguistic-conventions/spelling',
  severity: 'major',
  fix: 'review',
  needs: 'either',
  round: 'weak',
  priority: 58,
  mutes: ['untranslated-french', 'split-word'],
  summary: 'A word filter of the page took letters out of a word.',
  why: 'Sites that copy translated news take coarse words out wherever the letters stand, also in the middle of “assembly” or “constitution”.',
  examples: {
    bad: [
      {
        text: 'The bill is examined in the embly of the Union on Monday.',
        expected: 'The bill is examined in the Assembly of the Union on Monday.',
        actual: 'embly',
      },
      {
        text: 'Pengers waited for hours, and the Consution says nothing of it.',
        expected: 'Passengers waited for hours, and the Constitution says nothing of it.',
      },
    ],
    good: [
      'The assembly heard the embassy’s assistant, and Mr Ociation of Embly Street was there.',
      'The constitution of the association, its analysis and its documents.',
    ],
  },
  prepare() {
    const whole = wholeWords()
    return {
      triggers: { words: [...whole.keys()] },
      check({ tokens, occurrences }) {
        const drafts: Draft[] = []
        for (const at of occurrences) {
          const word = whole.get(tokens.lower(at))
          if (word === undefined || mayBeName(tokens, at)) continue
          drafts.push({
            start: tokens.start(at),
            end: tokens.end(at),
            expected: [copyCase(tokens.text(at), word)],
            confidence: 0.85,
            weight: 0.7,
            reason: `Letters are missing: it was “${word}”`,
          })
        }
        return drafts
      },
    }
  },
})

/** `Mr Embly`: a capital among small words; the constitution of a country may have one too. */
function mayBeName(tokens: Tokens, at: number): boolean {
  if (tokens.shape(at) === Shape.lower) return false
  return tokens.shape(at) !== Shape.capital || !(tokens.startsSentence(at) || tokens.lower(at - 1) === 'the')
}

/** What the filter left, each with the word that it was; where two words leave the same, neither is known. */
function wholeWords(): ReadonlyMap<string, string> {
  const rows = targetLanguage().table('filtered-words')
  const byRest = Map.groupBy(rows, ({ word = '', filter = '' }) => word.toLowerCase().replace(filter, ''))
  return new Map([...byRest].flatMap(([rest, [row, other]]) => (other === undefined ? [[rest, row?.word ?? '']] : [])))
}
