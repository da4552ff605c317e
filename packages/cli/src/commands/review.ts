import { existsSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { type Checker, type Format, selectFindings, UsageError } from '@stet/core'
import type { ReviewFile } from '@stet/tui'
import type { ArgumentsCamelCase, Argv } from 'yargs'
import { configFor } from '../config-file.ts'
import { rootFor } from '../decisions-file.ts'
import { assertRules, checkerOf, type DeskOptions, forgetSettled, rulesVersionFor } from '../desk.ts'
import { houseFor } from '../house-file.ts'
import { findInputs } from '../inputs.ts'
import { type ArticleArguments, deskOptions, withArticles } from '../options.ts'
import { Outcome, say } from '../outcome.ts'
import { readText } from '../read-text.ts'
import { sourceFileOf } from '../source-file.ts'
import { print } from '../terminal.ts'
import { whoDecides } from '../who.ts'
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
    await check({
      ...argv,
      format: 'text',
      output: undefined,
      writeBaseline: false,
      gate: false,
      rememberSource: false,
      source: undefined,
    })
    say('review needs a terminal; this was the report. Use `stet check` in scripts')
    return 2
  }
  const outcome = new Outcome()
  const options = deskOptions(argv)
  assertRules(options.ruleIds)
  const listed = argv.paths.flatMap(listedIn)
  const { inputs, failures } = await findInputs(
    listed.map(({ path }) => path),
    argv.as,
    argv.config,
  )
  for (const { error } of failures) outcome.fail(error)
  const scores = new Map(listed.map(({ path, score }) => [resolve(path), score]))
  const files: ReviewFile[] = []
  for (const { path, format } of inputs) {
    try {
      if (path === undefined) throw new UsageError('standard input cannot be reviewed', 'Name a file')
      files.push(fileFor(path, format, options, scores.get(path)))
    } catch (error) {
      outcome.fail(error)
    }
  }
  const [first] = files
  if (first === undefined) return 2
  const tui = await import('@stet/tui')
  const by = whoDecides()
  const { keys } = configFor(dirname(first.path), options.configPath).config
  const ended = await tui.review({
    files,
    read: readText,
    renew: forgetSettled,
    ...(keys === undefined ? {} : { keys }),
    ...(by === undefined ? {} : { by }),
  })
  for (const failure of ended.failures) outcome.fail(new UsageError(failure))
  return outcome.exitCode === 0 ? 0 : 3
}

/** An article as the review takes it: with its source text, and the checker that configuration and house ask for. */
function fileFor(path: string, format: Format, options: DeskOptions, score: number | undefined): ReviewFile {
  const folder = dirname(path)
  const { config } = configFor(folder, options.configPath)
  const source = sourceFileOf(path, config.language ?? 'fr')
  return {
    path,
    format,
    root: rootFor(path),
    ...(source === undefined ? {} : { sourcePath: source }),
    ...(score === undefined ? {} : { score }),
    rules: () => rulesVersionFor(folder, options),
    checker: () => onlyRules(checkerOf(configFor(folder, options.configPath), options, houseFor(folder)), options),
  }
}

/** The checker, saying only what the rules of `--rule` say. */
function onlyRules(checker: Checker, { ruleIds }: DeskOptions): Checker {
  if (ruleIds.length === 0) return checker
  return {
    ...checker,
    check: (text, how) => selectFindings(checker.check(text, how), ({ ruleId }) => ruleIds.includes(ruleId)),
  }
}

interface Listed {
  readonly path: string
  /** As it was when the list was made. */
  readonly score?: number
}

/** The articles that a file of findings names (`stet check --format jsonl`, or rows of a report), or the path itself. */
function listedIn(path: string): Listed[] {
  if (!path.endsWith('.jsonl')) return [{ path }]
  const folder = dirname(path)
  const rows = readText(path, path)
    .split('\n')
    .flatMap((line, index) => (line.trim() === '' ? [] : [rowIn(line, `${path}:${index + 1}`)]))
  // As they were named when they were checked, or beside the list.
  return rows.map(({ path: name, ...row }) => ({ ...row, path: existsSync(name) ? name : join(folder, name) }))
}

function rowIn(line: string, where: string): Listed {
  try {
    const { path, score } = JSON.parse(line) as { path?: unknown; score?: unknown }
    if (typeof path === 'string') return { path, ...(typeof score === 'number' ? { score } : {}) }
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
