import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { reviewProgress } from '@stet/core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { Commands } from './commands.ts'
import { emptyDesk, type Mode } from './desk.ts'
import { bindings, keymap, type Pressed } from './keys.ts'
import { ownTextSteps } from './own-text.ts'
import { press, type Sight } from './press.ts'
import { Session } from './session.ts'
import { optionsFor } from './testing.ts'

const map = keymap()
const sight: Sight = { helpPages: 2, listHeight: 10, turned: (pages) => Math.max(-1, Math.min(pages, 1)) }
const letters = Array.from({ length: 26 }, (_, at) => String.fromCharCode(97 + at))
const keys: Pressed[] = [
  ...new Set([
    ...Object.values(bindings).flatMap((binding): readonly string[] => binding.keys),
    ...Object.values(ownTextSteps).flatMap((step): readonly string[] => step.keys),
    ...letters,
    ...letters.map((letter) => letter.toUpperCase()),
    ...['escape', ' ', '/', '習', '\u0301'],
  ]),
]
  // The process itself would stop.
  .filter((key) => key !== 'ctrl-z' && key !== 'space')
  .sort()

/** The keys that lead to each state. */
const ways: Readonly<Record<Exclude<Mode, 'opening'>, readonly Pressed[]>> = {
  review: [],
  own: ['e'],
  reason: ['S'],
  alike: ['A'],
  keep: ['K'],
  remember: ['j', 'j', 'e', 'ctrl-u', 'P', 'u', 't', 'i', 'n', 'enter'],
  quit: ['s', 'q'],
  help: ['?'],
  list: ['L'],
  filter: ['L', '/'],
}

let root = ''
const paths = (): string[] => ['one.txt', 'two.txt'].map((name) => join(root, name))

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'stet-'))
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

/** What the keys lead to: the state, the article, the finding, what is decided; what is typed; whether the editor left. */
function after(pressed: readonly Pressed[]): string {
  rmSync(join(root, '.stet'), { recursive: true, force: true })
  writeFileSync(join(root, 'one.txt'), 'It came [cependant] late.\n\nIt came [cependant] early.\n\nPoutine spoke.\n')
  writeFileSync(join(root, 'two.txt'), 'It came [toujours] late.\n')
  const session = new Session(optionsFor(root, paths()), () => undefined)
  let exits = 0
  const terminal = { exit: () => void exits++, suspend: async () => undefined, draw: () => undefined }
  const commands = new Commands(session, emptyDesk(), map, terminal)
  while (!commands.open());
  for (const key of pressed) if (exits === 0) press(commands, map, key, sight)
  const { desk, index, review } = commands
  const { accepted, stet, skipped, deferred } = reviewProgress(review)
  const counts = Object.entries({ accepted, stet, skipped, deferred }).filter(([, count]) => count > 0)
  const typed = desk.mode === 'own' || desk.mode === 'reason' ? ` “${desk.draft.text}” ${desk.draft.cursor}` : ''
  session.close()
  return (
    [
      exits > 0 ? 'left' : desk.mode,
      `${index + 1}:${review.cursor + 1}`,
      ...counts.map(([word, count]) => `${count} ${word}`),
      ...(desk.pages === 0 ? [] : [`page ${desk.pages}`]),
      ...(desk.filter === '' ? [] : [`/${desk.filter}`]),
      ...(desk.byName ? ['by name'] : []),
      ...(session.saved.accepted + session.saved.own + session.saved.stet > 0 ? ['saved'] : []),
    ].join(', ') + typed
  )
}

it.each(Object.entries(ways))('every key does in the state “%s” what is written down', async (mode, way) => {
  const before = after(way)
  expect(before.startsWith(mode)).toBe(true)
  const does = new Map<string, Pressed[]>()
  // A letter that is no key anywhere: where it is typed, the others are to be typed likewise.
  const typed = after([...way, 'ß'])
  for (const key of keys) {
    const then = after([...way, key])
    const types = typed !== before && then === typed.replace('ß', key)
    const what = then === before ? 'nothing' : types ? 'types itself' : then
    does.set(what, [...(does.get(what) ?? []), key])
  }
  const lines = [...does].map(([what, by]) => `${what}\n    ${by.join(' ')}\n`)
  await expect(`${before}\n\n${lines.join('')}`).toMatchFileSnapshot(`../test/keys/${mode}.txt`)
})
