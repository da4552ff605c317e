import type { Finding } from '../check/finding.ts'
import type { GateResult } from '../gate.ts'
import type { ReportDocument } from './report.ts'

/** A finding as other programs read it. Public: keys keep their names, meaning and order. */
export interface PublicFinding {
  readonly ruleId: string
  readonly mqm: string
  readonly severity: string
  readonly confidence: number
  readonly start: number
  readonly end: number
  readonly line: number
  readonly column: number
  readonly actual: string
  readonly expected: readonly string[]
  /** The first repair can be made without a person. */
  readonly safe: boolean
  readonly reason: string
  readonly fingerprint: string
}

/** A checked article as other programs read it. Public: keys keep their names, meaning and order. */
export interface PublicResult {
  readonly path: string
  readonly words: number
  readonly score: number
  readonly findings: readonly PublicFinding[]
  /** Only there when a rule failed on this article: what it would have found is missing. */
  readonly errors?: readonly { readonly ruleId: string; readonly message: string }[]
  /** Only there when the gate was asked. */
  readonly gate?: GateResult
}

/** The public object of one checked article. */
export function publicResult({ path, result, gate }: ReportDocument): PublicResult {
  return {
    path,
    words: result.words,
    score: result.score,
    findings: result.findings.map(publicFinding),
    ...(result.errors.length === 0 ? {} : { errors: result.errors }),
    ...(gate === undefined ? {} : { gate }),
  }
}

function publicFinding(finding: Finding): PublicFinding {
  return {
    ruleId: finding.ruleId,
    mqm: finding.mqm,
    severity: finding.severity,
    confidence: finding.confidence,
    start: finding.start,
    end: finding.end,
    line: finding.line,
    column: finding.column,
    actual: finding.actual,
    expected: finding.expected,
    safe: finding.fixes[0]?.safe === true,
    reason: finding.reason,
    fingerprint: finding.fingerprint,
  }
}

/** One JSON list of all articles, indented for people. */
export function formatJson(documents: readonly ReportDocument[]): string {
  return `${JSON.stringify(documents.map(publicResult), null, 2)}\n`
}
