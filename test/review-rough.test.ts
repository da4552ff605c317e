import { spawnSync } from 'node:child_process'
import {
  closeSync,
  copyFileSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { canMount, mountDisk } from './small-disk.ts'
import { hasTmux, Terminal, type TerminalOptions } from './terminal.ts'

const sample = fileURLToPath(new URL('../examples/sample-article/article.txt', import.meta.url))

// Each starts several processes, perhaps on a busy machine.
vi.setConfig({ testTimeout: 240_000 })

let folder = ''
let terminals: Terminal[] = []

function start(args: string, options: TerminalOptions = {}, where = folder): Terminal {
  const terminal = new Terminal(where, args, options)
  terminals.push(terminal)
  return terminal
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'stet rough-'))
  copyFileSync(sample, join(folder, 'article.txt'))
})

afterEach(() => {
  for (const terminal of terminals) terminal.stop()
  terminals = []
  rmSync(folder, { recursive: true, force: true })
})

/** The process that reviews, as its lock says. */
function reviewer(): number {
  const lock = readdirSync(join(folder, '.stet/review')).find((name) => name.endsWith('.lock')) as string
  return Number(readFileSync(join(folder, '.stet/review', lock), 'utf8'))
}

describe.skipIf(!hasTmux)('the review where things go rough (needs tmux)', () => {
  it('takes a paste of 5,000 characters as text, and keeps it while the terminal is resized', async () => {
    const terminal = start('article.txt')
    await terminal.shows('⟦')
    await terminal.press('e', 'Own text:')
    terminal.send('C-u')
    const words = 'qqq wwww '.repeat(555).trimEnd()
    writeFileSync(join(folder, 'paste'), words)
    terminal.tmux('load-buffer', join(folder, 'paste'))
    terminal.tmux('paste-buffer', '-p', '-t', 'review')
    await terminal.shows('qqq wwww▏')
    for (const [columns, rows, shown] of [
      [40, 12, /wwww ?▏/u],
      [130, 40, /wwww ?▏/u],
      // No room for the text: what the keys do comes first.
      [12, 5, /Enter take\nit Esc back/u],
      [80, 24, /wwww ?▏/u],
    ] as const) {
      terminal.resize(columns, rows)
      await terminal.shows(shown)
    }
    await terminal.shows('Enter take it')
    await terminal.press('Enter', '1 accepted')
    await terminal.press('q', 'Save your decision')
    await terminal.press('y', 'left with 0')
    expect(readFileSync(join(folder, 'article.txt'), 'utf8')).toContain(words)
  })

  it('goes back to the shell on Ctrl-Z and comes back on fg, with what was decided', async () => {
    const terminal = start('--help >/dev/null; PS1="ready> " exec bash --norc --noprofile -i')
    await terminal.shows('ready>')
    const cli = fileURLToPath(new URL('../packages/cli/bin/stet.js', import.meta.url))
    writeFileSync(join(folder, 'run'), `'${process.execPath}' '${cli}' review article.txt\n`)
    terminal.type('. ./run')
    terminal.send('Enter')
    await terminal.shows('⟦')
    await terminal.press('a', '1 accepted')
    await terminal.press('C-z', 'Stopped')
    terminal.type('fg')
    terminal.send('Enter')
    await terminal.shows('1 accepted')
    await terminal.press('a', '2 accepted')
  })

  it('keeps what was decided when the terminal goes away', async () => {
    const terminal = start('article.txt')
    await terminal.shows('⟦')
    await terminal.press('a', '1 accepted')
    process.kill(reviewer(), 'SIGHUP')
    await terminal.shows('left with 129')
    const again = start('article.txt')
    await again.shows('Resumed: 1 decision kept')
  })

  it('lets only one editor at an article, and gives the other the next one', async () => {
    const first = start('article.txt')
    await first.shows('⟦')
    const second = start('article.txt')
    await second.shows(/being\s+reviewed\s+in\s+another\s+session/u)
    await second.shows('left with 2')
    writeFileSync(join(folder, 'second.txt'), 'It came [cependant] late.\n')
    const third = start('.')
    await third.shows('second.txt (1 of 2)')
    await third.press('q', 'left with 3')
    expect(third.screen()).toMatch(/article\.txt is being reviewed in another session/u)
  })

  it('says what is wrong with a file that went away, and lets the editor leave with the decisions kept', async () => {
    const terminal = start('article.txt')
    await terminal.shows('⟦')
    await terminal.press('a', '1 accepted')
    rmSync(join(folder, 'article.txt'))
    await terminal.press('w', /article\.txt: no such file/u)
    await terminal.press('q', 'Save your decision')
    await terminal.press('y', 'n keep for later')
    await terminal.press('n', 'left with 0')
    copyFileSync(sample, join(folder, 'article.txt'))
    await start('article.txt').shows('Resumed: 1 decision kept')
  })

  it('passes by what cannot be read, tells it at the end, and exits with 3', async () => {
    writeFileSync(join(folder, 'a-broken.txt'), Buffer.from([0x63, 0xe9, 0x0a]))
    writeFileSync(join(folder, 'b-clean.txt'), 'The council met on Monday.\n')
    const terminal = start('.')
    await terminal.shows('article.txt (1 of 3)')
    expect(terminal.screen()).toContain('a-broken.txt: is not valid UTF-8')
    await terminal.press('L', 'cannot be read')
    await terminal.press('Escape', '⟦')
    await terminal.press('q', 'left with 3')
    expect(terminal.screen()).toContain('a-broken.txt')
  })

  it('draws signs of unsure width without breaking a line, also after a change in it', async () => {
    writeFileSync(
      join(folder, 'article.txt'),
      '👩‍👩‍👧‍👦 The family 👍🏽 met [cependant] in 北京 with 習近平, e\u0301te\u0301 🇫🇷 ❤️ and so on to the end of it.\n',
    )
    const terminal = start('article.txt')
    await terminal.shows('👩 The family 👍 met ⟦[cependant]⟧ in 北京 with 習近平')
    await terminal.press('a', '1 accepted')
    await terminal.press('u', 'Undone')
    await terminal.shows('👩 The family 👍 met ⟦[cependant]⟧ in 北京 with 習近平')
  })

  it('takes other keys from the configuration, and names a clash before the screen changes', async () => {
    const config = join(folder, 'stet.config.json')
    writeFileSync(config, JSON.stringify({ keys: { accept: 'y', undo: ['ctrl-y', 'Z'] } }))
    const terminal = start('article.txt')
    await terminal.shows('y accept')
    await terminal.press('y', '1 accepted')
    await terminal.press('Z', '0 accepted')
    await terminal.press('q', 'left with 0')
    writeFileSync(config, JSON.stringify({ keys: { accept: 'y', stet: 'y' } }))
    const clash = start('article.txt')
    await clash.shows(/“y” is given to “accept” and to “stet”/u)
    await clash.shows('left with 2')
  })

  it('speaks in words to a screen reader', async () => {
    const terminal = start('article.txt', { env: { INK_SCREEN_READER: 'true' } })
    await terminal.shows(/1: write \S/u)
    expect(terminal.screen()).not.toContain('▱')
    await terminal.press('a', '1 accepted')
  })
})

describe.skipIf(!hasTmux || !canMount)('the review on a bad disk (needs tmux, and the right to mount one)', () => {
  const disk = () => join(folder, 'disk')
  const article = () => readFileSync(join(disk(), 'article.txt'), 'utf8')

  /** Takes all room that is left. */
  function fill(): void {
    const filler = openSync(join(disk(), 'filler'), 'w')
    try {
      for (;;) writeSync(filler, Buffer.alloc(1024))
    } catch (error) {
      expect((error as NodeJS.ErrnoException).code).toBe('ENOSPC')
    } finally {
      closeSync(filler)
    }
  }

  beforeEach(() => {
    expect(mountDisk(disk(), 64)).toBe(true)
    copyFileSync(sample, join(disk(), 'article.txt'))
  })

  afterEach(() => {
    for (const terminal of terminals) terminal.stop()
    spawnSync('umount', ['-l', disk()])
  })

  it('that is full: the article stays as it was, the decisions stay, and with room again both are saved', async () => {
    const before = article()
    const terminal = start('article.txt', {}, disk())
    await terminal.shows('⟦')
    await terminal.press('a', '1 accepted')
    await terminal.press('a', '2 accepted')
    fill()
    await terminal.press('w', 'no space left on the disk. What is not saved is kept')
    expect(article()).toBe(before)
    rmSync(join(disk(), 'filler'))
    await terminal.press('w', 'Saved')
    expect(article()).not.toBe(before)
    await terminal.press('q', 'left with 0')
  })

  it('that is full: a decision that cannot be recorded does not count, and what was typed stays', async () => {
    const terminal = start('article.txt', {}, disk())
    await terminal.shows('⟦')
    await terminal.press('a', '1 accepted')
    fill()
    await terminal.press('e', 'Own text:')
    terminal.send('C-u')
    // Longer than the room that is left in the block of the record.
    writeFileSync(join(folder, 'paste'), 'qqq wwww '.repeat(555).trimEnd())
    terminal.tmux('load-buffer', join(folder, 'paste'))
    terminal.tmux('paste-buffer', '-p', '-t', 'review')
    await terminal.shows('qqq wwww▏')
    await terminal.press('Enter', 'no space left on the disk')
    await terminal.shows('1 accepted')
    rmSync(join(disk(), 'filler'))
    await terminal.press('Enter', '2 accepted')
    terminal.send('C-c')
    await terminal.shows('left with')
    const again = start('article.txt', {}, disk())
    await again.shows('2 accepted')
  })

  it('with a file that nobody may change: it says so, and keeps the decisions', async () => {
    const path = join(folder, 'article.txt')
    const before = readFileSync(path, 'utf8')
    if (spawnSync('chattr', ['+i', path]).status !== 0) return
    try {
      const terminal = start('article.txt')
      await terminal.shows('⟦')
      await terminal.press('a', '1 accepted')
      await terminal.press('w', 'article.txt: no permission. What is not saved is kept')
      expect(readFileSync(path, 'utf8')).toBe(before)
      terminal.send('C-c')
      await terminal.shows('left with')
      await start('article.txt').shows('1 accepted')
    } finally {
      spawnSync('chattr', ['-i', path])
    }
  })

  it('that may only be read: one line, and nothing else', async () => {
    expect(spawnSync('mount', ['-o', 'remount,ro', disk()]).status).toBe(0)
    const terminal = start('article.txt', {}, disk())
    await terminal.shows('left with')
    expect(terminal.screen()).toMatch(/^stet: article\.txt: .*read-only.*\nleft with [23]\n/su)
  })
})
