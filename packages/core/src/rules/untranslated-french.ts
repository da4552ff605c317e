import { isCommonWord } from '../language/common-words.ts'
import { Glossary } from '../language/glossary.ts'
import { Shape, TokenKind, type Tokens } from '../text/tokens.ts'
import { defineRule } from './rule.ts'

/** Small words that stand in French names too: Cour des comptes, Place de la République. */
const particles = new Set('le la les l de du des d et en à a au aux un une sur sous y'.split(' '))
/** French words that English news uses as they are. */
const borrowed = new Set(
  'tout travail premiers temps touts état états etat quoi sais sait pourquoi coup encore femme fatale fait accompli force majeure esprit corps genre savoir faire vis pied terre noir roman chef oeuvre président général raison être demi monde haute petite nouveau nouvelle cuisine bourgeois liberté égalité fraternité laissez bien pensant enfant terrible jour carte nous vous merci bonjour adieu voilà père fils tête passé ville tour route rue grand grande grands gens deux trois pays banlieue banlieues gendarmes bon bonne mal mot mots juste sans premier élysée prix temps mer vie rien mal'.split(
    ' ',
  ),
)

/** French words that were not translated at all. */
export const untranslatedFrench = defineRule({
  id: 'untranslated-french',
  mqm: 'accuracy/untranslated',
  severity: 'major',
  fix: 'review',
  needs: 'either',
  round: 'sure',
  priority: 62,
  summary: 'French words stand in the English sentence.',
  why: 'The machine leaves a word that it takes for a name, or that stood apart in the page’s markup.',
  examples: {
    bad: [
      {
        text: 'The vote was lost, cependant the law stands.',
        expected: 'The vote was lost, however the law stands.',
        actual: 'cependant',
      },
      { text: 'The minister avec les députés left the room.', expected: null },
    ],
    good: [
      'The Cour des comptes and the Place de la République; a coup d’état, vis-à-vis the femme fatale.',
      'He sang “Je ne regrette rien” and read Le Monde, La Croix and Ouest-France.',
    ],
  },
  prepare(language) {
    const glossary = new Glossary(language)
    const words = [...glossary.words()].filter(
      (word) => word.length > 3 && !isCommonWord(word) && !borrowed.has(word) && !particles.has(word),
    )
    const signs = new Set(words)
    return {
      triggers: { words: signs },
      *check({ tokens, occurrences }) {
        let done = -1
        for (const at of occurrences) {
          if (at <= done || tokens.shape(at) !== Shape.lower || !tokens.isWord(at)) continue
          const [from, to] = runAround(tokens, at, signs)
          done = to - 1
          if (isForeignQuote(tokens, from, to) || partOfName(tokens, from, to)) continue
          let count = 0
          for (let index = from; index < to; index++) if (signs.has(tokens.lower(index))) count++
          const translation = glossary.translate(tokens, from, to)
          const [best] = translation.targets
          yield {
            start: tokens.start(from),
            end: tokens.end(to - 1),
            expected: count > 1 || to - from > 3 ? [] : translation.targets,
            confidence: count > 1 ? 0.92 : 0.8,
            weight: 3,
            reason:
              best === undefined || count > 1
                ? 'French was left in the English sentence'
                : `French was left here; the English is “${best}”`,
          }
        }
      },
    }
  },
})

/** The run of French tokens that holds `at`. */
function runAround(tokens: Tokens, at: number, signs: ReadonlySet<string>): [number, number] {
  const isFrench = (index: number): boolean =>
    tokens.kind(index) === TokenKind.elision ||
    (tokens.isWord(index) &&
      (signs.has(tokens.lower(index)) || particles.has(tokens.lower(index)) || /[éèêàùç]/u.test(tokens.text(index))))
  let from = at
  let to = at + 1
  while (from > 0 && isFrench(from - 1) && tokens.lower(from - 1) !== 'a' && !tokens.isCapitalised(from - 1)) from--
  while (to < tokens.count && isFrench(to) && tokens.lower(to) !== 'a') to++
  while (to > at + 1 && particles.has(tokens.lower(to - 1))) to--
  return [from, to]
}

/** A title or saying quoted in French, or a gloss in brackets, stays. */
function isForeignQuote(tokens: Tokens, from: number, to: number): boolean {
  const before = tokens.kind(from - 1)
  const after = tokens.kind(to)
  const opens = before === TokenKind.quote || before === TokenKind.bracket
  const closes = after === TokenKind.quote || after === TokenKind.bracket || after === TokenKind.stop
  if (opens && closes) return true
  for (let index = from - 1; index >= Math.max(0, from - 8); index--) {
    if (tokens.kind(index) === TokenKind.quote)
      return tokens.isCapitalised(index + 1) && tokens.kind(to) !== TokenKind.word
  }
  return false
}

function partOfName(tokens: Tokens, from: number, to: number): boolean {
  const near = (index: number): boolean => tokens.isCapitalised(index) && !tokens.startsSentence(index)
  const hyphened = tokens.text(to) === '-' || tokens.text(from - 1) === '-'
  return near(from - 1) || near(to) || hyphened || tokens.kind(from - 1) === TokenKind.address
}
