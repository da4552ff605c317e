/**
 * A publishing pipeline: each article is repaired where that is safe, and stopped when what is left is too grave.
 *
 *   node gate.ts ARTICLE…
 */
import { readFileSync } from 'node:fs'
import { type CheckResult, createChecker, formatOf, repair } from '@stet/core'

/** Made once: rules and tables are compiled here, then any number of articles is checked. */
const checker = createChecker({ minConfidence: 0.6 })
const lowestScore = 95

export interface Verdict {
  readonly publish: boolean
  readonly text: string
  readonly repairs: number
  readonly result: CheckResult
}

/** Repairs what is safe and says whether the rest may be published. */
export function gate(text: string, path: string): Verdict {
  const format = formatOf(path)
  const repaired = repair(text, (now) => checker.check(now, { format }))
  const grave = repaired.result.findings.some(
    ({ severity, confidence }) => severity === 'critical' || (severity === 'major' && confidence >= 0.9),
  )
  return {
    publish: !grave && repaired.result.score >= lowestScore,
    text: repaired.text,
    repairs: repaired.applied.length,
    result: repaired.result,
  }
}

for (const path of process.argv.slice(2)) {
  const { publish, repairs, result } = gate(readFileSync(path, 'utf8'), path)
  console.log(
    `${publish ? 'publish' : 'hold   '} ${path}: ${repairs} repaired, ${result.findings.length} left, score ${result.score}`,
  )
  if (!publish) process.exitCode = 1
}
