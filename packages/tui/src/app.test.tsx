import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { render } from 'ink-testing-library'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { App } from './app.tsx'
import { keymap } from './keys.ts'
import { Session } from './session.ts'
import { optionsFor } from './testing.ts'

const source = 'There is [cependant] a reaction.\n\nThe Alliance [atlantique] met [les Etats-Unis].\n'
let root = ''
let path = ''
let session: Session

function open(...paths: string[]): Session {
  return new Session(optionsFor(root, [path, ...paths]))
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'stet-'))
  path = join(root, 'article.txt')
  writeFileSync(path, source)
  session = open()
})

afterEach(() => {
  session.close()
  rmSync(root, { recursive: true })
})

function start() {
  const app = render(<App session={session} keys={keymap()} />)
  const shows = (text: string) => vi.waitFor(() => expect(app.lastFrame()).toContain(text))
  const press = async (key: string, text: string) => {
    app.stdin.write(key)
    await shows(text)
  }
  return { ...app, shows, press }
}

it('shows the finding in its paragraph, why, and the numbered repairs', async () => {
  const { lastFrame, shows } = start()
  await shows('⟦[cependant]⟧')
  expect(lastFrame()).toContain('sure · major · bracketed-source')
  expect(lastFrame()).toMatch(/1 .*however/u)
  expect(lastFrame()).toContain('1/3')
})

it('accepts, lets stand, takes an own text, undoes, saves', async () => {
  const { press, stdin, shows } = start()
  await shows('⟦[cependant]⟧')
  await press('a', '⟦[atlantique]⟧')
  await press('s', '⟦[les Etats-Unis]⟧')
  await press('u', '⟦[atlantique]⟧')
  await press('e', 'Own text:')
  stdin.write('\u0015')
  await press('(NATO)', '(NATO)')
  await press('\r', '⟦[les Etats-Unis]⟧')
  await press('s', 'All decided')
  await press('w', 'Saved')
  expect(readFileSync(path, 'utf8')).toBe(
    'There is [however] a reaction.\n\nThe Alliance (NATO) met [les Etats-Unis].\n',
  )
  const decisions = readFileSync(join(root, '.stet/decisions.jsonl'), 'utf8')
  expect(decisions.match(/"verdict":"(?:fixed|stet)"/gu)).toHaveLength(3)
})

it('resumes what was decided, and does not write over another’s change', async () => {
  const first = start()
  await first.shows('⟦[cependant]⟧')
  await first.press('a', '⟦[atlantique]⟧')
  first.unmount()
  session.close()
  session = open()
  expect(session.article(0).resumed).toMatchObject({ made: 1, lost: 0, changed: false })
  const again = start()
  await again.shows('1 accepted')
  writeFileSync(path, `${source}More.\n`)
  await again.press('w', 'changed by someone else; nothing is written: 1 decision kept')
  expect(readFileSync(path, 'utf8')).toBe(`${source}More.\n`)
})

it('asks before it quits with decisions, and keeps them when the answer is no', async () => {
  const { press, shows } = start()
  await shows('⟦[cependant]⟧')
  await press('s', '1 stet')
  await press('q', 'Save your decision?')
  await press('\u001B', '1 stet')
  expect(session.unsaved()).toEqual([0])
})

it('shows help and goes back', async () => {
  const { press, shows } = start()
  await shows('⟦[cependant]⟧')
  await press('?', 'make the first repair')
  await press('x', 'While a text is typed')
  await press('x', 'erase all after')
  await press('x', '⟦[cependant]⟧')
  await press('?', 'make the first repair')
  await press('\u001B', '⟦[cependant]⟧')
})

it('takes keys that came together one by one, and nothing that is pasted for keys', async () => {
  const { press, stdin, shows, lastFrame } = start()
  await shows('⟦[cependant]⟧')
  await press('as', '⟦[les Etats-Unis]⟧')
  stdin.write('\u001B[200~uuwq\u001B[201~')
  await press('e', 'Own text:')
  expect(lastFrame()).toContain('1 accepted, 1 stet')
  stdin.write('\u0015')
  await press('\u001B[200~the United\nStates\u001B[201~', 'the United States▏')
  await press('\u007F\u007F', 'the United Stat▏')
})

it('asks how many are alike, then decides them at once', async () => {
  writeFileSync(path, 'There is [cependant] a reaction.\n\nIt came [cependant] late.\n')
  const { press, shows } = start()
  await shows('⟦[cependant]⟧')
  await press('A', '2 alike in this article: all of them?')
  await press('a', '2 accepted')
  await press('u', '0 accepted')
})

it('goes to the next article and saves both', async () => {
  const second = join(root, 'second.txt')
  writeFileSync(second, 'It came [cependant] late.\n')
  session = open(second)
  const { press, shows } = start()
  await shows('article.txt (1 of 2)')
  await press('a', '1 accepted')
  await press('N', 'second.txt (2 of 2)')
  await press('a', 'All decided')
  await press('w', '2 articles saved')
  expect(readFileSync(path, 'utf8')).toContain('[however]')
  expect(readFileSync(second, 'utf8')).toContain('[however]')
  await press('P', 'article.txt (1 of 2)')
})

it('refuses a second session on the same article', () => {
  session.article(0)
  const folder = join(root, '.stet/review')
  const lock = readdirSync(folder).find((name) => name.endsWith('.lock')) as string
  expect(readFileSync(join(folder, lock), 'utf8')).toBe(String(process.pid))
  // Process 1 runs always, and is not this one.
  writeFileSync(join(folder, lock), '1')
  expect(() => open().article(0)).toThrow('being reviewed in another session')
})
