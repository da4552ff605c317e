import { assertRule, rules, UsageError } from '@stet/core'
import type { ArgumentsCamelCase, Argv } from 'yargs'
import { palette, print } from '../terminal.ts'

/** What `stet explain` takes. */
export interface ExplainArguments {
  readonly rule: string | undefined
  readonly color: boolean | undefined
}

const repairs = {
  safe: 'safe repairs are made by `stet fix`',
  review: 'repairs wait in `stet review`',
  none: 'only a person can repair it',
}

/** Declares `stet explain`. */
export function explainBuilder(yargs: Argv): Argv<ExplainArguments> {
  return yargs
    .positional('rule', { describe: 'Id of a rule', type: 'string' })
    .option('color', { describe: 'Colours, or --no-color', type: 'boolean' }) as unknown as Argv<ExplainArguments>
}

/** `stet explain`: what a rule means, why, and examples. */
export async function explain(argv: ArgumentsCamelCase<ExplainArguments>): Promise<number> {
  if (argv.rule === undefined) throw new UsageError('explain: no rule named', '`stet rules` lists the rules')
  assertRule(argv.rule, 'explain')
  const colours = palette(argv.color)
  for (const rule of rules.filter(({ id }) => id === argv.rule)) {
    const lines = [
      colours.path(rule.id),
      colours.quiet(`${rule.severity} · ${rule.mqm} · ${repairs[rule.fix]}`),
      '',
      rule.summary,
      '',
      rule.why,
      '',
      'It marks:',
      ...rule.examples.bad.flatMap(({ text, expected, source }) => [
        ...(source === undefined ? [] : [colours.quiet(indent('< ', source))]),
        colours.major(indent('- ', text)),
        ...(expected === null ? [] : [colours.repair(indent('+ ', expected === '' ? '(delete)' : expected))]),
      ]),
      '',
      'It lets stand:',
      ...rule.examples.good.flatMap((good) => {
        if (typeof good === 'string') return indent('  ', good)
        const source = good.source === undefined ? [] : [colours.quiet(indent('< ', good.source))]
        return [...source, indent('  ', good.text)]
      }),
    ]
    await print(`${lines.join('\n')}\n`)
  }
  return 0
}

function indent(sign: string, text: string): string {
  return text
    .trim()
    .split('\n')
    .map((line) => `  ${sign}${line}`)
    .join('\n')
}
