import type { MqmType, Severity } from '../rules/rule.ts'
import type { Edit } from '../text/edit.ts'

/** A repair of a finding: edits of the source text, all made or none. */
export interface Fix {
  /** Making it without a person can only make the text better. */
  readonly safe: boolean
  readonly edits: readonly Edit[]
}

/** One place that a careful editor would mark. Plain and serialisable. */
export interface Finding {
  readonly ruleId: string
  readonly mqm: MqmType
  readonly severity: Severity
  /** How sure Stet is that an editor would mark this, 0 to 1. Never folded into severity. */
  readonly confidence: number
  /** UTF-16 code units into the source text as read: zero-based, end exclusive. */
  readonly start: number
  readonly end: number
  /** One-based. The column counts UTF-16 code units. */
  readonly line: number
  readonly column: number
  /** Always `source.slice(start, end)`. */
  readonly actual: string
  /** What it could become, best first; an empty string means delete; an empty list: only a person can say. */
  readonly expected: readonly string[]
  /** One for each of `expected` that can be made; the first is the best. */
  readonly fixes: readonly Fix[]
  readonly reason: string
  readonly note?: string
  readonly evidence: readonly string[]
  /** Key for decisions, baseline and trends: no offset, no wording, no version in it. */
  readonly fingerprint: string
  /** Findings that overlap share a number: one choice for the editor. */
  readonly group: number
  readonly priority: number
}

/** How sure, in the three words that people see. */
export function confidenceWord(confidence: number): 'sure' | 'likely' | 'maybe' {
  return confidence >= 0.9 ? 'sure' : confidence >= 0.6 ? 'likely' : 'maybe'
}
