import type { ArgumentsCamelCase, Argv } from 'yargs'
import { type CheckingArguments, withChecking } from '../options.ts'

/** What `stet report` takes. */
export interface ReportArguments extends CheckingArguments {
  readonly paths: string[]
  readonly out: string
}

/** Declares `stet report`. */
export function reportBuilder(yargs: Argv): Argv<ReportArguments> {
  return withChecking(yargs)
    .positional('paths', { describe: 'Files, directories or globs', type: 'string', array: true, default: [] })
    .option('out', {
      describe: 'The folder of the run',
      type: 'string',
      requiresArg: true,
      demandOption: true,
    }) as unknown as Argv<ReportArguments>
}

/** `stet report`: checks an archive of any size and reports on it. */
export async function report(argv: ArgumentsCamelCase<ReportArguments>): Promise<number> {
  const { writeResults } = await import('@stet/archive')
  await writeResults(argv.out)
  return 0
}
