import type { Severity } from './rules/rule.ts'

/** From which confidence on a finding of a severity asks for a verdict; `never` switches it off. */
export type GateLimits = Readonly<Partial<Record<Severity, number | 'never'>>>

/** When an article may go out. Every key may be left out: `defaultGatePolicy` holds for it. */
export interface GatePolicy {
  /** Findings that block. */
  readonly block?: GateLimits
  /** Findings that a person has to look at. */
  readonly look?: GateLimits
  /** Below this MQM score the article is blocked. */
  readonly blockBelow?: number
  /** Below this MQM score a person has to look. */
  readonly lookBelow?: number
}
