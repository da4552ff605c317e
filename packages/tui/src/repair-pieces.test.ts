import type { Edit, Finding } from '@stet/core'
import { expect, it } from 'vitest'
import { repairedText, repairPieces } from './repair-pieces.ts'

const source =
  'He met ” the leader of the party whose name everyone in the whole country knows well “ today.\n\nsource site\n'
const findingAt = (text: string, edits: Edit[] = []): Finding => {
  const start = source.indexOf(text)
  const fixes = edits.length === 0 ? [] : [{ safe: true, edits }]
  return { start, end: start + text.length, actual: text, fixes } as unknown as Finding
}
const editOf = (from: string, text: string): Edit => {
  const start = source.indexOf(from)
  return { start, end: start + from.length, text }
}
const shown = (finding: Finding, edits: Edit[], spoken = false): string =>
  repairPieces(source, finding, edits, spoken)
    .map(({ text }) => text)
    .join('')

it('shows old and new, word by word where they are long', () => {
  expect(shown(findingAt('the leader'), [editOf('leader', 'head')])).toBe('the leader → the head')
  expect(shown(findingAt(' today'), [editOf(' today', '')])).toBe('remove it')
  expect(shown(findingAt('the leader of the party whose'), [editOf('leader', 'head')])).toBe(
    'the [-leader-]{+head+} of the party whose',
  )
})

it('shows the edits themselves, far ones too, and shortens what stays between', () => {
  expect(shown(findingAt('”'), [editOf('” ', '“'), editOf(' “', '”')])).toBe(
    '[-”·-]{+“+}the leader o … y knows well[-·“-]{+”+}',
  )
})

it('says “remove it” where nothing is left', () => {
  expect(shown(findingAt('source site'), [editOf('source site\n', '')])).toBe('remove it')
})

it('speaks in words', () => {
  expect(shown(findingAt('the leader'), [editOf('leader', 'head')], true)).toBe('write the head')
})

it('starts an own text from the first repair where that stays inside the finding', () => {
  expect(repairedText(findingAt('the leader', [editOf('leader', 'head')]))).toBe('the head')
  expect(repairedText(findingAt('”', [editOf('” ', '“')]))).toBe('”')
  expect(repairedText(findingAt('today'))).toBe('today')
})
