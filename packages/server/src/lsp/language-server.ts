import { relative } from 'node:path'
import { MalformedError, UsageError } from '@stet/core'
import {
  type ClientCapabilities,
  CodeActionKind,
  type Connection,
  createConnection,
  DidChangeWatchedFilesNotification,
  type InitializeResult,
  MessageType,
  PositionEncodingKind,
  ProposedFeatures,
  ResponseError,
  ShowMessageNotification,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver/node'
import { TextDocument } from 'vscode-languageserver-textdocument'
import { type CheckedDocument, findingOf, formatFor, mayBeNoArticle, pathOf } from './article-document.ts'
import { codeActions, fixAllKind, letStandCommand } from './code-actions.ts'
import { diagnosticOf, malformedDiagnostic } from './diagnostics.ts'
import type { Newsroom } from './newsroom.ts'

/** Files that settle how articles are checked; source texts (a.fr.txt) among them. */
const settling = ['**/stet.config.{json,yaml}', '**/.stet.yaml', '**/.stet/*', '**/*.fr.*']

/** What `ResponseError` calls a request that was right but could not be done. */
const requestFailed = -32803

export interface LanguageServerOptions {
  readonly newsroom: Newsroom
  readonly version: string
  /** Default: standard input and output. */
  readonly connection?: Connection
}

/** Serves an editor over standard input and output until it hangs up. */
export function startLanguageServer({ newsroom, version, connection: given }: LanguageServerOptions): void {
  const connection = given ?? createConnection(ProposedFeatures.all, process.stdin, process.stdout)
  const documents = new TextDocuments(TextDocument)
  const checked = new Map<string, CheckedDocument>()
  const waiting = new Set<string>()
  let client: ClientCapabilities = {}
  let workspaces: readonly string[] = []
  /** Decisions are read, added to and written: one at a time. */
  let writing: Promise<unknown> = Promise.resolve()
  let said = ''

  connection.onInitialize(({ capabilities, workspaceFolders, rootUri }): InitializeResult => {
    client = capabilities
    const uris = workspaceFolders?.map(({ uri }) => uri) ?? (typeof rootUri === 'string' ? [rootUri] : [])
    workspaces = uris.flatMap((uri) => pathOf(uri) ?? [])
    return {
      serverInfo: { name: 'stet', version },
      capabilities: {
        positionEncoding: PositionEncodingKind.UTF16,
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
        codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, fixAllKind] },
        executeCommandProvider: { commands: [letStandCommand] },
      },
    }
  })

  connection.onInitialized(() => {
    if (!watches()) return
    const watchers = settling.map((globPattern) => ({ globPattern }))
    void connection.client.register(DidChangeWatchedFilesNotification.type, { watchers })
  })

  documents.onDidChangeContent(({ document }) => soon(document.uri))
  // Editors that watch no files: what was settled is read again with every save.
  documents.onDidSave(() => {
    if (!watches()) settleAnew()
  })
  connection.onDidChangeWatchedFiles(settleAnew)

  documents.onDidClose(({ document: { uri } }) => {
    checked.delete(uri)
    waiting.delete(uri)
    void connection.sendDiagnostics({ uri, diagnostics: [] })
  })

  connection.onCodeAction((params) => {
    const document = documents.get(params.textDocument.uri)
    const now = document === undefined ? undefined : current(document)
    if (document === undefined || now === undefined) return []
    return codeActions(document, now, params, client.workspace?.workspaceEdit?.documentChanges === true)
  })

  connection.onExecuteCommand(async ({ command, arguments: given }) => {
    if (command !== letStandCommand) throw new ResponseError(requestFailed, `stet has no command “${command}”`)
    const [uri, fingerprint, reason] = given ?? []
    const document = typeof uri === 'string' ? documents.get(uri) : undefined
    const path = document === undefined ? undefined : pathOf(document.uri)
    const now = document === undefined ? undefined : current(document)
    const finding = now === undefined ? undefined : findingOf(now, fingerprint)
    if (path === undefined || finding === undefined) {
      throw new ResponseError(requestFailed, 'This finding is no longer there, or its article was never saved')
    }
    const why = typeof reason === 'string' && reason.trim() !== '' ? reason : undefined
    const write = writing.then(() => newsroom.letStand(path, finding, why, workspaceOf(path)))
    writing = write.catch(() => {})
    try {
      await write
    } catch (error) {
      throw new ResponseError(requestFailed, lineOf(error))
    }
    settleAnew()
    return null
  })

  documents.listen(connection)
  connection.listen()

  function watches(): boolean {
    return client.workspace?.didChangeWatchedFiles?.dynamicRegistration === true
  }

  /** Keys that came while the last check ran are checked together. */
  function soon(uri: string): void {
    const scheduled = waiting.size > 0
    waiting.add(uri)
    if (scheduled) return
    setImmediate(() => {
      const uris = [...waiting]
      waiting.clear()
      for (const document of uris.flatMap((each) => documents.get(each) ?? [])) current(document)
    })
  }

  function settleAnew(): void {
    newsroom.forget()
    checked.clear()
    for (const uri of documents.keys()) soon(uri)
  }

  /** The check of a document as it stands now; the editor is told of what is new. */
  function current(document: TextDocument): CheckedDocument | undefined {
    const { uri, version } = document
    const before = checked.get(uri)
    if (before?.version === version) return before
    try {
      const check = before?.check ?? newsroom.checkFor(pathOf(uri), formatFor(document))
      const now = { version, check, result: check(document.getText()) }
      checked.set(uri, now)
      const diagnostics = now.result.findings.map((finding) => diagnosticOf(document, finding))
      void connection.sendDiagnostics({ uri, version, diagnostics })
      for (const { ruleId, message } of now.result.errors) connection.console.error(`rule ${ruleId} failed: ${message}`)
      said = ''
      return now
    } catch (error) {
      checked.delete(uri)
      // While a file is written it is often not well-formed: that is told where it is, not in a window.
      if (error instanceof MalformedError) {
        const diagnostics = mayBeNoArticle(uri) ? [] : [malformedDiagnostic(document, error)]
        void connection.sendDiagnostics({ uri, version, diagnostics })
        return undefined
      }
      const line = lineOf(error)
      // A broken configuration would otherwise be told with every key.
      if (line !== said) tell(line)
      said = line
      void connection.sendDiagnostics({ uri, version, diagnostics: [] })
      return undefined
    }
  }

  /** A notification: the request that the library makes of it would fail where the editor answers none. */
  function tell(message: string): void {
    void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Error, message })
  }

  function workspaceOf(path: string): string | undefined {
    return workspaces.find((folder) => !relative(folder, path).startsWith('..'))
  }
}

/** The error on one line, with what to do about it. */
function lineOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  const hint = error instanceof UsageError && error.hint !== undefined ? `. ${error.hint}` : ''
  return `Stet: ${`${message}${hint}`.replace(/\s+/gu, ' ')}`
}
