import { isCommonWord } from '../../language/common-words.ts'
import { isEnglishWord } from '../../language/english-words.ts'
import { isAccentedGreek, romaniseGreek } from '../../language/greek-romanisation.ts'
import { romanise } from '../../language/romanisation.ts'
import { frenchSigns } from '../../language/romanisation-signs.ts'
import { Shape, type Tokens } from '../../text/tokens.ts'
import type { Draft } from '../rule.ts'
import { insideFrench } from './name-draft.ts'

/** Titles that stand before a surname. */
export const titles = new Set(
  'president minister mr mrs ms chancellor general colonel leader king sheikh emir ayatollah marshal prime secretary'.split(
    ' ',
  ),
)

/** What the tables say of a word. */
export interface KnownWords {
  /** Words of places and organisations, which have their own rules. */
  readonly elsewhere: (word: string) => boolean
  /** Is it a given name that the tables have? */
  readonly borne: (word: string) => boolean
}

/**
 * A name that its spelling gives away.
 *
 * @param seen surnames that stand after a given name somewhere in the article, with their English forms
 */
export function byItself(
  tokens: Tokens,
  at: number,
  seen: ReadonlyMap<string, readonly string[]>,
  { elsewhere, borne }: KnownWords,
): Draft | undefined {
  const text = tokens.text(at)
  if (text.length < 5 || tokens.shape(at) === Shape.mixed) return undefined
  const before = seen.get(text)
  const greek = isAccentedGreek(text)
  const signs = before === undefined && !greek ? frenchSigns(text) : 'sure'
  if ((signs !== 'sure' && signs !== 'strong') || insideFrench(tokens, at)) return undefined
  const candidates = before ?? (greek ? [romaniseGreek(text)] : romanise(text))
  if (candidates.length === 0 || isCommonWord(text) || elsewhere(tokens.lower(at))) return undefined
  // “Gilles Sokourov” may well be French himself.
  const named =
    tokens.isCapitalised(at - 1) &&
    tokens.spaceBefore(at) &&
    !titles.has(tokens.lower(at - 1)) &&
    !tokens.startsSentence(at - 1)
  const confidence = before !== undefined ? 0.88 : signs === 'strong' ? 0.62 : named ? 0.72 : 0.9
  return withUnknownGiven(
    tokens,
    at,
    {
      start: tokens.start(at),
      end: tokens.end(at),
      expected: [...candidates],
      confidence,
      ...(signs === 'strong' ? { round: 'weak' as const } : {}),
      weight: signs === 'strong' ? 1 : 3,
      reason: `“${text}” is romanised the French way; English writes “${candidates[0]}”`,
      evidence: [
        before === undefined ? 'no English romanisation looks like it' : 'a given name stands before it elsewhere',
      ],
    },
    borne,
  )
}

/** “Doug” and “Raoul” are shorter. */
const shortestGiven = 6
/** Letter groups of given names that only French has of other alphabets. */
const frenchGiven = /ou(?![aei])|ï(?!s$|c$)|tch|^i[aeo]|gu(?=[eéi])|dj/u

/** `Ilnour Nabioulline`: a given name in French letters that no table has goes with the surname that gives itself away. */
function withUnknownGiven(tokens: Tokens, at: number, draft: Draft, borne: (word: string) => boolean): Draft {
  const text = tokens.text(at - 1)
  const lower = tokens.lower(at - 1)
  if (tokens.shape(at - 1) !== Shape.capital || !tokens.spaceBefore(at) || tokens.startsSentence(at)) return draft
  if (text.length < shortestGiven || !frenchGiven.test(lower) || isEnglishWord(lower) || borne(text)) return draft
  const [given] = romanise(text)
  if (given === undefined || draft.start !== tokens.start(at) || tokens.spaceBefore(at - 1) === false) return draft
  const expected = (draft.expected ?? []).map((surname) => `${given} ${surname}`)
  const actual = tokens.prose.slice(tokens.start(at - 1), draft.end)
  return {
    ...draft,
    start: tokens.start(at - 1),
    expected,
    reason: `“${actual}” is romanised the French way; English writes “${expected[0]}”`,
  }
}
