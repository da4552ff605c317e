import type { Severity } from '../rules/rule.ts'
import { type ReportDocument, repairInWords } from './report.ts'
import { xmlAttributes, xmlDeclaration } from './xml.ts'

const severities: Readonly<Record<Severity, string>> = {
  critical: 'error',
  major: 'error',
  minor: 'warning',
  neutral: 'info',
}

/** Checkstyle 4.3, as many review tools read it: a file an article, an error a finding. */
export function formatCheckstyle(documents: readonly ReportDocument[]): string {
  const files = documents.map(({ path, result }) => {
    const errors = [
      ...result.findings.map((finding) => ({
        line: finding.line,
        column: finding.column,
        severity: severities[finding.severity],
        message: `${finding.reason}${repairInWords(finding)}`,
        source: `stet.${finding.ruleId}`,
      })),
      ...result.errors.map(({ ruleId, message }) => ({
        line: 1,
        severity: 'error',
        message: `rule ${ruleId} failed: ${message}`,
        source: `stet.${ruleId}`,
      })),
    ].map((error) => `    <error${xmlAttributes(error)}/>`)
    return [`  <file${xmlAttributes({ name: path })}>`, ...errors, '  </file>'].join('\n')
  })
  return `${[xmlDeclaration, '<checkstyle version="4.3">', ...files, '</checkstyle>'].join('\n')}\n`
}
