import { type Checker, UsageError } from '@stet/core'
import { render } from 'ink'
import { createElement } from 'react'
import { App } from './app.tsx'
import type { ReviewFile } from './article.ts'
import { Session } from './session.ts'

export interface ReviewOptions {
  readonly files: readonly ReviewFile[]
  readonly checker: Checker
  /** Folder that holds, or will hold, `.stet` with the decisions. */
  readonly root: string
  /** Who decides; goes into the decisions. */
  readonly by?: string
  /** For tests: where keys come from and the screen goes to. */
  readonly stdin?: NodeJS.ReadStream
  readonly stdout?: NodeJS.WriteStream
}

export type { ReviewFile } from './article.ts'

/**
 * Reviews articles in the terminal until the editor quits. Every decision is on the disk before the screen changes: an
 * interrupted review goes on where it was. Articles are written on save only.
 *
 * @returns the exit code: 0 when the editor quit
 * @throws UsageError when the first article cannot be opened, another session has it, or there is no terminal
 */
export async function review({
  files,
  checker,
  root,
  by,
  stdin,
  stdout,
}: ReviewOptions): Promise<{ exitCode: number }> {
  if (files.length === 0) throw new UsageError('No article to review')
  if ((stdin ?? process.stdin).isTTY !== true) throw new UsageError('The review needs a terminal', 'Use the check')
  const now = (): string => new Date().toISOString()
  const session = new Session(
    files.map((file) => ({ ...file, checker, root, now, ...(by === undefined ? {} : { by }) })),
  )
  const stop = (): void => {
    session.close()
    process.exit(143)
  }
  try {
    session.article(0)
    process.once('SIGTERM', stop)
    process.once('SIGHUP', stop)
    const app = render(createElement(App, { session }), {
      exitOnCtrlC: false,
      // There is a terminal, whatever the environment says about continuous integration.
      interactive: true,
      incrementalRendering: true,
      alternateScreen: true,
      ...(stdin === undefined ? {} : { stdin }),
      ...(stdout === undefined ? {} : { stdout }),
    })
    await app.waitUntilExit()
    const waiting = session.unsavedDecisions()
    if (waiting > 0) {
      process.stderr.write(
        waiting === 1
          ? 'stet: 1 decision waits for the next review\n'
          : `stet: ${waiting} decisions wait for the next review\n`,
      )
    }
    return { exitCode: 0 }
  } finally {
    process.removeListener('SIGTERM', stop)
    process.removeListener('SIGHUP', stop)
    session.close()
  }
}
