import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import {
  createChecker,
  decide,
  parseDecisions,
  type ReviewEvent,
  replayReview,
  reviewedText,
  startReview,
} from '@stet/core'
import { expect, it, vi } from 'vitest'

const cli = fileURLToPath(new URL('../packages/cli/bin/stet.js', import.meta.url))
const hasTmux = spawnSync('tmux', ['-V']).status === 0
const checker = createChecker()
const names = 'mayor bus letter train judge boat choir plane nurse clerk miner baker pilot guard goalkeeper'.split(' ')
const source = names
  .map((name) => `The ${name} came [cependant] late, and [toujours] by the ${name} road.\n\n`)
  .join('')

/** Numbers from 0 to 1, the same in every run (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** A review of one article in a terminal of its own; it can be killed and started again. */
class Desk {
  readonly folder = mkdtempSync(join(tmpdir(), 'stet-killed-'))
  readonly article = join(this.folder, 'article.txt')
  #socket = ''
  #starts = 0

  constructor() {
    writeFileSync(this.article, source)
  }

  #tmux(...args: string[]): string {
    return execFileSync('tmux', ['-S', this.#socket, ...args], { encoding: 'utf8' })
  }

  screen(): string {
    return this.#tmux('capture-pane', '-p', '-t', 'review')
  }

  shows(text: string | RegExp): Promise<void> {
    return vi.waitFor(() => expect(this.screen()).toMatch(text), { timeout: 30_000, interval: 20 })
  }

  async start(): Promise<void> {
    this.#socket = join(this.folder, `tmux${this.#starts++}`)
    const command = `'${process.execPath}' '${cli}' review article.txt; echo "left with $?"; cat`
    const size = ['-x', '100', '-y', '30', '-c', this.folder]
    this.#tmux('-f', '/dev/null', 'new-session', '-d', '-s', 'review', ...size, command)
    await this.shows(/\d+ stet/u)
  }

  send(key: string): void {
    this.#tmux('send-keys', '-t', 'review', key)
  }

  /** Sends a key and waits until it is done with: the help comes after it. */
  async press(key: string): Promise<void> {
    this.send(key)
    this.send('?')
    await this.shows('make the first repair')
    this.send('Escape')
    await this.shows(/\d+ stet/u)
    await vi.waitFor(() => expect(this.screen()).not.toContain('make the first repair'), { timeout: 30_000 })
  }

  async kill(): Promise<void> {
    const lock = this.#left('.lock') as string
    process.kill(Number(readFileSync(lock, 'utf8')), 'SIGKILL')
    await this.shows('left with')
    this.stop()
  }

  stop(): void {
    spawnSync('tmux', ['-S', this.#socket, 'kill-server'])
  }

  #left(extension: string): string | undefined {
    const folder = join(this.folder, '.stet/review')
    const name = readdirSync(folder).find((each) => each.endsWith(extension))
    return name === undefined ? undefined : join(folder, name)
  }

  decisions(): ReturnType<typeof parseDecisions> {
    const path = join(this.folder, '.stet/decisions.jsonl')
    return existsSync(path) ? parseDecisions(readFileSync(path, 'utf8'), path) : []
  }

  /** All that is decided, in the files or not yet. */
  decided(): number {
    const [, accepted, stet] = /(\d+) accepted, (\d+) stet/u.exec(this.screen()) ?? []
    return Number(accepted) + Number(stet) + this.decisions().length
  }

  /** What the article is to become when it is saved now. */
  repaired(): string {
    const source = readFileSync(this.article, 'utf8')
    const journal = this.#left('.jsonl')
    if (journal === undefined) return source
    const events = readFileSync(journal, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as ReviewEvent)
      .filter(({ fingerprints }) => fingerprints !== undefined)
    const { findings } = decide(checker.check(source), 'article.txt', this.decisions()).result
    return reviewedText(replayReview(startReview(source, findings), events).review)
  }
}

it.skipIf(!hasTmux)(
  'loses nothing that was decided when it is killed at any key; the article is the old or the new one',
  async () => {
    const desk = new Desk()
    const random = randomFrom(5)
    const keys = ['a', 'a', 's', 'd', 'u', 'U', 'j', 'k', 'n', 'w']
    const kills = new Set(Array.from({ length: 6 }, (_, index) => 4 + index * 6 + Math.floor(random() * 5)))
    try {
      await desk.start()
      for (let number = 0; number < 42; number++) {
        const chosen = keys[Math.floor(random() * keys.length)] as string
        // A save is where most could go wrong: every other kill hits one.
        const key = kills.has(number) && kills.size % 2 === [...kills].indexOf(number) % 2 ? 'w' : chosen
        if (!kills.has(number)) {
          await desk.press(key)
          continue
        }
        const decided = desk.decided()
        const before = readFileSync(desk.article, 'utf8')
        const after = desk.repaired()
        // Sometimes before the key comes in, sometimes while it is worked on, sometimes after it.
        desk.send(key)
        for (let wait = Math.floor(random() * 4); wait > 0; wait--) desk.screen()
        await desk.kill()
        expect([before, key === 'w' ? after : before]).toContain(readFileSync(desk.article, 'utf8'))
        await desk.start()
        expect(desk.screen()).not.toContain('no longer fit')
        const now = desk.decided()
        expect(now).toBeGreaterThanOrEqual(key === 'u' ? decided - 1 : decided)
        expect(now).toBeLessThanOrEqual(decided + 1)
      }
    } finally {
      desk.stop()
      rmSync(desk.folder, { recursive: true, force: true })
    }
  },
  120_000,
)
