import { confidenceWord, type Finding, type Review, reviewProgress } from '@stet/core'
import type { Session } from './session.ts'

/** One line of the list of articles. */
export interface QueueLine {
  readonly index: number
  readonly name: string
  /** Undefined: not checked yet. */
  readonly findings: readonly Finding[] | undefined
  readonly open: number
  readonly score: number
  readonly failure: string | undefined
}

export interface QueueView {
  /** Words that all must fit: part of the name, a rule, a severity, `sure`, `likely`, `maybe`, `open`. */
  readonly filter: string
  readonly byName: boolean
}

/** As people sort names: 2.txt before 10.txt. */
const byNumber = new Intl.Collator('en', { numeric: true })

/** The articles that fit the filter: worst first, those not checked yet last; or by name. */
export function queueLines(session: Session, { filter, byName }: QueueView, nameOf: (index: number) => string) {
  const words = filter.toLowerCase().split(/\s+/u).filter(Boolean)
  const lines = Array.from({ length: session.count }, (_, index) => lineOf(session, index, nameOf(index)))
  const shown = lines.filter((line) => words.every((word) => fits(line, word)))
  return byName
    ? shown.sort((a, b) => byNumber.compare(a.name, b.name))
    : shown.sort((a, b) => a.score - b.score || b.open - a.open || a.index - b.index)
}

function lineOf(session: Session, index: number, name: string): QueueLine {
  const review: Review | undefined = session.opened(index)
  const survey = session.surveyed(index)
  const findings = review?.findings ?? survey?.findings
  return {
    index,
    name,
    findings,
    open: review === undefined ? (findings?.length ?? 0) : reviewProgress(review).open,
    score: survey?.score ?? 100,
    failure: survey?.failure,
  }
}

function fits({ name, findings, open }: QueueLine, word: string): boolean {
  if (word === 'open' || word === 'undecided') return open > 0
  if (name.toLowerCase().includes(word)) return true
  return (findings ?? []).some(
    ({ ruleId, severity, confidence }) =>
      ruleId.includes(word) || severity === word || confidenceWord(confidence) === word,
  )
}
