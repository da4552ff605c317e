import { readFileSync } from 'node:fs'
import stringWidth from 'string-width'
import { expect, it } from 'vitest'
import { actionOf, bindings, helpRows, type KeyAction, keyLine, keymap, keysTable } from './keys.ts'

const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8')

it('has no key twice', () => {
  const keys = Object.values(bindings).flatMap((binding): readonly string[] => binding.keys)
  expect(new Set(keys).size).toBe(keys.length)
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

it.each([20, 40, 80, 200])('shows the keys on one line of %i columns, those that one needs first', (columns) => {
  const line = keyLine(keymap(), columns)
  expect(stringWidth(line)).toBeLessThanOrEqual(columns)
  expect(line).toContain('a accept')
  if (columns >= 40) expect(line).toMatch(/s stet.*q quit/u)
  if (columns >= 80) expect(line).toContain('? help')
})

it('helps with every key, in the terminal and in the README', () => {
  const actions = Object.keys(bindings) as KeyAction[]
  expect(helpRows(keymap())).toHaveLength(actions.length)
  const section = /<!-- keys -->\n([\s\S]*?)\n<!-- \/keys -->/u.exec(readme)?.[1]?.trim()
  // The formatter pads the columns of a table; what they say is what counts.
  const plain = (table = ''): string => table.replace(/ {2,}/gu, ' ').replace(/-{3,}/gu, '---')
  expect(plain(section), 'README.md, between <!-- keys --> and <!-- /keys -->').toBe(plain(keysTable()))
})
