import type { CheckResult } from './check.ts'
import type { Finding } from './finding.ts'
import { score } from './score.ts'

/** The check with only some of its findings, scored anew. */
export function selectFindings(result: CheckResult, wanted: (finding: Finding) => boolean): CheckResult {
  const findings = result.findings.filter(wanted)
  if (findings.length === result.findings.length) return result
  return { ...result, findings, score: score(findings, result.words) }
}
