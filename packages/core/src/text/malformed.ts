import { UsageError } from '../usage-error.ts'

/** The text is not in the format that it is said to be in: what is wrong, and on which line (one-based). */
export class MalformedError extends UsageError {
  readonly line: number
  /** What is wrong, without the line. */
  readonly problem: string

  constructor(source: string, offset: number, problem: string, hint?: string) {
    const line = lineAt(source, offset)
    super(`line ${line}: ${problem}`, hint)
    this.line = line
    this.problem = problem
  }

  /** The same with the name of the file, as `file:line: problem`. */
  in(name: string): MalformedError {
    const named = new MalformedError('\n'.repeat(this.line - 1), this.line - 1, this.problem, this.hint)
    named.message = `${name}:${this.line}: ${this.problem}`
    return named
  }
}

function lineAt(source: string, offset: number): number {
  let line = 1
  for (let at = source.indexOf('\n'); at >= 0 && at < offset; at = source.indexOf('\n', at + 1)) line++
  return line
}
