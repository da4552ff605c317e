import { useApp, useInput, useIsScreenReaderEnabled, usePaste, useWindowSize } from 'ink'
import { type ReactElement, useEffect, useState } from 'react'
import { Commands, wordsOf } from './commands.ts'
import { dialogueKeys, emptyDesk } from './desk.ts'
import { helpLines, type Keymap, keyLine, keysIn } from './keys.ts'
import { pagesOf } from './layout.ts'
import { heightOfList, ListScreen } from './list-screen.tsx'
import { paste, press, type Sight } from './press.ts'
import { queueLines } from './queue.ts'
import { OpeningScreen, Screen } from './screen.tsx'
import { type ScreenProps, screenLines } from './screen-lines.ts'
import type { Session } from './session.ts'

export interface AppProps {
  readonly session: Session
  readonly keys: Keymap
}

/** Keys to commands, and what they leave on the desk to the screen. */
export function App({ session, keys }: AppProps): ReactElement {
  const { exit, suspendTerminal } = useApp()
  const { columns, rows } = useWindowSize()
  const [, setTick] = useState(0)
  const [commands] = useState(() => {
    const draw = (): void => setTick((tick) => tick + 1)
    return new Commands(session, emptyDesk(), keys, { exit, suspend: suspendTerminal, draw })
  })
  const { desk } = commands
  useReading(commands)

  const spoken = useIsScreenReaderEnabled()
  const help = pagesOf(helpLines(keys, columns), rows - 4)
  const shown = desk.mode === 'opening' ? undefined : screenOf(commands, keys, { columns, rows }, help)
  const sight: Sight = {
    helpPages: help.length,
    listHeight: heightOfList(rows),
    turned: (pages) => (shown === undefined ? 0 : screenLines({ ...shown, pages }, spoken).pages),
  }
  useInput((input, key) => {
    // Typed ahead, while the first article was still to be opened: it counts.
    while (!commands.open());
    for (const pressed of keysIn(input, key)) {
      if (desk.left) return
      try {
        press(commands, keys, pressed, sight)
      } catch (error) {
        // A fault of ours must not take the terminal with it: what is decided is on the disk.
        commands.say(`This should not have happened: ${wordsOf(error)}`)
      }
    }
    // Several keys can come in before React draws: what they change is changed at once, drawing follows.
    setTick((tick) => tick + 1)
  })
  usePaste((text) => {
    paste(commands, text)
    setTick((tick) => tick + 1)
  })

  if (shown === undefined) {
    return <OpeningScreen name={session.name(session.toBegin()[0] ?? 0)} message={desk.message} columns={columns} />
  }
  if (desk.mode !== 'list' && desk.mode !== 'filter') return <Screen {...shown} />
  const lines = queueLines(session, desk)
  const cursor = lines.findIndex(({ index }) => index === desk.listed)
  return (
    <ListScreen
      lines={lines}
      cursor={Math.max(0, cursor)}
      row={desk.listedRow}
      total={session.count}
      checked={session.surveyedCount}
      columns={columns}
      rows={rows}
      filter={desk.mode === 'filter' ? `${desk.filter}▏` : desk.filter}
      keys={desk.mode === 'list' ? keyLine(keys, columns, 'list') : dialogueKeys.filter}
      message={desk.message}
    />
  )
}

/** What the screen shows of the article on the desk. */
function screenOf(
  commands: Commands,
  keys: Keymap,
  size: { readonly columns: number; readonly rows: number },
  help: readonly (readonly string[])[],
): ScreenProps {
  const { session, desk, index, review, finding } = commands
  const { mode } = desk
  const article = session.article(index)
  return {
    ...size,
    name: article.name,
    place: session.count > 1 ? ` (${desk.place + 1} of ${session.count})` : '',
    review,
    paragraphs: article.paragraphs,
    pages: desk.pages,
    original: article.passage(finding?.start ?? 0),
    message: desk.message,
    keys: mode === 'review' || mode === 'list' ? keyLine(keys, size.columns) : dialogueKeys[mode],
    draft: mode === 'own' || mode === 'reason' ? desk.draft : undefined,
    draftLabel: mode === 'reason' ? 'Why it stands' : 'Own text',
    help: mode === 'help' ? help[Math.min(desk.helpPage, help.length - 1)] : undefined,
  }
}

/** Opens the first article once the first frame is drawn, then reads the others, one at a time so that keys come between. */
function useReading(commands: Commands): void {
  useEffect(() => {
    const { session, desk } = commands
    let timer: NodeJS.Immediate | undefined
    const read = (): void => {
      const next = desk.left || session.count === 1 ? -1 : session.nextToSurvey
      timer = undefined
      if (next < 0) return
      session.survey(next)
      // Only the list shows it; and it is not drawn for every article, which would flicker.
      if (desk.mode === 'list' && (session.surveyedCount % 20 === 0 || session.nextToSurvey < 0)) commands.draw()
      timer = setImmediate(read)
    }
    commands.read = () => {
      timer ??= setImmediate(read)
    }
    const open = (): void => {
      const isOpen = commands.open()
      timer = isOpen ? undefined : setImmediate(open)
      if (isOpen || session.surveyedCount % 20 === 0) commands.draw()
      if (isOpen) commands.read()
    }
    timer = setImmediate(open)
    return () => clearImmediate(timer)
  }, [commands])
}
