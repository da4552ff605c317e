import { readFileSync } from 'node:fs'
import stringWidth from 'string-width'
import { expect, it } from 'vitest'
import { actionOf, bindings, helpLines, type KeyAction, keyLine, keymap, keysIn, keysTable } from './keys.ts'

const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8')

it('has no key twice, neither at a finding nor in the list', () => {
  for (const place of ['review', 'list']) {
    const keys = Object.values(bindings).flatMap((binding): readonly string[] =>
      binding.in === place || binding.in === 'both' ? binding.keys : [],
    )
    expect(new Set(keys).size).toBe(keys.length)
  }
})

it('finds the action of a letter, an arrow and the space bar', () => {
  const map = keymap()
  expect(['a', 'enter', '7', 'j', 'down', ' ', 'x'].map((key) => actionOf(map, key))).toEqual([
    'accept',
    'accept',
    'pick',
    'next',
    'next',
    'skip',
    undefined,
  ])
})

it('gives keys to other actions, and takes them from those that had them', () => {
  const map = keymap({ accept: 'y', stet: ['x', 'u'] })
  expect(['y', 'a', 'x', 'u', 's'].map((key) => actionOf(map, key))).toEqual([
    'accept',
    undefined,
    'stet',
    'stet',
    undefined,
  ])
  expect(() => keymap({ agree: 'y' })).toThrow('keys: there is no action “agree”')
  expect(() => keymap({ accept: 'y', stet: 'y' })).toThrow('“y” is given to “accept” and to “stet”')
})

it('lets one key do one thing at a finding and another in the list, but not two in one place', () => {
  const map = keymap({ search: 'a', next: 't' })
  expect(actionOf(map, 'a')).toBe('accept')
  expect(actionOf(map, 'a', 'list')).toBe('search')
  expect(actionOf(map, 't', 'list')).toBe('next')
  expect(map.sort).toEqual([])
  expect(() => keymap({ sort: 'y', next: 'y' })).toThrow('“y” is given to “sort” and to “next”')
})

it('refuses what is no key, and a keyboard without a way out', () => {
  expect(() => keymap({ accept: 'F5' })).toThrow('there is no key “F5”')
  expect(() => keymap({ accept: 'yes' })).toThrow('there is no key “yes”')
  expect(() => keymap({ accept: 'ctrl-c' })).toThrow('ctrl-c always leaves')
  expect(() => keymap({ accept: 'q' })).toThrow('“accept” leaves no key to quit')
  expect(keymap({ accept: 'q', quit: ['Q', 'ctrl-q'] }).quit).toEqual(['Q', 'ctrl-q'])
})

it('knows the keys with Alt, Ctrl and Shift', () => {
  const none = {} as Parameters<typeof keysIn>[1]
  expect(keysIn('', { ...none, tab: true, shift: true })).toEqual(['shift-tab'])
  expect(keysIn('', { ...none, leftArrow: true, ctrl: true })).toEqual(['alt-left'])
  expect(keysIn('', { ...none, pageDown: true })).toEqual(['pagedown'])
  expect(keysIn('d', { ...none, meta: true })).toEqual(['alt-d'])
  expect(keysIn('z', { ...none, ctrl: true })).toEqual(['ctrl-z'])
  expect(keysIn('ab\r', none)).toEqual(['a', 'b', 'enter'])
})

it.each([20, 40, 80, 200])('shows the keys on one line of %i columns, those that one needs first', (columns) => {
  const line = keyLine(keymap(), columns)
  expect(stringWidth(line)).toBeLessThanOrEqual(columns)
  expect(line).toContain('a accept')
  if (columns >= 40) expect(line).toMatch(/s stet.*q quit/u)
  if (columns >= 80) expect(line).toContain('? help')
})

it('helps with every key, in the terminal and in the README', () => {
  const actions = Object.keys(bindings) as KeyAction[]
  for (const action of actions) expect(helpLines(keymap(), 80).join('\n')).toContain(bindings[action].help)
  expect(helpLines(keymap({ sort: [] }), 80).join('\n')).toMatch(/– +worst first, or by name/u)
  const section = /<!-- keys -->\n([\s\S]*?)\n<!-- \/keys -->/u.exec(readme)?.[1]?.trim()
  // The formatter pads the columns of a table; what they say is what counts.
  const plain = (table = ''): string => table.replace(/ {2,}/gu, ' ').replace(/-{3,}/gu, '---')
  expect(plain(section), 'README.md, between <!-- keys --> and <!-- /keys -->').toBe(plain(keysTable()))
})
