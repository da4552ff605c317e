import { extname } from 'node:path'
import {
  alike,
  type Choice,
  type Finding,
  type Review,
  type ReviewAction,
  reviewProgress,
  UsageError,
} from '@stet/core'
import { useApp, useInput, usePaste, useWindowSize } from 'ink'
import { type ReactElement, useEffect, useRef, useState } from 'react'
import { type Desk, deskWith, dialogueKeys, greetingOf, isForGlossary, type Mode, ownTextKeys } from './desk.ts'
import { editText, runEditor } from './editor.ts'
import { actionOf, helpRows, type KeyAction, type Keymap, keyLine, keysIn, type Pressed } from './keys.ts'
import { pagesOf } from './layout.ts'
import { ListScreen } from './list-screen.tsx'
import { stepInto, typeInto } from './own-text.ts'
import { type QueueLine, queueLines } from './queue.ts'
import { repairedText } from './repair-pieces.ts'
import { Screen } from './screen.tsx'
import type { Session } from './session.ts'

export interface AppProps {
  readonly session: Session
  readonly keys: Keymap
}

/** Keys to steps of the session, and the session to the screen. */
export function App({ session, keys }: AppProps): ReactElement {
  const { exit, suspendTerminal } = useApp()
  const { columns, rows } = useWindowSize()
  // Several keys can come in before React draws: what they change is changed at once, drawing follows.
  const desk = useRef<Desk>(deskWith(greetingOf(session.article(0)))).current
  const [, setTick] = useState(0)
  const draw = (): void => setTick((tick) => tick + 1)
  useEffect(() => {
    let timer: NodeJS.Immediate | undefined
    // One article at a time, so that keys come between; the screen needs it only where it shows the list.
    const read = (): void => {
      const next = desk.left || session.count === 1 ? -1 : session.nextToSurvey
      if (next >= 0) session.survey(next)
      if (desk.mode === 'list' && (next % 20 === 0 || session.nextToSurvey < 0)) setTick((tick) => tick + 1)
      timer = next < 0 ? undefined : setImmediate(read)
    }
    desk.read = () => {
      timer ??= setImmediate(read)
    }
    desk.read()
    return () => clearImmediate(timer)
  }, [session, desk])
  const shown = (): Review => session.review(desk.index)
  const current = (): Finding | undefined => shown().findings[shown().cursor]

  const say = (text: string): void => {
    desk.message = text
  }
  /** Does what may fail; a failure that the editor can mend is told, nothing is lost. */
  const attempt = (work: () => string | undefined): boolean => {
    try {
      say(work() ?? '')
      return true
    } catch (error) {
      const hint = error instanceof UsageError && error.hint !== undefined ? `. ${error.hint}` : ''
      say(`${error instanceof Error ? error.message : String(error)}${hint}`)
      return false
    }
  }
  /** What is to be told after a decision. */
  const told = (): string | undefined => {
    const [fresh] = session.fresh
    const { open, deferred } = reviewProgress(shown())
    if (fresh !== undefined) return `Now found: “${fresh.actual}”. ${fresh.reason}`
    const more = session.count > 1 ? `, ${shownKey('article')} goes to the next article` : ''
    return open + deferred === 0
      ? `All decided: ${shownKey('save')} saves, ${shownKey('quit')} saves and quits${more}`
      : undefined
  }
  const shownKey = (action: KeyAction): string => keys[action][0] ?? action
  const step = (action: ReviewAction): boolean =>
    attempt(() => {
      const before = shown()
      const after = session.step(desk.index, action)
      return after.events.length > before.events.length ? told() : undefined
    })
  const moveTo = (index: number | undefined, done: string, nothing: string): string => {
    if (index === undefined) return nothing
    const where = index === desk.index ? '' : ` in ${session.name(index)}`
    desk.index = index
    return done + where
  }
  const choose = (choice: Choice): void => {
    const finding = current()
    if (finding === undefined) return
    if (choice.kind === 'accept' && finding.fixes[choice.fix] === undefined) {
      const repairs = finding.fixes.length === 1 ? 'is one repair' : `are ${finding.fixes.length} repairs`
      say(
        finding.fixes.length === 0
          ? `No repair is known: ${shownKey('own')} for your own text, ${shownKey('stet')} for stet`
          : `There ${repairs}`,
      )
    } else step({ type: 'choose', choice })
  }
  const saveAll = (): boolean =>
    attempt(() => {
      const unsaved = session.unsaved()
      for (const index of unsaved) session.save(index)
      return unsaved.length === 0 ? 'Nothing to save' : 'Saved'
    })
  const leave = (): void => {
    desk.left = true
    exit()
  }

  useInput((input, key) => {
    for (const pressed of keysIn(input, key)) {
      if (desk.left) return
      press(pressed)
    }
    draw()
  })
  usePaste((text) => {
    // Elsewhere its letters would be taken for keys.
    if (desk.mode === 'own' || desk.mode === 'reason') desk.draft = typeInto(desk.draft, text)
    draw()
  })

  function press(key: Pressed): void {
    if (key === 'ctrl-c') leave()
    else modes[desk.mode](key)
  }

  function pressInReview(key: Pressed): void {
    const action = actionOf(keys, key)
    if (action === 'pick') choose({ kind: 'accept', fix: keys.pick.indexOf(key) })
    else if (action !== undefined) reviewKeys[action]()
  }

  const modes: Readonly<Record<Mode, (key: Pressed) => void>> = {
    review: pressInReview,
    own: pressInText,
    reason: pressInText,
    alike: pressInAlike,
    keep: pressInKeep,
    remember: pressInRemember,
    quit: pressInQuit,
    help: pressInHelp,
    list: pressInList,
    filter: pressInFilter,
  }
  const next = (): boolean => step({ type: 'next' })
  const reviewKeys: Readonly<Record<Exclude<KeyAction, 'pick'>, () => unknown>> = {
    accept: () => choose({ kind: 'accept', fix: 0 }),
    own: startOwnText,
    stet: () => choose({ kind: 'stet' }),
    reason: () => startTyping('reason', ''),
    keep: askKeep,
    // What is decided stays so: then it only goes on.
    skip: () => (shown().choices.has(shown().cursor) ? next() : choose({ kind: 'skip' })),
    defer: () => choose({ kind: 'defer' }),
    next,
    back: () => step({ type: 'back' }),
    undo: () => attempt(() => moveTo(session.undo(desk.index), 'Undone', 'Nothing to undo')),
    redo: () => attempt(() => moveTo(session.redo(), 'Made again', 'Nothing to make again')),
    alike: askAlike,
    article: nextArticle,
    list: () => {
      desk.mode = 'list'
      desk.listed = desk.index
      desk.read()
      say('')
    },
    editor: () => void openEditor(),
    paragraph: () => void openParagraph(),
    save: saveAll,
    quit: askQuit,
    help: () => {
      desk.mode = 'help'
      desk.helpPage = 0
    },
  }

  function startTyping(mode: 'own' | 'reason', text: string): void {
    if (current() === undefined) return
    desk.draft = { text, cursor: text.length }
    desk.mode = mode
  }

  function startOwnText(): void {
    const finding = current()
    if (finding !== undefined) startTyping('own', repairedText(finding))
  }

  function pressInText(key: Pressed): void {
    const move = ownTextKeys[key]
    if (key === 'escape') desk.mode = 'review'
    else if (key === 'enter') {
      const { text } = desk.draft
      const isReason = desk.mode === 'reason'
      desk.mode = 'review'
      if (isReason) choose(text.trim() === '' ? { kind: 'stet' } : { kind: 'stet', reason: text.trim() })
      else takeOwnText(text)
    } else if (move !== undefined) desk.draft = stepInto(desk.draft, move)
    else if (Array.from(key).length === 1) desk.draft = typeInto(desk.draft, key)
  }

  function takeOwnText(text: string): void {
    const finding = current()
    choose({ kind: 'own', text })
    if (finding === undefined || !session.canSettle || !isForGlossary(finding, text)) return
    desk.pair = [finding.actual, text]
    desk.mode = 'remember'
    say(`Remember “${finding.actual}” → “${text}” for all articles?`)
  }

  function pressInRemember(key: Pressed): void {
    desk.mode = 'review'
    say('')
    if (key !== 'y') return
    attempt(() => {
      session.remember(desk.index, ...desk.pair)
      return `Remembered: ${desk.pair[0]} → ${desk.pair[1]}`
    })
  }

  function askKeep(): void {
    const finding = current()
    if (finding === undefined) return
    if (!session.canSettle || finding.actual.trim() === '' || /[\r\n]/u.test(finding.actual)) {
      say('These words cannot be kept')
      return
    }
    desk.mode = 'keep'
    say(`Let “${finding.actual}” stand in every article from now on?`)
  }

  function pressInKeep(key: Pressed): void {
    desk.mode = 'review'
    say('')
    const words = current()?.actual
    if (words === undefined || (key !== 'y' && key !== 'enter')) return
    attempt(() => {
      session.keep(desk.index, words)
      return `“${words}” stands from now on`
    })
  }

  function askAlike(): void {
    if (current() === undefined) return
    const here = alike(shown()).length
    const { count, articles } = session.alikeElsewhere(desk.index)
    if (here + count === 1) {
      say('Only this one; none alike is open')
      return
    }
    desk.mode = 'alike'
    const where = articles.length === 1 ? '1 other article' : `${articles.length} other articles`
    const more = count === 0 ? '' : ` (a, s), ${count} more in ${where}: A and S decide there too`
    say(`${here} alike in this article${more}: all of them?`)
  }

  function pressInAlike(key: Pressed): void {
    desk.mode = 'review'
    say('')
    const everywhere = key === 'A' || key === 'S'
    const isStet = key.toLowerCase() === 's'
    if (!isStet && !['enter', 'a', 'A', 'y'].includes(key)) return
    if (!isStet && current()?.fixes[0] === undefined) {
      say('No repair is known: s lets all stand')
      return
    }
    const choice: Choice = isStet ? { kind: 'stet' } : { kind: 'accept', fix: 0 }
    if (!everywhere) {
      step({ type: 'choose-alike', choice })
      return
    }
    attempt(() => {
      const { made, closed } = session.chooseEverywhere(desk.index, choice)
      const left = closed === 0 ? '' : `; ${closed} articles could not be opened`
      return `${made} decided${left}`
    })
  }

  function pressInHelp(): void {
    desk.helpPage++
    if (desk.helpPage < helpPages().length) return
    desk.mode = 'review'
  }

  function helpPages(): string[][] {
    const lines = helpRows(keys).map(
      ({ keys: shownKeys, help }) => `${shownKeys.padEnd(columns < 60 ? 9 : 16)} ${help}`,
    )
    // Under the header and above the line of keys, which may have a message before it.
    return pagesOf(lines, rows - 4)
  }

  function listLines(): QueueLine[] {
    return queueLines(session, desk, (index) => session.name(index))
  }

  function pressInList(key: Pressed): void {
    const lines = listLines()
    const at = lines.findIndex(({ index }) => index === desk.listed)
    const action = actionOf(keys, key)
    const go = (to: number): void => {
      desk.listed = lines[Math.max(0, Math.min(to, lines.length - 1))]?.index ?? desk.listed
    }
    if (key === 'enter') openListed(lines[Math.max(0, at)]?.index)
    else if (key === '/') desk.mode = 'filter'
    else if (key === 't') desk.byName = !desk.byName
    else if (key === 'escape' || action === 'list' || action === 'quit') desk.mode = 'review'
    else if (key === 'home' || key === 'g') go(0)
    else if (key === 'end' || key === 'G') go(lines.length - 1)
    else if (action === 'next') go(at + 1)
    else if (action === 'back') go(at - 1)
  }

  function openListed(index: number | undefined): void {
    if (index === undefined) return
    attempt(() => {
      const article = session.article(index)
      desk.index = index
      desk.mode = 'review'
      return greetingOf(article)
    })
  }

  function pressInFilter(key: Pressed): void {
    if (key === 'escape') desk.filter = ''
    if (key === 'escape' || key === 'enter') desk.mode = 'list'
    else if (key === 'backspace') desk.filter = desk.filter.slice(0, -1)
    else if (Array.from(key).length === 1) desk.filter += key
  }

  function askQuit(): void {
    if (session.unsaved().length === 0) {
      session.leave()
      leave()
      return
    }
    desk.mode = 'quit'
    say('Save your decisions?')
  }

  function pressInQuit(key: Pressed): void {
    desk.mode = 'review'
    say('')
    if (key === 'n') leave()
    else if ((key === 'enter' || key === 'y') && saveAll()) {
      session.leave()
      leave()
    }
  }

  function nextArticle(): void {
    attempt(() => {
      if (session.count === 1) return 'There is no other article'
      const index = (desk.index + 1) % session.count
      const article = session.article(index)
      desk.index = index
      return greetingOf(article)
    })
  }

  async function openEditor(): Promise<void> {
    await withEditor((editor) => {
      runEditor(editor, session.article(desk.index).path)
      session.reopen(desk.index)
    })
  }

  async function openParagraph(): Promise<void> {
    const paragraph = session.paragraph(desk.index)
    if (paragraph === undefined) return
    await withEditor((editor) => {
      const text = editText(editor, paragraph.text, extname(session.article(desk.index).path))
      if (text !== paragraph.text) session.replaceParagraph(desk.index, paragraph, text)
    })
  }

  /** Hands the terminal to $EDITOR; afterwards says what of the decisions still fits. */
  async function withEditor(work: (editor: string) => void): Promise<void> {
    const editor = process.env['VISUAL'] || process.env['EDITOR']
    if (editor === undefined || editor === '') {
      say('$EDITOR is not set')
      return
    }
    try {
      await suspendTerminal(() => work(editor))
      say(greetingOf(session.article(desk.index), 'Read again') || 'Read again')
    } catch (error) {
      say(error instanceof Error ? error.message : String(error))
    }
    draw()
  }

  const line = desk.mode === 'review' ? keyLine(keys, columns) : dialogueKeys[desk.mode]
  if (desk.mode === 'list' || desk.mode === 'filter') {
    const lines = listLines()
    return (
      <ListScreen
        lines={lines}
        cursor={Math.max(
          0,
          lines.findIndex(({ index }) => index === desk.listed),
        )}
        total={session.count}
        checked={session.surveyedCount}
        columns={columns}
        rows={rows}
        filter={desk.mode === 'filter' ? `${desk.filter}▏` : desk.filter}
        keys={line}
        message={desk.message}
      />
    )
  }
  const isTyping = desk.mode === 'own' || desk.mode === 'reason'
  return (
    <Screen
      name={session.article(desk.index).name}
      place={session.count > 1 ? ` (${desk.index + 1} of ${session.count})` : ''}
      review={shown()}
      sourceParagraph={session.article(desk.index).sourceParagraph(current()?.start ?? 0)}
      columns={columns}
      rows={rows}
      message={desk.message}
      keys={line}
      draft={isTyping ? desk.draft : undefined}
      draftLabel={desk.mode === 'reason' ? 'Why it stands' : 'Own text'}
      help={desk.mode === 'help' ? helpPages()[desk.helpPage] : undefined}
    />
  )
}
