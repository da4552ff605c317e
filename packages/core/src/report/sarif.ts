import type { Finding } from '../check/finding.ts'
import { lineStarts, positionAt } from '../check/position.ts'
import type { Decision } from '../decisions.ts'
import { rules } from '../rules/index.ts'
import type { Severity } from '../rules/rule.ts'
import type { ReportDocument } from './report.ts'

const levels: Record<Severity, string> = { critical: 'error', major: 'error', minor: 'warning', neutral: 'note' }

/**
 * SARIF 2.1.0: one run, its rules, a result a finding, with the repairs. What stands because a person decided so comes as
 * a suppressed result; the others then say that they are not.
 */
export function formatSarif(documents: readonly ReportDocument[]): string {
  const known = new Map(rules.map((rule) => [rule.id, rule]))
  const reported = documents.map(reportedOf)
  const used = [...new Set(reported.flat().map(({ finding }) => finding.ruleId))].sort()
  const suppresses = reported.flat().some(({ decision }) => decision !== undefined)
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
        results: documents.flatMap((document, index) =>
          results(document, reported[index] as Reported[], used, suppresses),
        ),
      },
    ],
  }
  return `${JSON.stringify(log, null, 2)}\n`
}

interface Reported {
  readonly finding: Finding
  readonly decision?: Decision
}

/** What was found, whether it stands or not, in source order. */
function reportedOf({ result, standing = [] }: ReportDocument): Reported[] {
  return [...result.findings.map((finding) => ({ finding })), ...standing].sort(
    (a, b) => a.finding.start - b.finding.start || a.finding.end - b.finding.end,
  )
}

function results(
  { path, result }: ReportDocument,
  reported: readonly Reported[],
  used: readonly string[],
  suppresses: boolean,
): object[] {
  const starts = lineStarts(result.source)
  const artifactLocation = { uri: uri(path) }
  return reported.map(({ finding, decision }) => {
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
      ...(suppresses ? { suppressions: decision === undefined ? [] : [suppression(decision)] } : {}),
      ...(finding.fixes.length === 0 ? {} : { fixes: fixes(finding, artifactLocation) }),
      properties: { severity: finding.severity, mqm: finding.mqm, safe: finding.fixes[0]?.safe === true },
    }
  })
}

function suppression({ verdict, reason, by, at }: Decision): object {
  return {
    kind: 'external',
    status: 'accepted',
    ...(reason === undefined ? {} : { justification: reason }),
    properties: { verdict, ...(by === undefined ? {} : { by }), ...(at === undefined ? {} : { at }) },
  }
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
  const wellFormed = path.replaceAll('\\', '/').replace(/\p{Surrogate}/gu, '\uFFFD')
  const parts = wellFormed.split('/').map(encodeURIComponent).join('/')
  return path.startsWith('/') ? `file://${parts}` : parts
}
