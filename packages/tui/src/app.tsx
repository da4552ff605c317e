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
import { type ReactElement, useRef, useState } from 'react'
import type { Article } from './article.ts'
import { runEditor } from './editor.ts'
import { keysIn, type Pressed } from './keys.ts'
import { type OwnText, type OwnTextStep, stepInto, typeInto } from './own-text.ts'
import { repairedText } from './repair-pieces.ts'
import { Screen } from './screen.tsx'
import type { Session } from './session.ts'

type Mode = 'review' | 'own' | 'alike' | 'quit' | 'help'

const help =
  'Enter or a: first repair. 1-9: that repair. e: your own text. s: stet, let it stand. Space or n: skip, it comes ' +
  'again. b: back. u: undo. A: all alike. N: next article. w: save. q: save and quit. o: open in $EDITOR.'
const keyLines: Readonly<Record<Mode, readonly [long: string, short: string]>> = {
  review: [
    'a accept 1-9 pick e own s stet n skip b back u undo A alike w save q quit ? help',
    'a ok s stet e own u undo q quit ? help',
  ],
  own: ['Enter take it  Esc back', 'Enter take it  Esc back'],
  alike: ['a accept all  s stet all  Esc back', 'a accept all  s stet all  Esc back'],
  quit: ['y save and quit  n quit, decisions wait for next time  Esc back', 'y save  n keep for later  Esc back'],
  help: ['any key goes back', 'any key goes back'],
}
const ownTextKeys: Readonly<Record<Pressed, OwnTextStep>> = {
  left: 'left',
  right: 'right',
  home: 'home',
  'ctrl-a': 'home',
  end: 'end',
  'ctrl-e': 'end',
  backspace: 'erase-before',
  delete: 'erase-after',
  'ctrl-u': 'erase-to-start',
}

export interface AppProps {
  readonly session: Session
}

/** What is on the desk besides the review itself. */
interface Desk {
  index: number
  mode: Mode
  message: string
  draft: OwnText
  left: boolean
}

/** Keys to steps of the session, and the session to the screen. */
export function App({ session }: AppProps): ReactElement {
  const { exit, suspendTerminal } = useApp()
  const { columns, rows } = useWindowSize()
  // Several keys can come in before React draws: what they change is changed at once, drawing follows.
  const desk = useRef<Desk>({
    index: 0,
    mode: 'review',
    message: greetingOf(session.article(0)),
    draft: { text: '', cursor: 0 },
    left: false,
  }).current
  const [, setTick] = useState(0)
  const draw = (): void => setTick((tick) => tick + 1)
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
  const step = (action: ReviewAction): boolean =>
    attempt(() => {
      const before = shown()
      const after = session.step(desk.index, action)
      if (action.type === 'undo') return after === before ? 'Nothing to undo' : 'Undone'
      return after.events.length > before.events.length && reviewProgress(after).open === 0
        ? `All decided: w saves, q saves and quits${session.count > 1 ? ', N goes to the next article' : ''}`
        : undefined
    })
  const choose = (choice: Choice): void => {
    const finding = current()
    if (finding === undefined) return
    if (choice.kind === 'accept' && finding.fixes[choice.fix] === undefined) {
      const repairs = finding.fixes.length === 1 ? 'is one repair' : `are ${finding.fixes.length} repairs`
      say(finding.fixes.length === 0 ? 'No repair is known: e for your own text, s for stet' : `There ${repairs}`)
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
    if (desk.mode === 'own') desk.draft = typeInto(desk.draft, text)
    draw()
  })

  function press(key: Pressed): void {
    if (key === 'ctrl-c') leave()
    else if (desk.mode === 'help') desk.mode = 'review'
    else if (desk.mode === 'own') pressInOwnText(key)
    else if (desk.mode === 'alike') pressInAlike(key)
    else if (desk.mode === 'quit') pressInQuit(key)
    else pressInReview(key)
  }

  function pressInReview(key: Pressed): void {
    if (/^[1-9]$/u.test(key)) choose({ kind: 'accept', fix: Number(key) - 1 })
    else reviewKeys[key]?.()
  }

  const accept = (): void => choose({ kind: 'accept', fix: 0 })
  const next = (): boolean => step({ type: 'next' })
  const back = (): boolean => step({ type: 'back' })
  const reviewKeys: Readonly<Record<Pressed, () => unknown>> = {
    enter: accept,
    a: accept,
    s: () => choose({ kind: 'stet' }),
    ' ': () => choose({ kind: 'skip' }),
    // What is decided stays so: then it only goes on.
    n: () => (shown().choices.has(shown().cursor) ? next() : choose({ kind: 'skip' })),
    down: next,
    right: next,
    b: back,
    up: back,
    left: back,
    u: () => step({ type: 'undo' }),
    w: saveAll,
    N: nextArticle,
    o: () => void openEditor(),
    '?': () => {
      desk.mode = 'help'
    },
    e: startOwnText,
    A: askAlike,
    q: askQuit,
  }

  function startOwnText(): void {
    const finding = current()
    if (finding === undefined) return
    const text = repairedText(finding)
    desk.draft = { text, cursor: text.length }
    desk.mode = 'own'
  }

  function pressInOwnText(key: Pressed): void {
    const move = ownTextKeys[key]
    if (key === 'escape') desk.mode = 'review'
    else if (key === 'enter') {
      desk.mode = 'review'
      choose({ kind: 'own', text: desk.draft.text })
    } else if (move !== undefined) desk.draft = stepInto(desk.draft, move)
    else if (Array.from(key).length === 1) desk.draft = typeInto(desk.draft, key)
  }

  function askAlike(): void {
    const finding = current()
    if (finding === undefined) return
    const count = alike(shown()).length
    desk.mode = 'alike'
    say(count === 1 ? 'Only this one; none alike is open' : `${count} alike in this article: all of them?`)
  }

  function pressInAlike(key: Pressed): void {
    desk.mode = 'review'
    say('')
    if (key === 's') step({ type: 'choose-alike', choice: { kind: 'stet' } })
    else if (key === 'enter' || key === 'a' || key === 'y') {
      if (current()?.fixes[0] === undefined) say('No repair is known: s lets all stand')
      else step({ type: 'choose-alike', choice: { kind: 'accept', fix: 0 } })
    }
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
    const editor = process.env['VISUAL'] || process.env['EDITOR']
    if (editor === undefined || editor === '') {
      say('$EDITOR is not set')
      return
    }
    try {
      await suspendTerminal(() => runEditor(editor, session.article(desk.index).path))
      attempt(() => greetingOf(session.reopen(desk.index), 'Read again') || 'Read again')
    } catch (error) {
      say(error instanceof Error ? error.message : String(error))
    }
    draw()
  }

  const [long, short] = keyLines[desk.mode]
  return (
    <Screen
      name={session.article(desk.index).name}
      place={session.count > 1 ? ` (${desk.index + 1} of ${session.count})` : ''}
      review={shown()}
      columns={columns}
      rows={rows}
      message={desk.message}
      keys={columns >= 60 ? long : short}
      draft={desk.mode === 'own' ? desk.draft : undefined}
      help={desk.mode === 'help' ? help : undefined}
    />
  )
}

/** What the journal gave, in a sentence; empty where it gave nothing. */
function greetingOf({ resumed }: Article, lead = 'Resumed'): string {
  if (resumed === undefined) return ''
  const { made, lost, changed } = resumed
  const fits = lost === 0 ? '' : `, ${lost} no longer ${lost === 1 ? 'fits' : 'fit'}`
  const why = changed ? '; the article changed meanwhile' : ''
  return `${lead}: ${made} ${made === 1 ? 'decision' : 'decisions'} kept${fits}${why}`
}
