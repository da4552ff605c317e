import { confidenceWord, type Finding, type Severity } from '@stet/core'
import { type Diagnostic, DiagnosticSeverity, type Range } from 'vscode-languageserver/node'
import type { TextDocument } from 'vscode-languageserver-textdocument'

const severities: Record<Severity, DiagnosticSeverity> = {
  critical: DiagnosticSeverity.Error,
  major: DiagnosticSeverity.Warning,
  minor: DiagnosticSeverity.Information,
  neutral: DiagnosticSeverity.Hint,
}

/** Where a finding stands. Offsets of both sides are UTF-16 code units. */
export function rangeOf(document: TextDocument, { start, end }: { start: number; end: number }): Range {
  return { start: document.positionAt(start), end: document.positionAt(end) }
}

/** A finding as editors show it. */
export function diagnosticOf(document: TextDocument, finding: Finding): Diagnostic {
  const note = finding.note === undefined ? '' : `\n${finding.note}`
  return {
    range: rangeOf(document, finding),
    severity: severities[finding.severity],
    code: finding.ruleId,
    source: 'stet',
    message: `${finding.reason} (${confidenceWord(finding.confidence)})${note}`,
    data: { fingerprint: finding.fingerprint },
  }
}
