import {
  appendFileSync,
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ReviewAction } from '@stet/core'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { digest } from './disk.ts'
import { Session } from './session.ts'
import { optionsFor } from './testing.ts'

const source = 'There is [cependant] a reaction.\n\nThe Alliance [atlantique] met [les Etats-Unis].\n'
const accept: ReviewAction = { type: 'choose', choice: { kind: 'accept', fix: 0 } }
const stet: ReviewAction = { type: 'choose', choice: { kind: 'stet' } }
const skip: ReviewAction = { type: 'choose', choice: { kind: 'skip' } }

let root = ''
let path = ''
const folder = (): string => join(root, '.stet/review')
const left = (extension: string): string[] => readdirSync(folder()).filter((name) => name.endsWith(extension))
const journal = (): string => join(folder(), left('.jsonl')[0] as string)
const decisions = (): { verdict: string; by?: string; rules?: string }[] =>
  readFileSync(join(root, '.stet/decisions.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { verdict: string })
const open = (name = path): Session => new Session(optionsFor(root, [name]))

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'stet-'))
  path = join(root, 'article.txt')
  writeFileSync(path, source)
})

afterEach(() => rmSync(root, { recursive: true, force: true }))

it('has every decision in the journal before it gives out the new state, and goes on after a crash', () => {
  const session = open()
  session.step(0, accept)
  session.step(0, stet)
  session.step(0, stet)
  session.step(0, { type: 'undo' })
  const before = session.review(0)
  const again = open()
  expect(again.article(0).resumed).toEqual({ made: 2, lost: 0, changed: false })
  expect([...again.review(0).choices]).toEqual([...before.choices])
  expect(again.review(0).cursor).toBe(before.cursor)
})

it('goes on behind a line that a crash cut off', () => {
  const session = open()
  session.step(0, accept)
  appendFileSync(journal(), '{"fingerprints":["ab')
  open().step(0, stet)
  expect(open().article(0).resumed).toMatchObject({ made: 2 })
})

it('starts anew where a crash cut off the very first decision', () => {
  const session = open()
  session.step(0, accept)
  writeFileSync(journal(), '{"article":"article.txt","ha')
  const again = open()
  expect(again.article(0).resumed).toBeUndefined()
  again.step(0, stet)
  expect(open().article(0).resumed).toMatchObject({ made: 1 })
})

it('finishes a save that was interrupted between article and decisions', () => {
  const session = open()
  session.step(0, accept)
  session.step(0, stet)
  const kept = readFileSync(journal(), 'utf8')
  session.save(0)
  const whole = decisions()
  // As it was at the moment of the crash: the article is written, nothing else.
  rmSync(join(root, '.stet/decisions.jsonl'))
  const mark = { saving: digest(readFileSync(path)), decisions: whole }
  writeFileSync(join(folder(), `${digest('article.txt')}.jsonl`), `${kept}${JSON.stringify(mark)}\n`)
  const again = open()
  expect(again.article(0).resumed).toBeUndefined()
  expect(decisions()).toEqual(whole)
  expect(left('.jsonl')).toEqual([])
})

it('keeps the journal where a save was interrupted before the article was written', () => {
  const session = open()
  session.step(0, accept)
  appendFileSync(journal(), `${JSON.stringify({ saving: 'another', decisions: [] })}\n`)
  expect(open().article(0).resumed).toMatchObject({ made: 1, lost: 0, changed: false })
})

it('keeps what still fits when the article changed meanwhile', () => {
  const session = open()
  session.step(0, accept)
  session.step(0, accept)
  session.close()
  writeFileSync(path, `A new first line.\n\n${source.replace('[atlantique]', '[Atlantic]')}`)
  expect(open().article(0).resumed).toEqual({ made: 1, lost: 1, changed: true })
})

it('keeps mode and link, and every byte outside the repairs', () => {
  const target = join(root, 'real.txt')
  writeFileSync(target, `\ufeff${source.replaceAll('\n', '\r\n')}`)
  chmodSync(target, 0o666)
  rmSync(path)
  symlinkSync('real.txt', path)
  const session = open()
  session.step(0, accept)
  session.save(0)
  expect(lstatSync(path).isSymbolicLink()).toBe(true)
  expect(statSync(target).mode & 0o777).toBe(0o666)
  expect(readFileSync(target, 'utf8')).toBe(
    `\ufeff${source.replaceAll('\n', '\r\n').replace('[cependant]', '[however]')}`,
  )
  expect(decisions()).toMatchObject([{ verdict: 'fixed', by: 'me' }])
  expect(readdirSync(root).sort()).toEqual(['.stet', 'article.txt', 'real.txt'])
})

it('shares lock and journal between a file and a link to it', () => {
  const session = open()
  session.step(0, accept)
  symlinkSync('article.txt', join(root, 'link.txt'))
  expect(open(join(root, 'link.txt')).article(0).resumed).toMatchObject({ made: 1 })
})

it('refuses what another session holds, and takes over from a session that ended', () => {
  open().article(0)
  const lock = join(folder(), left('.lock')[0] as string)
  // Process 1 runs always, and is not this one.
  writeFileSync(lock, '1')
  expect(() => open().article(0)).toThrow('being reviewed in another session (process 1)')
  expect(readFileSync(lock, 'utf8')).toBe('1')
  writeFileSync(lock, '999999999')
  open().article(0)
  expect(readFileSync(lock, 'utf8')).toBe(String(process.pid))
})

it('names what it cannot open, and leaves no lock', () => {
  mkdirSync(join(root, 'folder'))
  writeFileSync(join(root, 'latin.txt'), Buffer.from([0x41, 0xe9]))
  expect(() => open(join(root, 'none.txt')).article(0)).toThrow('none.txt: no such file')
  expect(() => open(join(root, 'folder')).article(0)).toThrow('folder: is a directory')
  expect(() => open(join(root, 'latin.txt')).article(0)).toThrow('latin.txt: is not valid UTF-8')
  expect(left('.lock')).toEqual([])
})

it('stays with the article when it cannot be read again', () => {
  const session = open()
  const { cursor } = session.step(0, accept)
  rmSync(path)
  expect(() => session.reopen(0)).toThrow('no such file')
  expect(session.review(0).cursor).toBe(cursor)
  expect(() => session.save(0)).toThrow('article.txt: no such file')
  expect(left('.lock')).toHaveLength(1)
})

it('asks for no save, and keeps no journal, where everything was skipped', () => {
  const session = open()
  session.step(0, skip)
  expect(session.unsaved()).toEqual([])
  session.leave()
  expect(left('.jsonl')).toEqual([])
})

it('refuses an own text that the format cannot hold, and records nothing of it', () => {
  const item = join(root, 'item.ninjs.json')
  writeFileSync(item, JSON.stringify({ uri: 'urn:1', language: 'en', body_text: 'There is [cependant] a reaction.' }))
  const openItem = (): Session => new Session(optionsFor(root, [item], { format: 'ninjs' }))
  const session = openItem()
  expect(session.review(0).findings).toHaveLength(1)
  expect(() => session.step(0, { type: 'choose', choice: { kind: 'own', text: 'a "however"' } })).toThrow(/JSON/u)
  expect(session.review(0).choices.size).toBe(0)
  expect(openItem().article(0).resumed).toBeUndefined()
  session.step(0, { type: 'choose', choice: { kind: 'own', text: '[nevertheless]' } })
  session.save(0)
  expect(JSON.parse(readFileSync(item, 'utf8')).body_text).toBe('There is [nevertheless] a reaction.')
})

it('records who decided what, when and by which rules, in the journal and for good', () => {
  const session = open()
  session.step(0, accept)
  const mark = { at: '2026-01-01T00:00:00.000Z', by: 'me', rules: '1.0' }
  expect(JSON.parse(readFileSync(journal(), 'utf8').trim().split('\n')[1] as string)).toMatchObject(mark)
  session.save(0)
  expect(decisions()).toMatchObject([mark])
})

it('takes the source text for evidence, and shows what a place was made from', () => {
  const original = join(root, 'article.fr.txt')
  writeFileSync(
    path,
    'The negotiations in Vienna failed on Monday.\n\nVladimir Poutine spoke to the Alliance on 3 May.\n',
  )
  writeFileSync(
    original,
    'Les négociations de Vienne ont échoué lundi.\n\nVladimir Poutine a parlé à l’Alliance le 3 mai.\n',
  )
  const session = new Session(optionsFor(root, [path], { sourcePath: original }))
  const place = session.article(0).source.indexOf('spoke')
  expect(session.article(0).passage(place)?.text).toBe('Vladimir Poutine a parlé à l’Alliance le 3 mai.')
  expect(open().article(0).passage(place)).toBeUndefined()
  rmSync(original)
  session.close()
  expect(() => new Session(optionsFor(root, [path], { sourcePath: original })).article(0)).toThrow('no such file')
})
