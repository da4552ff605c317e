import { UsageError } from '@stet/core'
import yargs from 'yargs'
import { check, checkBuilder } from './commands/check.ts'
import { decide, decideBuilder } from './commands/decide.ts'
import { explain, explainBuilder } from './commands/explain.ts'
import { filter, filterBuilder } from './commands/filter.ts'
import { fix, fixBuilder } from './commands/fix.ts'
import { init } from './commands/init.ts'
import { lsp, lspBuilder } from './commands/lsp.ts'
import { names, namesBuilder } from './commands/names.ts'
import { report, reportBuilder } from './commands/report.ts'
import { review, reviewBuilder } from './commands/review.ts'
import { rules, rulesBuilder } from './commands/rules.ts'
import { serve, serveBuilder } from './commands/serve.ts'
import { stats, statsBuilder } from './commands/stats.ts'
import { standardInput } from './inputs.ts'
import { describe, say } from './outcome.ts'
import { columns, endWithoutReader } from './terminal.ts'
import { version } from './version.ts'

/** Runs the command that the arguments name. Its handlers give back the exit code. */
async function run(argv: readonly string[]): Promise<number> {
  let exitCode = 0
  const handle =
    <T>(command: (argv: T) => Promise<number>) =>
    async (parsed: T) => {
      exitCode = await command(parsed)
    }
  await yargs()
    .scriptName('stet')
    .usage('$0 [command]\n\nFinds and repairs what machine translation from French leaves in English news.')
    .command(['check [paths..]', '$0'], 'Show what an editor would mark, and why', checkBuilder, handle(check))
    .command('fix [paths..]', 'Make the safe repairs; prints the text unless told otherwise', fixBuilder, handle(fix))
    .command('review [paths..]', 'Decide on each finding, in the terminal', reviewBuilder, handle(review))
    .command('decide <file> <fingerprint>', 'Record that a finding stands, and why', decideBuilder, handle(decide))
    .command('explain [rule]', 'Tell what a rule means, with examples', explainBuilder, handle(explain))
    .command('names <names..>', 'Tell what Stet knows of a name, and why', namesBuilder, handle(names))
    .command('rules', 'List the rules', rulesBuilder, handle(rules))
    .command('stats', 'Show how often editors agreed with each rule', statsBuilder, handle(stats))
    .command('init', 'Write stet.config.json to start from', (builder) => builder, handle(init))
    .command('report [paths..]', 'Check an archive of any size and report on it', reportBuilder, handle(report))
    .command('filter', 'JSON lines in, the same out with what was found', filterBuilder, handle(filter))
    .command('lsp', 'Serve an editor: a language server on standard input and output', lspBuilder, handle(lsp))
    .command('serve', 'Serve programs: an HTTP service', serveBuilder, handle(serve))
    .epilogue('Exit codes: 0 nothing to mend, 1 findings, 2 could not run, 3 some articles failed.')
    .parserConfiguration({ 'greedy-arrays': false, 'parse-numbers': false, 'parse-positional-numbers': false })
    .locale('en')
    .wrap(columns())
    .strict()
    .version(version)
    .help()
    .alias('help', 'h')
    .exitProcess(false)
    .fail((message, error) => {
      // What yargs itself finds wrong comes as an error of its own for some options.
      if (error !== undefined && error.name !== 'YError') throw error
      throw new UsageError(message.replace(/\s+/gu, ' '), 'See stet --help')
    })
    .parseAsync(withoutSeparator(argv).map((argument) => (argument === '-' ? standardInput : argument)))
  return exitCode
}

/** What comes after `--` is a name, whatever it begins with; yargs would lose it. */
function withoutSeparator(argv: readonly string[]): string[] {
  const at = argv.indexOf('--')
  if (at < 0) return [...argv]
  const names = argv.slice(at + 1).map((name) => (/^-./u.test(name) ? `./${name}` : name))
  return [...argv.slice(0, at), ...names]
}

for (const stream of [process.stdout, process.stderr]) stream.on('error', endWithoutReader)

let ended = false
// A promise that nobody keeps would end the process as if all were well.
process.once('beforeExit', () => {
  if (ended) return
  say('this should not have happened: stopped in the middle')
  process.exitCode = 2
})

try {
  process.exitCode = await run(process.argv.slice(2))
} catch (error) {
  if (error instanceof UsageError) say(describe(error))
  else {
    say(`this should not have happened: ${error instanceof Error ? error.message : String(error)}`)
    if (process.env['STET_DEBUG'] === '1' && error instanceof Error) process.stderr.write(`${error.stack}\n`)
  }
  process.exitCode = 2
}
ended = true
