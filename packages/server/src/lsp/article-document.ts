import { type CheckResult, type Finding, type Format, formatOf } from '@stet/core'
import type { TextDocument } from 'vscode-languageserver-textdocument'
import { URI } from 'vscode-uri'

/** The absolute path of a document; `undefined` where it is no file. */
export function pathOf(uri: string): string | undefined {
  const parsed = URI.parse(uri)
  return parsed.scheme === 'file' ? parsed.fsPath : undefined
}

/** A file is read as on the command line, so that decisions fit; a text without a name, as the editor reads it. */
export function formatFor({ uri, languageId }: TextDocument): Format {
  const path = pathOf(uri)
  if (path !== undefined) return formatOf(path)
  return languageId === 'markdown' || languageId === 'html' ? languageId : 'text'
}

/** `.json` and `.xml` hold all manner of things: only a name that says more says that it is an article. */
export function mayBeNoArticle(uri: string): boolean {
  return /(?<!\.(?:ninjs|nitf|newsml))\.(?:json|xml)$/iu.test(pathOf(uri) ?? '')
}

/** A document as it was checked last. */
export interface CheckedDocument {
  readonly version: number
  readonly result: CheckResult
  readonly check: (text: string) => CheckResult
}

/** The finding of that fingerprint. */
export function findingOf(checked: CheckedDocument, fingerprint: unknown): Finding | undefined {
  return checked.result.findings.find((finding) => finding.fingerprint === fingerprint)
}
