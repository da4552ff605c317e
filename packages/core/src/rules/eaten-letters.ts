import { targetLanguage } from '../language/language.ts'
import { Shape } from '../text/tokens.ts'
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
          const shape = tokens.shape(at)
          // A name (“Mr Embly”) has a capital among small words; the constitution of a country may have one too.
          const capital = shape === Shape.capital
          if (shape !== Shape.lower && !(capital && isNoName(tokens.lower(at - 1), tokens.startsSentence(at)))) continue
          const word = whole.get(tokens.lower(at)) ?? ''
          drafts.push({
            start: tokens.start(at),
            end: tokens.end(at),
            expected: [capital ? word.charAt(0).toUpperCase() + word.slice(1) : word],
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

function isNoName(before: string, startsSentence: boolean): boolean {
  return startsSentence || before === 'the'
}

/** What the filter left, each with the word that it was; where two words leave the same, neither is known. */
function wholeWords(): ReadonlyMap<string, string> {
  const whole = new Map<string, string>()
  for (const { word = '', filter = '' } of targetLanguage().table('filtered-words')) {
    const left = word.toLowerCase().replace(filter, '')
    if (!whole.delete(left)) whole.set(left, word)
  }
  return whole
}
