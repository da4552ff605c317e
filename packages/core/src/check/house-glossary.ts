import type { AlignedSource } from '../bilingual/aligned-source.ts'
import { houseGlossaryId } from '../config.ts'
import { type Draft, defineRule, type Rule, type SegmentDraft, type SegmentView } from '../rules/rule.ts'
import { indefiniteBefore } from '../rules/support/indefinite.ts'
import { endOfSentence, isTrusted } from '../rules/support/source-places.ts'
import { fold, withPlainMarks } from '../text/fold.ts'

/** What the house writes for a name or phrase. */
export interface GlossaryLine {
  /** Of the machine, or an English word that the house does not write. */
  readonly source: string
  /** Empty: the house does not write `source`, and only a person can say what it writes instead. */
  readonly target: string
}

/**
 * Reads a house glossary: `source ⇥ target`, one a line; `source ⇥ ⇥ forbidden` where only a person knows better; `#`
 * begins a comment. Of two lines on one source the last holds.
 */
export function parseGlossary(text: string): GlossaryLine[] {
  const lines = new Map<string, GlossaryLine>()
  for (const line of text.replace(/^\uFEFF/u, '').split(/\r?\n/u)) {
    if (line.startsWith('#')) continue
    const [source = '', target = '', how = ''] = line.split('\t').map((cell) => cell.trim())
    if (source === '' || source === target || (target === '' && how !== 'forbidden')) continue
    lines.set(source, { source, target })
  }
  return [...lines.values()]
}

/** One way in which a source stands in a text, and what the house writes there. */
interface Form {
  /** With plain marks, but where the house changes nothing else. */
  readonly text: string
  readonly target: string
  /** Where its first word starts in it. */
  readonly at: number
  /** Do only apostrophes or spaces change? */
  readonly isLiteral: boolean
}

/**
 * The rule for the house’s own glossary: finds its phrases as words of their own, also in the plural and at the beginning
 * of a sentence. With a source text it also tells where that has a phrase and the translation has not the English for it.
 */
export function houseGlossary(lines: readonly GlossaryLine[]): Rule {
  return defineRule({
    id: houseGlossaryId,
    mqm: 'terminology/inconsistent-with-terminology-resource',
    severity: 'major',
    fix: 'review',
    needs: 'either',
    round: 'sure',
    mutes: [
      'name-form',
      'place-form',
      'organisation-form',
      'untranslated-french',
      'bracketed-source',
      'calque',
      'false-friend',
    ],
    priority: 95,
    summary: 'A phrase for which the house has its own English.',
    why: 'The house decided it once, in a review or in its glossary; it writes it so from then on.',
    examples: { bad: [{ text: '', expected: null }], good: ['', ''] },
    prepare() {
      const forms = compiled(lines)
      return {
        triggers: { every: true },
        *check({ prose }) {
          const plainProse = withPlainMarks(prose)
          let behind = 0
          for (const match of prose.matchAll(words)) {
            const found = forms
              .get(match[0].toLowerCase())
              ?.find((form) => standsAt(form.isLiteral ? prose : plainProse, match.index, form))
            // The préfet of a sous-préfet was told with the whole.
            if (found === undefined || match.index - found.at < behind) continue
            yield draft(prose, match.index - found.at, found)
            behind = match.index - found.at + found.text.length
          }
        },
        *checkDocument({ aligned, segments }) {
          if (isTrusted(aligned)) yield* unheeded(aligned, segments, lines)
        },
      }
    },
  })
}

const words = /[\p{L}\p{N}]+/gu
const firstWord = /[\p{L}\p{N}]+/u

/** By their first word in small letters, the longest first. A source without a letter or figure is never found. */
function compiled(lines: readonly GlossaryLine[]): Map<string, Form[]> {
  const forms = new Map<string, Map<string, Form>>()
  for (const { source, target } of lines) {
    for (const [text, becomes] of formsOf(source, target)) {
      const first = firstWord.exec(text)
      if (first === null || text === becomes) continue
      const key = first[0].toLowerCase()
      const others = forms.get(key) ?? new Map<string, Form>()
      const isLiteral = withPlainMarks(text) === withPlainMarks(becomes)
      const form = { text: isLiteral ? text : withPlainMarks(text), target: becomes, at: first.index, isLiteral }
      // What a line says outright goes before what another makes of its plural.
      if (text === source || !others.has(form.text)) others.set(form.text, form)
      forms.set(key, others)
    }
  }
  const sorted = (all: ReadonlyMap<string, Form>) => [...all.values()].sort((a, b) => b.text.length - a.text.length)
  return new Map([...forms].map(([key, all]) => [key, sorted(all)]))
}

function standsAt(prose: string, word: number, { text, target, at, isLiteral }: Form): boolean {
  const start = word - at
  if (!prose.startsWith(text, start)) return false
  if (/^\p{Ll}/u.test(text) && isOther.test(prose.slice(Math.max(0, start - longestPrefix), start))) return false
  return (
    !joins(prose, start) &&
    !joins(prose, start + text.length) &&
    !standsIn(prose, start, text, isLiteral ? target : withPlainMarks(target))
  )
}

const longestPrefix = 20
/** A sub-prefect is no prefect; an ex-prefect and a non-prefect are told as one. */
const isOther = /(?<!\b(?:ex|non|anti|pro))(?<=[\p{L}\p{N}])[-‐‑]$/iu

/** With the article before it where that must change too: a lawyer, an advocate. */
function draft(prose: string, start: number, { text, target }: Form): Draft {
  const reason = target === '' ? `The house does not write “${text}”.` : `The house writes “${target}” for “${text}”.`
  const end = start + text.length
  const article = target === '' ? undefined : indefinite.exec(prose.slice(Math.max(0, start - longestArticle), start))
  const [, before = '', space = ''] = article ?? []
  const right = indefiniteBefore(before, target)
  const told = { confidence: 0.95, weight: 0, reason }
  if (before === '' || before === right) return { start, end, ...told, expected: target === '' ? [] : [target] }
  return { start: start - before.length - space.length, end, ...told, expected: [`${right}${space}${target}`] }
}

const longestArticle = 5
const indefinite = /(?<![\p{L}\p{N}’'.-])([Aa]n?)(\s+)$/u

/** The phrase as it is, in the plural, and both with a capital: for common nouns only. */
function formsOf(source: string, target: string): (readonly [string, string])[] {
  const forms: (readonly [string, string])[] = [[source, target]]
  const isCommon = /^\p{Ll}/u.test(source) && /^(?:\p{Ll}|$)/u.test(target)
  if (isCommon && /\p{Ll}$/u.test(source) && /(?:\p{Ll}|^)$/u.test(target)) {
    forms.push([pluralOf(source), target === '' ? '' : pluralOf(target)])
  }
  return isCommon ? [...forms, ...forms.map(([from, to]) => [capital(from), capital(to)] as const)] : forms
}

/** Of the noun before “of”, else of the last word. */
function pluralOf(phrase: string): string {
  const [, head = '', tail = ''] = /^(.+?)( of .+)?$/su.exec(phrase) ?? []
  if (/man$/u.test(head) && !/(?:hu|ger|ro|ot?to|sha|talis|musul)man$/u.test(head))
    return `${head.slice(0, -2)}en${tail}`
  if (/[^aeiou]y$/u.test(head)) return `${head.slice(0, -1)}ies${tail}`
  return `${head}${/(?:s|x|z|ch|sh)$/u.test(head) ? 'es' : 's'}${tail}`
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
      if (line.target === '') continue
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
