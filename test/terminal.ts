import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, vi } from 'vitest'

const cli = fileURLToPath(new URL('../packages/cli/bin/stet.js', import.meta.url))

export const hasTmux = spawnSync('tmux', ['-V']).status === 0

export interface TerminalOptions {
  readonly columns?: number
  readonly rows?: number
  readonly env?: Readonly<Record<string, string>>
}

/** `stet review` in a terminal of its own. */
export class Terminal {
  // A server that is just leaving would take the next one with it: each has its own socket.
  readonly #folder = mkdtempSync(join(tmpdir(), 'stet-tmux-'))
  readonly #socket = join(this.#folder, 'socket')

  /** Starts the review in a folder. No shell that would echo the command: what is on the screen is the review's. */
  constructor(folder: string, args: string, { columns = 80, rows = 24, env = {} }: TerminalOptions = {}) {
    this.tmux(
      ...['-f', '/dev/null', 'new-session', '-d', '-s', 'review', '-c', folder],
      ...['-x', String(columns), '-y', String(rows)],
      ...Object.entries(env).flatMap(([name, value]) => ['-e', `${name}=${value}`]),
      `'${process.execPath}' '${cli}' review ${args}; echo "left with $?"; exec cat`,
    )
  }

  tmux(...args: string[]): string {
    return execFileSync('tmux', ['-S', this.#socket, ...args], { encoding: 'utf8' })
  }

  screen(...options: string[]): string {
    return this.tmux('capture-pane', '-p', ...options, '-t', 'review')
  }

  send(...keys: string[]): void {
    this.tmux('send-keys', '-t', 'review', ...keys)
  }

  /** Types letters as they are. */
  type(text: string): void {
    this.tmux('send-keys', '-t', 'review', '-l', text)
  }

  shows(text: string | RegExp): Promise<void> {
    return vi.waitFor(() => expect(this.screen()).toMatch(text), { timeout: 60_000, interval: 30 })
  }

  async press(key: string, text: string | RegExp): Promise<void> {
    this.send(key)
    await this.shows(text)
  }

  resize(columns: number, rows: number): void {
    this.tmux('resize-window', '-t', 'review', '-x', String(columns), '-y', String(rows))
  }

  stop(): void {
    spawnSync('tmux', ['-S', this.#socket, 'kill-server'])
    rmSync(this.#folder, { recursive: true, force: true })
  }
}
