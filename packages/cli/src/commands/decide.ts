import { dirname } from 'node:path'
import { UsageError, type Verdict } from '@stet/core'
import type { ArgumentsCamelCase, Argv } from 'yargs'
import { recordDecision } from '../decisions-file.ts'
import { openArticle, rulesVersionFor } from '../desk.ts'
import { findInputs } from '../inputs.ts'
import { type CheckingArguments, deskOptions, withChecking } from '../options.ts'
import { say } from '../outcome.ts'

/** What `stet decide` takes. */
export interface DecideArguments extends CheckingArguments {
  readonly file: string
  readonly fingerprint: string
  readonly verdict: Verdict
  readonly reason: string
  readonly by: string | undefined
  readonly quiet: boolean
}

/** Declares `stet decide`. */
export function decideBuilder(yargs: Argv): Argv<DecideArguments> {
  return withChecking(yargs)
    .positional('file', { describe: 'The article', type: 'string' })
    .positional('fingerprint', {
      describe: 'Of the finding, or its first letters: `stet check --format json` shows it',
      type: 'string',
    })
    .option('verdict', {
      describe: 'stet: let it stand · fixed: was repaired by hand · baseline: was there before',
      choices: ['stet', 'fixed', 'baseline'] as const,
      default: 'stet' as Verdict,
      requiresArg: true,
    })
    .option('reason', {
      describe: 'Why, for those who come after',
      type: 'string',
      demandOption: true,
      requiresArg: true,
    })
    .option('by', { describe: 'Who decides', type: 'string', requiresArg: true, defaultDescription: '$USER' })
    .option('quiet', {
      alias: 'q',
      describe: 'Say nothing to people; the exit code tells',
      type: 'boolean',
      default: false,
    }) as unknown as Argv<DecideArguments>
}

/** `stet decide`: a person's decision on one finding, recorded with its reason in .stet/decisions.jsonl. */
export async function decide(argv: ArgumentsCamelCase<DecideArguments>): Promise<number> {
  if (argv.reason.trim() === '') throw new UsageError('--reason: is empty', 'Say why the finding stands')
  const { inputs, failures } = await findInputs([argv.file], argv.as, argv.config)
  const [failure] = failures
  if (failure !== undefined) throw failure.error
  const [input, ...more] = inputs
  if (input?.path === undefined || more.length > 0) {
    throw new UsageError(`${argv.file}: is not one file`, 'A decision holds for one article')
  }
  const options = deskOptions(argv)
  const article = await openArticle(input, options)
  const found = article
    .check(article.text)
    .findings.filter(({ fingerprint }) => fingerprint.startsWith(argv.fingerprint))
  const [finding] = found
  if (argv.fingerprint === '' || finding === undefined) {
    throw new UsageError(
      `${input.name}: no open finding “${argv.fingerprint}”`,
      '`stet check --format json` shows the fingerprints; what was decided is not open',
    )
  }
  if (found.length > 1) {
    throw new UsageError(`“${argv.fingerprint}” stands for ${found.length} findings`, 'Give more of the fingerprint')
  }
  const rules = rulesVersionFor(dirname(input.path), options)
  await recordDecision(input.path, finding, { ...argv, rules })
  if (!argv.quiet) say(`“${finding.actual}” (${finding.ruleId}, line ${finding.line}) is recorded as ${argv.verdict}`)
  return 0
}
