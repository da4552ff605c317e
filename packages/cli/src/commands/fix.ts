import { repair, UsageError } from '@stet/core'
import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff'
import type { ArgumentsCamelCase, Argv } from 'yargs'
import { assertRules, openArticle } from '../desk.ts'
import { findInputs } from '../inputs.ts'
import { type ArticleArguments, deskOptions, withArticles } from '../options.ts'
import { Outcome, say } from '../outcome.ts'
import { palette, print } from '../terminal.ts'
import { writeText } from '../write-text.ts'

/** What `stet fix` takes. */
export interface FixArguments extends ArticleArguments {
  readonly dryRun: boolean
  readonly write: boolean
}

/** Declares `stet fix`. */
export function fixBuilder(yargs: Argv): Argv<FixArguments> {
  return withArticles(yargs)
    .option('dry-run', { describe: 'Print what would change, as a unified diff', type: 'boolean', default: false })
    .option('write', {
      describe: 'Make the repairs in the files',
      type: 'boolean',
      default: false,
    }) as unknown as Argv<FixArguments>
}

/** `stet fix`: the safe repairs. The exit code tells of what is left. */
export async function fix(argv: ArgumentsCamelCase<FixArguments>): Promise<number> {
  const options = deskOptions(argv)
  assertRules(options.ruleIds)
  if (argv.write && argv.dryRun) throw new UsageError('--write and --dry-run exclude each other', 'Leave one out')
  const outcome = new Outcome()
  const { inputs, failures } = await findInputs(argv.paths, argv.as, argv.config)
  for (const { error } of failures) outcome.fail(error)
  if (!argv.write && !argv.dryRun && inputs.length > 1) {
    throw new UsageError('only one repaired text can be printed', 'Name one article, or use --write or --dry-run')
  }
  for (const input of inputs) {
    try {
      if (argv.write && input.path === undefined) {
        throw new UsageError('standard input cannot be written to', 'Leave --write out: the repaired text is printed')
      }
      const article = await openArticle(input, options)
      const { text, applied, result, conflicts } = repair(article.text, article.check)
      for (const ruleId of conflicts) say(`${input.name}: a repair of ${ruleId} was not made: it would be undone`)
      if (argv.dryRun) await print(patch(input.name, article.text, text, argv.color))
      else if (!argv.write) await print(text)
      else if (text !== article.text) await writeText(input.path as string, text)
      outcome.add(result, article.failOn, input.name)
      if (!argv.quiet) {
        const done = argv.dryRun ? 'to make' : 'made'
        say(`${input.name}: repairs ${done}: ${applied.length}, findings left: ${result.findings.length}`)
      }
    } catch (error) {
      outcome.fail(error)
    }
  }
  return outcome.exitCode
}

function patch(name: string, before: string, after: string, color: boolean | undefined): string {
  if (before === after) return ''
  const { major, repair: added, quiet } = palette(color)
  return createTwoFilesPatch(name, name, before, after, undefined, undefined, {
    context: 3,
    headerOptions: FILE_HEADERS_ONLY,
  })
    .split('\n')
    .map((line) => {
      if (/^(?:\+\+\+|---|@@)/u.test(line)) return quiet(line)
      return line.startsWith('+') ? added(line) : line.startsWith('-') ? major(line) : line
    })
    .join('\n')
}
