import { defineRule, type Rule } from '../rules/rule.ts'

/** A rule that marks a word, so that the reports do not change with the real rules. */
export function marks(word: string, expected: string[], more: Partial<Rule> = {}): Rule {
  return defineRule({
    id: `marks-${word}`,
    mqm: 'style/unidiomatic-style',
    severity: 'major',
    fix: 'safe',
    needs: 'either',
    round: 'sure',
    priority: 50,
    summary: 'A word.',
    why: 'For the test.',
    examples: { bad: [{ text: word, expected: null }], good: ['a', 'b'] },
    prepare: () => ({
      triggers: { words: [word] },
      *check({ tokens, occurrences }) {
        for (const at of occurrences) {
          yield {
            start: tokens.start(at),
            end: tokens.end(at),
            confidence: 0.95,
            expected,
            reason: `“${word}” is French`,
          }
        }
      },
    }),
    ...more,
  })
}
