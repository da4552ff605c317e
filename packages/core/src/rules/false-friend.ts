import { defineRule } from './rule.ts'
import { preparePhrases } from './support/phrase-rule.ts'

/** English words that look like the French one and mean something else. */
export const falseFriend = defineRule({
  id: 'false-friend',
  mqm: 'accuracy/mistranslation',
  severity: 'major',
  fix: 'review',
  needs: 'either',
  round: 'weak',
  priority: 34,
  summary: 'A word looks like the French one but means something else here.',
  why: 'The machine keeps the shape of the French word (audience, militant, requisitions) where English has another (Kœssler & Derocquigny, Les Faux Amis).',
  examples: {
    bad: [
      {
        text: 'The prosecutor asked for prison in his requisitions.',
        expected: 'The prosecutor asked for prison in his closing arguments.',
        actual: 'his requisitions',
      },
      {
        text: 'Several militants of the party came to the meeting.',
        expected: 'Several activists of the party came to the meeting.',
      },
    ],
    good: [
      'The audience cheered the singer and the militants of the armed group fled.',
      'The army sent requisitions for food.',
    ],
  },
  prepare: (language, vocabulary) =>
    preparePhrases(language.table('false-friends'), vocabulary, (phrase, target) =>
      target === undefined
        ? `“${phrase}” looks like a French word that means something else`
        : `“${phrase}” looks like the French word but does not mean it; here “${target}”`,
    ),
})
