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
 * @throws UsageError when an article cannot be opened, or another session has it
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
  const now = (): string => new Date().toISOString()
  const session = new Session(
    files.map((file) => ({ ...file, checker, root, now, ...(by === undefined ? {} : { by }) })),
  )
  const stop = (): void => {
    session.close()
    process.exit(143)
  }
  try {
    const { resumed } = session.article(0)
    const changed = resumed?.changed === true ? '; the article changed meanwhile' : ''
    const lost = resumed !== undefined && resumed.lost > 0 ? `; ${resumed.lost} no longer fit` : ''
    const greeting =
      resumed === undefined ? '' : `Resumed: ${resumed.made} decisions of your last session${lost}${changed}`
    process.once('SIGTERM', stop)
    process.once('SIGHUP', stop)
    const app = render(createElement(App, { session, greeting }), {
      exitOnCtrlC: false,
      incrementalRendering: true,
      alternateScreen: true,
      ...(stdin === undefined ? {} : { stdin }),
      ...(stdout === undefined ? {} : { stdout }),
    })
    await app.waitUntilExit()
    return { exitCode: 0 }
  } finally {
    process.removeListener('SIGTERM', stop)
    process.removeListener('SIGHUP', stop)
    session.close()
  }
}
