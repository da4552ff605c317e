import { type CheckResult, type FailOn, reaches, UsageError } from '@stet/core'

/** What a run came to. One way to an exit code, whatever is printed. */
export class Outcome {
  #ran = 0
  #failed = 0
  #found = false
  readonly #said = new Set<string>()

  /** An article was checked; `result` is what is left to do on it. */
  add(result: CheckResult, failOn: FailOn, name: string): void {
    this.#ran++
    if (failOn !== 'never' && result.findings.some(({ severity }) => reaches(severity, failOn))) this.#found = true
    for (const error of result.errors) {
      this.#failed++
      say(`${name}: rule ${error.ruleId} failed: ${error.message}`)
    }
  }

  /** The gate holds an article back. */
  block(): void {
    this.#found = true
  }

  /**
   * An article could not be worked on: says why and goes on.
   *
   * @throws whatever is no UsageError: that is a bug of ours
   */
  fail(error: unknown): void {
    if (!(error instanceof UsageError)) throw error
    this.#failed++
    const line = describe(error)
    // A broken configuration would otherwise be told once for every article.
    if (!this.#said.has(line)) say(line)
    this.#said.add(line)
  }

  /** 0 nothing to mend, 1 findings, 2 nothing could run, 3 some articles failed. */
  get exitCode(): number {
    if (this.#failed > 0) return this.#ran === 0 ? 2 : 3
    return this.#found ? 1 : 0
  }
}

/** The error and what to do, on one line. */
export function describe(error: UsageError): string {
  if (error.hint === undefined) return error.message
  return `${error.message}${error.message.endsWith('?') ? '' : '.'} ${error.hint}`
}

/** One line on standard error, without anything that would break it or change the terminal. */
export function say(line: string): void {
  process.stderr.write(`stet: ${line.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')}\n`)
}
