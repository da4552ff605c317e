import { spawnSync } from 'node:child_process'
import { alike, type Choice, type Finding, type Review, type ReviewAction, reviewProgress } from '@stet/core'
import { type Key, useApp, useInput, useWindowSize } from 'ink'
import { type ReactElement, useRef, useState } from 'react'
import { Screen } from './screen.tsx'
import type { Session } from './session.ts'

type Mode = 'review' | 'own' | 'alike' | 'quit' | 'help'

const help =
  'Enter or a: first repair. 1-9: that repair. e: your own text. s: stet, let it stand. Space: skip, it comes again. ' +
  'n, b: next, back. u: undo. A: all alike. N: next article. w: save. q: save and quit. o: open in $EDITOR. Any key goes back.'
const keyLines: Readonly<Record<Mode, readonly [long: string, short: string]>> = {
  review: [
    'a accept  1-9 choose  e own  s stet  space skip  b back  u undo  A alike  w save  q quit  ? help',
    'a ok s stet e own u undo q quit ? help',
  ],
  own: ['Enter take it  Esc back', 'Enter take it  Esc back'],
  alike: ['a accept all  s stet all  Esc back', 'a accept all  s stet all  Esc back'],
  quit: [
    'y save and quit  n quit, decisions wait for the next session  Esc back',
    'y save  n keep for later  Esc back',
  ],
  help: ['any key goes back', 'any key goes back'],
}

export interface AppProps {
  readonly session: Session
  /** Lines to show at the start, such as what was resumed. */
  readonly greeting: string
}

/** Keys to steps of the session, and the session to the screen. */
export function App({ session, greeting }: AppProps): ReactElement {
  const { exit, suspendTerminal } = useApp()
  const { columns, rows } = useWindowSize()
  // Several keys can come in before React draws: what they change is changed at once, drawing follows.
  const desk = useRef({ index: 0, mode: 'review' as Mode, message: greeting, draft: { text: '', cursor: 0 } }).current
  const [, setTick] = useState(0)
  const draw = (): void => setTick((tick) => tick + 1)
  const shown = (): Review => session.review(desk.index)
  const current = (): Finding | undefined => shown().findings[shown().cursor]

  const say = (text: string): void => {
    desk.message = text
    draw()
  }
  const enter = (mode: Mode): void => {
    desk.mode = mode
    draw()
  }
  const type = (draft: { text: string; cursor: number }): void => {
    desk.draft = draft
    draw()
  }
  const attempt = (work: () => string | undefined): void => {
    try {
      say(work() ?? '')
    } catch (error) {
      say(error instanceof Error ? error.message : String(error))
    }
  }
  const step = (action: ReviewAction): void =>
    attempt(() => {
      const before = shown()
      const after = session.step(desk.index, action)
      if (action.type === 'undo') return after === before ? 'Nothing to undo' : 'Undone'
      return reviewProgress(after).open === 0 && after.findings.length > 0
        ? 'All decided: w saves, q saves and quits'
        : undefined
    })
  const choose = (choice: Choice): void => {
    const finding = current()
    if (finding === undefined) return
    if (choice.kind === 'accept' && finding.fixes[choice.fix] === undefined)
      say(
        finding.fixes.length === 0
          ? 'No repair is known here: e for your own text, s for stet'
          : `There are ${finding.fixes.length} repairs`,
      )
    else step({ type: 'choose', choice })
  }
  const saveAll = (): boolean => {
    let saved = true
    attempt(() => {
      saved = false
      for (const unsaved of session.unsaved()) session.save(unsaved)
      saved = true
      return 'Saved'
    })
    return saved
  }

  useInput((input, key) => {
    if (key.ctrl && input === 'c') exit()
    else if (desk.mode === 'help') enter('review')
    else if (desk.mode === 'own') onOwnText(input, key)
    else if (desk.mode === 'alike') onAlike(input, key)
    else if (desk.mode === 'quit') onQuit(input, key)
    else onReview(input, key)
  })

  function onReview(input: string, key: Key): void {
    const finding = current()
    const digit = /^[1-9]$/u.test(input) ? Number(input) : 0
    if (key.return || input === 'a') choose({ kind: 'accept', fix: 0 })
    else if (digit > 0) choose({ kind: 'accept', fix: digit - 1 })
    else if (input === 's') choose({ kind: 'stet' })
    else if (input === ' ') choose({ kind: 'skip' })
    else if (input === 'n' || key.downArrow || key.rightArrow) step({ type: 'next' })
    else if (input === 'b' || key.upArrow || key.leftArrow) step({ type: 'back' })
    else if (input === 'u') step({ type: 'undo' })
    else if (input === '?') enter('help')
    else if (input === 'w') saveAll()
    else if (input === 'N') nextArticle()
    else if (input === 'o') void openEditor()
    else if (input === 'e' && finding !== undefined) {
      const text = finding.expected[0] ?? finding.actual
      type({ text, cursor: text.length })
      enter('own')
    } else if (input === 'A' && finding !== undefined) {
      enter('alike')
      say(`${alike(shown()).length} alike in this article`)
    } else if (input === 'q') {
      if (session.unsaved().length === 0) exit()
      else {
        enter('quit')
        say('Save your decisions?')
      }
    }
  }

  function onOwnText(input: string, key: Key): void {
    const { text, cursor } = desk.draft
    if (key.escape) enter('review')
    else if (key.return) {
      enter('review')
      step({ type: 'choose', choice: { kind: 'own', text } })
    } else if (key.leftArrow) type({ text, cursor: Math.max(0, cursor - 1) })
    else if (key.rightArrow) type({ text, cursor: Math.min(text.length, cursor + 1) })
    else if (key.home || (key.ctrl && input === 'a')) type({ text, cursor: 0 })
    else if (key.end || (key.ctrl && input === 'e')) type({ text, cursor: text.length })
    else if (key.ctrl && input === 'u') type({ text: text.slice(cursor), cursor: 0 })
    else if (key.backspace || key.delete)
      type({ text: text.slice(0, Math.max(0, cursor - 1)) + text.slice(cursor), cursor: Math.max(0, cursor - 1) })
    else if (input !== '' && !key.ctrl && !key.meta) {
      const typed = input.replace(/[\r\n\t]+/gu, ' ')
      type({ text: text.slice(0, cursor) + typed + text.slice(cursor), cursor: cursor + typed.length })
    }
  }

  function onAlike(input: string, key: Key): void {
    enter('review')
    if (key.return || input === 'a' || input === 'y') {
      if (current()?.fixes[0] === undefined) say('No repair is known here')
      else step({ type: 'choose-alike', choice: { kind: 'accept', fix: 0 } })
    } else if (input === 's') step({ type: 'choose-alike', choice: { kind: 'stet' } })
    else say('')
  }

  function onQuit(input: string, key: Key): void {
    if (key.return || input === 'y') {
      if (saveAll()) exit()
      else enter('review')
    } else if (input === 'n') exit()
    else {
      enter('review')
      say('')
    }
  }

  function nextArticle(): void {
    attempt(() => {
      const next = (desk.index + 1) % session.count
      session.article(next)
      desk.index = next
      return session.count === 1 ? 'There is no other article' : undefined
    })
  }

  async function openEditor(): Promise<void> {
    const editor = process.env['VISUAL'] ?? process.env['EDITOR']
    if (editor === undefined || editor === '') {
      say('$EDITOR is not set')
      return
    }
    await suspendTerminal(() => {
      spawnSync(editor, [session.article(desk.index).path], { stdio: 'inherit', shell: true })
    })
    attempt(() => {
      session.reopen(desk.index)
      return 'Read again'
    })
  }

  const [long, short] = keyLines[desk.mode]
  return (
    <Screen
      name={session.article(desk.index).name}
      place={session.count > 1 ? ` (${desk.index + 1} of ${session.count})` : ''}
      review={shown()}
      columns={columns}
      rows={rows}
      message={desk.mode === 'help' ? help : desk.message}
      keys={columns >= 60 ? long : short}
      draft={desk.mode === 'own' ? desk.draft : undefined}
    />
  )
}
