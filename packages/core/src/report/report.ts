import type { CheckResult } from '../check/check.ts'
import { score } from '../check/score.ts'
import type { Severity } from '../rules/rule.ts'

/** One checked article and where it came from. */
export interface ReportDocument {
  /** As the user named it: a path, or `<stdin>`. */
  readonly path: string
  readonly result: CheckResult
}

/** Severities, the gravest first. */
export const severityOrder: readonly Severity[] = ['critical', 'major', 'minor', 'neutral']

/** Is a severity as grave as another, or graver? */
export function reaches(severity: Severity, limit: Severity): boolean {
  return severityOrder.indexOf(severity) <= severityOrder.indexOf(limit)
}

/** `1 finding`, `2 findings`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

/** One line over all articles: how many findings of which severity, and the MQM score. */
export function summarise(documents: readonly ReportDocument[]): string {
  const findings = documents.flatMap(({ result }) => result.findings)
  const words = documents.reduce((sum, { result }) => sum + result.words, 0)
  const parts = severityOrder.flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length
    return count === 0 ? [] : [`${count} ${severity}`]
  })
  const kinds = parts.length === 0 ? '' : `: ${parts.join(', ')}`
  const where = `${counted(findings.length, 'finding')} in ${counted(documents.length, 'article')}`
  return `${where}${kinds} · MQM score ${score(findings, words).toFixed(1)} · ${counted(words, 'word')}`
}
