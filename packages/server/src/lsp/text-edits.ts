import { diffWordsWithSpace } from 'diff'
import type { TextEdit } from 'vscode-languageserver/node'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import { rangeOf } from './diagnostics.ts'

/** Beyond so many differences the whole text is as good an edit. */
const mostDifferences = 20_000

/** The small edits that make another text of a document: what is not repaired keeps its cursor, folds and marks. */
export function textEdits(document: TextDocument, after: string): TextEdit[] {
  const before = document.getText()
  if (before === after) return []
  const pieces = diffWordsWithSpace(before, after, { maxEditLength: mostDifferences })
  if (pieces === undefined) return [{ range: rangeOf(document, { start: 0, end: before.length }), newText: after }]
  const edits: { start: number; end: number; text: string }[] = []
  let at = 0
  for (const { added, removed, value } of pieces) {
    if (!added && !removed) {
      at += value.length
      continue
    }
    const last = edits.at(-1)
    const edit = last !== undefined && last.end === at ? last : { start: at, end: at, text: '' }
    if (edit !== last) edits.push(edit)
    if (removed) {
      edit.end += value.length
      at += value.length
    } else edit.text += value
  }
  return edits.map((edit) => ({ range: rangeOf(document, edit), newText: edit.text }))
}
