import { type Finding, hasSafeFix, repair } from '@stet/core'
import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  type Diagnostic,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver/node'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import { type CheckedDocument, pathOf } from './article-document.ts'
import { diagnosticOf, rangeOf } from './diagnostics.ts'
import { textEdits } from './text-edits.ts'

/** Makes all safe repairs of the article. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.stet`

/** The command that lets a finding stand. Arguments: URI, fingerprint, and the reason where the editor asked for one. */
export const letStandCommand = 'stet.letStand'

/** What can be done where the cursor is: the repairs of each finding, letting it stand, and all safe repairs. */
export function codeActions(
  document: TextDocument,
  checked: CheckedDocument,
  { range, context }: CodeActionParams,
  versioned: boolean,
): CodeAction[] {
  const wanted = (kind: string) =>
    context.only === undefined || context.only.some((only) => kind === only || kind.startsWith(`${only}.`))
  const editing = (edits: TextEdit[]): WorkspaceEdit =>
    versioned
      ? { documentChanges: [{ textDocument: { uri: document.uri, version: document.version }, edits }] }
      : { changes: { [document.uri]: edits } }
  const actions: CodeAction[] = []
  if (wanted(CodeActionKind.QuickFix)) {
    const [start, end] = [document.offsetAt(range.start), document.offsetAt(range.end)]
    const here = checked.result.findings.filter((finding) => finding.start <= end && finding.end >= start)
    for (const finding of here) {
      const diagnostic = diagnosticOf(document, finding)
      actions.push(...repairs(document, finding, diagnostic, editing))
      if (pathOf(document.uri) !== undefined) actions.push(letStand(document, finding, diagnostic))
    }
  }
  if (wanted(fixAllKind) && checked.result.findings.some(hasSafeFix)) {
    const edits = textEdits(document, repair(document.getText(), checked.check).text)
    if (edits.length > 0) {
      actions.push({ title: 'Stet: make all safe repairs', kind: fixAllKind, edit: editing(edits) })
    }
  }
  return actions
}

function repairs(
  document: TextDocument,
  finding: Finding,
  diagnostic: Diagnostic,
  editing: (edits: TextEdit[]) => WorkspaceEdit,
): CodeAction[] {
  return finding.fixes.map(({ edits }, index) => ({
    title: titleOf(finding, index),
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    isPreferred: index === 0,
    edit: editing(edits.map((edit) => ({ range: rangeOf(document, edit), newText: edit.text }))),
  }))
}

function titleOf(finding: Finding, index: number): string {
  const text = finding.expected[index] ?? ''
  return text === '' ? `Delete “${short(finding.actual)}”` : `Replace with “${short(text)}”`
}

function letStand(document: TextDocument, finding: Finding, diagnostic: Diagnostic): CodeAction {
  const title = `stet: let “${short(finding.actual)}” stand`
  return {
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    command: { title, command: letStandCommand, arguments: [document.uri, finding.fingerprint] },
  }
}

/** Fit for a menu: one line, not too long. */
function short(text: string): string {
  const line = text.replace(/\s+/gu, ' ')
  const characters = [...line]
  return characters.length <= 60 ? line : `${characters.slice(0, 59).join('')}…`
}
