/**
 * How long the tables of names take to load, as a program that has just started feels it: each round is a process of its
 * own, with cold code, that reads the tables and compiles them for the rules of names. Prints medians; nothing is asserted.
 *
 *   pnpm bench:names
 */
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { createChecker, type Rule, rules } from '@stet/core'

const rounds = 9
const nameRules = new Set(['name-form', 'organisation-form', 'outlet-name', 'place-form'])

/** Milliseconds that each rule of names takes to prepare: the first that asks for a table reads it. */
function loadOnce(): Record<string, number> {
  const spent: Record<string, number> = {}
  const timed = rules
    .filter(({ id }) => nameRules.has(id))
    .map(
      (rule): Rule => ({
        ...rule,
        prepare(language, vocabulary) {
          const start = performance.now()
          const ready = rule.prepare(language, vocabulary)
          spent[rule.id] = performance.now() - start
          return ready
        },
      }),
    )
  createChecker({ rules: timed })
  return spent
}

function median(values: readonly number[]): number {
  return [...values].sort((one, two) => one - two)[values.length >> 1] as number
}

if (process.argv.includes('--once')) {
  console.log(JSON.stringify(loadOnce()))
} else {
  const all = Array.from({ length: rounds }, (): Record<string, number> => {
    const { stdout } = spawnSync(process.execPath, [fileURLToPath(import.meta.url), '--once'], { encoding: 'utf8' })
    return JSON.parse(stdout)
  })
  const show = (name: string, values: number[]): void =>
    console.log(`${name.padEnd(20)} ${median(values).toFixed(1).padStart(6)} ms`)
  for (const rule of nameRules)
    show(
      rule,
      all.map((round) => round[rule] ?? 0),
    )
  show(
    'all names',
    all.map((round) => Object.values(round).reduce((sum, value) => sum + value, 0)),
  )
}
