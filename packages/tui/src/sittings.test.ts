import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { addSitting, pace, readSittings } from './sittings.ts'

let root = ''
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'stet-'))
})
afterEach(() => rmSync(root, { recursive: true }))

const sitting = { at: '2026-01-01T10:00:00.000Z', by: 'me', accepted: 2, own: 1, stet: 1, seconds: 14 }

it('keeps a line for each sitting in which something was decided', () => {
  addSitting(root, sitting)
  addSitting(root, { ...sitting, accepted: 0, own: 0, stet: 0 })
  expect(readSittings(root)).toEqual([sitting])
  expect(readFileSync(join(root, '.stet/sittings.jsonl'), 'utf8').endsWith('\n')).toBe(true)
  expect(pace(14, 4)).toBe('3.5 s each')
})

it('names the line that is no sitting', () => {
  addSitting(root, sitting)
  writeFileSync(join(root, '.stet/sittings.jsonl'), `${JSON.stringify(sitting)}\n{"at":1}\n`)
  expect(() => readSittings(root)).toThrow(/sittings\.jsonl:2: not a sitting/u)
})
