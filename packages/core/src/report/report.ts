import type { CheckResult } from '../check/check.ts'
import type { Finding } from '../check/finding.ts'
import { score } from '../check/score.ts'
import type { FailOn } from '../config.ts'
import type { Decision, Standing } from '../decisions.ts'
import type { GateResult } from '../gate.ts'
import type { Severity } from '../rules/rule.ts'

/** One checked article and where it came from. */
export interface ReportDocument {
  /** As the user named it: a path, or `<stdin>`. */
  readonly path: string
  readonly result: CheckResult
  /** What stands because a person decided so: no finding any more, but some reports show it. */
  readonly standing?: readonly Standing[]
  /** From which severity on a finding counts as failed; only JUnit asks. Default: `major`. */
  readonly failOn?: FailOn
  /** What the gate says, where it was asked: only JSON tells it. */
  readonly gate?: GateResult
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

/** ` → repair`, ` → delete`, or nothing where only a person can say. */
export function repairInWords({ expected: [first] }: Finding): string {
  return first === undefined ? '' : first === '' ? ' → delete' : ` → ${first}`
}

/** Who decided what on which day, and why. */
export function rulingInWords({ verdict, by, at, reason }: Decision): string {
  const who = `${by === undefined ? '' : ` by ${by}`}${at === undefined ? '' : ` on ${at.slice(0, 10)}`}`
  return `${verdict}${who}${reason === undefined ? '' : `: ${reason}`}`
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
