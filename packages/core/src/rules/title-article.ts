import { Shape, TokenKind, type Tokens } from '../text/tokens.ts'
import { type Draft, defineRule } from './rule.ts'

/** Titles that stand before a name without an article in English. */
const titles = new Set(
  'president chancellor pope king queen prince princess emperor senator judge doctor professor cardinal imam captain colonel commissioner minister mayor prosecutor deputy dr pr prof mr mrs'.split(
    ' ',
  ),
)
/** Short titles, as English writes them. */
const shortTitles = new Map([
  ['dr', 'Dr'],
  ['pr', 'Professor'],
  ['prof', 'Prof'],
  ['mr', 'Mr'],
  ['mrs', 'Mrs'],
])
/** Of these the article may stay, with commas around the name: “the mayor, Jane Doe,”. */
const offices = new Set('minister mayor prosecutor judge senator deputy captain commissioner'.split(' '))
/** What a name before a noun is followed by no more: “the President Hotel”, “the King Charles spaniel”. */
const afterName = new Set(
  'is was has had will would could can may might must did does said says announced declared told wants wanted and or who in on at to for with from as by after before since during against also himself herself spoke met went came made took gave saw left became won lost visits visited wishes hopes intends decides arrives . , : ; ! ? ” "'.split(
    ' ',
  ),
)
const notNames = new Set(
  'delegate plenipotentiary hotel street avenue square cup stakes award prize stadium hospital university school airport bridge house library museum foundation of day theatre theater'.split(
    ' ',
  ),
)
const particles = new Set(['de', 'le', 'la', 'van', 'von', 'bin', 'al', 'el', 'der', 'du'])
const longestName = 7

/** “the President Macron”: French puts an article before a title with a name. */
export const titleArticle = defineRule({
  id: 'title-article',
  mqm: 'linguistic-conventions/grammar',
  severity: 'minor',
  fix: 'review',
  needs: 'either',
  round: 'weak',
  priority: 37,
  summary: 'An article stands before a title with a name.',
  why: 'French has the article before a title (le président Macron); English has none before a title that is part of the name (Quirk et al., A Comprehensive Grammar of the English Language, § 5.66).',
  examples: {
    bad: [
      {
        text: 'The President Macron will speak tonight.',
        expected: 'President Macron will speak tonight.',
        actual: 'The President',
      },
      {
        text: 'It is up to the president Emmanuel Macron to decide.',
        expected: 'It is up to President Emmanuel Macron to decide.',
      },
    ],
    good: [
      'The French president Emmanuel Macron spoke. The President Hotel is full. The then President Bush left.',
      'The mayor, Jane Doe, has won. The King Charles spaniel sleeps.',
    ],
  },
  prepare: () => ({
    triggers: { words: titles },
    *check({ tokens, occurrences }) {
      for (const at of occurrences) {
        const draft = titled(tokens, at)
        if (draft !== undefined) yield draft
      }
    },
  }),
})

function titled(tokens: Tokens, at: number): Draft | undefined {
  const prime = tokens.lower(at - 1) === 'prime' && tokens.lower(at) === 'minister'
  const article = prime ? at - 2 : at - 1
  if (tokens.lower(article) !== 'the' || tokens.kind(at + 1) !== TokenKind.word) return undefined
  const end = nameEnd(tokens, at + 1)
  if (end === at + 1 || !endsName(tokens, end)) return undefined
  // “the minister Smith met”: a name of one word may be a noun in a headline.
  if (end === at + 2 && tokens.shape(at) === Shape.lower && !prime) return undefined
  const title = tokens.prose.slice(tokens.start(article + 1), tokens.end(at))
  const capital = title.replace(/(?<!\p{L})\p{Ll}/gu, (letter) => letter.toUpperCase())
  const name = tokens.prose.slice(tokens.start(at + 1), tokens.end(end - 1))
  const short = shortTitles.get(tokens.lower(at))
  if (short !== undefined) {
    if (tokens.shape(at) === Shape.lower || (tokens.lower(at) === 'pr' && end < at + 3)) return undefined
    return {
      start: tokens.start(article),
      end: tokens.end(at),
      expected: [short],
      confidence: 0.85,
      weight: 1,
      reason: `English has no article before a title with a name: “${short} ${name}”`,
    }
  }
  const office = offices.has(tokens.lower(at)) && !prime
  return {
    start: tokens.start(article),
    end: tokens.end(at),
    expected: [capital],
    confidence: office ? 0.5 : 0.68,
    weight: office ? 0.3 : 0.6,
    reason: `English has no article before a title with a name: “${capital} ${name}”`,
  }
}

/** Index after the capitalised words of a name that starts at `from`; `from` where none does. */
function nameEnd(tokens: Tokens, from: number): number {
  if (!tokens.isCapitalised(from) || titles.has(tokens.lower(from)) || tokens.lower(from) === 'prime') return from
  let end = from
  while (end < from + longestName) {
    const word = tokens.lower(end)
    if (notNames.has(word)) return from
    const dash = tokens.kind(end) === TokenKind.dash && !tokens.spaceBefore(end) && !tokens.spaceAfter(end)
    if (!dash && !tokens.isCapitalised(end) && !isParticle(tokens, end)) break
    end++
  }
  return end
}

/** “de la Tour”: a particle before a name or before another particle. */
function isParticle(tokens: Tokens, at: number): boolean {
  if (!particles.has(tokens.lower(at))) return false
  return tokens.isCapitalised(at + 1) || (particles.has(tokens.lower(at + 1)) && tokens.isCapitalised(at + 2))
}

/** The name is no attribute of a noun after it: a verb or a preposition follows, or the clause ends. */
function endsName(tokens: Tokens, at: number): boolean {
  const word = tokens.text(at) === '' ? '.' : tokens.lower(at)
  return afterName.has(word) || (tokens.shape(at) === Shape.lower && /[^e]ed$/u.test(word))
}
