import type { Severity } from '../rules/rule.ts'

/** Severity multipliers of MQM 2.0 (https://themqm.org/error-types-2/the-mqm-scoring-models/). */
const penalties: Record<Severity, number> = { critical: 25, major: 5, minor: 1, neutral: 0 }

/**
 * MQM quality score, raw (uncalibrated) linear model: 100 × (1 − penalty total ÷ words), never below 0.
 * An article without words has 100.
 */
export function score(findings: readonly { severity: Severity }[], words: number): number {
  if (words === 0) return 100
  let penalty = 0
  for (const finding of findings) penalty += penalties[finding.severity]
  return Math.max(0, Math.round((1 - penalty / words) * 1000) / 10)
}
