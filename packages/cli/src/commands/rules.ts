import { rules as allRules } from '@stet/core'
import type { ArgumentsCamelCase, Argv } from 'yargs'
import { columns, palette, print } from '../terminal.ts'

/** What `stet rules` takes. */
export interface RulesArguments {
  readonly format: 'text' | 'json'
  readonly color: boolean | undefined
}

/** Declares `stet rules`. */
export function rulesBuilder(yargs: Argv): Argv<RulesArguments> {
  return yargs
    .option('format', { describe: 'How the list is written', choices: ['text', 'json'] as const, default: 'text' })
    .option('color', { describe: 'Colours, or --no-color', type: 'boolean' }) as unknown as Argv<RulesArguments>
}

/** `stet rules`: a table of the rules. */
export async function rules(argv: ArgumentsCamelCase<RulesArguments>): Promise<number> {
  if (argv.format === 'json') {
    const list = allRules.map(({ id, mqm, severity, fix, round, summary }) => ({
      id,
      mqm,
      severity,
      fix,
      round,
      summary,
    }))
    await print(`${JSON.stringify(list, null, 2)}\n`)
    return 0
  }
  const colours = palette(argv.color)
  const idWidth = Math.max(...allRules.map(({ id }) => id.length))
  const room = columns() - idWidth - 20
  const lines = allRules.map(({ id, severity, fix, summary }) => {
    const short = summary.length > room ? `${summary.slice(0, room - 1)}…` : summary
    return `${id.padEnd(idWidth)}  ${colours[severity](severity.padEnd(8))}  ${colours.quiet(fix.padEnd(6))}  ${short}`
  })
  const head = `${'rule'.padEnd(idWidth)}  ${'severity'.padEnd(8)}  ${'repair'.padEnd(6)}  what is wrong`
  await print(`${[colours.quiet(head), ...lines].join('\n')}\n`)
  return 0
}
