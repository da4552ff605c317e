import { createChecker } from '@stet/core'
import { bilingualArticles, categories, faultlessPairs, type Measured, measure } from './bilingual.ts'
import { perturbed } from './perturb.ts'
import { percent } from './score.ts'

const seed = 7

/** What is measured with the source and without it: our own annotated pairs, and faultless ones spoilt at random. */
export function sourceScores(): { table: string; missed: readonly string[]; alarms: readonly string[] } {
  const checker = createChecker()
  const lines: string[] = []
  const missed: string[] = []
  const alarms: string[] = []
  const articles = bilingualArticles()
  const faultless = faultlessPairs()
  const spoilt = perturbed(faultless, seed)
  for (const [title, set] of [
    [`Our own annotated pairs (${articles.length})`, articles],
    [`Faultless pairs spoilt in one place each (${spoilt.length})`, spoilt],
  ] as const) {
    const given = measure(set, checker, true)
    lines.push(title, ...rows(given, measure(set, checker, false)), '')
    missed.push(...given.missed)
    alarms.push(...given.alarms)
  }
  const quiet = measure(faultless, checker, true).alarms
  lines.push(`Alarms in ${faultless.length} faultless pairs: ${quiet.length}`, ...quiet)
  return { table: `${lines.join('\n')}\n`, missed, alarms }
}

function rows(given: Measured, alone: Measured): string[] {
  const lines = ['  check          faults   with the source: found  precision   without: found  precision']
  for (const category of categories) {
    const a = given.counts[category]
    const b = alone.counts[category]
    if (a.faults + a.findings + b.findings === 0) continue
    const cells = [a, b].map(({ faults, found, findings, off }) => [
      `${found} (${percent(found, faults)})`,
      percent(findings - off, findings),
    ])
    lines.push(
      `  ${category.padEnd(14)} ${String(a.faults).padStart(6)}   ${cells[0]?.[0]?.padStart(22)}  ${cells[0]?.[1]?.padStart(9)}   ${cells[1]?.[0]?.padStart(14)}  ${cells[1]?.[1]?.padStart(9)}`,
    )
  }
  return lines
}
