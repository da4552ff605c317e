import { UsageError } from '@stet/core'
import type { Key } from 'ink'
import stringWidth from 'string-width'
import { type OwnTextStep, ownTextSteps } from './own-text.ts'

/** A key as the review understands it: a letter as it is, other keys by name. */
export type Pressed = string

/** Where a key means something: before a finding, in the list of articles, or in both. */
type Place = 'review' | 'list' | 'both'

interface Binding {
  readonly keys: readonly Pressed[]
  readonly in: Place
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
  accept: { in: 'review', keys: ['a', 'enter'], label: 'accept', help: 'make the first repair', rank: 1 },
  pick: { in: 'review', keys: digits, label: 'pick', help: 'make that repair', rank: 3 },
  own: { in: 'review', keys: ['e'], label: 'own', help: 'type your own text', rank: 1 },
  stet: { in: 'review', keys: ['s'], label: 'stet', help: 'stet: let it stand', rank: 1 },
  reason: {
    in: 'review',
    keys: ['S'],
    label: 'stet, why',
    help: 'let it stand, with a reason for the record',
    rank: 6,
  },
  keep: { in: 'review', keys: ['K'], label: 'keep always', help: 'let these words stand in every article', rank: 6 },
  skip: { in: 'review', keys: ['n', 'space'], label: 'skip', help: 'go on; it comes again next time', rank: 3 },
  defer: { in: 'review', keys: ['d'], label: 'defer', help: 'put it off until the others are decided', rank: 5 },
  next: { in: 'both', keys: ['j', 'down', 'l', 'right'], label: 'next', help: 'look at the next finding', rank: 7 },
  back: { in: 'both', keys: ['k', 'up', 'h', 'left', 'b'], label: 'back', help: 'look at the finding before', rank: 4 },
  first: { in: 'both', keys: ['g', 'home'], label: 'first', help: 'look at the first finding', rank: 9 },
  last: { in: 'both', keys: ['G', 'end'], label: 'last', help: 'look at the last finding', rank: 9 },
  'page-down': { in: 'both', keys: ['pagedown', 'ctrl-f'], label: 'read on', help: 'read on in the article', rank: 9 },
  'page-up': { in: 'both', keys: ['pageup', 'ctrl-b'], label: 'read back', help: 'read what stands before', rank: 9 },
  undo: { in: 'review', keys: ['u'], label: 'undo', help: 'take the last decision back', rank: 1 },
  redo: { in: 'review', keys: ['U', 'ctrl-r'], label: 'redo', help: 'make it again', rank: 6 },
  alike: { in: 'review', keys: ['A'], label: 'alike', help: 'decide all that say the same, after a question', rank: 4 },
  article: { in: 'review', keys: ['N', 'tab'], label: 'next article', help: 'go to the next article', rank: 6 },
  'article-back': {
    in: 'review',
    keys: ['P', 'shift-tab'],
    label: 'article before',
    help: 'go back an article',
    rank: 8,
  },
  list: { in: 'both', keys: ['L'], label: 'list', help: 'list the articles', rank: 6 },
  editor: { in: 'review', keys: ['o'], label: 'open', help: 'open the article in $EDITOR', rank: 6 },
  paragraph: { in: 'review', keys: ['E'], label: 'paragraph', help: 'open the paragraph in $EDITOR', rank: 7 },
  save: { in: 'review', keys: ['w'], label: 'save', help: 'write the articles', rank: 3 },
  quit: { in: 'both', keys: ['q'], label: 'quit', help: 'save and quit, after a question', rank: 1 },
  suspend: { in: 'both', keys: ['ctrl-z'], label: 'suspend', help: 'back to the shell; fg comes back', rank: 9 },
  help: { in: 'both', keys: ['?'], label: 'help', help: 'show all keys', rank: 1 },
  choose: { in: 'list', keys: ['enter'], label: 'open', help: 'open the article', rank: 1 },
  search: { in: 'list', keys: ['/'], label: 'search', help: 'show only what fits some words', rank: 1 },
  sort: { in: 'list', keys: ['t'], label: 'sort', help: 'worst first, or by name', rank: 2 },
  close: { in: 'list', keys: ['escape'], label: 'back', help: 'back to the finding', rank: 1 },
} as const satisfies Readonly<Record<string, Binding>>

/** What a key can do. */
export type KeyAction = keyof typeof bindings

const actions = Object.keys(bindings) as KeyAction[]

/** The keys of each action, as the house has them. */
export type Keymap = Readonly<Record<KeyAction, readonly Pressed[]>>

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
  ['pageUp', 'pageup'],
  ['pageDown', 'pagedown'],
  ['backspace', 'backspace'],
  ['delete', 'delete'],
] as const

const names: readonly string[] = [...named.map(([, name]) => name), 'shift-tab', 'space']

function isKey(key: Pressed): boolean {
  return (Array.from(key).length === 1 && key !== ' ') || names.includes(key) || /^ctrl-[a-z]$/u.test(key)
}

function meet(one: KeyAction, other: KeyAction): boolean {
  const [a, b]: Place[] = [bindings[one].in, bindings[other].in]
  return a === b || a === 'both' || b === 'both'
}

/**
 * The keys, with those that the configuration gives to other actions. Such a key is taken from the action that had it.
 *
 * @throws UsageError when there is no such action or key, two actions are given the same key, or none is left to quit
 */
export function keymap(custom: Readonly<Record<string, string | readonly string[]>> = {}): Keymap {
  const given: { key: Pressed; action: KeyAction }[] = []
  for (const [name, value] of Object.entries(custom)) {
    if (!(name in bindings)) {
      throw new UsageError(`keys: there is no action “${name}”`, `Actions are ${actions.join(', ')}`)
    }
    const action = name as KeyAction
    for (const key of typeof value === 'string' ? [value] : value) {
      if (!isKey(key)) {
        throw new UsageError(
          `keys: “${action}”: there is no key “${key}”`,
          `A letter, ${names.join(', ')} or ctrl-a to z`,
        )
      }
      if (key === 'ctrl-c') throw new UsageError(`keys: “${action}”: ctrl-c always leaves`, 'Choose another key')
      const other = given.find((before) => before.key === key && meet(before.action, action))
      if (other !== undefined && other.action !== action) {
        throw new UsageError(
          `keys: “${key}” is given to “${other.action}” and to “${action}”`,
          'Give it to one of them',
        )
      }
      given.push({ key, action })
    }
  }
  const map = Object.fromEntries(
    actions.map((action): [KeyAction, readonly Pressed[]] => [
      action,
      Object.hasOwn(custom, action)
        ? given.filter((each) => each.action === action).map(({ key }) => key)
        : bindings[action].keys.filter((key) => !given.some((each) => each.key === key && meet(each.action, action))),
    ]),
  ) as Record<KeyAction, readonly Pressed[]>
  if (map.quit.length === 0) {
    const taker = given.find(({ key }) => (bindings.quit.keys as readonly string[]).includes(key))?.action ?? 'quit'
    throw new UsageError(`keys: “${taker}” leaves no key to quit`, 'Give one to “quit”')
  }
  return map
}

/** What the key does there; undefined where it does nothing. */
export function actionOf(map: Keymap, key: Pressed, place: 'review' | 'list' = 'review'): KeyAction | undefined {
  const name = key === ' ' ? 'space' : key
  return actions.find((action) => {
    const where: Place = bindings[action].in
    return (where === place || where === 'both') && map[action].includes(name)
  })
}

/** A key as it is shown: `a`, `Enter`, `Ctrl-R`. */
function shownKey(key: Pressed): string {
  return Array.from(key).length === 1
    ? key
    : key.replace(/(?:^|-)[a-z]/gu, (start) => start.toUpperCase()).replace(/^Page(?=[du])/u, 'Page-')
}

/** The keys of an action as they are shown: `a Enter`, `1-9`. */
function shownKeys(keys: readonly Pressed[]): string {
  if (keys.length === 0) return '–'
  return keys.join() === digits.join() ? '1-9' : keys.map(shownKey).join(' ')
}

/** One line of keys, no wider than the terminal: the most used where there is no room for all. */
export function keyLine(map: Keymap, columns: number, place: 'review' | 'list' = 'review'): string {
  const items = actions
    .filter(
      (action) =>
        map[action].length > 0 &&
        (bindings[action].in === place || (place === 'review' && bindings[action].in === 'both')),
    )
    .map((action) => {
      const keys = map[action]
      const shown = keys.join() === digits.join() ? '1-9' : shownKey(keys[0] as string)
      return { text: `${shown} ${bindings[action].label}`, rank: bindings[action].rank }
    })
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

interface Row {
  readonly keys: string
  readonly help: string
  /** What the configuration calls it; empty for keys that stay as they are. */
  readonly action: string
}

interface Section {
  readonly title: string
  readonly rows: readonly Row[]
}

/** All keys and what they do, by where they do it. */
function keySections(map: Keymap, shown = shownKeys): Section[] {
  const rowsIn = (...places: Place[]): Row[] =>
    actions
      .filter((action) => places.includes(bindings[action].in))
      .map((action) => ({ keys: shown(map[action]), help: bindings[action].help, action }))
  return [
    {
      title: 'At a finding',
      rows: [
        ...rowsIn('review', 'both'),
        { keys: shown(['ctrl-c']), help: 'leave at once; what is decided is kept', action: '' },
      ],
    },
    { title: 'In the list of articles, besides those that move', rows: rowsIn('list') },
    {
      title: 'While a text is typed',
      rows: (Object.keys(ownTextSteps) as OwnTextStep[]).map((step) => ({
        keys: shown(ownTextSteps[step].keys),
        help: ownTextSteps[step].help,
        action: '',
      })),
    },
  ]
}

/** The lines of the help screen. */
export function helpLines(map: Keymap, columns: number): string[] {
  const sections = keySections(map)
  const widest = Math.max(...sections.flatMap(({ rows }) => rows.map(({ keys }) => stringWidth(keys))))
  const width = columns < 60 ? 9 : widest
  return sections.flatMap(({ title, rows }) => [
    title,
    ...rows.map(({ keys, help }) => `  ${keys}${' '.repeat(Math.max(0, width - stringWidth(keys)))}  ${help}`),
  ])
}

/** The README's tables of keys, in Markdown. */
export function keysTable(): string {
  const inMarkdown = (keys: readonly Pressed[]): string =>
    keys.join() === digits.join() ? '`1`–`9`' : keys.map((key) => `\`${key}\``).join(' ')
  return keySections(keymap(), inMarkdown)
    .map(({ title, rows }) =>
      [
        `| ${title} | What it does | In \`keys\` |`,
        '| --- | --- | --- |',
        ...rows.map(({ keys, help, action }) => `| ${keys} | ${help} | ${action === '' ? '' : `\`${action}\``} |`),
      ].join('\n'),
    )
    .join('\n\n')
}

/** Keys with Alt, as terminals send them. */
const withAlt: Readonly<Record<string, Pressed>> = { b: 'alt-left', f: 'alt-right', d: 'alt-d' }

/**
 * The keys in what Ink hands over at once: one key, or all that came while the screen was drawn. (What is pasted comes
 * by another way.)
 */
export function keysIn(input: string, key: Key): Pressed[] {
  const name = named.find(([flag]) => key[flag])?.[1]
  if (name !== undefined) {
    if (name === 'tab' && key.shift) return ['shift-tab']
    if (name === 'backspace' && key.meta) return ['ctrl-w']
    const across = name === 'left' || name === 'right'
    return [across && (key.ctrl || key.meta) ? `alt-${name}` : name]
  }
  if (key.meta) return withAlt[input] === undefined ? [] : [withAlt[input]]
  if (key.ctrl) return [`ctrl-${input}`]
  return Array.from(input, (character) => {
    const code = character.codePointAt(0) as number
    if (character === '\r' || character === '\n') return 'enter'
    if (character === '\t') return 'tab'
    if (code === 127 || code === 8) return 'backspace'
    return code < 32 ? `ctrl-${String.fromCharCode(code + 96)}` : character
  })
}
