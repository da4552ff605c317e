import { existsSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { UsageError } from '@stet/core'
import type { ReviewFile } from '@stet/tui'
import type { ArgumentsCamelCase, Argv } from 'yargs'
import { configFor } from '../config-file.ts'
import { rootFor } from '../decisions-file.ts'
import { checkerOf, makeChecker } from '../desk.ts'
import { houseFor } from '../house-file.ts'
import { findInputs } from '../inputs.ts'
import { type ArticleArguments, deskOptions, withArticles } from '../options.ts'
import { Outcome, say } from '../outcome.ts'
import { readText } from '../read-text.ts'
import { sourceFileOf } from '../source-file.ts'
import { print } from '../terminal.ts'
import { check } from './check.ts'

/** What `stet review` takes. */
export interface ReviewArguments extends ArticleArguments {
  readonly summary: boolean
}

/** Declares `stet review`. */
export function reviewBuilder(yargs: Argv): Argv<ReviewArguments> {
  return withArticles(yargs).option('summary', {
    describe: 'Review nothing: tell what was decided in earlier sittings, by whom and how fast',
    type: 'boolean',
    default: false,
  }) as unknown as Argv<ReviewArguments>
}

/** `stet review`: one finding after the other, in the terminal. Without a terminal: the report. */
export async function review(argv: ArgumentsCamelCase<ReviewArguments>): Promise<number> {
  if (argv.summary) return summary(argv.paths[0] ?? '.')
  if (process.stdin.isTTY !== true || process.stdout.isTTY !== true) {
    await check({ ...argv, format: 'text', output: undefined, writeBaseline: false, gate: false, source: undefined })
    say('review needs a terminal; this was the report. Use `stet check` in scripts')
    return 2
  }
  const outcome = new Outcome()
  const { inputs, failures } = await findInputs(argv.paths.flatMap(listedIn), argv.as, argv.config)
  for (const { error } of failures) outcome.fail(error)
  const files: ReviewFile[] = []
  for (const { path, name, format } of inputs) {
    try {
      if (path === undefined) throw new UsageError('standard input cannot be reviewed', 'Name a file')
      readText(path, name)
      const { config } = configFor(dirname(path), argv.config)
      const source = sourceFileOf(path, config.language ?? 'fr')
      files.push({ path, format, ...(source === undefined ? {} : { sourceText: readText(source, source) }) })
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

/** The articles that a file of findings names (`stet check --format jsonl`, or rows of a report), or the path itself. */
function listedIn(path: string): string[] {
  if (!path.endsWith('.jsonl')) return [path]
  const folder = dirname(path)
  const paths = readText(path, path)
    .split('\n')
    .flatMap((line, index) => (line.trim() === '' ? [] : [pathIn(line, `${path}:${index + 1}`)]))
  // As they were named when they were checked, or beside the list.
  return [...new Set(paths)].map((name) => (existsSync(name) ? name : join(folder, name)))
}

function pathIn(line: string, where: string): string {
  try {
    const { path } = JSON.parse(line) as { path?: unknown }
    if (typeof path === 'string') return path
  } catch {
    // Told below.
  }
  throw new UsageError(`${where}: no JSON object with a “path”`, 'Make the list with stet check --format jsonl')
}

/** What earlier sittings left, a line each and one for all. */
async function summary(path: string): Promise<number> {
  const folder = resolve(path)
  const root = rootFor(statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true ? join(folder, '-') : folder)
  const { readSittings, pace } = await import('@stet/tui')
  const sittings = readSittings(root)
  if (sittings.length === 0) {
    say(`no sittings in ${join(root, '.stet')}; a review leaves them`)
    return 0
  }
  const total = sittings.reduce(
    (sum, { accepted, own, stet, seconds }) => ({
      accepted: sum.accepted + accepted,
      own: sum.own + own,
      stet: sum.stet + stet,
      seconds: sum.seconds + seconds,
    }),
    { accepted: 0, own: 0, stet: 0, seconds: 0 },
  )
  const row = (name: string, by: string, counts: typeof total): string => {
    const decided = counts.accepted + counts.own + counts.stet
    const cells = [decided, counts.accepted, counts.own, counts.stet].map((cell) => String(cell).padStart(9)).join('')
    return `${name.padEnd(17)}${by.slice(0, 15).padEnd(16)}${cells}  ${pace(counts.seconds, decided).padStart(12)}`
  }
  const lines = sittings.map((sitting) => row(sitting.at.slice(0, 16).replace('T', ' '), sitting.by ?? '', sitting))
  const head = `${'ended'.padEnd(17)}${'by'.padEnd(16)}${['decided', 'accepted', 'own', 'stet'].map((word) => word.padStart(9)).join('')}`
  await print(`${[head, ...lines, row('all', '', total)].join('\n')}\n`)
  return 0
}
