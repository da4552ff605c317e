import { Shape, type Tokens } from '../text/tokens.ts'
import { type Draft, defineRule } from './rule.ts'
import { suffixOf } from './support/english-number.ts'

const suffixes = new Set(['st', 'nd', 'rd', 'th'])
const centuries = new Set(['century', 'centuries'])
const longestOrdinal = 4

/** `92th`, `XIXth century`: a number with the wrong ending, or in the figures of French. */
export const ordinalForm = defineRule({
  id: 'ordinal-form',
  mqm: 'locale-conventions/number-format',
  severity: 'minor',
  fix: 'safe',
  needs: 'either',
  round: 'weak',
  priority: 46,
  summary: 'An ordinal has the wrong ending or stands in Roman figures.',
  why: 'French has one ending for all ordinals but the first (92e) and Roman figures for centuries (XIXe siècle); the machine puts “th” in the place of “e” (Imprimerie nationale, Lexique des règles typographiques, “Nombres”).',
  examples: {
    bad: [
      {
        text: 'The 92th edition was held on the 21th day.',
        expected: 'The 92nd edition was held on the 21st day.',
      },
      { text: 'A castle of the XVIIIth century burned.', expected: 'A castle of the 18th century burned.' },
    ],
    good: [
      'The 92nd edition, the 11th, 12th, 13th, 21st, 22nd and 23rd day, the 111th and 101st time.',
      'XIth Dynasty; the 20th century; Louis XIV; a DIVth in code.',
    ],
  },
  prepare: () => ({
    triggers: { numbers: true, words: romanOrdinals.keys() },
    check({ tokens, occurrences }) {
      const drafts: Draft[] = []
      for (const at of occurrences) {
        const draft = tokens.isWord(at) ? romanCentury(tokens, at) : wrongEnding(tokens, at)
        if (draft !== undefined) drafts.push(draft)
      }
      return drafts
    },
  }),
})

/** `xixth` and the like with the number that they are. */
const romanOrdinals: ReadonlyMap<string, number> = new Map(
  'i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx xxi'
    .split(' ')
    .flatMap((roman, index) => [...suffixes].map((suffix) => [`${roman}${suffix}`, index + 1] as const)),
)

function romanCentury(tokens: Tokens, at: number): Draft | undefined {
  const number = romanOrdinals.get(tokens.lower(at)) ?? 0
  if (!/^[IVX]+(?:st|nd|rd|th)$/u.test(tokens.text(at)) || !centuries.has(tokens.lower(at + 1))) return undefined
  return draftOf(tokens, at, at, `${number}${suffixOf(number)}`)
}

function wrongEnding(tokens: Tokens, at: number): Draft | undefined {
  const figures = tokens.text(at)
  const ending = tokens.text(at + 1)
  if (tokens.spaceBefore(at + 1) || tokens.shape(at + 1) !== Shape.lower || !suffixes.has(ending)) return undefined
  if (!/^[1-9]\d*$/u.test(figures) || figures.length > longestOrdinal) return undefined
  // A part of a code or an address hangs on a mark.
  if (at > 0 && !tokens.spaceBefore(at) && tokens.isWord(at - 1)) return undefined
  const right = suffixOf(Number(figures))
  return right === ending ? undefined : draftOf(tokens, at, at + 1, `${figures}${right}`)
}

function draftOf(tokens: Tokens, from: number, to: number, ordinal: string): Draft {
  return {
    start: tokens.start(from),
    end: tokens.end(to),
    expected: [ordinal],
    confidence: 0.93,
    safe: true,
    weight: 0.7,
    reason: `English writes “${ordinal}”`,
  }
}
