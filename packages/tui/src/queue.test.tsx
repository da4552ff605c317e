import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createChecker, parseGlossary } from '@stet/core'
import { render } from 'ink-testing-library'
import stringWidth from 'string-width'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { App } from './app.tsx'
import { keymap } from './keys.ts'
import { ListScreen } from './list-screen.tsx'
import { queueLines } from './queue.ts'
import { Session } from './session.ts'
import { optionsFor } from './testing.ts'

const texts = {
  'one.txt': 'There is [cependant] a reaction.\n\nIt came [cependant] late.\n',
  'two.txt': 'It rained.\n\nIt came [cependant] late. He met [toujours] him.\n',
  'three.txt': 'Nothing is wrong here.\n',
}
let checker = createChecker()
let root = ''
let session: Session

const file = (name: string): string => join(root, name)
const settled = (name: string): string => readFileSync(join(root, '.stet', name), 'utf8')
function renew(): void {
  const keep = existsSync(join(root, '.stet/keep.txt')) ? settled('keep.txt').trim().split('\n') : []
  const glossary = existsSync(join(root, '.stet/glossary.tsv')) ? parseGlossary(settled('glossary.tsv')) : []
  checker = createChecker({ keep, glossary })
}

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'stet-'))
  for (const [name, text] of Object.entries(texts)) writeFileSync(file(name), text)
  checker = createChecker()
  session = new Session(optionsFor(root, Object.keys(texts).map(file), { checker: () => checker }), renew)
})

afterEach(() => {
  session.close()
  rmSync(root, { recursive: true })
})

function start() {
  const app = render(<App session={session} keys={keymap()} />)
  const shows = (text: string | RegExp) => vi.waitFor(() => expect(app.lastFrame()).toMatch(text))
  const press = async (key: string, text: string | RegExp) => {
    app.stdin.write(key)
    await shows(text)
  }
  return { ...app, shows, press }
}

it('lists the articles, worst first or by name, filters and opens', async () => {
  const { press, shows, lastFrame } = start()
  await shows('one.txt')
  await press('L', /3 articles, 4 open[\s\S]*2 of 2 open/u)
  expect(lastFrame()?.indexOf('one.txt')).toBeLessThan(lastFrame()?.indexOf('three.txt') ?? 0)
  await press('t', /one.txt[\s\S]*three.txt[\s\S]*two.txt/u)
  await press('/', '/▏')
  await press('major open', '2 of 3 articles')
  await press('\r', 'Enter open')
  await press('G', '▸ two.txt')
  await press('\r', /two.txt \(2 of 3\)[\s\S]*⟦\[cependant\]⟧/u)
})

it('decides all alike in every article as one step, and takes it back as one', async () => {
  for (let index = 0; index < session.count; index++) session.survey(index)
  const { press, shows } = start()
  await shows('one.txt')
  await press('A', '2 alike in this article (a, s), 1 more in 1 other article')
  await press('A', '3 decided')
  expect(session.unsaved()).toEqual([0, 1])
  await press('u', 'Undone')
  expect(session.unsaved()).toEqual([])
  await press('U', 'Made again')
  expect(session.unsaved()).toEqual([0, 1])
  await press('w', '2 articles saved')
  for (const name of ['one.txt', 'two.txt']) expect(readFileSync(file(name), 'utf8')).not.toContain('cependant')
  expect(session.saved).toEqual({ accepted: 3, own: 0, stet: 0 })
})

it('undoes what was decided in another article, and shows it', async () => {
  const { press, shows } = start()
  await shows('one.txt')
  await press('a', '1 accepted')
  await press('N', 'two.txt')
  await press('u', /one.txt[\s\S]*Undone in one.txt/u)
})

it('keeps words for good: in this article and in the others', async () => {
  const { press, shows } = start()
  await shows('one.txt')
  await press('K', 'Let “[cependant]” stand in every article')
  await press('y', 'stands from now on')
  expect(settled('keep.txt')).toBe('[cependant]\n')
  await press('L', '3 articles, 1 open')
})

it('offers an own text for the glossary, and uses it at once', async () => {
  writeFileSync(file('one.txt'), 'Vladimir Poutine spoke.\n')
  writeFileSync(file('two.txt'), 'Then Vladimir Poutine spoke again.\n')
  const { press, shows, stdin } = start()
  await shows('⟦')
  const words = session.review(0).findings[0]?.actual ?? ''
  await press('e', 'Own text')
  stdin.write('\u0015')
  await press('President Putin', 'President Putin▏')
  await press('\r', `Remember “${words}” → “President Putin”`)
  await press('y', 'Remembered')
  expect(settled('glossary.tsv')).toBe(`${words}\tPresident Putin\n`)
  await press('N', /two.txt[\s\S]*1 .*President Putin/u)
})

it('records a reason, comes back to what was deferred', async () => {
  const { press, shows, stdin } = start()
  await shows('one.txt')
  await press('d', '1 deferred')
  await press('S', 'Why it stands')
  stdin.write('a quotation')
  await press('\r', '1 stet')
  await press('s', 'All decided')
  await press('w', 'Saved')
  expect(settled('decisions.jsonl')).toContain('"reason":"a quotation"')
})

it('tells at once what an own text brings in', async () => {
  const { press, shows, stdin } = start()
  await shows('one.txt')
  await press('e', 'Own text')
  stdin.write('\u0015')
  await press('[toujours]', '▏')
  await press('\r', 'Now found: “[toujours]”')
})

it.each([
  [40, 12],
  [80, 24],
  [200, 60],
])('fits the list into %ix%i', (columns, rows) => {
  for (let index = 0; index < session.count; index++) session.survey(index)
  const few = queueLines(session, { filter: '', byName: false })
  const lines = Array.from({ length: 500 }, (_, index) => ({
    ...(few[index % 3] as (typeof few)[0]),
    name: `a long name 習近平 ${index}`.repeat(4),
    index,
  }))
  const { lastFrame, unmount } = render(
    <ListScreen
      lines={lines}
      cursor={250}
      row={3}
      total={500}
      checked={400}
      columns={columns}
      rows={rows}
      filter="x"
      keys="Enter open"
      message="done"
    />,
  )
  const shown = (lastFrame() ?? '').split('\n')
  unmount()
  expect(shown.length).toBeLessThan(rows)
  expect(shown.some((line) => line.startsWith('▸'))).toBe(true)
  for (const line of shown) expect(stringWidth(line)).toBeLessThanOrEqual(columns)
})

it('draws before it checks; takes what is typed ahead; passes what is clean, held or broken by', async () => {
  const names = ['clean.txt', 'held.txt', 'broken.txt', 'one.txt', 'two.txt']
  writeFileSync(file('clean.txt'), texts['three.txt'])
  writeFileSync(file('held.txt'), texts['one.txt'])
  writeFileSync(file('broken.txt'), Buffer.from([0xe9]))
  const other = new Session(optionsFor(root, [file('held.txt')]))
  other.article(0)
  const locks = join(root, '.stet/review')
  const lock = readdirSync(locks).find((name) => name.endsWith('.lock')) as string
  // Process 1 runs always, and is not this one.
  writeFileSync(join(locks, lock), '1')
  let checks = 0
  const counting = (): ReturnType<typeof createChecker> => {
    checks++
    return checker
  }
  const mine = new Session(optionsFor(root, names.map(file), { checker: counting }))
  const app = render(<App session={mine} keys={keymap()} />)
  expect(app.lastFrame()).toContain('Reading…')
  expect(checks).toBe(0)
  app.stdin.write('s')
  await vi.waitFor(() => expect(app.lastFrame()).toMatch(/one\.txt \(1 of 5\)[\s\S]*1 stet/u))
  app.stdin.write('N')
  await vi.waitFor(() => expect(app.lastFrame()).toContain('two.txt (2 of 5)'))
  app.stdin.write('P')
  await vi.waitFor(() => expect(app.lastFrame()).toContain('one.txt (1 of 5)'))
  expect(mine.failures.join()).toMatch(/held\.txt is being reviewed.*broken\.txt: is not valid/u)
  expect(readdirSync(locks).filter((name) => name.endsWith('.lock'))).toHaveLength(3)
  mine.close()
})

it('opens the worst first where a list knows the scores, and says where nothing is to be marked', async () => {
  const scores = optionsFor(root, Object.keys(texts).map(file)).map((options, index) => ({
    ...options,
    score: 50 - index,
  }))
  const byList = new Session(scores)
  const app = render(<App session={byList} keys={keymap()} />)
  await vi.waitFor(() => expect(app.lastFrame()).toContain('two.txt (1 of 3)'))
  byList.close()
  const clean = new Session(optionsFor(root, [file('three.txt')]))
  const quiet = render(<App session={clean} keys={keymap()} />)
  await vi.waitFor(() => expect(quiet.lastFrame()).toContain('Nothing to mark'))
  clean.close()
})

it('keeps the row that the eye is on while the order settles', () => {
  for (let index = 0; index < session.count; index++) session.survey(index)
  const [line] = queueLines(session, { filter: '', byName: false })
  const lines = Array.from({ length: 100 }, (_, index) => ({
    ...(line as NonNullable<typeof line>),
    name: `${index}`,
    index,
  }))
  const rowOf = (cursor: number): number => {
    const { lastFrame, unmount } = render(
      <ListScreen
        {...{
          lines,
          cursor,
          row: 5,
          total: 100,
          checked: 50,
          columns: 80,
          rows: 24,
          filter: '',
          keys: '',
          message: '',
        }}
      />,
    )
    const row = (lastFrame() ?? '').split('\n').findIndex((shown) => shown.startsWith('▸'))
    unmount()
    return row
  }
  expect([40, 50, 60].map(rowOf)).toEqual([6, 6, 6])
})

it('goes on with the article that was left unfinished', async () => {
  session.article(1)
  session.step(1, { type: 'choose', choice: { kind: 'stet' } })
  session.close()
  session = new Session(optionsFor(root, Object.keys(texts).map(file)))
  const { shows } = start()
  await shows(/two\.txt \(1 of 3\)[\s\S]*Resumed: 1 decision kept/u)
})

it('does not wait for the articles that are not read yet, and says how many they are', () => {
  session.article(0)
  expect(session.alikeElsewhere(0).count).toBe(0)
  session.survey(1)
  expect(session.alikeElsewhere(0)).toEqual({ articles: [1], count: 1 })
})
