import type { CheckResult } from './check/check.ts'
import type { GateLimits, GatePolicy } from './gate-policy.ts'
import type { Severity } from './rules/rule.ts'

/** What is to become of an article: publish it, let a person look first, or block it. */
export type GateVerdict = 'publish' | 'look' | 'block'

/** The gate's answer. */
export interface GateResult {
  readonly verdict: GateVerdict
  /** Why not “publish”, the gravest first; one sentence each. */
  readonly reasons: readonly string[]
}

/**
 * The policy where nothing else is said. Scores are those of the raw linear scoring model of MQM 2.0
 * (https://themqm.org/error-types-2/the-mqm-scoring-models/): 100 × (1 − penalty total ÷ words), penalties 0, 1, 5 and 25. Its default
 * threshold is a matter of the house; 95 is one major error in a hundred words.
 */
export const defaultGatePolicy = {
  block: { critical: 0.6, major: 0.9 },
  look: { critical: 0.4, major: 0.6, minor: 0.9 },
  blockBelow: 90,
  lookBelow: 95,
} as const satisfies GatePolicy

/** Says whether a checked article may go out, by severity and confidence of its findings and by its MQM score. */
export function gate(result: CheckResult, policy: GatePolicy = {}): GateResult {
  const block = { ...defaultGatePolicy.block, ...policy.block }
  const look = { ...defaultGatePolicy.look, ...policy.look }
  const blocking = [
    ...reached(result, block, 'block'),
    ...lowScore(result, policy.blockBelow ?? defaultGatePolicy.blockBelow),
  ]
  // What a rule that failed would have found, nobody knows.
  const failed = result.errors.map(({ ruleId }) => `rule ${ruleId} failed: what it would have found is missing`)
  const looking = [
    ...reached(result, look, 'need a look', block),
    ...(blocking.some((reason) => reason.startsWith('MQM'))
      ? []
      : lowScore(result, policy.lookBelow ?? defaultGatePolicy.lookBelow)),
    ...failed,
  ]
  return {
    verdict: blocking.length > 0 ? 'block' : looking.length > 0 ? 'look' : 'publish',
    reasons: [...blocking, ...looking],
  }
}

const severities: readonly Severity[] = ['critical', 'major', 'minor', 'neutral']

function reached(result: CheckResult, limits: GateLimits, what: string, without: GateLimits = {}): string[] {
  return severities.flatMap((severity) => {
    const limit = limits[severity]
    if (limit === undefined || limit === 'never') return []
    const ceiling = without[severity]
    const found = result.findings.filter(
      (finding) =>
        finding.severity === severity &&
        finding.confidence >= limit &&
        (ceiling === undefined || ceiling === 'never' || finding.confidence < ceiling),
    )
    const [first] = found
    if (first === undefined) return []
    const quote = [...first.actual.replace(/\s+/gu, ' ')].slice(0, 40).join('')
    return [
      `${found.length} ${severity} ${found.length === 1 ? 'finding' : 'findings'} (confidence ${limit} or more) ${
        found.length === 1 && what !== 'block' ? 'needs a look' : found.length === 1 ? 'blocks' : what
      }; the first: “${quote}” in line ${first.line}`,
    ]
  })
}

function lowScore({ score }: CheckResult, limit: number): string[] {
  return score < limit ? [`MQM score ${score.toFixed(1)} is below ${limit}`] : []
}
