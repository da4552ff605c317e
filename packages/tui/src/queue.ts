import { confidenceWord, type Finding, openFindings, type Review } from '@stet/core'
import type { Session } from './session.ts'

/** One line of the list of articles. */
export interface QueueLine {
  readonly index: number
  readonly name: string
  /** Undefined: not checked yet. */
  readonly findings: readonly Finding[] | undefined
  readonly open: number
  /** Undefined: not known yet. */
  readonly score: number | undefined
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
export function queueLines(session: Session, { filter, byName }: QueueView): QueueLine[] {
  const words = filter.toLowerCase().split(/\s+/u).filter(Boolean)
  const lines = Array.from({ length: session.count }, (_, index) => lineOf(session, index))
  const shown = lines.filter((line) => words.every((word) => fits(line, word)))
  return shown.sort(byName ? nameFirst : worstFirst)
}

/**
 * The article to go on with: the next of those opened, then the worst (or the first by name) that nobody opened yet, then
 * what is left open in those before.
 *
 * @returns undefined where no other article has anything open
 */
export function nextInQueue(
  session: Session,
  { visited, place, byName }: { readonly visited: readonly number[]; readonly place: number; readonly byName: boolean },
): number | undefined {
  const behind = visited[place + 1]
  if (behind !== undefined) return behind
  const lines = Array.from({ length: session.count }, (_, index) => lineOf(session, index))
  const isWorth = ({ failure, findings, open }: QueueLine): boolean =>
    failure === undefined && (findings === undefined || open > 0)
  const fresh = lines
    .filter((line) => isWorth(line) && !visited.includes(line.index))
    .sort(byName ? nameFirst : worstFirst)
  return fresh[0]?.index ?? visited.find((index, at) => at !== place && isWorth(lines[index] as QueueLine))
}

function nameFirst(a: QueueLine, b: QueueLine): number {
  return byNumber.compare(a.name, b.name)
}

function worstFirst(a: QueueLine, b: QueueLine): number {
  return scoreOf(a) - scoreOf(b) || b.open - a.open || a.index - b.index
}

/** What is not checked yet comes behind all that has a score below the best. */
function scoreOf({ score }: QueueLine): number {
  return score ?? 99.99
}

function lineOf(session: Session, index: number): QueueLine {
  const review: Review | undefined = session.opened(index)
  const survey = session.surveyed(index)
  const findings = review?.findings ?? survey?.findings
  return {
    index,
    name: session.name(index),
    findings,
    open: review === undefined ? (findings?.length ?? 0) : openFindings(review).length,
    score: session.score(index),
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
