import { constants } from 'node:os'
import { UsageError } from '@stet/core'
import { render } from 'ink'
import { createElement } from 'react'
import { App } from './app.tsx'
import type { ReviewFile } from './article.ts'
import { keymap } from './keys.ts'
import { Session } from './session.ts'
import { addSitting, pace } from './sittings.ts'

export interface ReviewOptions {
  readonly files: readonly ReviewFile[]
  /** The text of a file. @throws UsageError with the name when it cannot be read as text */
  readonly read: (path: string, name: string) => string
  /** Lets the checkers of the files be made anew, with what the house has settled meanwhile. */
  readonly renew: () => void
  /** Keys of the configuration, by action. */
  readonly keys?: Readonly<Record<string, string | readonly string[]>>
  /** Who decides; goes into the decisions. */
  readonly by?: string
}

export type { ReviewFile } from './article.ts'
export { pace, readSittings, type Sitting } from './sittings.ts'

/**
 * Reviews articles in the terminal until the editor quits. The first frame is drawn before anything is checked. Every
 * decision is on the disk before the screen changes: an interrupted review goes on where it was. Articles are written on
 * save only.
 *
 * @returns the articles that could not be reviewed, a line each
 * @throws UsageError when no article can be opened, there is no terminal, or a key has no action
 */
export async function review({ files, read, renew, keys: custom, by }: ReviewOptions): Promise<{ failures: string[] }> {
  const [first] = files
  if (first === undefined) throw new UsageError('No article to review')
  if (process.stdin.isTTY !== true) throw new UsageError('The review needs a terminal', 'Use the check')
  const keys = keymap(custom)
  const now = (): string => new Date().toISOString()
  const who = by === undefined ? {} : { by }
  const session = new Session(
    files.map((file) => ({ ...file, read, now, ...who })),
    renew,
  )
  const record = (): void => {
    for (const line of summaryOf(session)) process.stderr.write(`stet: ${line}\n`)
    addSitting(first.root, { ...session.saved, seconds: session.seconds, at: now(), ...who })
  }
  const stop = (signal: NodeJS.Signals): void => {
    session.close()
    addSitting(first.root, { ...session.saved, seconds: session.seconds, at: now(), ...who })
    process.exit(128 + (constants.signals[signal] ?? 0))
  }
  try {
    process.once('SIGTERM', stop)
    process.once('SIGHUP', stop)
    const app = render(createElement(App, { session, keys }), {
      exitOnCtrlC: false,
      // There is a terminal, whatever the environment says about continuous integration.
      interactive: true,
      incrementalRendering: true,
      alternateScreen: true,
    })
    await app.waitUntilExit()
    record()
    return { failures: session.failures }
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
