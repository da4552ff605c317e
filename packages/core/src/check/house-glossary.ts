import type { AlignedSource } from '../bilingual/aligned-source.ts'
import { type Draft, defineRule, type Rule, type SegmentDraft, type SegmentView } from '../rules/rule.ts'
import { endOfSentence, isTrusted } from '../rules/support/source-places.ts'
import { fold } from '../text/fold.ts'

/** What the house writes for a name or phrase that the machine leaves. */
export interface GlossaryLine {
  readonly source: string
  readonly target: string
}

/**
 * Reads a house glossary: `source ⇥ target`, one a line; `#` begins a comment. Of two lines on one source the last holds.
 */
export function parseGlossary(text: string): GlossaryLine[] {
  const lines = new Map<string, GlossaryLine>()
  for (const line of text.split(/\r?\n/u)) {
    if (line.startsWith('#')) continue
    const [source = '', target = ''] = line.split('\t').map((cell) => cell.trim())
    if (source === '' || target === '' || source === target) continue
    lines.set(source, { source, target })
  }
  return [...lines.values()]
}

/**
 * The rule for the house’s own glossary: finds its phrases as words of their own, also in the plural and at the beginning
 * of a sentence. With a source text it also tells where that has a phrase and the translation has not the English for it.
 */
export function houseGlossary(lines: readonly GlossaryLine[]): Rule {
  return defineRule({
    id: 'house-glossary',
    mqm: 'terminology/inconsistent-with-terminology-resource',
    severity: 'major',
    fix: 'review',
    needs: 'either',
    round: 'sure',
    mutes: ['name-form', 'place-form', 'organisation-form', 'untranslated-french', 'bracketed-source'],
    priority: 95,
    summary: 'A phrase for which the house has its own English.',
    why: 'An editor decided it once, in a review; the house writes it so from then on.',
    examples: { bad: [{ text: '', expected: null }], good: ['', ''] },
    prepare() {
      return {
        triggers: { every: true },
        *check({ prose }) {
          for (const { source, target } of lines) yield* occurrences(prose, source, target)
        },
        *checkDocument({ aligned, segments }) {
          if (isTrusted(aligned)) yield* unheeded(aligned, segments, lines)
        },
      }
    },
  })
}

function* occurrences(prose: string, source: string, target: string): Generator<Draft> {
  for (const [form, english] of formsOf(source, target)) {
    for (let start = prose.indexOf(form); start >= 0; start = prose.indexOf(form, start + form.length)) {
      const end = start + form.length
      if (joins(prose, start) || joins(prose, end) || standsIn(prose, start, form, english)) continue
      yield {
        start,
        end,
        confidence: 0.95,
        weight: 0,
        expected: [english],
        reason: `The house writes “${english}” for “${form}”.`,
      }
    }
  }
}

/** The phrase as it is, in the plural, and both with a capital: for common nouns only. */
function formsOf(source: string, target: string): (readonly [string, string])[] {
  const forms: (readonly [string, string])[] = [[source, target]]
  const isCommon = /^\p{Ll}/u.test(source) && /^\p{Ll}/u.test(target)
  if (isCommon && /\p{Ll}$/u.test(target) && /[^sxz]$/u.test(source) && /\p{Ll}$/u.test(source)) {
    forms.push([`${source}s`, pluralOf(target)])
  }
  return isCommon ? [...forms, ...forms.map(([from, to]) => [capital(from), capital(to)] as const)] : forms
}

function pluralOf(noun: string): string {
  if (/(?:s|x|z|ch|sh)$/u.test(noun)) return `${noun}es`
  return /[^aeiou]y$/u.test(noun) ? `${noun.slice(0, -1)}ies` : `${noun}s`
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

const fewestTrust = 0.65

/** Where the source has a phrase of the house, and the translation of the sentence neither its English nor the phrase itself. */
function* unheeded(
  aligned: AlignedSource,
  segments: readonly SegmentView[],
  lines: readonly GlossaryLine[],
): Generator<SegmentDraft> {
  for (const { sourceFrom, sourceTo, targetFrom, targetTo, trust } of aligned.beads) {
    const last = aligned.target[targetTo - 1]
    const view = segments[last?.segment ?? -1]
    if (trust < fewestTrust || last === undefined || view === undefined) continue
    const source = wordsIn(aligned.source.slice(sourceFrom, sourceTo))
    const target = wordsIn(aligned.target.slice(Math.max(0, targetFrom - 1), targetTo + 1))
    for (const line of lines) {
      const forms = formsOf(line.source, line.target)
      if (!forms.some(([phrase]) => source.includes(` ${plain(phrase)} `))) continue
      const isThere = lines
        .filter((other) => other.source === line.source)
        .flatMap((other) => formsOf(other.source, other.target))
        .some(([phrase, english]) => target.includes(` ${plain(english)} `) || target.includes(` ${plain(phrase)} `))
      if (isThere) continue
      const reason = `The source has “${line.source}”: the house writes “${line.target}” for it`
      yield { view, ...endOfSentence(last), confidence: 0.72, weight: 0, expected: [], reason }
    }
  }
}

function wordsIn(sentences: readonly { readonly text: string }[]): string {
  return ` ${plain(sentences.map(({ text }) => text).join(' '))} `
}

/** Folded, the article that an elision leaves apart: l’amende is amende. */
function plain(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** Do a letter or figure and another touch here? */
function joins(text: string, at: number): boolean {
  return /^[\p{L}\p{N}]$/u.test(text[at - 1] ?? '') && /^[\p{L}\p{N}]$/u.test(text[at] ?? '')
}

/** Is this the source inside its own target: “Putin” of “Vladimir Putin”? */
function standsIn(prose: string, start: number, source: string, target: string): boolean {
  for (let at = target.indexOf(source); at >= 0; at = target.indexOf(source, at + 1)) {
    if (start >= at && prose.startsWith(target, start - at)) return true
  }
  return false
}
