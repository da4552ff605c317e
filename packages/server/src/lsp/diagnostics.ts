import { confidenceWord, type Finding, type MalformedError, type Severity } from '@stet/core'
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

/** A file that is not of its format, as editors show it: the whole line where it broke. */
export function malformedDiagnostic(document: TextDocument, { line, problem, hint }: MalformedError): Diagnostic {
  const start = { line: line - 1, character: 0 }
  const end = document.positionAt(document.offsetAt({ line, character: 0 }))
  return {
    range: { start, end },
    severity: DiagnosticSeverity.Error,
    code: 'malformed',
    source: 'stet',
    message: hint === undefined ? problem : `${problem}. ${hint}`,
  }
}
