import { UsageError } from '@stet/core'
import type { Key } from 'ink'
import stringWidth from 'string-width'

/** A key as the review understands it: a letter as it is, other keys by name. */
export type Pressed = string

interface Binding {
  readonly keys: readonly Pressed[]
  /** For the line of keys. */
  readonly label: string
  /** For the help screen and the README. */
  readonly help: string
  /** Which keys the line of keys shows where there is no room for all: 1 first. */
  readonly rank: number
}

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9']

/** Every key of the review, in the order of the help screen. Names are what the configuration calls them. */
export const bindings = {
  accept: { keys: ['a', 'enter'], label: 'accept', help: 'make the first repair', rank: 1 },
  pick: { keys: digits, label: 'pick', help: 'make that repair', rank: 3 },
  own: { keys: ['e'], label: 'own', help: 'type your own text', rank: 1 },
  stet: { keys: ['s'], label: 'stet', help: 'stet: let it stand', rank: 1 },
  reason: { keys: ['S'], label: 'stet, why', help: 'let it stand, with a reason for the record', rank: 6 },
  keep: { keys: ['K'], label: 'keep always', help: 'let these words stand in every article', rank: 6 },
  skip: { keys: ['n', 'space'], label: 'skip', help: 'go on; it comes again next time', rank: 3 },
  defer: { keys: ['d'], label: 'defer', help: 'put it off until the others are decided', rank: 5 },
  next: { keys: ['j', 'down', 'l', 'right'], label: 'next', help: 'look at the next finding', rank: 7 },
  back: { keys: ['k', 'up', 'h', 'left', 'b'], label: 'back', help: 'look at the finding before', rank: 4 },
  undo: { keys: ['u'], label: 'undo', help: 'take the last decision back', rank: 1 },
  redo: { keys: ['U', 'ctrl-r'], label: 'redo', help: 'make it again', rank: 6 },
  alike: { keys: ['A'], label: 'alike', help: 'decide all that say the same, after a question', rank: 4 },
  article: { keys: ['N', 'tab'], label: 'next article', help: 'go to the next article', rank: 6 },
  list: { keys: ['L'], label: 'list', help: 'list the articles', rank: 6 },
  editor: { keys: ['o'], label: 'open', help: 'open the article in $EDITOR', rank: 6 },
  paragraph: { keys: ['E'], label: 'paragraph', help: 'open the paragraph in $EDITOR', rank: 7 },
  save: { keys: ['w'], label: 'save', help: 'write the articles', rank: 3 },
  quit: { keys: ['q'], label: 'quit', help: 'save and quit, after a question', rank: 1 },
  help: { keys: ['?'], label: 'help', help: 'show all keys', rank: 1 },
} as const satisfies Readonly<Record<string, Binding>>

/** What a key can do. */
export type KeyAction = keyof typeof bindings

const actions = Object.keys(bindings) as KeyAction[]

/** The keys of each action, as the house has them. */
export type Keymap = Readonly<Record<KeyAction, readonly Pressed[]>>

/**
 * The keys, with those that the configuration gives to other actions. Such a key is taken from the action that had it.
 *
 * @throws UsageError when there is no such action, or two actions are given the same key
 */
export function keymap(custom: Readonly<Record<string, string | readonly string[]>> = {}): Keymap {
  const map = Object.fromEntries<readonly Pressed[]>(
    actions.map((action) => [action, bindings[action].keys]),
  ) as Record<KeyAction, readonly Pressed[]>
  const takenBy = new Map<Pressed, string>()
  for (const [action, given] of Object.entries(custom)) {
    if (!(action in bindings)) {
      throw new UsageError(`keys: there is no action “${action}”`, `Actions are ${actions.join(', ')}`)
    }
    const keys = typeof given === 'string' ? [given] : given
    for (const key of keys) {
      const other = takenBy.get(key)
      if (other !== undefined) throw new UsageError(`keys: “${key}” is given to “${other}” and to “${action}”`)
      takenBy.set(key, action)
    }
    map[action as KeyAction] = keys
  }
  for (const action of actions) {
    map[action] = map[action].filter((key) => (takenBy.get(key) ?? action) === action)
  }
  return map
}

/** What the key does; undefined where it does nothing. */
export function actionOf(map: Keymap, key: Pressed): KeyAction | undefined {
  const name = key === ' ' ? 'space' : key
  return actions.find((action) => map[action].includes(name))
}

/** The keys of an action as they are shown: `a Enter`, `1-9`. */
function shownKeys(keys: readonly Pressed[]): string {
  if (keys.join() === digits.join()) return '1-9'
  return keys.map((key) => (key.length === 1 ? key : key.charAt(0).toUpperCase() + key.slice(1))).join(' ')
}

/** One line of keys, no wider than the terminal: the most used where there is no room for all. */
export function keyLine(map: Keymap, columns: number): string {
  const items = actions
    .map((action) => {
      const keys = map[action]
      const shown = keys.length === 9 ? shownKeys(keys) : shownKeys(keys.slice(0, 1))
      return { text: `${shown} ${bindings[action].label}`, rank: bindings[action].rank, has: keys.length > 0 }
    })
    .filter(({ has }) => has)
  const chosen = new Set<string>()
  let width = 0
  for (const { text } of [...items].sort((one, other) => one.rank - other.rank)) {
    const wanted = stringWidth(text) + (width === 0 ? 0 : 2)
    if (width + wanted > columns) continue
    width += wanted
    chosen.add(text)
  }
  return items.flatMap(({ text }) => (chosen.has(text) ? [text] : [])).join('  ')
}

/** All keys and what they do, for the help screen: in one column, or in two where there is room. */
export function helpRows(map: Keymap): { keys: string; help: string }[] {
  return actions.map((action) => ({ keys: shownKeys(map[action]), help: bindings[action].help }))
}

/** The README's table of keys, in Markdown. */
export function keysTable(): string {
  const rows = actions.map((action) => {
    const { keys, help } = bindings[action]
    const shown = keys.join() === digits.join() ? '`1`–`9`' : keys.map((key) => `\`${key}\``).join(' ')
    return `| ${shown} | ${help} | \`${action}\` |`
  })
  return ['| Key | What it does | In `keys` |', '| --- | --- | --- |', ...rows].join('\n')
}

const named = [
  ['return', 'enter'],
  ['escape', 'escape'],
  ['tab', 'tab'],
  ['upArrow', 'up'],
  ['downArrow', 'down'],
  ['leftArrow', 'left'],
  ['rightArrow', 'right'],
  ['home', 'home'],
  ['end', 'end'],
  ['backspace', 'backspace'],
  ['delete', 'delete'],
] as const

/**
 * The keys in what Ink hands over at once: one key, or all that came while the screen was drawn. (What is pasted comes
 * by another way.)
 */
export function keysIn(input: string, key: Key): Pressed[] {
  const name = named.find(([flag]) => key[flag])?.[1]
  if (name !== undefined) {
    const across = name === 'left' || name === 'right'
    return [across && (key.ctrl || key.meta) ? `word-${name}` : name]
  }
  if (key.meta) return input === 'b' ? ['word-left'] : input === 'f' ? ['word-right'] : []
  if (key.ctrl) return [`ctrl-${input}`]
  return Array.from(input, (character) => {
    const code = character.codePointAt(0) as number
    if (character === '\r' || character === '\n') return 'enter'
    if (code === 127) return 'backspace'
    return code < 32 ? `ctrl-${String.fromCharCode(code + 96)}` : character
  })
}
