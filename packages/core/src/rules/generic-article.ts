import { targetLanguage } from '../language/language.ts'
import { Shape, TokenKind, type Tokens } from '../text/tokens.ts'
import { type Draft, defineRule } from './rule.ts'

/** Countries that have an article in English, or once had one. */
const withArticle = new Set(['Congo', 'Gambia', 'Lebanon', 'Sudan', 'Ukraine', 'Vatican', 'Netherlands', 'Philippines'])
/** What is spoken of as such: in English without an article, unless something follows that tells which. */
const abstract = new Set(
  'antisemitism capitalism communism democracy employment feminism immigration inflation islamism pollution populism poverty racism secularism sexism terrorism tourism unemployment'.split(
    ' ',
  ),
)
const finite = new Set(
  'is are was has have had will would can cannot could may might must should does did says said wants remains becomes became needs refuses continues deserves'.split(
    ' ',
  ),
)
const furthest = 3

/** “the France”, “the democracy”: French has an article before what is general or a country. */
export const genericArticle = defineRule({
  id: 'generic-article',
  mqm: 'linguistic-conventions/grammar',
  severity: 'minor',
  fix: 'review',
  needs: 'either',
  round: 'weak',
  priority: 36,
  summary: 'An article stands before a country or a general idea.',
  why: 'French has the article before countries and general ideas (la France, la démocratie); English has none (Quirk et al., A Comprehensive Grammar of the English Language, §§ 5.58–5.60).',
  examples: {
    bad: [
      { text: 'The France must act.', expected: 'France must act.', actual: 'The France' },
      { text: 'He said that the democracy is in danger.', expected: 'He said that democracy is in danger.' },
    ],
    good: [
      'The France team won. The Ukraine of today is free. The Netherlands must act.',
      'The inflation that hit France is over. The democracy of Athens was small.',
    ],
  },
  prepare() {
    const countries = new Map<string, string>()
    for (const { country = '' } of targetLanguage().table('nationalities'))
      if (/^\p{Lu}[\p{L}]+$/u.test(country) && !withArticle.has(country)) countries.set(country.toLowerCase(), country)
    return {
      triggers: { words: ['the'] },
      *check({ tokens, occurrences }) {
        for (const at of occurrences) {
          const draft = generic(tokens, at, countries)
          if (draft !== undefined) yield draft
        }
      },
    }
  },
})

function generic(tokens: Tokens, at: number, countries: ReadonlyMap<string, string>): Draft | undefined {
  const noun = at + 1
  if (tokens.kind(noun) !== TokenKind.word || !tokens.spaceBefore(noun)) return undefined
  const country = tokens.isCapitalised(noun) && countries.get(tokens.lower(noun)) === tokens.text(noun)
  const idea = tokens.shape(noun) === Shape.lower && abstract.has(tokens.lower(noun))
  if (!(country || idea) || !hasVerb(tokens, noun + 1)) return undefined
  const word = tokens.text(noun)
  const capital = tokens.isCapitalised(at) ? word.charAt(0).toUpperCase() + word.slice(1) : word
  return {
    start: tokens.start(at),
    end: tokens.end(noun),
    expected: [capital],
    confidence: country ? 0.85 : 0.6,
    weight: country ? 2 : 0.6,
    reason: `English has no article before ${country ? 'this country' : 'a general idea'}: “${capital}”`,
  }
}

/** Does the verb follow at once, so that nothing tells which? */
function hasVerb(tokens: Tokens, from: number): boolean {
  for (let at = from; at < from + furthest; at++) {
    if (finite.has(tokens.lower(at))) return true
    if (!/ly$/u.test(tokens.lower(at))) return false
  }
  return false
}
