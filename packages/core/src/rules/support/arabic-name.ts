import { frenchArabicSign, hasFrenchLetters, romaniseArabic } from '../../language/arabic-romanisation.ts'
import { isCommonWord } from '../../language/common-words.ts'
import type { PhraseMatcher } from '../../text/phrase-matcher.ts'
import { Shape, TokenKind, type Tokens } from '../../text/tokens.ts'
import type { Draft } from '../rule.ts'
import type { GivenName, GivenNames } from './given-names.ts'
import { copyName } from './name-draft.ts'
import type { NameEntry } from './name-table.ts'

/** What a table says of names from Arabic script and Hebrew. */
export interface ArabicNames {
  readonly given: GivenNames
  readonly matcher: PhraseMatcher<NameEntry>
  readonly kept: ReadonlySet<number>
  /** Fathers’ names of Arabia, before which English writes bin. */
  readonly patronyms: ReadonlySet<number>
}

/** Languages that French writes by the same letter groups. */
export const arabicOrigins: ReadonlySet<string> = new Set(['ar', 'fa', 'ku', 'ps', 'ur', 'he'])
/** Between the names of Mauritanians, Algerians and Moroccans, who keep the French form in English. */
const maghreb: ReadonlySet<string> = new Set(['ould', 'aït', 'ait', 'bou', 'si', 'eddine', 'ag'])
/** `Boudaoui`, `Belaïli`, `Benkirane`, `Aouar` */
const maghrebiSurname = /^(?:Bou|Ben|Bel|Aou)\p{Ll}{3}/u
const articles: ReadonlySet<string> = new Set(['al', 'el'])

/** One part of a name: its tokens, and what English may write. */
interface Part {
  readonly start: number
  readonly end: number
  readonly forms: readonly string[]
  /** How much it says that the name is in French romanisation. */
  readonly sign: number
  readonly given?: GivenName
}

/** `Hosni Moubarak`, `Mohammed Ben Zayed`, `Abou Mazen`: a name whose parts are read together. */
export function arabicName(tokens: Tokens, at: number, names: ArabicNames): { draft: Draft; end: number } | undefined {
  const lower = tokens.lower(at)
  const first = names.given.at(tokens, at)
  const known = first !== undefined && arabicOrigins.has(first.origin)
  if (!known && lower !== 'abou') return undefined
  const origin = first?.origin ?? 'ar'
  const parts: Part[] = []
  for (let from = at; parts.length < 5; ) {
    if (from > at && !tokens.spaceBefore(from)) break
    if (from > at && (maghreb.has(tokens.lower(from)) || maghrebiSurname.test(tokens.text(from)))) return undefined
    // What the table knows, it knows better.
    if (from > at && names.matcher.match(tokens, from)?.values.some(({ homograph }) => !homograph)) return undefined
    const part = partAt(tokens, from, origin, names, parts.length > 0)
    if (part === undefined) break
    parts.push(part)
    from = part.end
  }
  const last = parts.at(-1)
  if (last === undefined || parts.length < 2) return undefined
  return draftOf(tokens, parts, last.end)
}

function partAt(
  tokens: Tokens,
  at: number,
  origin: string,
  { given, kept, patronyms }: ArabicNames,
  inside: boolean,
): Part | undefined {
  if (!tokens.isWord(at) || kept.has(tokens.entry(at))) return undefined
  const text = tokens.text(at)
  const lower = tokens.lower(at)
  if (inside && articles.has(lower) && isHyphenBefore(tokens, at + 1)) {
    const name = tokens.text(at + 2)
    const sign = frenchArabicSign(name)
    const forms = (sign > 0 || hasFrenchLetters(name) ? romaniseArabic(name, origin) : [name]).map(
      (form) => `${lower}-${form}`,
    )
    // French writes Al- with a capital, English al-: the case alone is no difference.
    return { start: at, end: at + 3, forms, sign: sign === 0 ? 0 : 1 + sign }
  }
  if (!tokens.isCapitalised(at) || tokens.kind(at + 1) === TokenKind.dash) {
    if (!tokens.isCapitalised(at) || tokens.spaceBefore(at + 1)) return undefined
    if (tokens.kind(at + 1) === TokenKind.dash && isHyphenBefore(tokens, at + 1)) return undefined
  }
  if (lower === 'abou' && tokens.isCapitalised(at + 1)) return plainPart(at, ['Abu'], 1)
  if (inside && lower === 'ben') {
    const bin = patronyms.has(tokens.entry(at + 1)) && tokens.isCapitalised(at + 1)
    return bin ? plainPart(at, ['bin'], 2) : plainPart(at, [text], 0)
  }
  const name = given.at(tokens, at)
  if (name !== undefined && (arabicOrigins.has(name.origin) || !inside)) {
    const forms = name.targets.map((target) => copyName(text, target))
    return { ...plainPart(at, forms, !name.french ? 0 : name.shared ? 0.5 : 3), given: name }
  }
  if (!inside || isCommonWord(text) || tokens.shape(at) === Shape.mixed) return undefined
  if (text.length < 4) return plainPart(at, [text], 0)
  const sign = frenchArabicSign(text)
  const forms = sign > 0 || hasFrenchLetters(text) ? romaniseArabic(text, origin) : [text]
  return plainPart(at, forms, forms[0] === text ? 0 : sign === 0 ? 0.3 : 2 * sign)
}

function plainPart(at: number, forms: readonly string[], sign: number): Part {
  return { start: at, end: at + 1, forms, sign }
}

function isHyphenBefore(tokens: Tokens, dash: number): boolean {
  return (
    tokens.kind(dash) === TokenKind.dash &&
    !tokens.spaceBefore(dash) &&
    !tokens.spaceBefore(dash + 1) &&
    tokens.isCapitalised(dash + 1)
  )
}

/** How sure the name is French, by the signs of all its parts: one alone is what Maghreb, Lebanon and West Africa write in English. */
function confidenceOf(sign: number): number {
  if (sign >= 3) return 0.8
  if (sign >= 2) return 0.6
  return sign >= 1 ? 0.3 : 0.15
}

function draftOf(tokens: Tokens, parts: readonly Part[], end: number): { draft: Draft; end: number } | undefined {
  const written = parts.map(({ start, end: stop }) => tokens.prose.slice(tokens.start(start), tokens.end(stop - 1)))
  const differs = parts.map(({ forms }, index) => forms[0]?.toLowerCase() !== written[index]?.toLowerCase())
  const first = differs.indexOf(true)
  const last = differs.lastIndexOf(true)
  if (first < 0) return undefined
  const inner = parts.slice(first, last + 1)
  const best = inner.map(({ forms }) => forms[0] ?? '')
  const others = inner.flatMap(({ forms }, index) =>
    forms.slice(1).map((form) => best.map((own, at) => (at === index ? form : own)).join(' ')),
  )
  const start = tokens.start((parts[first] as Part).start)
  const stop = tokens.end((parts[last] as Part).end - 1)
  const actual = tokens.prose.slice(start, stop)
  const expected = [best.join(' '), ...others].slice(0, 4).map((form) => copyName(actual, form))
  const confidence = confidenceOf(parts.reduce((sum, { sign }) => sum + sign, 0))
  return {
    end,
    draft: {
      start,
      end: stop,
      expected,
      confidence,
      ...(confidence < 0.7 ? { round: 'weak' as const } : {}),
      weight: confidence < 0.5 ? 0 : confidence < 0.7 ? 1 : 3,
      reason: `“${actual}” is romanised the French way; English writes “${expected[0]}”`,
      evidence: ['its parts are read together as a name from the Middle East'],
    },
  }
}

/** `Al-Charaa`: what stands after the Arabic article tells which romanisation it is. */
export function afterArticle(tokens: Tokens, at: number): Draft | undefined {
  if (tokens.end(at) - tokens.start(at) !== 2 || tokens.lower(at) !== 'al') return undefined
  if (!isHyphenBefore(tokens, at + 1)) return undefined
  const from = at + 2
  const name = tokens.text(from)
  const confidence = name.length < 5 ? 0 : frenchArabicSign(name)
  if (confidence === 0) return undefined
  const [text = name] = romaniseArabic(name)
  if (text === name) return undefined
  return {
    start: tokens.start(from),
    end: tokens.end(from),
    expected: [text],
    confidence,
    ...(confidence < 0.7 ? { round: 'weak' as const } : {}),
    weight: confidence < 0.7 ? 1 : 3,
    reason: `“${name}” is romanised the French way; English writes “${text}”`,
    evidence: ['it follows the Arabic article'],
  }
}
