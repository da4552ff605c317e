import { lineStarts, positionAt } from '../check/position.ts'
import type { Severity } from '../rules/rule.ts'
import { type ReportDocument, severityOrder, summarise } from './report.ts'

const commands: Record<Severity, string> = { critical: 'error', major: 'error', minor: 'warning', neutral: 'notice' }

/**
 * Workflow commands of GitHub Actions, the gravest first: GitHub shows ten of a kind a step and drops the rest silently,
 * so the last line, which is no command, says how many there are.
 */
export function formatGithub(documents: readonly ReportDocument[]): string {
  const lines: string[] = []
  for (const severity of severityOrder) {
    for (const { path, result } of documents) {
      const starts = lineStarts(result.source)
      for (const finding of result.findings) {
        if (finding.severity !== severity) continue
        const end = positionAt(starts, finding.end)
        const properties = {
          file: path,
          line: finding.line,
          endLine: end.line,
          col: finding.column,
          endColumn: end.column,
          title: finding.ruleId,
        }
        const settings = Object.entries(properties).map(([key, value]) => `${key}=${property(String(value))}`)
        const [first] = finding.expected
        const repair = first === undefined ? '' : first === '' ? ' → delete' : ` → ${first}`
        lines.push(`::${commands[severity]} ${settings.join(',')}::${data(`${finding.reason}${repair}`)}`)
      }
    }
  }
  return `${[...lines, summarise(documents)].join('\n')}\n`
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
