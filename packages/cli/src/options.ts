import { type FailOn, type Format, failOnWords, formats, UsageError } from '@stet/core'
import type { Argv } from 'yargs'
import type { DeskOptions } from './desk.ts'
import { standardInput } from './inputs.ts'
import { type ReportFormat, reportFormats } from './report-formats.ts'

/** What holds for checking, wherever the text comes from. */
export interface CheckingArguments {
  readonly as: Format | undefined
  readonly config: string | undefined
  readonly minConfidence: string | undefined
  readonly rule: string[]
}

/** What the commands over articles share. */
export interface ArticleArguments extends CheckingArguments {
  readonly paths: string[]
  readonly failOn: FailOn | undefined
  readonly quiet: boolean
  readonly color: boolean | undefined
}

/** An option said twice: the last one holds. */
export function last<T>(value: T | T[] | undefined): T | undefined {
  return Array.isArray(value) ? value.at(-1) : value
}

/** How and where the result is written. */
export interface ReportArguments {
  readonly format: ReportFormat
  /** `undefined`: standard output. */
  readonly output: string | undefined
}

/** `--format` and `--output`. */
export function withReport<T>(yargs: Argv<T>): Argv<T & ReportArguments> {
  return yargs
    .option('format', {
      describe: 'How the result is written',
      choices: reportFormats,
      default: 'text' as ReportFormat,
      requiresArg: true,
      coerce: last<ReportFormat>,
    })
    .option('output', {
      alias: 'o',
      describe: 'Write the result into this file, whole or not at all; default: standard output',
      type: 'string',
      requiresArg: true,
      coerce: (value: string | string[] | undefined) => {
        const path = last(value)
        return path === standardInput ? undefined : path
      },
    }) as unknown as Argv<T & ReportArguments>
}

/** `--config`. */
export function withConfig<T>(yargs: Argv<T>): Argv<T & { config: string | undefined }> {
  return yargs.option('config', {
    describe: 'This configuration, no other',
    type: 'string',
    requiresArg: true,
    coerce: last<string>,
  }) as unknown as Argv<T & { config: string | undefined }>
}

/** What holds for checking, wherever the text comes from. */
export function withChecking<T>(yargs: Argv<T>): Argv<T & CheckingArguments> {
  return withConfig(yargs)
    .option('as', {
      describe: 'Read the articles as this, whatever their names say',
      choices: formats,
      requiresArg: true,
      coerce: last<Format>,
    })
    .option('rule', {
      describe: 'Only this rule; may be repeated',
      type: 'string',
      requiresArg: true,
      coerce: (value: string | string[] | undefined) => (value === undefined ? [] : [value].flat()),
      default: [] as string[],
      defaultDescription: 'all',
    })
    .option('min-confidence', {
      describe: 'Leave out what is less sure: 0 to 1, or sure, likely, maybe',
      type: 'string',
      requiresArg: true,
      coerce: last<string>,
    }) as unknown as Argv<T & CheckingArguments>
}

/** Articles, and what holds for them. */
export function withArticles<T>(yargs: Argv<T>): Argv<T & ArticleArguments> {
  return withChecking(yargs)
    .positional('paths', {
      describe: 'Files, directories (their .txt, .md, .html and newsroom formats), globs, or - for standard input',
      type: 'string',
      array: true,
      default: [] as string[],
      defaultDescription: 'none',
    })
    .option('fail-on', {
      describe: 'From which severity on the exit code is 1; major unless configured',
      choices: failOnWords,
      requiresArg: true,
      coerce: last<FailOn>,
    })
    .option('quiet', {
      alias: 'q',
      describe: 'Say nothing to people; the exit code tells',
      type: 'boolean',
      default: false,
    })
    .option('color', { describe: 'Colours, or --no-color', type: 'boolean' }) as unknown as Argv<T & ArticleArguments>
}

const confidenceWords: Record<string, number> = { sure: 0.9, likely: 0.6, maybe: 0.4 }

/**
 * What the arguments say about checking.
 *
 * @throws UsageError when `--min-confidence` is no confidence
 */
export function deskOptions(
  argv: CheckingArguments & { readonly failOn?: FailOn | undefined; readonly source?: string | undefined },
): DeskOptions {
  return {
    configPath: argv.config,
    minConfidence: confidence(argv.minConfidence),
    failOn: argv.failOn,
    ruleIds: argv.rule,
    sourcePath: argv.source,
  }
}

function confidence(value: string | undefined): number | undefined {
  if (value === undefined) return undefined
  const number = confidenceWords[value] ?? (value.trim() === '' ? Number.NaN : Number(value))
  if (number >= 0 && number <= 1) return number
  throw new UsageError(
    `--min-confidence: “${value}” is no confidence`,
    'Give a number from 0 to 1, or sure, likely, maybe',
  )
}
