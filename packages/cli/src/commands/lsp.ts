import { dirname } from 'node:path'
import type { ArgumentsCamelCase, Argv } from 'yargs'
import { recordDecision } from '../decisions-file.ts'
import { assertRules, forgetSettled, rulesVersionFor, settledFor } from '../desk.ts'
import { type CheckingArguments, deskOptions, withChecking } from '../options.ts'
import { version } from '../version.ts'

/** Declares `stet lsp`. */
export function lspBuilder(yargs: Argv): Argv<CheckingArguments> {
  // Clients add these of their own accord; there is no other way to talk to us.
  return withChecking(yargs)
    .option('stdio', { type: 'boolean', hidden: true })
    .option('clientProcessId', { type: 'string', hidden: true }) as unknown as Argv<CheckingArguments>
}

/** `stet lsp`: a language server on standard input and output; ends when the editor hangs up. */
export async function lsp(argv: ArgumentsCamelCase<CheckingArguments>): Promise<number> {
  const options = deskOptions(argv)
  assertRules(options.ruleIds)
  const { startLanguageServer } = await import('@stet/server/lsp')
  startLanguageServer({
    version,
    newsroom: {
      checkFor: (path, format) => settledFor({ path, format: argv.as ?? format }, options).check,
      letStand: (path, finding, reason, workspace) =>
        recordDecision(
          path,
          finding,
          { verdict: 'stet', reason, rules: rulesVersionFor(dirname(path), options) },
          workspace,
        ),
      forget: forgetSettled,
    },
  })
  return 0
}
