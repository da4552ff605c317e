import { type Checker, UsageError } from '@stet/core'
import { render } from 'ink'
import { createElement } from 'react'
import { App } from './app.tsx'
import type { ReviewFile } from './article.ts'
import { keymap } from './keys.ts'
import { Session } from './session.ts'
import { addSitting, pace } from './sittings.ts'

export interface ReviewOptions {
  readonly files: readonly ReviewFile[]
  readonly checker: Checker
  /** Folder that holds, or will hold, `.stet` with the decisions. */
  readonly root: string
  /** Makes a checker that knows what the house has settled meanwhile; without it, the review settles nothing for good. */
  readonly renew?: () => Checker
  /** Keys of the configuration, by action. */
  readonly keys?: Readonly<Record<string, string | readonly string[]>>
  /** Who decides; goes into the decisions. */
  readonly by?: string
  /** For tests: where keys come from and the screen goes to. */
  readonly stdin?: NodeJS.ReadStream
  readonly stdout?: NodeJS.WriteStream
}

export type { ReviewFile } from './article.ts'
export { pace, readSittings, type Sitting } from './sittings.ts'

/**
 * Reviews articles in the terminal until the editor quits. Every decision is on the disk before the screen changes: an
 * interrupted review goes on where it was. Articles are written on save only.
 *
 * @returns the exit code: 0 when the editor quit
 * @throws UsageError when the first article cannot be opened, another session has it, there is no terminal, or a key has no action
 */
export async function review({
  files,
  checker,
  root,
  renew,
  keys: custom,
  by,
  stdin,
  stdout,
}: ReviewOptions): Promise<{ exitCode: number }> {
  if (files.length === 0) throw new UsageError('No article to review')
  if ((stdin ?? process.stdin).isTTY !== true) throw new UsageError('The review needs a terminal', 'Use the check')
  const keys = keymap(custom)
  const now = (): string => new Date().toISOString()
  const session = new Session(
    files.map((file) => ({ ...file, checker, root, now, ...(by === undefined ? {} : { by }) })),
    renew,
  )
  const stop = (): void => {
    session.close()
    process.exit(143)
  }
  try {
    session.article(0)
    process.once('SIGTERM', stop)
    process.once('SIGHUP', stop)
    const app = render(createElement(App, { session, keys }), {
      exitOnCtrlC: false,
      // There is a terminal, whatever the environment says about continuous integration.
      interactive: true,
      incrementalRendering: true,
      alternateScreen: true,
      ...(stdin === undefined ? {} : { stdin }),
      ...(stdout === undefined ? {} : { stdout }),
    })
    await app.waitUntilExit()
    for (const line of summaryOf(session)) process.stderr.write(`stet: ${line}\n`)
    addSitting(root, { ...session.saved, seconds: session.seconds, at: now(), ...(by === undefined ? {} : { by }) })
    return { exitCode: 0 }
  } finally {
    process.removeListener('SIGTERM', stop)
    process.removeListener('SIGHUP', stop)
    session.close()
  }
}

/** What the review leaves, a line each; nothing where nothing was decided. */
function summaryOf(session: Session): string[] {
  const { accepted, own, stet } = session.saved
  const decided = accepted + own + stet
  const waiting = session.unsavedDecisions()
  const wait = waiting === 1 ? '1 decision waits' : `${waiting} decisions wait`
  return [
    ...(decided === 0
      ? []
      : [`${decided} decided: ${accepted} accepted, ${own} own, ${stet} stet; ${pace(session.seconds, decided)}`]),
    ...(waiting === 0 ? [] : [`${wait} for the next review`]),
  ]
}
