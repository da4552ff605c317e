import { defineRule } from './rule.ts'
import { preparePhrases } from './support/phrase-rule.ts'

/** French phrases put into English word for word. */
export const calque = defineRule({
  id: 'calque',
  mqm: 'style/unidiomatic-style',
  severity: 'minor',
  fix: 'review',
  needs: 'either',
  round: 'weak',
  priority: 35,
  summary: 'A French phrase was put into English word for word.',
  why: 'French news has phrases of its own (le chef de la diplomatie russe, une motion de censure, prendre la décision de), which the machine renders word for word (Vinay & Darbelnet, Stylistique comparée, “calque”).',
  examples: {
    bad: [
      { text: 'He took the decision to leave.', expected: 'He decided to leave.' },
      { text: 'The head of the Russian diplomacy spoke.', expected: 'The Russian foreign minister spoke.' },
      {
        text: 'Two motions of censure were rejected.',
        expected: 'Two no-confidence motions were rejected.',
        actual: 'motions of censure',
      },
    ],
    good: [
      'He decided to leave after the head of the Russian delegation spoke.',
      'A no-confidence motion was tabled; the decision was hers to take.',
    ],
  },
  prepare: (language, vocabulary) =>
    preparePhrases(language.table('calques'), vocabulary, (phrase, target) =>
      target === undefined
        ? `“${phrase}” is French word for word; say it the English way`
        : `“${phrase}” is French word for word; English says “${target}”`,
    ),
})
