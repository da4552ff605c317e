/**
 * A publishing pipeline: each article is repaired where that is safe; the gate says whether the rest may go out.
 *
 *   node gate.ts ARTICLE…
 *
 * Exit code 1 where an article is blocked. Nothing is written: your pipeline takes `text` from here.
 */
import { readFileSync } from 'node:fs'
import { createChecker, formatOf, type GatePolicy, type GateResult, gate, repair } from '@stet/core'

/** Made once: rules and tables are compiled here, then any number of articles is checked. */
const checker = createChecker()
/** The house blocks what is sure and grave; a low score alone only asks for a look. */
const policy: GatePolicy = { block: { critical: 0.6, major: 0.9 }, blockBelow: 0, lookBelow: 95 }

export interface Judged extends GateResult {
  readonly text: string
  readonly repairs: number
}

/** Repairs what is safe and judges what is left. */
export function judge(text: string, path: string): Judged {
  const format = formatOf(path)
  const repaired = repair(text, (now) => checker.check(now, { format }))
  return { text: repaired.text, repairs: repaired.applied.length, ...gate(repaired.result, policy) }
}

for (const path of process.argv.slice(2)) {
  const { verdict, reasons, repairs } = judge(readFileSync(path, 'utf8'), path)
  console.log(`${verdict.padEnd(7)} ${path}: ${repairs} repaired`)
  for (const reason of reasons) console.log(`        ${reason}`)
  if (verdict === 'block') process.exitCode = 1
}
