import {
  type CheckResult,
  type Format,
  type GatePolicy,
  type GateResult,
  gate,
  type PublicResult,
  publicResult,
  repair,
} from '@stet/core'

/** An article as it is posted. */
export interface PostedArticle {
  readonly text: string
  readonly format: Format
}

/** What is answered: the keys of `stet check --format json`, the gate's verdict, and the text with its safe repairs. */
export interface Answer extends Omit<PublicResult, 'path'> {
  readonly gate: GateResult
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
export function answerFor(text: string, check: (text: string) => CheckResult, policy: GatePolicy): Answer {
  const result = check(text)
  const repaired = repair(text, check)
  const { path: _, ...found } = publicResult({ path: '', result })
  return {
    ...found,
    gate: gate(result, policy),
    repaired: {
      text: repaired.text,
      repairs: repaired.applied.length,
      score: repaired.result.score,
      gate: gate(repaired.result, policy),
    },
  }
}
