import { isEnglishWord } from '../language/english-words.ts'
import { Shape, TokenKind, type Tokens } from '../text/tokens.ts'
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

/** Nouns of three letters; others may be letters or names. */
const shortNouns = new Set('act age aid aim air arm art ear ebb egg end era eye ice ill oil old owl'.split(' '))
/** Spelt with a consonant, spoken with a vowel by all or by some (an hour, an historic day). */
const vowelSound = /^(?:h|[^aeiou]+$)/u

/** “a” before a vowel, “an” before a consonant. */
export const articleForm = defineRule({
  id: 'article-form',
  mqm: 'linguistic-conventions/grammar',
  severity: 'minor',
  fix: 'safe',
  needs: 'either',
  round: 'weak',
  priority: 48,
  summary: '“a” stands before a vowel, or “an” before a consonant.',
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
      'Vitamin A is in it; plan A or B; an hour, an heir, an honourable end.',
    ],
  },
  prepare: () => ({
    triggers: { words: ['a', 'an'] },
    check({ tokens, occurrences }) {
      const drafts: Draft[] = []
      for (const at of occurrences) {
        // The noun may be quoted: a “ultra-ideologised” press.
        const quoted = tokens.kind(at + 1) === TokenKind.quote && tokens.spaceBefore(at + 1)
        const next = quoted ? at + 2 : at + 1
        if (!tokens.isWord(next) || tokens.spaceBefore(next) === quoted || tokens.shape(next) !== Shape.lower) continue
        if (tokens.text(at) === 'A' && !tokens.startsSentence(at)) continue
        const right = tokens.lower(at) === 'a' ? beforeVowel(tokens, next) : beforeConsonant(tokens, next)
        if (right === undefined) continue
        drafts.push({
          start: tokens.start(at),
          end: tokens.end(next),
          expected: [`${tokens.text(at).charAt(0)}${right}${tokens.prose.slice(tokens.end(at), tokens.end(next))}`],
          confidence: 0.9,
          safe: true,
          weight: 0.3,
          reason: right === 'n' ? '“an” before a vowel' : '“a” before a consonant',
        })
      }
      return drafts
    },
  }),
})

/** What “a” needs behind it before this word; undefined where it is right. */
function beforeVowel(tokens: Tokens, next: number): string | undefined {
  const word = tokens.lower(next)
  if (!/^[aeiou]/u.test(word) || (word.length < 4 && !shortNouns.has(word))) return undefined
  return consonantSound.test(word) || noArticle.has(word) || tokens.text(next + 1) === '.' ? undefined : 'n'
}

function beforeConsonant(tokens: Tokens, next: number): string | undefined {
  const word = tokens.lower(next)
  if (word.length < 4 || !isEnglishWord(word) || vowelSound.test(word)) return undefined
  return /^[aeiou]/u.test(word) && !consonantSound.test(word) ? undefined : ''
}
