import { type Language, loadLanguage } from '../language/language.ts'
import { rules as allRules } from '../rules/index.ts'
import type { DocumentView, PreparedRule, Rule, SegmentView, Severity } from '../rules/rule.ts'
import { type Format, readSegments } from '../text/read.ts'
import type { Span } from '../text/span.ts'
import { TokenKind, tokenize } from '../text/tokens.ts'
import { Vocabulary } from '../text/vocabulary.ts'
import type { Finding } from './finding.ts'
import { Fingerprints } from './fingerprint.ts'
import { type GlossaryLine, houseGlossary } from './house-glossary.ts'
import { withoutKept } from './keep.ts'
import { type Candidate, type Placed, place } from './place.ts'
import { lineStarts, positionAt } from './position.ts'
import { score } from './score.ts'

export interface CheckerOptions {
  /** Source language of the translation. Default: `fr`. */
  readonly language?: string
  /** Rules to run; default: all. For tests and `--rule`. */
  readonly rules?: readonly Rule[]
  /** Severity of a rule where the house sees it otherwise; `off` silences it. */
  readonly severities?: Readonly<Record<string, Severity | 'off'>>
  /**
   * Are all articles known to be machine-translated? Then weak signs count in full. Default: false, each article has to
   * show it by what is found in it.
   */
  readonly translated?: boolean
  /** Findings below this confidence are not reported. Default: 0.4. */
  readonly minConfidence?: number
  /** Words and phrases that always stand. */
  readonly keep?: readonly string[]
  /** What the house writes for names and phrases; a rule of its own marks them. */
  readonly glossary?: readonly GlossaryLine[]
}

export interface CheckOptions {
  /** How to read the text. Default: `text`. */
  readonly format?: Format
  /**
   * How likely the article is a translation that shows, where that is known: of an article under repair, from its first
   * check. What was repaired shows no more, and would otherwise silence the weak findings.
   */
  readonly translated?: number
}

/** A rule that threw: the others went on. */
export interface RuleError {
  readonly ruleId: string
  readonly message: string
}

export interface CheckResult {
  readonly source: string
  readonly format: Format
  readonly words: number
  /** MQM quality score, at most 100. */
  readonly score: number
  /** In source order. */
  readonly findings: readonly Finding[]
  readonly errors: readonly RuleError[]
  /** How likely the article is a translation that shows, 0 to 1: what weak rules go by. */
  readonly translated: number
}

export interface Checker {
  readonly rules: readonly Rule[]
  readonly language: Language
  check(source: string, options?: CheckOptions): CheckResult
}

export const defaultMinConfidence = 0.4

/** Log odds, before anything is seen, that an article shows the marks of translation. */
const priorLogOdds = -2.5
/** What a finding says about the article when its rule does not say: from its round. */
const defaultWeight = { sure: 5, weak: 1 }

/**
 * Compiles rules and language tables once; the checker then checks any number of texts.
 *
 * @throws UsageError when the language has no pack
 */
export function createChecker(options: CheckerOptions = {}): Checker {
  const language = loadLanguage(options.language ?? 'fr')
  const vocabulary = new Vocabulary()
  const minConfidence = options.minConfidence ?? defaultMinConfidence
  const rules: Rule[] = []
  const prepared: PreparedRule[] = []
  const house = options.glossary === undefined || options.glossary.length === 0 ? [] : [houseGlossary(options.glossary)]
  for (const rule of [...(options.rules ?? allRules), ...house]) {
    if (options.severities?.[rule.id] === 'off') continue
    const ready = rule.prepare(language, vocabulary)
    if (ready === undefined) continue
    const number = rules.length
    rules.push(rule)
    prepared.push(ready)
    for (const word of ready.triggers.words ?? []) vocabulary.listen(vocabulary.addWord(word), number)
    for (const mark of ready.triggers.marks ?? []) vocabulary.listen(vocabulary.addMark(mark), number)
    if (ready.triggers.numbers) vocabulary.listen(vocabulary.number, number)
  }

  function check(source: string, { format = 'text', translated: known }: CheckOptions = {}): CheckResult {
    const segments = readSegments(source, format)
    const occurrences: number[][][] = []
    let words = 0
    const views = segments.map((segment, index): SegmentView => {
      const tokens = tokenize(segment.prose, vocabulary)
      const perRule: number[][] = []
      const { entries, kinds, count } = tokens
      for (let at = 0; at < count; at++) {
        if (kinds[at] === TokenKind.word) words++
        const entry = entries[at] as number
        if (entry === 0) continue
        for (const rule of vocabulary.listeners(entry)) {
          const list = perRule[rule]
          if (list === undefined) perRule[rule] = [at]
          else list.push(at)
        }
      }
      occurrences.push(perRule)
      return { segment, prose: segment.prose, tokens, index, occurrences: none }
    })
    const errors: RuleError[] = []
    const candidates: Candidate[] = []
    const base = { source, format, words }
    for (const [number, rule] of rules.entries()) {
      const ready = prepared[number] as PreparedRule
      const run = (): void => {
        const own = (view: SegmentView): SegmentView => {
          const found = occurrences[view.index]?.[number]
          return found === undefined ? view : { ...view, occurrences: found }
        }
        if (ready.check !== undefined) {
          const document: DocumentView = { ...base, segments: views }
          for (const view of views) {
            if (!ready.triggers.every && occurrences[view.index]?.[number] === undefined) continue
            const mine = own(view)
            for (const draft of ready.check(mine, document)) candidates.push({ rule, view: mine, draft })
          }
        }
        if (ready.checkDocument !== undefined) {
          const heard = ready.triggers.every || occurrences.some((perRule) => perRule[number] !== undefined)
          if (!heard) return
          const document: DocumentView = { ...base, segments: views.map(own) }
          for (const draft of ready.checkDocument(document)) candidates.push({ rule, view: draft.view, draft })
        }
      }
      try {
        run()
      } catch (error) {
        errors.push({ ruleId: rule.id, message: error instanceof Error ? error.message : String(error) })
      }
    }
    const placed: Placed[] = []
    for (const candidate of candidates) {
      try {
        placed.push(place(candidate, format))
      } catch (error) {
        errors.push({ ruleId: candidate.rule.id, message: error instanceof Error ? error.message : String(error) })
      }
    }
    const translated = known ?? (options.translated === true ? 1 : probabilityOfTranslation(candidates))
    const audible = triage(placed, source, translated, minConfidence, options.severities ?? {})
    const findings = withoutKept(audible, source, options.keep ?? [])
    return { source, format, words, score: score(findings, words), findings, errors, translated }
  }

  return { rules, language, check }
}

const none: readonly number[] = []

/** Naive Bayes over the findings; equal words count once, so that one repeated name cannot convict an article. */
function probabilityOfTranslation(candidates: readonly Candidate[]): number {
  const seen = new Set<string>()
  let odds = priorLogOdds
  for (const { rule, view, draft } of candidates) {
    const key = `${rule.id}\0${view.prose.slice(draft.start, draft.end).toLowerCase()}`
    if (seen.has(key)) continue
    seen.add(key)
    odds += (draft.weight ?? defaultWeight[draft.round ?? rule.round]) * draft.confidence
  }
  return 1 / (1 + Math.exp(-odds))
}

function triage(
  placed: readonly Placed[],
  source: string,
  translated: number,
  minConfidence: number,
  severities: Readonly<Record<string, Severity | 'off'>>,
): Finding[] {
  const lines = lineStarts(source)
  const fingerprints = new Fingerprints()
  const kept = placed
    .map((place) => ({ ...place, confidence: finalConfidence(place.candidate, translated) }))
    .filter((place) => place.confidence >= minConfidence)
  kept.sort((a, b) => a.start - b.start || a.end - b.end || compare(a.candidate.rule.id, b.candidate.rule.id))
  const muted = mutedSpans(kept)
  const audible = kept.filter((placed) => muted.get(placed.candidate.rule.id)?.covers(placed) !== true)
  const findings: Finding[] = []
  let group = -1
  let groupEnd = -1
  const seen = new Set<string>()
  for (const placed of audible) {
    const { rule, draft } = placed.candidate
    const key = `${rule.id} ${placed.start} ${placed.end}`
    if (seen.has(key)) continue
    seen.add(key)
    if (placed.start >= groupEnd) group++
    groupEnd = Math.max(groupEnd, placed.end)
    const { line, column } = positionAt(lines, placed.start)
    const configured = severities[rule.id]
    findings.push({
      ruleId: rule.id,
      mqm: rule.mqm,
      severity: configured === undefined || configured === 'off' ? (draft.severity ?? rule.severity) : configured,
      confidence: Math.round(placed.confidence * 100) / 100,
      start: placed.start,
      end: placed.end,
      line,
      column,
      actual: source.slice(placed.start, placed.end),
      expected: draft.expected,
      fixes: placed.fixes,
      reason: draft.reason,
      ...(draft.note === undefined ? {} : { note: draft.note }),
      evidence: draft.evidence ?? [],
      fingerprint: fingerprints.of(rule.id, source, placed.start, placed.end),
      group,
      priority: rule.priority,
    })
  }
  return findings
}

function finalConfidence({ rule, draft }: Candidate, translated: number): number {
  return (draft.round ?? rule.round) === 'sure' ? draft.confidence : draft.confidence * translated
}

/** For each muted rule, where the rules that mute it fired. `placed` is sorted by start. */
function mutedSpans(placed: readonly (Span & { candidate: Candidate })[]): Map<string, SpanIndex> {
  const muted = new Map<string, SpanIndex>()
  for (const span of placed) {
    for (const id of span.candidate.rule.mutes ?? []) {
      let index = muted.get(id)
      if (index === undefined) {
        index = new SpanIndex()
        muted.set(id, index)
      }
      index.add(span)
    }
  }
  return muted
}

/** Spans added in order of their start; tells in logarithmic time whether one of them overlaps a given span. */
class SpanIndex {
  readonly #starts: number[] = []
  /** The greatest end among the spans up to here. */
  readonly #ends: number[] = []

  add(span: Span): void {
    this.#starts.push(span.start)
    this.#ends.push(Math.max(span.end, this.#ends.at(-1) ?? 0))
  }

  covers(span: Span): boolean {
    let low = 0
    let high = this.#starts.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#starts[middle] as number) < Math.max(span.end, span.start + 1)) low = middle + 1
      else high = middle
    }
    return low > 0 && (this.#ends[low - 1] as number) > span.start
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
