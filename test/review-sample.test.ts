import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { hasTmux, Terminal } from './terminal.ts'

const sample = fileURLToPath(new URL('../examples/sample-article/article.txt', import.meta.url))

/** What an editor would type for these, rather than take the repair. */
const own: Readonly<Record<string, string>> = {
  'had reported, that day': 'according to the US secretary of state',
  'Chamber of Deputies': 'Bundestag',
  'declared the number three': 'said the State Department’s number three',
}

it.skipIf(!hasTmux)(
  'the sample article, from the first finding to the saved file, by the keys at the foot of the screen',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'stet-sample-'))
    const article = join(folder, 'article.txt')
    copyFileSync(sample, article)
    const terminal = new Terminal(folder, 'article.txt')
    const written: string[] = []
    let keys = 0
    try {
      await terminal.shows('⟦')
      expect(terminal.screen()).toMatch(/a accept.*e own.*s stet.*w save.*q quit/u)
      const counts = (): string => /\d+ accepted, \d+ stet/u.exec(terminal.screen())?.[0] ?? ''
      const changed = async (from: string): Promise<void> => {
        const open = /\d+ accepted, \d+ stet/u
        await terminal.shows(open)
        await expect.poll(counts, { timeout: 60_000, interval: 30 }).not.toBe(from)
      }
      for (;;) {
        const screen = terminal.screen()
        if (/ 0 open/u.test(screen)) break
        const before = counts()
        const marked = (/⟦([^⟧]*)⟧/u.exec(screen)?.[1] ?? '').replace(/\s+/gu, ' ')
        const text = Object.entries(own).find(([words]) => marked.startsWith(words))?.[1]
        if (text !== undefined) {
          await terminal.press('e', 'Own text:')
          terminal.send('C-u')
          terminal.type(text)
          await terminal.shows(new RegExp(`${text.slice(-8)}▏`, 'u'))
          terminal.send('Enter')
          await changed(before)
          written.push(`e Ctrl-U “${text}” Enter`)
          keys += 3 + text.length
        } else {
          const key = screen.includes('No repair is known') ? 's' : 'a'
          terminal.send(key)
          await changed(before)
          written.push(key)
          keys++
        }
      }
      await terminal.press('q', 'Save your')
      await terminal.press('y', 'left with 0')
      written.push('q', 'y')
      keys += 2
    } finally {
      terminal.stop()
    }
    // Three minutes are 180 seconds: two for each of some ninety keys, most of them letters of the own texts.
    await expect(`${written.join('\n')}\n\n${keys} keys\n`).toMatchFileSnapshot('screens/sample-keys.txt')
    await expect(readFileSync(article, 'utf8')).toMatchFileSnapshot('screens/sample-reviewed.txt')
    rmSync(folder, { recursive: true })
  },
  300_000,
)
