import type { Commands } from './commands.ts'
import type { Mode } from './desk.ts'
import { actionOf, type KeyAction, type Keymap, type Pressed } from './keys.ts'
import { type OwnTextStep, ownTextSteps, stepInto, typeInto } from './own-text.ts'
import { queueLines } from './queue.ts'

const stepOf: ReadonlyMap<Pressed, OwnTextStep> = new Map(
  Object.entries(ownTextSteps).flatMap(([step, { keys }]) =>
    keys.map((key): [Pressed, OwnTextStep] => [key, step as OwnTextStep]),
  ),
)

/** What the keys mean needs to know of the screen. */
export interface Sight {
  readonly helpPages: number
  /** Lines of the list that are seen at once. */
  readonly listHeight: number
  /** As many of these pages as there are to be turned. */
  readonly turned: (pages: number) => number
}

/** Does what a key means where the editor is. */
export function press(commands: Commands, keys: Keymap, key: Pressed, sight: Sight): void {
  const { desk } = commands
  if (key === 'ctrl-c') commands.leave()
  else if (actionOf(keys, key) === 'suspend' && !typing(desk.mode)) void commands.suspend()
  else modes[desk.mode](commands, key, keys, sight)
}

/** Takes what is pasted: only into a text, for elsewhere its letters would be taken for keys. */
export function paste({ desk }: Commands, text: string): void {
  if (desk.mode === 'own' || desk.mode === 'reason') desk.draft = typeInto(desk.draft, text)
  else if (desk.mode === 'filter') desk.filter = typeInto({ text: desk.filter, cursor: desk.filter.length }, text).text
}

function typing(mode: Mode): boolean {
  return mode === 'own' || mode === 'reason' || mode === 'filter'
}

type Press = (commands: Commands, key: Pressed, keys: Keymap, sight: Sight) => void

const modes: Readonly<Record<Mode, Press>> = {
  opening: () => undefined,
  review: pressInReview,
  own: pressInText,
  reason: pressInText,
  alike: pressInAlike,
  keep: (commands, key) => {
    answer(commands)
    if (key === 'y' || key === 'enter') commands.keep()
  },
  // An offer, no question that has to be answered: other keys do what they always do.
  remember: (commands, key, keys, sight) => {
    answer(commands)
    if (key === 'y') commands.remember()
    else if (key !== 'n' && key !== 'escape' && key !== 'enter') pressInReview(commands, key, keys, sight)
  },
  quit: (commands, key) => {
    answer(commands)
    if (key === 'n') commands.leave()
    else if (key === 'enter' || key === 'y') commands.saveAndQuit()
  },
  help: ({ desk }, key, _keys, { helpPages }) => {
    desk.helpPage++
    if (key === 'escape' || desk.helpPage >= helpPages) desk.mode = desk.helpFrom
  },
  list: pressInList,
  filter: pressInFilter,
}

function answer(commands: Commands): void {
  commands.to('review')
  commands.say('')
}

const inReview: Readonly<Partial<Record<KeyAction, (commands: Commands) => unknown>>> = {
  accept: (commands) => commands.accept(0),
  own: (commands) => commands.startTyping('own'),
  stet: (commands) => commands.choose({ kind: 'stet' }),
  reason: (commands) => commands.startTyping('reason'),
  keep: (commands) => commands.askKeep(),
  skip: (commands) => commands.skip(),
  defer: (commands) => commands.choose({ kind: 'defer' }),
  next: (commands) => commands.step({ type: 'next' }),
  back: (commands) => commands.step({ type: 'back' }),
  first: (commands) => commands.step({ type: 'first' }),
  last: (commands) => commands.step({ type: 'last' }),
  undo: (commands) => commands.undo(),
  redo: (commands) => commands.redo(),
  alike: (commands) => commands.askAlike(),
  article: (commands) => commands.nextArticle(),
  'article-back': (commands) => commands.articleBack(),
  list: (commands) => {
    const { desk, session, index } = commands
    commands.to('list')
    desk.listed = index
    desk.listedRow = queueLines(session, desk).findIndex((line) => line.index === index)
    commands.say('')
  },
  editor: (commands) => void commands.openEditor(),
  paragraph: (commands) => void commands.openParagraph(),
  save: (commands) => commands.save(),
  quit: (commands) => commands.askQuit(),
  help: showHelp,
}

function showHelp({ desk }: Commands): void {
  desk.helpFrom = desk.mode
  desk.helpPage = 0
  desk.mode = 'help'
}

function pressInReview(commands: Commands, key: Pressed, keys: Keymap, { turned }: Sight): void {
  const action = actionOf(keys, key)
  const { desk } = commands
  if (action === 'page-down') desk.pages = turned(desk.pages + 1)
  else if (action === 'page-up') desk.pages = turned(desk.pages - 1)
  else if (action === 'pick') commands.accept(keys.pick.indexOf(key))
  else if (action !== undefined) inReview[action]?.(commands)
}

function pressInText(commands: Commands, key: Pressed): void {
  const { desk } = commands
  const step = stepOf.get(key)
  if (key === 'escape') desk.mode = 'review'
  else if (key === 'enter') {
    const { text } = desk.draft
    if (desk.mode === 'reason') commands.takeReason(text.trim())
    else commands.takeOwnText(text)
  } else if (step !== undefined) desk.draft = stepInto(desk.draft, step)
  else if (Array.from(key).length === 1) desk.draft = typeInto(desk.draft, key)
}

function pressInAlike(commands: Commands, key: Pressed): void {
  answer(commands)
  if (!['enter', 'y', 'a', 'A', 's', 'S'].includes(key)) return
  commands.decideAlike(key.toLowerCase() === 's' ? 'stet' : 'accept', key === 'A' || key === 'S')
}

function pressInList(commands: Commands, key: Pressed, keys: Keymap, { listHeight }: Sight): void {
  const { desk } = commands
  const lines = queueLines(commands.session, desk)
  const at = Math.max(
    0,
    lines.findIndex(({ index }) => index === desk.listed),
  )
  const go = (to: number): void => {
    const line = lines[Math.max(0, Math.min(to, lines.length - 1))]
    commands.say(line?.failure ?? '')
    if (line === undefined) return
    // The row that the eye is on stays where it is until the edge is reached, also when the order settles meanwhile.
    desk.listedRow = Math.max(0, Math.min(desk.listedRow + lines.indexOf(line) - at, listHeight - 1))
    desk.listed = line.index
  }
  const inList: Readonly<Partial<Record<KeyAction, () => unknown>>> = {
    choose: () => commands.openListed(lines[at]?.index),
    search: () => commands.to('filter'),
    sort: () => {
      desk.byName = !desk.byName
      commands.say(desk.byName ? 'By name' : 'Worst first')
    },
    close: () => commands.to('review'),
    list: () => commands.to('review'),
    quit: () => commands.askQuit(),
    help: () => showHelp(commands),
    first: () => go(0),
    last: () => go(lines.length - 1),
    next: () => go(at + 1),
    back: () => go(at - 1),
    'page-down': () => go(at + listHeight - 1),
    'page-up': () => go(at - listHeight + 1),
  }
  const action = actionOf(keys, key, 'list')
  if (action !== undefined) inList[action]?.()
}

function pressInFilter({ desk }: Commands, key: Pressed): void {
  const end = { text: desk.filter, cursor: desk.filter.length }
  const step = stepOf.get(key)
  if (key === 'escape') desk.filter = ''
  if (key === 'escape' || key === 'enter') desk.mode = 'list'
  // There is no cursor inside a filter: what erases, erases from its end.
  else if (step === 'erase-before' || step === 'erase-word' || step === 'erase-to-start') {
    desk.filter = stepInto(end, step).text
  } else if (Array.from(key).length === 1) desk.filter = typeInto(end, key).text
}
