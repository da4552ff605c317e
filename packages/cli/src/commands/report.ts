import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { ArticleInput, Backend, RunProgress, RunResult } from '@stet/archive'
import { type Decision, parseDecisions, UsageError } from '@stet/core'
import type { ArgumentsCamelCase, Argv } from 'yargs'
import { type Configured, configFor } from '../config-file.ts'
import { decisionsFor } from '../decisions-file.ts'
import { assertRules, settledOptions } from '../desk.ts'
import { houseFor } from '../house-file.ts'
import { type CheckingArguments, deskOptions, last, withChecking } from '../options.ts'
import { describe, say } from '../outcome.ts'
import { ProgressBar } from '../progress-bar.ts'
import { readText } from '../read-text.ts'
import { compare } from './compare-runs.ts'

/** What `stet report` takes. */
export interface ReportArguments extends CheckingArguments {
  readonly paths: string[]
  readonly out: string | undefined
  readonly compare: boolean
  readonly format: 'text' | 'json'
  readonly resume: boolean
  readonly workers: string | undefined
  readonly shardArticles: string | undefined
  readonly articleSeconds: string | undefined
  readonly columns: string | undefined
  readonly since: string | undefined
  readonly baseline: string | undefined
  readonly onlyNew: boolean
  readonly backend: string | undefined
  readonly from: string | undefined
  readonly query: string | undefined
  readonly key: string | undefined
  readonly quiet: boolean
}

/** Declares `stet report`. */
export function reportBuilder(yargs: Argv): Argv<ReportArguments> {
  const text = (describe: string) => ({ describe, type: 'string', requiresArg: true, coerce: last<string> }) as const
  return withChecking(yargs)
    .positional('paths', {
      describe: 'Files, directories or globs: .txt .md .html .jsonl .json (ninjs) .csv .tsv .tar, also .gz and .zst',
      type: 'string',
      array: true,
      default: [] as string[],
      defaultDescription: 'none',
    })
    .option('out', text('The folder of the run; with --compare, of the page'))
    .option('compare', {
      describe: 'Check nothing: tell what is different in the second of two runs (stet report --compare A B)',
      type: 'boolean',
      default: false,
    })
    .option('format', {
      describe: 'How a comparison is printed',
      choices: ['text', 'json'] as const,
      default: 'text' as const,
      requiresArg: true,
    })
    .option('resume', { describe: 'Go on with the run in that folder', type: 'boolean', default: false })
    .option('workers', text('Worker threads; one a core unless said'))
    .option('shard-articles', text('Articles a shard, the most that a killed run loses; 2000 unless said'))
    .option('article-seconds', text('How long one article may take; 30 unless said'))
    .option('columns', text('Which field is what: id=…,body=…,date=…,outlet=…,author=…,url=…,engine=…,desk=…,source=…'))
    .option('since', text('Take over from this earlier run what was found in articles that are the same'))
    .option('baseline', text('Leave out the findings in this file (lines as in .stet/decisions.jsonl)'))
    .option('only-new', {
      describe: 'Leave out what `stet check --write-baseline` let stand in this folder',
      type: 'boolean',
      default: false,
    })
    .option('from', text('Read articles out of PostgreSQL (postgres://…), with --query'))
    .option('query', text('A SELECT whose columns are the fields of the articles'))
    .option('key', text('The column that stands once a row and gives the order; id unless said'))
    .option(
      'backend',
      text('Share the work with other machines through PostgreSQL (postgres://…); without --out only help'),
    )
    .option('quiet', {
      alias: 'q',
      describe: 'No progress',
      type: 'boolean',
      default: false,
    }) as unknown as Argv<ReportArguments>
}

/** `stet report`: checks an archive of any size into a folder, and reports on it. */
export async function report(argv: ArgumentsCamelCase<ReportArguments>): Promise<number> {
  if (argv.compare) return compare(argv)
  const { out } = argv
  if (out === undefined && argv.backend === undefined) {
    throw new UsageError('--out: is missing', 'Name the folder that the run is written to')
  }
  keepOnWithoutReader()
  keepMemoryFlat()
  const desk = deskOptions(argv)
  const { ruleIds } = desk
  assertRules(ruleIds)
  const archive = await import('@stet/archive')
  giveMemoryBack()
  const configured = configFor(process.cwd(), argv.config)
  const { inputs, missing } = await findArchive(argv, configured, archive)
  const house = houseFor(process.cwd())
  const baseline = baselineOf(argv)
  const checker = settledOptions(configured, desk, house)
  const rules = { checker, ruleIds }
  const checking = {
    ...rules,
    columns: archive.parseColumns(argv.columns ?? ''),
    ...(argv.as === undefined ? {} : { as: argv.as }),
    ...(baseline === undefined ? {} : { standing: archive.standingTable(baseline) }),
    ...(await earlierOf(argv.since, baseline, archive.rulesetOf(rules).sha256, archive)),
  }
  const bar = new ProgressBar(argv.quiet)
  const options = {
    inputs,
    workers: wholeNumber('--workers', argv.workers),
    articleSeconds: wholeNumber('--article-seconds', argv.articleSeconds),
    ...(argv.shardArticles === undefined
      ? {}
      : { shardArticles: wholeNumber('--shard-articles', argv.shardArticles) as number }),
    checking,
    baseline: baseline === undefined ? undefined : hashOf(baseline),
    backend: backendOf(argv.backend, archive),
    on: bar,
  }
  if (out === undefined) {
    const { backend } = options
    const helped = await archive
      .helpArchive({ ...options, backend: backend as NonNullable<typeof backend> })
      .finally(() => bar.end())
    const told = await tell(`${counts(helped)}: done, together with others\n`)
    return told && helped.errors === 0 && !missing ? 0 : 3
  }
  const result = await archive.runArchive({ ...options, out, resume: argv.resume }).finally(() => bar.end())
  return (await conclude(result, out, archive)) && !missing ? 0 : 3
}

/** Says what came of the run, and writes the report. Is everything well? */
async function conclude(result: RunResult, out: string, archive: Archive): Promise<boolean> {
  const { duplicates, undone } = result
  if (undone > 0) {
    say(
      `${out}: no space left on the disk: ${undone} articles are not done, no report is written. Make room and go on with --resume`,
    )
    return false
  }
  for (const line of duplicates.examples) say(line)
  if (duplicates.articles > duplicates.examples.length) say(`${duplicates.articles} articles have the id of another`)
  try {
    keepMemorySmall()
    await archive.writeResults(out, { onNote: say })
  } catch (error) {
    if (!isFull(error)) throw error
    say(
      `${out}: no space left on the disk: all findings are there, the report is not. Make room and go on with --resume`,
    )
    return false
  }
  const told = await tell(`${counts(result)}: ${join(out, 'index.html')}\n`)
  return told && result.errors === 0 && duplicates.articles === 0
}

function isFull(error: unknown): boolean {
  const { code, message } = error as NodeJS.ErrnoException
  return code === 'ENOSPC' || code === 'EDQUOT' || /no space left/iu.test(message)
}

/** Prints the result; where nobody reads it any more, says so. */
async function tell(text: string): Promise<boolean> {
  const told = await new Promise<boolean>((resolve) => process.stdout.write(text, (error) => resolve(!error)))
  if (!told) say('standard output was closed before the end; the run is whole')
  return told
}

function counts({ articles, findings, errors }: RunProgress): string {
  return `${articles} articles, ${findings} findings${errors === 0 ? '' : `, ${errors} articles failed`}`
}

type Archive = typeof import('@stet/archive')

async function findArchive(argv: ReportArguments, { config, folder }: Configured, archive: Archive) {
  const { paths: names } = argv
  const inputs = queryOf(argv, archive)
  if (names.length === 0 && inputs.length === 0) {
    throw new UsageError('no archive named', 'Name files, directories or globs, or a database with --from and --query')
  }
  const ignored = archive.ignoring(config.ignore ?? [], folder)
  let missing: UsageError | undefined
  for (const name of names) {
    try {
      inputs.push(archive.filesInput(await archive.namedInput(name, ignored)))
    } catch (error) {
      if (!(error instanceof UsageError)) throw error
      missing = error
      if (names.length > 1) say(describe(error))
    }
  }
  if (inputs.length === 0 && missing !== undefined) throw missing
  return { inputs, missing: missing !== undefined }
}

/** The articles of a query, where one is named. */
function queryOf({ from, query, key, columns }: ReportArguments, archive: Archive): ArticleInput[] {
  if (from === undefined && query === undefined) return []
  if (from === undefined || query === undefined) {
    throw new UsageError('--from and --query: one needs the other', "Say --from postgres://… --query 'SELECT …'")
  }
  assertUrl('--from', from, archive)
  return [archive.queryInput({ url: from, query, key: key ?? archive.parseColumns(columns ?? '').id ?? 'id' })]
}

function backendOf(url: string | undefined, archive: Archive): Backend | undefined {
  if (url === undefined) return undefined
  assertUrl('--backend', url, archive)
  return archive.postgresBackend(url)
}

function assertUrl(option: string, url: string, archive: Archive): void {
  if (!archive.isPostgresUrl(url))
    throw new UsageError(`${option}: is no address of PostgreSQL`, 'Say postgres://host/database')
}

/** Findings that are to be left out; undefined: none. */
function baselineOf({ baseline, onlyNew }: ReportArguments): readonly Decision[] | undefined {
  const decided = decisionsFor(process.cwd())?.list ?? []
  if (onlyNew && baseline === undefined && decided.length === 0) {
    throw new UsageError(
      '--only-new: nothing stands yet in .stet/decisions.jsonl',
      'Run stet check --write-baseline first, or name a --baseline',
    )
  }
  const named = baseline === undefined ? [] : parseDecisions(readText(baseline), baseline)
  const all = [...decided, ...named].filter(({ verdict }) => verdict !== 'fixed')
  return all.length === 0 ? undefined : all
}

async function earlierOf(since: string | undefined, baseline: unknown, ruleset: string, archive: Archive) {
  if (since === undefined) return {}
  const manifest = await archive.readManifest(since)
  const reason =
    manifest.ruleset !== ruleset
      ? 'the rules have changed since'
      : baseline !== undefined || manifest.options['baseline'] !== undefined
        ? 'a baseline leaves findings out'
        : undefined
  if (reason === undefined) return { earlier: await archive.indexEarlier(since) }
  say(`${since}: ${reason}: all articles are checked anew`)
  return {}
}

function hashOf(baseline: readonly Decision[]): string {
  const keys = baseline.map(({ doc, fingerprint }) => `${doc}\0${fingerprint}\n`).sort()
  return createHash('sha256').update(keys.join('')).digest('hex')
}

function wholeNumber(option: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined
  const number = Number(value)
  if (Number.isSafeInteger(number) && number > 0) return number
  throw new UsageError(`${option}: “${value}” is no whole number above 0`)
}

/**
 * Garbage is collected when a heap has grown by a tenth, not when it has doubled, and V8 prefers a small heap to a fast
 * one: as much memory at the end of a run as at its start. Threads that check start with room for what some articles
 * leave behind; with less, it is moved to the old objects, and tidying those up costs a tenth of the time.
 */
function keepMemoryFlat(): void {
  setFlagsFromString('--heap-growing-percent=10')
  setFlagsFromString('--optimize-for-size')
  setFlagsFromString('--min-semi-space-size=4')
  // Each worker tidies up by itself: helping each other costs the cores that the workers need.
  setFlagsFromString('--no-parallel-scavenge')
}

/** Threads that make the results pass rows through and keep few: room for more would only be filled. */
function keepMemorySmall(): void {
  setFlagsFromString('--min-semi-space-size=1')
  giveMemoryBack()
}

/** Loading the program has filled 30 MB with what is garbage now; nothing else would collect it before half the run is over. */
function giveMemoryBack(): void {
  setFlagsFromString('--expose-gc')
  const collect: unknown = runInNewContext('gc')
  if (typeof collect === 'function') collect({ type: 'major', execution: 'sync', flavor: 'last-resort' })
}

/** A run of hours does not end because nobody reads what it says. */
function keepOnWithoutReader(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.removeAllListeners('error')
    stream.on('error', () => undefined)
  }
}
