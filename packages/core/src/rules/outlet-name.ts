import { PhraseMatcher } from '../text/phrase-matcher.ts'
import { TokenKind, type Tokens } from '../text/tokens.ts'
import { type Draft, defineRule } from './rule.ts'

interface Outlet {
  readonly targets: readonly string[]
  /** The English form is an ordinary name or phrase too. */
  readonly common: boolean
}

const agencies = new Set(['afp', 'reuters', 'ap'])
/** Words that a newspaper stands beside; the nearer the surer. */
const newspaperWords = new Set(
  'newspaper daily weekly magazine columns interview told journalist editorial journalists reporters reported reports revealed reveals according wrote writes published publishes colleagues interviewed quoted'.split(
    ' ',
  ),
)
/** What may follow the name of a paper in small letters; “the Parisian suburbs” is no paper. */
const followers = new Set(
  'with and or on in of that this which who editorial reported reports revealed reveals wrote writes published publishes said says has had is was to as by from for at where newspaper website site learned'.split(
    ' ',
  ),
)
const papers = new Set(['newspaper', 'newspapers', 'daily', 'weekly', 'magazine', 'journal', 'paper', 'review'])
const reach = 9

/** Names of newspapers and channels that the machine translated. */
export const outletName = defineRule({
  id: 'outlet-name',
  mqm: 'locale-conventions/name-format',
  severity: 'major',
  fix: 'safe',
  needs: 'either',
  round: 'sure',
  priority: 75,
  mutes: ['name-form', 'stray-capital'],
  summary: 'The name of a newspaper or channel was translated.',
  why: 'Mastheads are words (Le Monde, La Croix, Le Point), and the machine translates words. English papers keep them in French (Guardian style guide, “foreign names”).',
  examples: {
    bad: [
      { text: 'The World with AFP', expected: 'Le Monde with AFP', actual: 'The World' },
      {
        text: 'He said so in an interview with The Parisian, on Monday.',
        expected: 'He said so in an interview with Le Parisien, on Monday.',
      },
      { text: 'The weekly The Point reported it.', expected: 'The weekly Le Point reported it.' },
    ],
    good: [
      'The World Cup and The World Bank are not newspapers, and he told the world with a smile.',
      'A review in the Parisian newspaper Le Charivari coined the word.',
      'The Parisian suburbs burned. The team told the press that the point was clear. The Team Sky daily bus left.',
      'He read The Tribune and The Express at breakfast, told friends, and met Release the band.',
    ],
  },
  prepare(language, vocabulary) {
    const matcher = new PhraseMatcher<Outlet>(vocabulary)
    for (const { source = '', target = '', kind } of language.table('outlets')) {
      matcher.add(source, { targets: target.split('|'), common: kind === 'common' })
    }
    return {
      triggers: { phrases: matcher },
      *check({ tokens }) {
        for (const at of matcher.starts(tokens)) {
          const match = matcher.match(tokens, at)
          const outlet = match?.values[0]
          if (match === undefined || outlet === undefined) continue
          const draft = judge(tokens, at, match.end, outlet)
          if (draft !== undefined) yield draft
        }
      },
    }
  },
})

function judge(tokens: Tokens, from: number, to: number, { targets, common }: Outlet): Draft | undefined {
  if (!isName(tokens, from, to) || !endsAsName(tokens, to)) return undefined
  // “the Parisian newspaper Le Charivari” is another paper.
  if (papers.has(tokens.lower(to)) && tokens.isCapitalised(to + 1)) return undefined
  const credit = isCredit(tokens, from, to)
  const near = credit ? 'a credit line with a news agency' : newspaperNear(tokens, from, to, common)
  if (near === undefined && (common || tokens.startsSentence(from))) return undefined
  if (
    common &&
    !credit &&
    (tokens.startsSentence(from) || (tokens.lower(from - 1) === 'of' && tokens.lower(from - 2) !== 'columns'))
  ) {
    return undefined
  }
  const [best] = targets
  return {
    start: tokens.start(from),
    end: tokens.end(to - 1),
    expected: targets,
    confidence: credit ? 0.97 : near === undefined ? 0.65 : common ? 0.62 : 0.93,
    safe: credit,
    weight: credit ? 4 : 2,
    ...(isBare(tokens, from, to, best) ? { round: 'weak' as const } : {}),
    reason: `The paper is called “${best}”, in English too`,
    ...(near === undefined ? {} : { evidence: [near] }),
  }
}

/** “the French daily Liberation”: many English papers print no accents. */
function isBare(tokens: Tokens, from: number, to: number, target = ''): boolean {
  const text = tokens.prose.slice(tokens.start(from), tokens.end(to - 1))
  return target.normalize('NFD').replaceAll(/\p{M}/gu, '') === text
}

/** All its weighty words have capitals (the article may be small). */
function isName(tokens: Tokens, from: number, to: number): boolean {
  for (let index = from; index < to; index++) {
    const small = index === from || ['of', 'the', 'from', 'du', 'de'].includes(tokens.lower(index))
    if (tokens.isWord(index) && !small && !tokens.isCapitalised(index)) return false
  }
  return to - from > 1 || tokens.isCapitalised(from)
}

function endsAsName(tokens: Tokens, to: number): boolean {
  const kind = tokens.kind(to)
  if (kind === TokenKind.possessive) return true
  if (kind === TokenKind.dash && !tokens.spaceBefore(to)) return false
  if (kind !== TokenKind.word && kind !== TokenKind.number) return true
  return followers.has(tokens.lower(to))
}

/** “… with AFP” at the end of a line. */
function isCredit(tokens: Tokens, from: number, to: number): boolean {
  if (from > 3 || tokens.count > 14) return false
  const joined = ['with', 'and'].includes(tokens.lower(to)) || tokens.text(to) === '(' || tokens.text(to) === '/'
  return (
    joined &&
    [1, 2].some((step) => agencies.has(tokens.lower(to + step)) && tokens.text(to + step) !== tokens.lower(to + step))
  )
}

function newspaperNear(tokens: Tokens, from: number, to: number, common: boolean): string | undefined {
  for (let index = Math.max(tokens.sentenceStart(from), from - reach); index < from; index++) {
    // “Infographic Reveals The World’s Deadliest Animal” is a headline.
    if (newspaperWords.has(tokens.lower(index)) && !(common && tokens.isCapitalised(index)))
      return `“${tokens.text(index)}” before it`
  }
  for (let index = to; index < to + 2; index++) {
    if (newspaperWords.has(tokens.lower(index))) return `“${tokens.text(index)}” after it`
  }
  return undefined
}
