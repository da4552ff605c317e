import type { Finding } from '../check/finding.ts'
import { lineStarts, positionAt } from '../check/position.ts'
import { rules } from '../rules/index.ts'
import type { Severity } from '../rules/rule.ts'
import type { ReportDocument } from './report.ts'

const levels: Record<Severity, string> = { critical: 'error', major: 'error', minor: 'warning', neutral: 'note' }

/** SARIF 2.1.0: one run, its rules, a result a finding, with the repairs. */
export function formatSarif(documents: readonly ReportDocument[]): string {
  const known = new Map(rules.map((rule) => [rule.id, rule]))
  const used = [...new Set(documents.flatMap(({ result }) => result.findings.map(({ ruleId }) => ruleId)))].sort()
  const failures = documents.flatMap(({ path, result }) =>
    result.errors.map((error) => ({
      level: 'error',
      message: { text: `Rule ${error.ruleId} failed: ${error.message}` },
      locations: [{ physicalLocation: { artifactLocation: { uri: uri(path) } } }],
    })),
  )
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Stet',
            rules: used.map((id) => {
              const rule = known.get(id)
              if (rule === undefined) return { id }
              return {
                id,
                shortDescription: { text: rule.summary },
                fullDescription: { text: rule.why },
                defaultConfiguration: { level: levels[rule.severity] },
                properties: { mqm: rule.mqm },
              }
            }),
          },
        },
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: failures.length === 0,
            ...(failures.length === 0 ? {} : { toolExecutionNotifications: failures }),
          },
        ],
        results: documents.flatMap((document) => results(document, used)),
      },
    ],
  }
  return `${JSON.stringify(log, null, 2)}\n`
}

function results({ path, result }: ReportDocument, used: readonly string[]): object[] {
  const starts = lineStarts(result.source)
  const artifactLocation = { uri: uri(path) }
  return result.findings.map((finding) => {
    const end = positionAt(starts, finding.end)
    return {
      ruleId: finding.ruleId,
      ruleIndex: used.indexOf(finding.ruleId),
      level: levels[finding.severity],
      rank: Math.round(finding.confidence * 1000) / 10,
      message: { text: finding.reason },
      locations: [
        {
          physicalLocation: {
            artifactLocation,
            region: {
              startLine: finding.line,
              startColumn: finding.column,
              endLine: end.line,
              endColumn: end.column,
              charOffset: finding.start,
              charLength: finding.end - finding.start,
              snippet: { text: finding.actual },
            },
          },
        },
      ],
      partialFingerprints: { 'stet/v1': finding.fingerprint },
      ...(finding.fixes.length === 0 ? {} : { fixes: fixes(finding, artifactLocation) }),
      properties: { severity: finding.severity, mqm: finding.mqm, safe: finding.fixes[0]?.safe === true },
    }
  })
}

function fixes(finding: Finding, artifactLocation: object): object[] {
  return finding.fixes.map(({ edits }) => ({
    artifactChanges: [
      {
        artifactLocation,
        replacements: edits.map((edit) => ({
          deletedRegion: { charOffset: edit.start, charLength: edit.end - edit.start },
          insertedContent: { text: edit.text },
        })),
      },
    ],
  }))
}

/** A relative path stays relative, so that the log means the same on another machine. */
function uri(path: string): string {
  const parts = path.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/')
  return path.startsWith('/') ? `file://${parts}` : parts
}
