import { Shape, TokenKind } from '../text/tokens.ts'
import { type Draft, defineRule } from './rule.ts'

/** Spelt with a vowel, spoken with a consonant. */
const consonantSound =
  /^(?:uni(?!n|m|d|ss)|use|usu|usa|uti|ubi|ura|uk|eu|ew|one|once|u$|un[ei]sco|utop|uter|unani|ouija)/u

/** `it has a again disappointed`: behind these the article is what is too much. */
const noArticle = new Set([
  'again',
  'also',
  'already',
  'always',
  'ever',
  'even',
  'although',
  'until',
  'after',
  'against',
  'among',
])

/** “a” before a vowel. */
export const articleForm = defineRule({
  id: 'article-form',
  mqm: 'linguistic-conventions/grammar',
  severity: 'minor',
  fix: 'safe',
  needs: 'either',
  round: 'weak',
  priority: 48,
  summary: '“a” stands before a vowel.',
  why: 'The machine put a word between the article and its noun, or changed the word after it, and left “a” as it was.',
  examples: {
    bad: [
      {
        text: 'He was a unconditional friend.',
        expected: 'He was an unconditional friend.',
        actual: 'a unconditional',
      },
    ],
    good: [
      'A European union, a one-off, a useful unit, a UK firm and an honest man.',
      'Vitamin A is in it; plan A or B; an hour.',
    ],
  },
  prepare: () => ({
    triggers: { words: ['a'] },
    check({ tokens, occurrences }) {
      const drafts: Draft[] = []
      for (const at of occurrences) {
        // The noun may be quoted: a “ultra-ideologised” press.
        const quoted = tokens.kind(at + 1) === TokenKind.quote && tokens.spaceBefore(at + 1)
        const next = quoted ? at + 2 : at + 1
        const word = tokens.lower(next)
        if (
          !tokens.isWord(next) ||
          tokens.spaceBefore(next) === quoted ||
          tokens.shape(next) !== Shape.lower ||
          !/^[aeiou]/u.test(word) ||
          word.length < 4
        )
          continue
        if (
          consonantSound.test(word) ||
          noArticle.has(word) ||
          tokens.text(next + 1) === '.' ||
          (tokens.text(at) === 'A' && !tokens.startsSentence(at))
        )
          continue
        drafts.push({
          start: tokens.start(at),
          end: tokens.end(next),
          expected: [`${tokens.text(at)}n${tokens.prose.slice(tokens.end(at), tokens.end(next))}`],
          confidence: 0.9,
          safe: true,
          weight: 0.3,
          reason: '“an” before a vowel',
        })
      }
      return drafts
    },
  }),
})
