import { execFileSync, spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'

const cli = fileURLToPath(new URL('../packages/cli/bin/stet.js', import.meta.url))
const sample = fileURLToPath(new URL('../examples/sample-article/article.txt', import.meta.url))
const hasTmux = spawnSync('tmux', ['-V']).status === 0

let folder = ''
let article = ''
let socket = ''

const tmux = (...args: string[]): string => execFileSync('tmux', ['-S', socket, ...args], { encoding: 'utf8' })
const screen = (): string => tmux('capture-pane', '-p', '-t', 'review')
const shows = (text: string | RegExp) =>
  vi.waitFor(() => expect(screen()).toMatch(text), { timeout: 30_000, interval: 50 })
const press = async (key: string, text: string | RegExp) => {
  tmux('send-keys', '-t', 'review', key)
  await shows(text)
}

/** The screen once two looks at it agree: what a key changes may come in more than one piece. */
async function settled(): Promise<string> {
  let last = ''
  await vi.waitFor(
    () => {
      const now = screen()
      const before = last
      last = now
      expect(now).toBe(before)
    },
    { timeout: 30_000, interval: 50 },
  )
  return last
}

let servers = 0

/** The process that reviews, as its lock says. */
function reviewer(): number {
  const lock = readdirSync(join(folder, '.stet/review')).find((name) => name.endsWith('.lock')) as string
  return Number(readFileSync(join(folder, '.stet/review', lock), 'utf8'))
}

function start(columns: number, rows: number): void {
  // A server that is just leaving would take the next one with it: each has its own socket.
  socket = join(folder, `tmux${servers++}`)
  // Not typed into a shell: its echo of the command would stand on the screen before the review does.
  tmux(
    ...['-f', '/dev/null', 'new-session', '-d', '-s', 'review', '-c', folder],
    ...['-x', String(columns), '-y', String(rows)],
    ...['-e', 'CI=1', '-e', 'EDITOR=perl -pi -e s/unbridled/unbound/'],
    `'${process.execPath}' '${cli}' review article.txt; echo "left with $?"; exec cat`,
  )
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stet review-'))
  article = join(folder, 'article.txt')
  copyFileSync(sample, article)
})

afterEach(() => {
  spawnSync('tmux', ['-S', socket, 'kill-server'])
  rmSync(folder, { recursive: true, force: true })
})

describe.skipIf(!hasTmux)('the review in a real terminal (needs tmux)', () => {
  it.each([
    [80, 24],
    [40, 12],
    [200, 60],
  ])(
    'accepts, lets stand, takes an own text, undoes, survives kill -9, goes on and saves at %ix%i',
    async (columns, rows) => {
      const before = readFileSync(article, 'utf8')
      start(columns, rows)
      await shows('⟦')
      expect(
        screen()
          .split('\n')
          .every((line) => line.length <= columns),
      ).toBe(true)
      await press('a', '2/')
      await press('s', '3/')
      await press('u', '2/')
      await press('e', 'Own text:')
      tmux('send-keys', '-t', 'review', 'C-u')
      await press('MYWORDS', 'MYWORDS')
      await press('Enter', '3/')

      // The machine fails: nothing is asked, nothing is said.
      process.kill(reviewer(), 'SIGKILL')
      await shows('left with')
      expect(readFileSync(article, 'utf8')).toBe(before)
      spawnSync('tmux', ['-S', socket, 'kill-server'])

      start(columns, rows)
      await shows('Resumed: 2 decisions')
      await press('s', /4\/|All decided/u)
      await press('q', /Save your 3 decisions/u)
      await press('y', 'left with 0')
      const after = readFileSync(article, 'utf8')
      expect(after).toContain('MYWORDS')
      expect(after).not.toBe(before)
      const decisions = readFileSync(join(folder, '.stet/decisions.jsonl'), 'utf8').trim().split('\n')
      expect(decisions).toHaveLength(3)
      expect(decisions.filter((line) => line.includes('"verdict":"stet"'))).toHaveLength(1)
      expect(readdirSync(join(folder, '.stet/review'))).toEqual([])
    },
  )

  it('loses nothing on Ctrl-C, and leaves what someone else wrote', async () => {
    start(80, 24)
    await shows('⟦')
    await press('a', '2/')
    await press('C-c', 'left with 0')
    expect(existsSync(join(folder, '.stet/decisions.jsonl'))).toBe(false)
    writeFileSync(article, `${readFileSync(article, 'utf8')}\n\nA new line by someone else.\n`)
    spawnSync('tmux', ['-S', socket, 'kill-server'])
    start(80, 24)
    await shows(/Resumed: 1 decision.*changed meanwhile/u)
    await press('q', 'Save')
    await press('y', 'left with 0')
    expect(readFileSync(article, 'utf8')).toContain('A new line by someone else.')
  })

  it.each([
    [40, 12],
    [80, 24],
    [200, 60],
  ])('draws the finding, the help and the list as they are kept at %ix%i', async (columns, rows) => {
    const golden = (name: string) => `screens/${columns}x${rows}-${name}.txt`
    start(columns, rows)
    await shows('⟦')
    await expect(await settled()).toMatchFileSnapshot(golden('finding'))
    await press('e', 'Own text:')
    await expect(await settled()).toMatchFileSnapshot(golden('own-text'))
    await press('Escape', /a accept/u)
    await press('?', /make the first repair/u)
    await expect(await settled()).toMatchFileSnapshot(golden('help'))
  })

  it('opens the editor on the paragraph alone, and keeps what was decided elsewhere', async () => {
    start(80, 24)
    await shows('⟦')
    await press('a', '2/')
    await press('E', 'Read again: 1 decision kept')
    const text = readFileSync(article, 'utf8')
    expect(text.match(/unbound/gu)).toHaveLength(1)
    expect(text.length).toBe(readFileSync(sample, 'utf8').length - 'unbridled'.length + 'unbound'.length)
  })

  it('loses nothing on SIGTERM, and gives the terminal back', async () => {
    start(80, 24)
    await shows('⟦')
    await press('a', '2/')
    process.kill(reviewer(), 'SIGTERM')
    await shows('left with 143')
    expect(screen()).not.toContain('⟦')
    spawnSync('tmux', ['-S', socket, 'kill-server'])
    start(80, 24)
    await shows('Resumed: 1 decision kept')
  })

  it('opens the editor on the article, and keeps the decisions that still fit', async () => {
    start(80, 24)
    await shows('⟦')
    await press('a', '2/')
    await press('o', 'Read again: 1 decision kept; the article changed meanwhile')
    expect(readFileSync(article, 'utf8')).toContain('unbound expansion')
    await press('w', 'Saved')
    expect(readFileSync(article, 'utf8')).toContain('unbound expansion')
  })
})

it('without a terminal: prints the report and exits with 2', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, 'review', article], { encoding: 'utf8' })
  expect(status).toBe(2)
  expect(stdout).toContain('bracketed-source')
  expect(stderr).toContain('needs a terminal')
})
