import { type Format, type PublicResult, publicResult, selectFindings, UsageError } from '@stet/core'
import type { ArgumentsCamelCase, Argv } from 'yargs'
import { configFor } from '../config-file.ts'
import { assertRules, checkerOf } from '../desk.ts'
import { houseFor } from '../house-file.ts'
import { linesOf } from '../lines.ts'
import { type CheckingArguments, deskOptions, withChecking } from '../options.ts'
import { decode } from '../read-text.ts'
import { print } from '../terminal.ts'

/** What `stet filter` takes. */
export interface FilterArguments extends CheckingArguments {
  readonly field: string
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
  let number = 0
  for await (const line of linesOf(process.stdin)) {
    number++
    await print(`${filterLine(line, `line ${number}`)}\n`)
  }
  if (argv.trailer) await print(`${JSON.stringify({ trailer: { in: number, out: number } })}\n`)
  return 0

  function filterLine(bytes: Uint8Array, name: string): string {
    try {
      const line = decode(bytes, name)
      const record = parseRecord(line, name)
      const text = record[argv.field]
      if (typeof text !== 'string') {
        throw new UsageError(`${name}: field “${argv.field}” is ${text === undefined ? 'missing' : 'not a text'}`)
      }
      return withFound(line, record, found(text, format))
    } catch (error) {
      return JSON.stringify({ error: error instanceof Error ? error.message : String(error) })
    }
  }

  function found(text: string, as: Format): Omit<PublicResult, 'path'> {
    const whole = checker.check(text, { format: as })
    const { ruleIds } = options
    const result = selectFindings(whole, ({ ruleId }) => ruleIds.length === 0 || ruleIds.includes(ruleId))
    const { path: _, ...rest } = publicResult({ path: '', result })
    return rest
  }
}

function parseRecord(line: string, name: string): Record<string, unknown> {
  let record: unknown
  try {
    record = JSON.parse(line)
  } catch {
    throw new UsageError(`${name}: not JSON`)
  }
  if (typeof record === 'object' && record !== null && !Array.isArray(record)) return record as Record<string, unknown>
  throw new UsageError(`${name}: not a JSON object`)
}

/** The line as it came, with one more field: reading and writing it anew would round long numbers. */
function withFound(line: string, record: Record<string, unknown>, stet: object): string {
  if (Object.hasOwn(record, 'stet')) return JSON.stringify({ ...record, stet })
  const open = line.trim().slice(0, -1).trimEnd()
  return `${open}${open === '{' ? '' : ','}"stet":${JSON.stringify(stet)}}`
}
