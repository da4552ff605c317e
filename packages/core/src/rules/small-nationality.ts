import { targetLanguage } from '../language/language.ts'
import { Shape, TokenKind, type Tokens } from '../text/tokens.ts'
import { type Draft, defineRule } from './rule.ts'

/** Languages that are no nationality, and adjectives of the parts of the world. */
const more =
  'african asian european arab arabic hebrew kurdish persian latin breton basque catalan corsican wolof bambara swahili lingala flemish english british parisian'
/** Verbs and things as well: “polish it”, “a danish”, “swiss” alone is none. */
const ambiguous = new Set(['polish', 'dutch', 'finish', 'latin'])
/** English writes the adjective small in the names of things. */
const things = new Set(
  'fries windows window toast press doors door horn kiss roulette salad measles shepherd cuisine leave polish dressing bulldog oven delight coffee bath baths whist setter wolfhound'.split(
    ' ',
  ),
)

/** An adjective of nationality or a language in small letters. */
export const smallNationality = defineRule({
  id: 'small-nationality',
  mqm: 'linguistic-conventions/spelling',
  severity: 'minor',
  fix: 'safe',
  needs: 'either',
  round: 'weak',
  priority: 32,
  summary: 'A nationality or a language has a small letter.',
  why: 'French writes adjectives of nationality and languages small (« le président français, en wolof »); English does not.',
  examples: {
    bad: [
      { text: 'The russian president spoke in wolof.', expected: 'The Russian president spoke in Wolof.' },
      { text: 'It is a french-german plan.', expected: 'It is a French-German plan.' },
    ],
    good: [
      'He ate french fries beside french windows, a danish and turkish delight, and will polish it.',
      'See russian.example.com, @french and the French president.',
    ],
  },
  prepare() {
    const words = new Map<string, string>()
    const add = (word: string): void => {
      if (!ambiguous.has(word.toLowerCase())) words.set(word.toLowerCase(), word)
    }
    for (const { adjective = '' } of targetLanguage().table('nationalities')) add(adjective)
    for (const word of more.split(' ')) add(word.charAt(0).toUpperCase() + word.slice(1))
    return {
      triggers: { words: words.keys() },
      check({ tokens, occurrences }) {
        const drafts: Draft[] = []
        for (const at of occurrences) {
          const word = words.get(tokens.lower(at))
          if (word === undefined || tokens.shape(at) !== Shape.lower || !stands(tokens, at)) continue
          drafts.push({
            start: tokens.start(at),
            end: tokens.end(at),
            expected: [word],
            confidence: 0.88,
            safe: true,
            weight: 0.5,
            reason: `Nationalities and languages have a capital: “${word}”`,
          })
        }
        return drafts
      },
    }
  },
})

/** A word of the sentence, and no part of an address or of the name of a thing. */
function stands(tokens: Tokens, at: number): boolean {
  const next = tokens.lower(at + 1)
  if (things.has(next) || things.has(next.replace(/s$/u, ''))) return false
  if (tokens.text(at) === 'danish' && (!tokens.isWord(at + 1) || next === 'and' || next === 'or')) return false
  const dotted = (index: number): boolean => tokens.text(index) === '.' && !tokens.spaceBefore(index + 1)
  if (dotted(at + 1) && tokens.isWord(at + 2)) return false
  return tokens.kind(at - 1) !== TokenKind.sign && tokens.kind(at - 1) !== TokenKind.address
}
