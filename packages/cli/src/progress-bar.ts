import type { RunListener, RunProgress } from '@stet/archive'
import { say } from './outcome.ts'

const barCells = 24
const secondsBetweenLines = 10
const mostFailuresSaid = 20

/** Shows on standard error how a run goes: one line that changes in a terminal, a line now and then elsewhere. */
export class ProgressBar implements RunListener {
  readonly #quiet: boolean
  readonly #live = process.stderr.isTTY === true && process.env['TERM'] !== 'dumb'
  #total = 0
  #done = 0
  #began = 0
  #shown = Number.NEGATIVE_INFINITY
  #failures = 0

  constructor(quiet: boolean) {
    this.#quiet = quiet
  }

  planning(articles: number): void {
    this.#show(`reading the archive: ${count(articles)} articles`)
  }

  planned(articles: number, done: number): void {
    this.#total = articles
    this.#done = done
    this.#began = performance.now()
    this.#shown = Number.NEGATIVE_INFINITY
    if (done > 0 && !this.#quiet) this.#say(`${count(done)} of ${count(articles)} articles are done already`)
  }

  checked({ articles, findings }: RunProgress): void {
    const seconds = (performance.now() - this.#began) / 1000
    const speed = (articles - this.#done) / Math.max(seconds, 0.001)
    const share = articles / this.#total
    const full = Math.round(share * barCells)
    const bar = this.#live ? `${'█'.repeat(full)}${'░'.repeat(barCells - full)} ` : ''
    const left = duration((this.#total - articles) / Math.max(speed, 0.001))
    this.#show(
      `${bar}${Math.floor(share * 100)} %  ${count(articles)} of ${count(this.#total)} articles  ${count(Math.round(speed))}/s  ` +
        `${count(findings)} findings  ${left} left`,
    )
  }

  failed(line: string): void {
    this.#failures++
    if (this.#failures <= mostFailuresSaid) this.#say(line)
    if (this.#failures === mostFailuresSaid)
      this.#say('further articles that fail are not named here: see the findings')
  }

  /** Takes the changing line away. */
  end(): void {
    if (this.#live && !this.#quiet) process.stderr.write('\r\u001B[K')
  }

  #say(line: string): void {
    this.end()
    say(line)
  }

  #show(line: string): void {
    if (this.#quiet) return
    const now = performance.now()
    if (now - this.#shown < (this.#live ? 100 : secondsBetweenLines * 1000)) return
    this.#shown = now
    if (this.#live) process.stderr.write(`\r\u001B[K${line.slice(0, (process.stderr.columns ?? 100) - 1)}`)
    else say(line)
  }
}

function count(number: number): string {
  return number.toLocaleString('en')
}

function duration(seconds: number): string {
  if (seconds < 60) return `${Math.ceil(seconds)} s`
  if (seconds < 3600) return `${Math.ceil(seconds / 60)} min`
  return `${(seconds / 3600).toFixed(1)} h`
}
