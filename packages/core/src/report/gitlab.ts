import { digest } from '../check/fingerprint.ts'
import { lineStarts, positionAt } from '../check/position.ts'
import { type ReportDocument, repairInWords } from './report.ts'

/** GitLab Code Quality (`artifacts: reports: codequality`). Severities are ours; `neutral` is its `info`. */
export function formatGitlab(documents: readonly ReportDocument[]): string {
  const issues = documents.flatMap((document) => {
    const { result } = document
    const path = document.path.replaceAll('\\', '/').replace(/^(?:\.\/)+/u, '')
    const starts = lineStarts(result.source)
    return [
      ...result.findings.map((finding) => ({
        description: `${finding.reason}${repairInWords(finding)}`,
        check_name: finding.ruleId,
        // Of two with the same fingerprint GitLab shows one, and ours tells findings of one article apart.
        fingerprint: digest(`${path}\0${finding.fingerprint}`),
        severity: finding.severity === 'neutral' ? 'info' : finding.severity,
        location: { path, lines: { begin: finding.line, end: positionAt(starts, finding.end).line } },
      })),
      ...result.errors.map(({ ruleId, message }) => ({
        description: `Rule ${ruleId} failed: ${message}`,
        check_name: ruleId,
        fingerprint: digest(`${path}\0${ruleId}\0failed`),
        severity: 'major',
        location: { path, lines: { begin: 1 } },
      })),
    ]
  })
  return `${JSON.stringify(issues, null, 2)}\n`
}
