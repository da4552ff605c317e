import {
  type CheckResult,
  type Decision,
  fewestAligned,
  formatJsonl,
  type GateResult,
  gate,
  type ReportDocument,
  rulingInWords,
  type Standing,
  shownText,
  summarise,
  UsageError,
} from '@stet/core'
import type { ArgumentsCamelCase, Argv } from 'yargs'
import { addDecisions, documentName, rootFor } from '../decisions-file.ts'
import { type Article, assertRules, openArticle } from '../desk.ts'
import { findInputs, type Input } from '../inputs.ts'
import { type ArticleArguments, deskOptions, type ReportArguments, withArticles, withReport } from '../options.ts'
import { isStale } from '../original-file.ts'
import { Outcome, say } from '../outcome.ts'
import { assertWritable, writeOutput } from '../output-file.ts'
import { writeReport } from '../report-formats.ts'
import { shownPath } from '../shown-path.ts'
import { rememberSources } from '../source-record.ts'
import { columns, palette, print } from '../terminal.ts'

/** What `stet check` takes. */
export interface CheckArguments extends ArticleArguments, ReportArguments {
  readonly writeBaseline: boolean
  readonly gate: boolean
  readonly rememberSource: boolean
  readonly source: string | undefined
}

/** Declares `stet check`. */
export function checkBuilder(yargs: Argv): Argv<CheckArguments> {
  return withReport(withArticles(yargs))
    .option('write-baseline', {
      describe: 'Let all that is found now stand, so that later checks show only what is new',
      type: 'boolean',
      default: false,
    })
    .option('source', {
      describe: 'The French article that this one was translated from; default: a.fr.txt beside a.txt or a.en.txt',
      type: 'string',
      requiresArg: true,
      coerce: (value: string | string[] | undefined) => (Array.isArray(value) ? value.at(-1) : value),
    })
    .option('remember-source', {
      describe:
        'Remember which source each article was made from: a later check tells where only the source was changed',
      type: 'boolean',
      default: false,
    })
    .option('gate', {
      describe: 'Say of each article: publish, look or block, by “gate” of the configuration; exit code 1 when blocked',
      type: 'boolean',
      default: false,
    }) as unknown as Argv<CheckArguments>
}

/** `stet check`: what an editor would mark, and why. */
export async function check(argv: ArgumentsCamelCase<CheckArguments>): Promise<number> {
  const options = deskOptions(argv)
  assertRules(options.ruleIds)
  if (argv.gate && argv.failOn !== undefined) {
    throw new UsageError('--gate and --fail-on exclude each other', 'The gate has its own policy in the configuration')
  }
  if (argv.gate && argv.writeBaseline) {
    throw new UsageError(
      '--gate and --write-baseline exclude each other',
      'Write the baseline first, then ask the gate',
    )
  }
  const outcome = new Outcome()
  const { inputs, failures } = await findInputs(argv.paths, argv.as, argv.config)
  if (argv.source !== undefined && inputs.length > 1) {
    throw new UsageError('--source names the source of one article', 'Name one, or lay a.fr.txt beside each a.txt')
  }
  const { output } = argv
  if (output !== undefined) {
    if (argv.writeBaseline) throw new UsageError('--write-baseline has no result to write', 'Leave --output out')
    assertWritable(
      output,
      inputs.map(({ path }) => path),
    )
  }
  for (const { error } of failures) outcome.fail(error)
  const documents: ReportDocument[] = []
  const baseline = new Map<string, Decision[]>()
  const verdicts: string[] = []
  /** Articles and the sources that they were made from. */
  const made = new Map<string, string>()
  for (const input of inputs) {
    try {
      const article = await openArticle(input, options)
      const { result, standing } = article.decided(article.text)
      if (!argv.quiet) sayOfSource(input, article.sourcePath, result.aligned)
      if (argv.rememberSource && fitsSource(article, result))
        made.set(input.path as string, article.sourcePath as string)
      outcome.add(result, argv.writeBaseline || argv.gate ? 'never' : article.failOn, input.name)
      const asked = argv.gate ? { gate: gate(result, article.gate) } : {}
      const document = { path: input.name, result, standing, failOn: article.failOn, ...asked }
      if (asked.gate !== undefined) {
        verdicts.push(...told(input.name, asked.gate, standing))
        if (asked.gate.verdict === 'block') outcome.block()
      }
      if (argv.writeBaseline) addBaseline(baseline, input, document)
      // A line is whole by itself: the reader need not wait for the last article, nor do all stay in memory.
      else if (argv.format === 'jsonl' && output === undefined) await print(formatJsonl([document]))
      else documents.push(document)
    } catch (error) {
      outcome.fail(error)
    }
  }
  if (made.size > 0) await rememberSources(made)
  if (argv.writeBaseline) await writeBaseline(baseline, argv.quiet)
  else if (output !== undefined) await writeTo(output, documents, argv)
  else if (documents.length > 0) await print(report(documents, argv))
  if (!argv.quiet) {
    // Standard output of the other formats is for programs.
    if (argv.format === 'text' && output === undefined) await print(verdicts.map((line) => `${line}\n`).join(''))
    else for (const line of verdicts) say(line)
  }
  return outcome.exitCode
}

/** Does the article have a source that it was made from as it is now? */
function fitsSource({ input, sourcePath, sourceChanged }: Article, { aligned }: CheckResult): boolean {
  const fits = aligned !== undefined && aligned >= fewestAligned
  return input.path !== undefined && sourcePath !== undefined && fits && !sourceChanged
}

/** What a person should know of the source before trusting what it says. */
function sayOfSource({ name, path }: Input, sourcePath: string | undefined, aligned: number | undefined): void {
  if (sourcePath === undefined) return
  const source = shownPath(sourcePath)
  if (aligned !== undefined && aligned < fewestAligned) {
    say(`${name}: ${source} does not seem to be its source: it was not used`)
  } else if (path !== undefined && isStale(path, sourcePath)) {
    say(`${name}: ${source} was changed after the translation`)
  }
}

/** What the gate says of an article, one line a reason, then what a person let pass. */
function told(name: string, { verdict, reasons }: GateResult, standing: readonly Standing[]): string[] {
  return [
    `${verdict}  ${shownText(name)}`,
    ...[...reasons, ...standing.map(passed)].map((line) => `  ${shownText(line)}`),
  ]
}

function passed({ finding, decision }: Standing): string {
  const { reason, ...ruling } = decision
  const why = reason === undefined ? '' : `: ${reason}`
  return `“${finding.actual}” in line ${finding.line} stands (${rulingInWords(ruling)})${why}`
}

function report(documents: readonly ReportDocument[], { format, quiet, color }: CheckArguments): string {
  if (format === 'text' && quiet) return ''
  return writeReport(format, documents, { palette: palette(color), width: columns() })
}

/** The result in a file, and one line for people. */
async function writeTo(
  output: string,
  documents: readonly ReportDocument[],
  { format, quiet }: CheckArguments,
): Promise<void> {
  await writeOutput(output, writeReport(format, documents, {}))
  if (!quiet) say(`${output}: ${summarise(documents)}`)
}

function addBaseline(baseline: Map<string, Decision[]>, input: Input, { result }: ReportDocument): void {
  if (input.path === undefined) return
  const root = rootFor(input.path)
  const decisions = result.findings.map(
    ({ fingerprint, ruleId, actual }): Decision => ({
      doc: documentName(root, input.path as string),
      fingerprint,
      ruleId,
      quote: actual,
      verdict: 'baseline',
    }),
  )
  baseline.set(root, [...(baseline.get(root) ?? []), ...decisions])
}

async function writeBaseline(baseline: ReadonlyMap<string, readonly Decision[]>, quiet: boolean): Promise<void> {
  for (const [root, decisions] of baseline) {
    await addDecisions(root, decisions)
    if (!quiet) say(`findings that stand from now on: ${decisions.length} (${root}/.stet/decisions.jsonl)`)
  }
}
