import { spawn } from 'node:child_process'
import { fileURLToPath, pathToFileURL } from 'node:url'
import {
  type CodeAction,
  CodeActionRequest,
  createProtocolConnection,
  type Diagnostic,
  DidChangeTextDocumentNotification,
  DidChangeWatchedFilesNotification,
  DidOpenTextDocumentNotification,
  ExecuteCommandRequest,
  ExitNotification,
  FileChangeType,
  InitializedNotification,
  InitializeRequest,
  type InitializeResult,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  type Range,
  RegistrationRequest,
  ShowMessageNotification,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node'

const bin = fileURLToPath(new URL('../packages/cli/bin/stet.js', import.meta.url))

/** An editor as far as `stet lsp` can tell: the client of the protocol's own library, over the pipes of a process. */
export class LanguageClient {
  readonly connection: ProtocolConnection
  readonly messages: string[] = []
  readonly closed: Promise<number | null>
  readonly #published: PublishDiagnosticsParams[] = []
  readonly #waiting = new Set<() => void>()

  constructor(folder: string, args: readonly string[] = ['--stdio']) {
    const child = spawn(process.execPath, [bin, 'lsp', ...args], {
      cwd: folder,
      env: { ...process.env, USER: 'sub-editor' },
      stdio: ['pipe', 'pipe', 'inherit'],
    })
    this.closed = new Promise((resolve) => child.on('close', resolve))
    this.connection = createProtocolConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    )
    this.connection.onNotification(PublishDiagnosticsNotification.type, (params) => {
      this.#published.push(params)
      for (const look of this.#waiting) look()
    })
    this.connection.onNotification(ShowMessageNotification.type, ({ message }) => {
      this.messages.push(message)
      for (const look of this.#waiting) look()
    })
    this.connection.onRequest(RegistrationRequest.type, () => {})
    this.connection.listen()
  }

  async start(folder: string): Promise<InitializeResult> {
    const uri = pathToFileURL(folder).href
    const result = await this.connection.sendRequest(InitializeRequest.type, {
      processId: process.pid,
      rootUri: uri,
      workspaceFolders: [{ uri, name: 'news' }],
      capabilities: {
        general: { positionEncodings: ['utf-16'] },
        workspace: {
          workspaceEdit: { documentChanges: true },
          didChangeWatchedFiles: { dynamicRegistration: true },
        },
      },
    })
    await this.connection.sendNotification(InitializedNotification.type, {})
    return result
  }

  async open(uri: string, text: string, languageId = 'plaintext'): Promise<void> {
    await this.connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri, languageId, version: 1, text },
    })
  }

  async change(uri: string, version: number, range: Range, text: string): Promise<void> {
    await this.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version },
      contentChanges: [{ range, text }],
    })
  }

  async settled(uri: string): Promise<void> {
    await this.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri, type: FileChangeType.Changed }],
    })
  }

  async actions(uri: string, range: Range, only?: string[]): Promise<CodeAction[]> {
    const actions = await this.connection.sendRequest(CodeActionRequest.type, {
      textDocument: { uri },
      range,
      context: { diagnostics: [], ...(only === undefined ? {} : { only }) },
    })
    return (actions ?? []) as CodeAction[]
  }

  async execute({ command }: CodeAction, ...more: string[]): Promise<void> {
    await this.connection.sendRequest(ExecuteCommandRequest.type, {
      command: command?.command ?? '',
      arguments: [...(command?.arguments ?? []), ...more],
    })
  }

  /** The diagnostics published for a version, once they are there and as wanted. */
  async diagnostics(
    uri: string,
    version: number,
    wanted: (diagnostics: readonly Diagnostic[]) => boolean = () => true,
  ): Promise<Diagnostic[]> {
    const found = await this.until(() =>
      this.#published.findLast((each) => each.uri === uri && each.version === version && wanted(each.diagnostics)),
    )
    return found.diagnostics
  }

  /** What `look` gives once it gives something; it looks whenever the server tells something. */
  until<T>(look: () => T | undefined): Promise<T> {
    return new Promise((resolve) => {
      const again = (): void => {
        const found = look()
        if (found === undefined) return
        this.#waiting.delete(again)
        resolve(found)
      }
      this.#waiting.add(again)
      again()
    })
  }

  /** Hangs up as the protocol wants it; gives the exit code. */
  async stop(): Promise<number | null> {
    await this.connection.sendRequest(ShutdownRequest.type)
    await this.connection.sendNotification(ExitNotification.type)
    const code = await this.closed
    this.connection.dispose()
    return code
  }
}
