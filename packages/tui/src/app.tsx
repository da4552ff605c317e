import { spawnSync } from 'node:child_process'
import { alike, type Choice, type ReviewAction, reviewProgress } from '@stet/core'
import { type Key, useApp, useInput, useWindowSize } from 'ink'
import { type ReactElement, useState } from 'react'
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
  const [index, setIndex] = useState(0)
  const [mode, setMode] = useState<Mode>('review')
  const [message, setMessage] = useState(greeting)
  const [draft, setDraft] = useState({ text: '', cursor: 0 })
  // The session holds the truth; this only asks React to draw it again.
  const [, setTick] = useState(0)
  const review = session.review(index)
  const finding = review.findings[review.cursor]

  const say = (text: string): void => {
    setMessage(text)
    setTick((tick) => tick + 1)
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
      const before = session.review(index)
      const after = session.step(index, action)
      if (action.type === 'undo') return after === before ? 'Nothing to undo' : 'Undone'
      return reviewProgress(after).open === 0 && after.findings.length > 0
        ? 'All decided: w saves, q saves and quits'
        : undefined
    })
  const choose = (choice: Choice): void => {
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
    else if (mode === 'help') setMode('review')
    else if (mode === 'own') onOwnText(input, key)
    else if (mode === 'alike') onAlike(input, key)
    else if (mode === 'quit') onQuit(input, key)
    else onReview(input, key)
  })

  function onReview(input: string, key: Key): void {
    const digit = /^[1-9]$/u.test(input) ? Number(input) : 0
    if (key.return || input === 'a') choose({ kind: 'accept', fix: 0 })
    else if (digit > 0) choose({ kind: 'accept', fix: digit - 1 })
    else if (input === 's') choose({ kind: 'stet' })
    else if (input === ' ') choose({ kind: 'skip' })
    else if (input === 'n' || key.downArrow || key.rightArrow) step({ type: 'next' })
    else if (input === 'b' || key.upArrow || key.leftArrow) step({ type: 'back' })
    else if (input === 'u') step({ type: 'undo' })
    else if (input === '?') setMode('help')
    else if (input === 'w') saveAll()
    else if (input === 'N') nextArticle()
    else if (input === 'o') void openEditor()
    else if (input === 'e' && finding !== undefined) {
      const text = finding.expected[0] ?? finding.actual
      setDraft({ text, cursor: text.length })
      setMode('own')
    } else if (input === 'A' && finding !== undefined) {
      setMode('alike')
      say(`${alike(review).length} alike in this article`)
    } else if (input === 'q') {
      if (session.unsaved().length === 0) exit()
      else {
        setMode('quit')
        say('Save your decisions?')
      }
    }
  }

  function onOwnText(input: string, key: Key): void {
    const { text, cursor } = draft
    if (key.escape) setMode('review')
    else if (key.return) {
      setMode('review')
      step({ type: 'choose', choice: { kind: 'own', text } })
    } else if (key.leftArrow) setDraft({ text, cursor: Math.max(0, cursor - 1) })
    else if (key.rightArrow) setDraft({ text, cursor: Math.min(text.length, cursor + 1) })
    else if (key.home || (key.ctrl && input === 'a')) setDraft({ text, cursor: 0 })
    else if (key.end || (key.ctrl && input === 'e')) setDraft({ text, cursor: text.length })
    else if (key.ctrl && input === 'u') setDraft({ text: text.slice(cursor), cursor: 0 })
    else if (key.backspace || key.delete)
      setDraft({ text: text.slice(0, Math.max(0, cursor - 1)) + text.slice(cursor), cursor: Math.max(0, cursor - 1) })
    else if (input !== '' && !key.ctrl && !key.meta) {
      const typed = input.replace(/[\r\n\t]+/gu, ' ')
      setDraft({ text: text.slice(0, cursor) + typed + text.slice(cursor), cursor: cursor + typed.length })
    }
  }

  function onAlike(input: string, key: Key): void {
    setMode('review')
    if (key.return || input === 'a' || input === 'y') {
      if (finding?.fixes[0] === undefined) say('No repair is known here')
      else step({ type: 'choose-alike', choice: { kind: 'accept', fix: 0 } })
    } else if (input === 's') step({ type: 'choose-alike', choice: { kind: 'stet' } })
    else say('')
  }

  function onQuit(input: string, key: Key): void {
    if (key.return || input === 'y') {
      if (saveAll()) exit()
      else setMode('review')
    } else if (input === 'n') exit()
    else {
      setMode('review')
      say('')
    }
  }

  function nextArticle(): void {
    attempt(() => {
      const next = (index + 1) % session.count
      session.article(next)
      setIndex(next)
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
      spawnSync(editor, [session.article(index).path], { stdio: 'inherit', shell: true })
    })
    attempt(() => {
      session.reopen(index)
      return 'Read again'
    })
  }

  const [long, short] = keyLines[mode]
  return (
    <Screen
      name={session.article(index).name}
      place={session.count > 1 ? ` (${index + 1} of ${session.count})` : ''}
      review={review}
      columns={columns}
      rows={rows}
      message={mode === 'help' ? help : message}
      keys={columns >= 60 ? long : short}
      draft={mode === 'own' ? draft : undefined}
    />
  )
}
