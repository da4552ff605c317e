import {
  type Decided,
  type Format,
  type GatePolicy,
  type GateResult,
  gate,
  type PublicResult,
  publicResult,
  repair,
  type Standing,
  type Verdict,
} from '@stet/core'

/** An article as it is posted. */
export interface PostedArticle {
  readonly text: string
  readonly format: Format
  /** The text that it was translated from. */
  readonly source?: string
  /** How the source is read. Default: as the text. */
  readonly sourceFormat?: Format
  /** Its name in the decisions; without one, nothing was decided on it. */
  readonly doc?: string
}

/** A finding that stands because a person decided so. */
interface StandingFinding {
  readonly fingerprint: string
  readonly ruleId: string
  readonly actual: string
  readonly line: number
  readonly verdict: Verdict
  readonly reason?: string
  readonly by?: string
  readonly at?: string
}

/** What is answered: the keys of `stet check --format json`, the gate's verdict, and the text with its safe repairs. */
export interface Answer extends Omit<PublicResult, 'path'> {
  readonly gate: GateResult
  /** Share of the sentences that fit the source; only there where one was sent. */
  readonly aligned?: number
  /** Only there when something stands. */
  readonly standing?: readonly StandingFinding[]
  readonly repaired: {
    readonly text: string
    /** Safe repairs made. */
    readonly repairs: number
    readonly score: number
    /** Of the repaired text. */
    readonly gate: GateResult
  }
}

/** Checks and repairs one article. */
export function answerFor(text: string, decided: (text: string) => Decided, policy: GatePolicy): Answer {
  const { result, standing } = decided(text)
  const repaired = repair(text, (now) => decided(now).result)
  const { path: _, ...found } = publicResult({ path: '', result })
  return {
    ...found,
    gate: gate(result, policy),
    ...(result.aligned === undefined ? {} : { aligned: result.aligned }),
    ...(standing.length === 0 ? {} : { standing: standing.map(standingFinding) }),
    repaired: {
      text: repaired.text,
      repairs: repaired.applied.length,
      score: repaired.result.score,
      gate: gate(repaired.result, policy),
    },
  }
}

function standingFinding({ finding, decision: { verdict, reason, by, at } }: Standing): StandingFinding {
  const { fingerprint, ruleId, actual, line } = finding
  return {
    fingerprint,
    ruleId,
    actual,
    line,
    verdict,
    ...(reason === undefined ? {} : { reason }),
    ...(by === undefined ? {} : { by }),
    ...(at === undefined ? {} : { at }),
  }
}
