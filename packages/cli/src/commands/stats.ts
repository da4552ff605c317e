import type { Decision } from '@stet/core'
import type { ArgumentsCamelCase, Argv } from 'yargs'
import { decisionsFor } from '../decisions-file.ts'
import { say } from '../outcome.ts'
import { palette, print } from '../terminal.ts'

/** What `stet stats` takes. */
export interface StatsArguments {
  readonly format: 'text' | 'json'
  readonly color: boolean | undefined
}

/** What editors decided on the findings of a rule. */
interface RuleStats {
  readonly rule: string
  /** Repairs taken as they were. */
  readonly accepted: number
  /** Findings that were right, with an own text for a repair. */
  readonly own: number
  /** Findings that editors let stand. */
  readonly stet: number
  /** How often the rule was right, 0 to 1. */
  readonly right: number
  /** How often it is right at least, as far as so many decisions can tell (Wilson, 95%). */
  readonly atLeast: number
}

/** Declares `stet stats`. */
export function statsBuilder(yargs: Argv): Argv<StatsArguments> {
  return yargs
    .option('format', { describe: 'How it is written', choices: ['text', 'json'] as const, default: 'text' })
    .option('color', { describe: 'Colours, or --no-color', type: 'boolean' }) as unknown as Argv<StatsArguments>
}

/** `stet stats`: how often editors agreed with each rule, from the decisions of their reviews: its live precision. */
export async function stats(argv: ArgumentsCamelCase<StatsArguments>): Promise<number> {
  const decisions = decisionsFor(process.cwd())
  const list = statsOf(decisions?.list ?? [])
  if (argv.format === 'json') {
    await print(`${JSON.stringify(list, null, 2)}\n`)
    return 0
  }
  if (list.length === 0) {
    say('nothing was decided here yet; `stet review` leaves decisions')
    return 0
  }
  const colours = palette(argv.color)
  const width = Math.max(5, ...list.map(({ rule }) => rule.length))
  const row = (rule: string, ...cells: (string | number)[]): string =>
    `${rule.padEnd(width)}${cells.map((cell) => String(cell).padStart(10)).join('')}`
  const total = totalOf(list)
  const percent = (share: number): string => `${Math.round(share * 100)}%`
  const lines = [...list, total].map(({ rule, accepted, own, stet, right, atLeast }) =>
    row(rule, accepted, own, stet, percent(right), percent(atLeast)),
  )
  await print(`${[colours.quiet(row('rule', 'accepted', 'own', 'stet', 'right', 'at least')), ...lines].join('\n')}\n`)
  return 0
}

/** The rules that most was decided on come first. What was there before anyone looked is no decision. */
function statsOf(decisions: readonly Decision[]): RuleStats[] {
  const counts = new Map<string, { accepted: number; own: number; stet: number }>()
  for (const { ruleId, verdict, own } of decisions) {
    if (verdict === 'baseline') continue
    const count = counts.get(ruleId) ?? { accepted: 0, own: 0, stet: 0 }
    counts.set(ruleId, count)
    if (verdict === 'stet') count.stet++
    else if (own === true) count.own++
    else count.accepted++
  }
  return [...counts]
    .map(([rule, count]) => statsFor(rule, count))
    .sort((a, b) => sizeOf(b) - sizeOf(a) || (a.rule < b.rule ? -1 : 1))
}

function totalOf(list: readonly RuleStats[]): RuleStats {
  const sum = (key: 'accepted' | 'own' | 'stet'): number => list.reduce((total, each) => total + each[key], 0)
  return statsFor('all', { accepted: sum('accepted'), own: sum('own'), stet: sum('stet') })
}

function statsFor(rule: string, count: { accepted: number; own: number; stet: number }): RuleStats {
  const right = count.accepted + count.own
  const all = right + count.stet
  return { rule, ...count, right: rounded(right / all), atLeast: rounded(leastShare(right, all)) }
}

function rounded(share: number): number {
  return Math.round(share * 1000) / 1000
}

/** The lower end of the Wilson interval at 95%: one right out of one says little. */
function leastShare(right: number, all: number): number {
  const z = 1.96
  const share = right / all
  const spread = z * Math.sqrt((share * (1 - share) + (z * z) / (4 * all)) / all)
  return Math.max(0, (share + (z * z) / (2 * all) - spread) / (1 + (z * z) / all))
}

function sizeOf({ accepted, own, stet }: RuleStats): number {
  return accepted + own + stet
}
