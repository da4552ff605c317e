import { type CheckResult, type Finding, selectFindings } from '@stet/core'
import type { ArgumentsCamelCase, Argv } from 'yargs'
import { configFor } from '../config-file.ts'
import { assertRules, checkerOf } from '../desk.ts'
import { filterLine } from '../filter-line.ts'
import { houseFor } from '../house-file.ts'
import { linesOf } from '../lines.ts'
import { type CheckingArguments, deskOptions, withChecking } from '../options.ts'
import { print } from '../terminal.ts'

/** What `stet filter` takes. */
export interface FilterArguments extends CheckingArguments {
  readonly field: string
  readonly sourceField: string
  readonly trailer: boolean
}

/** Declares `stet filter`. */
export function filterBuilder(yargs: Argv): Argv<FilterArguments> {
  return withChecking(yargs)
    .option('field', {
      describe: 'The field that holds the text',
      type: 'string',
      requiresArg: true,
      default: 'text',
    })
    .option('source-field', {
      describe: 'The field that may hold the French text that it was translated from',
      type: 'string',
      requiresArg: true,
      default: 'source',
    })
    .option('trailer', {
      describe: 'End with a line that says how many lines came in and went out, so that a pipeline can see a loss',
      type: 'boolean',
      default: false,
    }) as unknown as Argv<FilterArguments>
}

/**
 * `stet filter`: JSON objects in, one a line; the same out, in the same order, each with what was found under `stet`.
 * A line that is no such object becomes an object with `error`. Exits with 0 whatever is found, so that pipes go on.
 */
export async function filter(argv: ArgumentsCamelCase<FilterArguments>): Promise<number> {
  const options = deskOptions(argv)
  assertRules(options.ruleIds)
  const checker = checkerOf(configFor(process.cwd(), argv.config), options, houseFor(process.cwd()))
  const format = argv.as ?? 'text'
  const fields = { text: argv.field, source: argv.sourceField }
  let number = 0
  for await (const line of linesOf(process.stdin)) {
    number++
    await print(`${filterLine(line, `line ${number}`, fields, check)}\n`)
  }
  if (argv.trailer) await print(`${JSON.stringify({ trailer: { in: number, out: number } })}\n`)
  return 0

  function check(text: string, source: string | undefined): CheckResult {
    const { ruleIds } = options
    const wanted = ({ ruleId }: Finding) => ruleIds.length === 0 || ruleIds.includes(ruleId)
    return selectFindings(checker.check(text, { format, ...(source === undefined ? {} : { source }) }), wanted)
  }
}
