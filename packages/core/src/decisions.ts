import type { CheckResult } from './check/check.ts'
import type { Finding } from './check/finding.ts'
import { score } from './check/score.ts'
import { UsageError } from './usage-error.ts'

/** `stet`: let it stand · `fixed`: repaired · `baseline`: was there before anyone looked. */
export type Verdict = 'stet' | 'fixed' | 'baseline'

/** What a person decided on a finding. It holds as long as the text around the finding stays. */
export interface Decision {
  /** Path of the article under the root that holds `.stet`, with `/`. */
  readonly doc: string
  readonly fingerprint: string
  readonly ruleId: string
  readonly quote: string
  readonly verdict: Verdict
  readonly reason?: string
  /** Was it repaired with the editor’s own text, not with ours? */
  readonly own?: boolean
  readonly by?: string
  /** ISO 8601. */
  readonly at?: string
  /** Version of Stet, its tables and its configuration, by which the finding was one. */
  readonly rules?: string
}

const verdicts: readonly string[] = ['stet', 'fixed', 'baseline']

/**
 * Reads a file of decisions, one JSON object a line.
 *
 * @param file the name to put into error messages
 * @throws UsageError naming the line that is no decision
 */
export function parseDecisions(text: string, file: string): Decision[] {
  return text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return []
    let value: Partial<Decision> | null
    try {
      value = JSON.parse(line) as Partial<Decision> | null
    } catch {
      value = null
    }
    const whole =
      value !== null &&
      typeof value.doc === 'string' &&
      typeof value.fingerprint === 'string' &&
      typeof value.ruleId === 'string' &&
      verdicts.includes(value.verdict ?? '')
    if (!whole)
      throw new UsageError(`${file}:${index + 1}: not a decision: ${line.slice(0, 80)}`, 'Mend or remove the line')
    return [{ quote: '', ...value } as Decision]
  })
}

/** The text of a file of decisions: sorted, one line each, so that it merges; of two on one finding the last one holds. */
export function serialiseDecisions(decisions: readonly Decision[]): string {
  const byKey = new Map(decisions.map((decision) => [keyOf(decision.doc, decision.fingerprint), decision]))
  return [...byKey]
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    .map(
      ([, { doc, fingerprint, ruleId, quote, verdict, reason, own, by, at, rules }]) =>
        `${JSON.stringify({ doc, fingerprint, ruleId, quote, verdict, reason, own, by, at, rules })}\n`,
    )
    .join('')
}

/** A finding that stands, and who let it stand. */
export interface Standing {
  readonly finding: Finding
  readonly decision: Decision
}

export interface Decided {
  /** The check without the findings that stand. */
  readonly result: CheckResult
  /** In source order. */
  readonly standing: readonly Standing[]
  /** Decisions on this article that match no finding any more. */
  readonly stale: readonly Decision[]
}

/** Takes out of a check what was decided: `stet` and `baseline`. */
export function decide(result: CheckResult, doc: string, decisions: readonly Decision[]): Decided {
  const mine = decisions.filter((decision) => decision.doc === doc && decision.verdict !== 'fixed')
  const stands = new Map(mine.map((decision) => [decision.fingerprint, decision]))
  const standing = result.findings.flatMap((finding): Standing[] => {
    const decision = stands.get(finding.fingerprint)
    return decision === undefined ? [] : [{ finding, decision }]
  })
  const findings = result.findings.filter(({ fingerprint }) => !stands.has(fingerprint))
  const found = new Set(result.findings.map(({ fingerprint }) => fingerprint))
  return {
    result: standing.length === 0 ? result : { ...result, findings, score: score(findings, result.words) },
    standing,
    stale: mine.filter(({ fingerprint }) => !found.has(fingerprint)),
  }
}

function keyOf(doc: string, fingerprint: string): string {
  return `${doc}\0${fingerprint}`
}
