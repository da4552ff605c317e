import { checkerOptions, confidenceWord, createChecker, lookUpName, type NameAnswer } from '@stet/core'
import type { ArgumentsCamelCase, Argv } from 'yargs'
import { configFor } from '../config-file.ts'
import { print } from '../terminal.ts'

/** What `stet names` takes. */
export interface NamesArguments {
  readonly names: readonly string[]
  readonly format: 'text' | 'json'
}

/** Declares `stet names`. */
export function namesBuilder(yargs: Argv): Argv<NamesArguments> {
  return yargs
    .positional('names', {
      describe: 'Names, each in quotation marks when it has spaces',
      type: 'string',
      array: true,
      demandOption: true,
    })
    .option('format', {
      describe: 'How the answer is written',
      choices: ['text', 'json'] as const,
      default: 'text',
    }) as unknown as Argv<NamesArguments>
}

/** `stet names`: what Stet knows of a name and why. Exit code 1 when one of them is read as a French form. */
export async function names(argv: ArgumentsCamelCase<NamesArguments>): Promise<number> {
  const checker = createChecker({ ...checkerOptions(configFor(process.cwd()).config), minConfidence: 0.05 })
  const answers = argv.names.map((name) => lookUpName(name, checker))
  await print(argv.format === 'json' ? `${JSON.stringify(answers, null, 2)}\n` : answers.map(describe).join('\n'))
  return answers.some(({ readings }) => readings.length > 0) ? 1 : 0
}

function describe({ name, rows, readings, houses, kept, homograph }: NameAnswer): string {
  const lines = [name]
  for (const { table, source, target, kind, from } of rows)
    lines.push(
      `  in ${table}: ${source} → ${target.replaceAll('|', ' or ')}${kind === '' ? '' : ` (${kind})`}${from === '' ? '' : `, from ${from}`}`,
    )
  for (const { actual, expected, confidence, reason, evidence } of readings) {
    lines.push(
      `  in a sentence: ${actual} → ${expected.join(' or ')}, ${confidenceWord(confidence)} (${confidence})`,
      `    ${reason}${evidence.length > 0 ? `: ${evidence.join(', ')}` : ''}`,
    )
  }
  for (const { house, write, instead, since, until, source } of houses) {
    const days = [since === '' ? '' : ` since ${since}`, until === '' ? '' : ` until ${until}`].join('')
    lines.push(`  ${house} writes ${write}${days}, not ${instead.join(' or ')}; source: ${source}`)
  }
  if (kept) lines.push('  kept: its bearers or English usage write it so')
  if (homograph) lines.push('  an English word or name too: marked only where the context shows the French one')
  if (lines.length === 1) lines.push('  nothing is known; it would stand')
  return `${lines.join('\n')}\n`
}
