import { alignSource, alignUnits } from '../bilingual/aligned-source.ts'
import { assertRule, houseGlossaryId } from '../config.ts'
import { type NameStyle, namesOfStyle } from '../language/house-styles.ts'
import { type Language, loadLanguage } from '../language/language.ts'
import { rules as allRules } from '../rules/index.ts'
import type { DocumentView, Draft, PreparedRule, Rule, SegmentView, Severity } from '../rules/rule.ts'
import { type Format, readSegments } from '../text/read.ts'
import { Vocabulary } from '../text/vocabulary.ts'
import { UsageError } from '../usage-error.ts'
import type { Finding } from './finding.ts'
import { Fingerprints } from './fingerprint.ts'
import { type GlossaryLine, houseGlossary } from './house-glossary.ts'
import { HouseForms, houseNameRule } from './house-names.ts'
import { type QuotationStyle, quotationRule } from './house-punctuation.ts'
import { withInnerRepairs } from './inner-repairs.ts'
import { withoutKept } from './keep.ts'
import { listen, type View, withOwn } from './listening.ts'
import { type Hearing, withoutMuted } from './muting.ts'
import { type Candidate, type Placed, place } from './place.ts'
import { lineStarts, positionAt } from './position.ts'
import { score } from './score.ts'
import { SourceEvidence } from './source-evidence.ts'
import { WrittenNames } from './written-names.ts'

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
  /** Which of several English forms of a name the house writes. */
  readonly names?: NameStyle
  /** How the house sets quotations. */
  readonly quotations?: QuotationStyle
  /** Tell which names stand in an article, for a report on how an archive writes them. Default: false. */
  readonly writtenNames?: boolean
}

export interface CheckOptions {
  /** How to read the text. Default: `text`. */
  readonly format?: Format
  /**
   * How likely the article is a translation that shows, where that is known: of an article under repair, from its first
   * check. What was repaired shows no more, and would otherwise silence the weak findings.
   */
  readonly translated?: number
  /** The text that the article was translated from: findings are weighed by it, and what is missing is told. */
  readonly source?: string
  /** How to read the source. Default: as the article. */
  readonly sourceFormat?: Format
  /** The source was changed since this translation of it was made, as the caller knows. */
  readonly sourceChanged?: boolean
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
  /** Share of the sentences that fit the source text, 0 to 1; absent where there was none. */
  readonly aligned?: number
  /** Names that an archive may write in several forms, as they stand; see `writtenNames`. */
  readonly names?: readonly string[]
}

export interface Checker {
  readonly rules: readonly Rule[]
  readonly language: Language
  check(source: string, options?: CheckOptions): CheckResult
}

export const defaultMinConfidence = 0.4

/** Share of the sentences that must fit the source text (`aligned` of a result) before it counts as evidence, 0 to 1. */
export const fewestAligned = 0.5
/** Log odds, before anything is seen, that an article shows the marks of translation. */
const priorLogOdds = -2.5
/**
 * What good English gathers by chance: 0.3 to 1.3 for each 1,000 words of news, speeches and novels (translations: 36 and
 * more). A long article must show more before it is convicted.
 */
const byChance = 3 / 1000
/** Words that may stand before chance is reckoned with: the prior is that of an article. */
const shortArticle = 400
/**
 * A text of fewer words has no room for other traces, and good English has few French names: in 616 clean news articles,
 * cut into sentences and headlines, it has two (both Kiev). So names are shown there, as a question.
 */
const fewWords = 40
const trustInNames = 0.7
/** What a finding says about the article when its rule does not say: from its round. */
const defaultWeight = { sure: 5, weak: 1 }

/**
 * Compiles rules and language tables once; the checker then checks any number of texts.
 *
 * @throws UsageError when the language has no pack, or there is no such profile of names
 */
export function createChecker(options: CheckerOptions = {}): Checker {
  const language = loadLanguage(options.language ?? 'fr')
  const vocabulary = new Vocabulary()
  const minConfidence = options.minConfidence ?? defaultMinConfidence
  if (!(minConfidence >= 0 && minConfidence <= 1)) {
    throw new UsageError(`minConfidence is ${minConfidence}`, 'Give a number from 0 to 1')
  }
  const wanted = options.rules ?? allRules
  for (const id of Object.keys(options.severities ?? {})) {
    if (id !== houseGlossaryId && !wanted.some((rule) => rule.id === id)) assertRule(id, 'severities')
  }
  const rules: Rule[] = []
  const prepared: PreparedRule[] = []
  /** Matchers by number, each with the rule that it wakes. */
  const wokenByPhrases: [number, number][] = []
  const settledNames = options.names === undefined ? [] : namesOfStyle(options.names)
  const houseForms = settledNames.length === 0 ? undefined : new HouseForms(settledNames)
  const house = [
    ...(options.glossary === undefined || options.glossary.length === 0 ? [] : [houseGlossary(options.glossary)]),
    ...(settledNames.length === 0 ? [] : [houseNameRule(settledNames)]),
    ...(options.quotations === undefined ? [] : [quotationRule(options.quotations)]),
  ]
  for (const rule of [...wanted, ...house]) {
    if (options.severities?.[rule.id] === 'off') continue
    const ready = rule.prepare(language, vocabulary)
    if (ready === undefined) continue
    const number = rules.length
    rules.push(rule)
    prepared.push(ready)
    for (const word of ready.triggers.words ?? []) vocabulary.listen(vocabulary.addWord(word), number)
    for (const mark of ready.triggers.marks ?? []) vocabulary.listen(vocabulary.addMark(mark), number)
    const phrases = ready.triggers.phrases?.number
    if (phrases !== undefined) wokenByPhrases.push([phrases, number])
    if (ready.triggers.numbers) vocabulary.listen(vocabulary.number, number)
  }

  const listeners = { vocabulary, rules: rules.length, wokenByPhrases }
  const isLoud = ({ draft }: Candidate): boolean => draft.confidence >= minConfidence
  const written = options.writtenNames === true ? new WrittenNames(language, options.names, vocabulary) : undefined

  function check(source: string, checking: CheckOptions = {}): CheckResult {
    const { format = 'text', translated: known, source: original, sourceFormat = format, sourceChanged } = checking
    const segments = readSegments(source, format)
    const { views, words, byRule } = listen(segments, listeners)
    const errors: RuleError[] = []
    const candidates: Candidate[] = []
    const aligned =
      original === undefined ? alignUnits(views, language) : alignSource(original, sourceFormat, views, language)
    const add = (rule: Rule, view: SegmentView, draft: Draft): void => {
      const settled = houseForms === undefined ? draft : houseForms.apply(draft, view.prose)
      if (settled !== undefined) candidates.push({ rule, view, draft: settled })
    }
    const document: DocumentView = {
      source,
      format,
      words,
      segments: views,
      ...(sourceChanged === true ? { sourceChanged } : {}),
      ...(aligned === undefined ? {} : { aligned }),
    }
    for (let number = 0; number < rules.length; number++) {
      const rule = rules[number] as Rule
      const ready = prepared[number] as PreparedRule
      const own = byRule[number] as readonly View[]
      if (own.length === 0 && !ready.triggers.every) continue
      if (rule.needs === 'source' && aligned === undefined) continue
      try {
        const all = ready.triggers.every || ready.checkDocument !== undefined ? withOwn(views, own) : own
        if (ready.check !== undefined) {
          const asked = ready.triggers.every ? all : own
          for (let index = 0; index < asked.length; index++) {
            const view = asked[index] as View
            const drafts = ready.check(view, document)
            if (Array.isArray(drafts) && drafts.length === 0) continue
            for (const draft of drafts) add(rule, view, draft)
          }
        }
        if (ready.checkDocument !== undefined) {
          for (const draft of ready.checkDocument({ ...document, segments: all })) add(rule, draft.view, draft)
        }
      } catch (error) {
        errors.push({ ruleId: rule.id, message: error instanceof Error ? error.message : String(error) })
      }
    }
    // Also where the muting rule says nothing, since the article shows no trace of translation (the conseil municipal).
    const unmuted = withoutMuted(candidates, inSegment, isLoud)
    const translated = known ?? (options.translated === true ? 1 : probabilityOfTranslation(unmuted, words))
    // A text that does not fit says nothing about the article.
    const witness = aligned !== undefined && aligned.trust >= fewestAligned ? new SourceEvidence(aligned) : undefined
    // What the source text may raise again stays in until it has been asked.
    const floor = witness === undefined ? minConfidence : 0
    const belief: Belief = { translated, isShort: words < fewWords }
    const heeded: Candidate[] = []
    for (const candidate of unmuted) if (finalConfidence(candidate, belief) >= floor) heeded.push(candidate)
    const placed: Placed[] = []
    for (const candidate of withInnerRepairs(heeded)) {
      try {
        placed.push(place(candidate))
      } catch (error) {
        errors.push({ ruleId: candidate.rule.id, message: error instanceof Error ? error.message : String(error) })
      }
    }
    const audible = triage(placed, source, belief, minConfidence, options.severities ?? {}, witness)
    const findings = withoutKept(audible, source, segments, options.keep ?? [])
    return {
      source,
      format,
      words,
      score: score(findings, words),
      findings,
      errors,
      translated,
      ...(aligned === undefined ? {} : { aligned: aligned.trust }),
      ...(written === undefined ? {} : { names: written.of(views) }),
    }
  }

  return { rules, language, check }
}

/** Naive Bayes over the findings; equal words count once, so that one repeated name cannot convict an article. */
function probabilityOfTranslation(candidates: readonly Candidate[], words: number): number {
  const seen = new Set<string>()
  let odds = priorLogOdds - byChance * Math.max(0, words - shortArticle)
  for (const { rule, view, draft } of candidates) {
    const key = `${rule.id}\0${view.prose.slice(draft.start, draft.end).toLowerCase()}`
    if (seen.has(key)) continue
    seen.add(key)
    odds += (draft.weight ?? defaultWeight[draft.round ?? rule.round]) * draft.confidence
  }
  return 1 / (1 + Math.exp(-odds))
}

/** A candidate at its place, with what is believed of it in the end. */
interface Weighed extends Placed {
  readonly confidence: number
  /** What the source text says about it. */
  readonly said: string | undefined
}

function inReadingOrder(one: Weighed, other: Weighed): number {
  return one.start - other.start || one.end - other.end || compare(one.candidate.rule.id, other.candidate.rule.id)
}

function inSegment({ rule, view, draft }: Candidate): Hearing {
  return { rule, room: view.index, span: draft }
}

function inSource(placed: Placed): Hearing {
  return { rule: placed.candidate.rule, room: 0, span: placed }
}

function triage(
  placed: readonly Placed[],
  source: string,
  belief: Belief,
  minConfidence: number,
  severities: Readonly<Record<string, Severity | 'off'>>,
  witness: SourceEvidence | undefined,
): Finding[] {
  const lines = lineStarts(source)
  const fingerprints = new Fingerprints()
  const kept: Weighed[] = []
  for (const { candidate, start, end, fixes } of placed) {
    const alone = finalConfidence(candidate, belief)
    const verdict = candidate.rule.carriedOver ? witness?.weigh(alone, candidate) : undefined
    const confidence = verdict?.confidence ?? alone
    if (confidence >= minConfidence) kept.push({ candidate, start, end, fixes, confidence, said: verdict?.evidence })
  }
  kept.sort(inReadingOrder)
  const audible = withoutMuted(kept, inSource)
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
      evidence: [...(draft.evidence ?? []), ...(placed.said === undefined ? [] : [placed.said])],
      fingerprint: fingerprints.of(rule.id, source, placed.start, placed.end),
      group,
      priority: rule.priority,
    })
  }
  return findings
}

/** What is believed of the whole text. */
interface Belief {
  /** How likely it is a translation that shows. */
  readonly translated: number
  /** Is it so short that the want of other traces says nothing? */
  readonly isShort: boolean
}

function finalConfidence({ rule, draft }: Candidate, { translated, isShort }: Belief): number {
  if ((draft.round ?? rule.round) === 'sure') return draft.confidence
  return draft.confidence * (isShort && rule.tellsAlone === true ? Math.max(translated, trustInNames) : translated)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
