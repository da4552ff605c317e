import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createChecker, parseDecisions } from '@stet/core'
import { expect, it, vi } from 'vitest'
import { Commands } from './commands.ts'
import { emptyDesk } from './desk.ts'
import { keymap, type Pressed } from './keys.ts'
import { press } from './press.ts'
import { Session } from './session.ts'

const cli = fileURLToPath(new URL('../../cli/bin/stet.js', import.meta.url))
const hasTmux = spawnSync('tmux', ['-V']).status === 0
const checker = createChecker()
const articles = ['one.txt', 'two.txt']
const names = 'mayor bus letter train judge boat choir plane nurse clerk miner baker pilot guard goalkeeper'.split(' ')
const source = names
  .map((name) => `The ${name} came [cependant] late, and [toujours] by the ${name} road.\n\n`)
  .join('')

const kills = 20
const keysEach = 10
/** Mostly decisions; a save is where most could go wrong. A question and its answer go together. */
const keys = ['a', 'a', 's', 'd', 'n', 'u', 'U', 'j', 'k', 'N', 'P', 'A a', 'w', 'w']

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

function sessionIn(folder: string): Session {
  const read = (path: string): string => readFileSync(path, 'utf8')
  const now = (): string => '2026-01-01T00:00:00.000Z'
  const common = { root: folder, format: 'text', checker: () => checker, rules: () => '', read, now } as const
  return new Session(articles.map((name) => ({ ...common, path: join(folder, name) })))
}

/** A copy of all that is on the disk, but for the locks. */
function copyOf(folder: string): string {
  const copy = mkdtempSync(join(tmpdir(), 'stet-copy-'))
  for (const name of articles) cpSync(join(folder, name), join(copy, name))
  const left = join(folder, '.stet')
  if (existsSync(left))
    cpSync(left, join(copy, '.stet'), { recursive: true, filter: (path) => !path.endsWith('.lock') })
  return copy
}

/** What the next review finds on the disk, by article: its text, what is chosen and not saved, what is decided for good. */
function stateOf(folder: string): string[] {
  const copy = copyOf(folder)
  const session = sessionIn(copy)
  const chosen = articles.map((_, index) => {
    const { findings, choices } = session.review(index)
    return [...choices].map(([at, choice]) => [findings[at]?.fingerprint, choice]).sort()
  })
  session.close()
  const path = join(copy, '.stet/decisions.jsonl')
  const decisions = existsSync(path) ? parseDecisions(readFileSync(path, 'utf8'), path) : []
  const states = articles.map((name, index) => {
    const settled = decisions
      .filter(({ doc }) => doc === name)
      .map(({ fingerprint, verdict }) => [fingerprint, verdict])
    return JSON.stringify([readFileSync(join(copy, name), 'utf8'), chosen[index], settled])
  })
  rmSync(copy, { recursive: true })
  return states
}

/** The states that the keys lead through, from the first to the last: the review without terminal and process. */
function statesThrough(folder: string, pressed: readonly Pressed[]): string[][] {
  const copy = copyOf(folder)
  const session = sessionIn(copy)
  const terminal = { exit: () => undefined, suspend: async () => undefined, draw: () => undefined }
  const map = keymap()
  const commands = new Commands(session, emptyDesk(), map, terminal)
  while (!commands.open());
  const states = [stateOf(copy)]
  for (const key of pressed) {
    for (const each of key.split(' ')) press(commands, map, each, { helpPages: 1, listHeight: 10, turned: () => 0 })
    states.push(stateOf(copy))
  }
  session.close()
  rmSync(copy, { recursive: true })
  return states
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

/** A review in a terminal of its own; it can be killed and started again. */
class Desk {
  readonly folder = mkdtempSync(join(tmpdir(), 'stet-killed-'))
  #socket = ''
  #starts = 0

  constructor() {
    mkdirSync(join(this.folder, '.stet'))
    for (const name of articles) writeFileSync(join(this.folder, name), source)
  }

  #tmux(...args: string[]): string {
    return execFileSync('tmux', ['-S', this.#socket, ...args], { encoding: 'utf8' })
  }

  screen(): string {
    return this.#tmux('capture-pane', '-p', '-t', 'review')
  }

  shows(text: string | RegExp): Promise<void> {
    return vi.waitFor(() => expect(this.screen()).toMatch(text), { timeout: 60_000, interval: 20 })
  }

  async start(): Promise<void> {
    this.#socket = join(this.folder, `tmux${this.#starts++}`)
    // No shell that would echo the command: what is on the screen is the review's.
    const command = `'${process.execPath}' '${cli}' review ${articles.join(' ')}; echo "left with $?"; exec cat`
    const size = ['-x', '100', '-y', '30', '-c', this.folder]
    this.#tmux('-f', '/dev/null', 'new-session', '-d', '-s', 'review', ...size, command)
    await this.shows(/\d+ accepted, \d+ stet/u)
  }

  send(key: string): void {
    this.#tmux('send-keys', '-t', 'review', ...key.split(' '))
  }

  /** Waits until all keys are done with: the help comes after them. */
  async settle(): Promise<void> {
    this.send('?')
    await this.shows('make the first repair')
    this.send('Escape')
    await this.shows(/\d+ accepted, \d+ stet/u)
    await vi.waitFor(() => expect(this.screen()).not.toContain('make the first repair'), { timeout: 60_000 })
  }

  async kill(): Promise<void> {
    const folder = join(this.folder, '.stet/review')
    // The other article may still have the lock of a process that was killed before.
    const processes = readdirSync(folder)
      .filter((name) => name.endsWith('.lock'))
      .map((name) => Number(readFileSync(join(folder, name), 'utf8')))
    process.kill(processes.find(isAlive) as number, 'SIGKILL')
    await this.shows('left with')
    this.stop()
  }

  stop(): void {
    spawnSync('tmux', ['-S', this.#socket, 'kill-server'])
  }
}

it.skipIf(!hasTmux)(
  `loses nothing in ${kills * keysEach} keys with a kill -9 at ${kills} of them: the disk holds what the keys before it made`,
  async () => {
    const desk = new Desk()
    const random = randomFrom(5)
    try {
      for (let round = 0; round < kills; round++) {
        const pressed = Array.from({ length: keysEach }, () => keys[Math.floor(random() * keys.length)] as string)
        // Every other round the last key is a save.
        if (round % 2 === 1) pressed[keysEach - 1] = 'w'
        const states = statesThrough(desk.folder, pressed)
        await desk.start()
        // Some keys are done with for certain; the kill comes somewhere among the others, or after them.
        const done = Math.floor(random() * keysEach)
        for (const key of pressed.slice(0, done)) desk.send(key)
        await desk.settle()
        for (const key of pressed.slice(done)) desk.send(key)
        for (let wait = Math.floor(random() * 6); wait > 0; wait--) desk.screen()
        await desk.kill()
        // Articles are saved one after the other: a kill may come between them.
        for (const [article, now] of stateOf(desk.folder).entries()) {
          const could = states.slice(done).map((state) => state[article])
          expect(could, `round ${round}: ${pressed.join(', ')}; killed after ${done} were done with`).toContain(now)
        }
      }
    } finally {
      desk.stop()
      rmSync(desk.folder, { recursive: true, force: true })
    }
  },
  600_000,
)
