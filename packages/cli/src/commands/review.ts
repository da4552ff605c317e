import { dirname } from 'node:path'
import { UsageError } from '@stet/core'
import type { ArgumentsCamelCase, Argv } from 'yargs'
import { configFor } from '../config-file.ts'
import { rootFor } from '../decisions-file.ts'
import { checkerOf, makeChecker } from '../desk.ts'
import { houseFor } from '../house-file.ts'
import { findInputs } from '../inputs.ts'
import { type ArticleArguments, deskOptions, withArticles } from '../options.ts'
import { Outcome, say } from '../outcome.ts'
import { readText } from '../read-text.ts'
import { check } from './check.ts'

/** Declares `stet review`. */
export function reviewBuilder(yargs: Argv): Argv<ArticleArguments> {
  return withArticles(yargs)
}

/** `stet review`: one finding after the other, in the terminal. Without a terminal: the report. */
export async function review(argv: ArgumentsCamelCase<ArticleArguments>): Promise<number> {
  if (process.stdin.isTTY !== true || process.stdout.isTTY !== true) {
    await check({ ...argv, format: 'text', writeBaseline: false, gate: false })
    say('review needs a terminal; this was the report. Use `stet check` in scripts')
    return 2
  }
  const outcome = new Outcome()
  const { inputs, failures } = await findInputs(argv.paths, argv.as, argv.config)
  for (const { error } of failures) outcome.fail(error)
  const files: { path: string; format: (typeof inputs)[number]['format'] }[] = []
  for (const { path, name, format } of inputs) {
    try {
      if (path === undefined) throw new UsageError('standard input cannot be reviewed', 'Name a file')
      readText(path, name)
      files.push({ path, format })
    } catch (error) {
      outcome.fail(error)
    }
  }
  const [first] = files
  if (first === undefined) return 2
  const folder = dirname(first.path)
  const configured = configFor(folder, argv.config)
  const options = deskOptions(argv)
  const checker = checkerOf(configured, options, houseFor(folder))
  const root = rootFor(first.path)
  const tui = await import('@stet/tui')
  const by = process.env['USER']
  const { keys } = configured.config
  const { exitCode } = await tui.review({
    files,
    checker,
    root,
    renew: () => makeChecker(configured, options, houseFor(folder, true)),
    ...(keys === undefined ? {} : { keys }),
    ...(by === undefined ? {} : { by }),
  })
  return outcome.exitCode === 0 ? exitCode : 3
}
