import { targetLanguage } from '../language/language.ts'
import { Shape, TokenKind, type Tokens } from '../text/tokens.ts'
import { type Draft, defineRule } from './rule.ts'

/** Countries that have an article in English, or once had one. */
const withArticle = new Set(['Congo', 'Gambia', 'Lebanon', 'Sudan', 'Ukraine', 'Vatican', 'Netherlands', 'Philippines'])
/** What is spoken of as such: in English without an article, unless something follows that tells which. */
const abstract = new Set(
  [
    'advertising antisemitism anti-semitism capitalism communism corruption deforestation delinquency democracy discrimination employment feminism homophobia hunger immigration inflation islamism misogyny overtourism pollution populism poverty precariousness racism radicalization secularism separatism sexism telework teleworking terrorism tourism unemployment xenophobia',
    'animal welfare|artificial intelligence|climate change|domestic violence|drug trafficking|freedom of expression|freedom of speech|gender equality|global warming|human rights|mental health|organised crime|organized crime|public opinion|purchasing power|renewable energies|renewable energy|sexual violence|social media|tax evasion|tax fraud|world hunger',
  ].flatMap((list) => (list.includes('|') ? list.split('|') : list.split(' '))),
)
const longestIdea = 3
/** Before these the idea is not told apart from others of its kind. */
const outside = new Set(
  'and or but as because while than when since although without thanks more less even also'.split(' '),
)
/** An adjective that does not tell which: `the galloping inflation`. */
const degree = new Set(
  'galloping growing illegal international irregular mass massive rampant record rising runaway soaring worldwide youth'.split(
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
  const end = country ? noun + 1 : ideaEnd(tokens, noun)
  if (end === noun) return undefined
  const verb = hasVerb(tokens, end)
  if (!verb && (country || !endsPhrase(tokens, end))) return undefined
  const words = tokens.prose.slice(tokens.start(noun), tokens.end(end - 1))
  const expected = tokens.isCapitalised(at) ? words.charAt(0).toUpperCase() + words.slice(1) : words
  return {
    start: tokens.start(at),
    end: tokens.end(end - 1),
    expected: [expected],
    confidence: country ? 0.85 : verb ? 0.6 : 0.52,
    weight: country ? 2 : 0.6,
    reason: `English has no article before ${country ? 'this country' : 'a general idea'}: “${expected}”`,
  }
}

/** Index after the general idea that starts at token `from`, with an adjective before it or not; `from` where none does. */
function ideaEnd(tokens: Tokens, from: number): number {
  const start = degree.has(tokens.lower(from)) ? from + 1 : from
  let phrase = ''
  for (let at = start; at < start + longestIdea && tokens.isWord(at) && tokens.shape(at) === Shape.lower; at++) {
    phrase += (at > start ? ' ' : '') + tokens.lower(at)
    if (abstract.has(phrase)) return at + 1
  }
  return from
}

function endsPhrase(tokens: Tokens, at: number): boolean {
  const kind = tokens.kind(at)
  return at >= tokens.count || kind === TokenKind.stop || tokens.text(at) === ',' || outside.has(tokens.lower(at))
}

/** Does the verb follow at once, so that nothing tells which? */
function hasVerb(tokens: Tokens, from: number): boolean {
  for (let at = from; at < from + furthest; at++) {
    if (finite.has(tokens.lower(at))) return true
    if (!/ly$/u.test(tokens.lower(at))) return false
  }
  return false
}
