import type { Finding } from './check/finding.ts'
import type { Decision } from './decisions.ts'
import { applyEdits, collide, type Edit, shiftOffset } from './text/edit.ts'

/** What the editor chose for a finding. */
export type Choice =
  | { readonly kind: 'accept'; readonly fix: number }
  | { readonly kind: 'own'; readonly text: string }
  /** Let it stand; the reason goes into the record. */
  | { readonly kind: 'stet'; readonly reason?: string }
  /** Not now: it comes again in the next review. */
  | { readonly kind: 'skip' }
  /** Not now: it comes again when the others are decided. */
  | { readonly kind: 'defer' }

/** Who chose, when, and which rules had found what was chosen about: for the record. */
export interface ReviewMark {
  /** ISO 8601. */
  readonly at?: string
  readonly by?: string
  /** Version of Stet, its tables and its configuration. */
  readonly rules?: string
}

/** A decision as the journal keeps it: by fingerprint, so that it outlives a change elsewhere in the article. */
export interface ReviewEvent extends ReviewMark {
  readonly fingerprints: readonly string[]
  /** `undefined` takes the last event back. */
  readonly choice: Choice | undefined
}

/** The review of one article. Plain data; every step gives a new one. */
export interface Review {
  readonly source: string
  readonly findings: readonly Finding[]
  /** By the finding’s index; absent: not decided. */
  readonly choices: ReadonlyMap<number, Choice>
  /** Index of the finding that is shown. */
  readonly cursor: number
  /** The events that led here, oldest first: what the journal holds. */
  readonly events: readonly ReviewEvent[]
  /** Events that were taken back, the last one last: what can be made again. */
  readonly undone: readonly ReviewEvent[]
  /** Indexes of undecided findings that the newest check no longer finds: other repairs settled them. */
  readonly vanished: ReadonlySet<number>
}

export type ReviewAction =
  /** `index`: the finding that the choice is about; default: the one shown. */
  | { readonly type: 'choose'; readonly choice: Choice; readonly index?: number; readonly mark?: ReviewMark }
  | { readonly type: 'choose-alike'; readonly choice: Choice; readonly mark?: ReviewMark }
  | { readonly type: 'undo' }
  | { readonly type: 'redo' }
  | { readonly type: 'next' }
  | { readonly type: 'back' }
  | { readonly type: 'first' }
  | { readonly type: 'last' }

/** @param findings in source order, as `check` gives them */
export function startReview(source: string, findings: readonly Finding[]): Review {
  return { source, findings, choices: new Map(), cursor: 0, events: [], undone: [], vanished: new Set() }
}

/** One step. An action that makes no sense here (a fix that is not there, undo at the start) changes nothing. */
export function reviewStep(review: Review, action: ReviewAction): Review {
  switch (action.type) {
    case 'choose':
      return choose(
        review,
        withTwins(review, [action.index ?? review.cursor], action.choice),
        action.choice,
        action.mark,
      )
    case 'choose-alike':
      return choose(review, withTwins(review, alike(review), action.choice), action.choice, action.mark)
    case 'undo':
      return undo(review)
    case 'redo':
      return redo(review)
    case 'next':
      return { ...review, cursor: Math.min(review.cursor + 1, Math.max(0, review.findings.length - 1)) }
    case 'back':
      return { ...review, cursor: Math.max(0, review.cursor - 1) }
    case 'first':
      return { ...review, cursor: 0 }
    case 'last':
      return { ...review, cursor: Math.max(0, review.findings.length - 1) }
  }
}

/** Indexes of the undecided findings that say the same as the one shown, itself included: same rule, text and first repair. */
export function alike(review: Review): number[] {
  const shown = review.findings[review.cursor]
  if (shown === undefined) return []
  return review.findings.flatMap((finding, index) =>
    (index === review.cursor || !review.choices.has(index)) &&
    finding.ruleId === shown.ruleId &&
    finding.actual === shown.actual &&
    finding.expected[0] === shown.expected[0]
      ? [index]
      : [],
  )
}

/** Open findings that mark the very same words as this one, for another reason: one choice for the editor. */
function twins(review: Review, index: number): number[] {
  const shown = review.findings[index]
  if (shown === undefined) return []
  return review.findings.flatMap(({ start, end }, other) =>
    other !== index && start === shown.start && end === shown.end && !review.choices.has(other) ? [other] : [],
  )
}

/** What stands, stands for every reason; a repair settles the others by itself. */
function withTwins(review: Review, indexes: readonly number[], { kind }: Choice): readonly number[] {
  if (kind === 'accept' || kind === 'own') return indexes
  return [...new Set(indexes.flatMap((index) => [index, ...twins(review, index)]))]
}

/** A repair that can be chosen: of which finding, and the number of its fix. */
export interface OfferedRepair {
  readonly index: number
  readonly fix: number
}

/** The repairs of the finding that is shown, then those that others have for the same words. */
export function offeredRepairs(review: Review): OfferedRepair[] {
  const seen = new Set<string>()
  return [review.cursor, ...twins(review, review.cursor)].flatMap((index) =>
    (review.findings[index]?.fixes ?? []).flatMap(({ edits }, fix) => {
      const key = JSON.stringify(edits.map(({ start, end, text }) => [start, end, text]))
      if (seen.has(key)) return []
      seen.add(key)
      return [{ index, fix }]
    }),
  )
}

/**
 * Takes in a new check of the reviewed text: what it no longer finds is settled.
 *
 * @param found the findings in `reviewedText(review)`
 * @returns also the findings that the article did not have: an own text brought them in, or a repair
 */
export function recheckReview(review: Review, found: readonly Finding[]): { review: Review; fresh: Finding[] } {
  const edits = chosenEdits(review).sort((a, b) => a.start - b.start || a.end - b.end)
  const now = new Set(found.map(keyOf))
  const known = new Set<string>()
  const vanished = new Set<number>()
  for (const [index, finding] of review.findings.entries()) {
    const start = shiftOffset(finding.start, edits)
    const key = keyOf({ ...finding, start })
    known.add(key)
    if (review.choices.has(index) || isOverridden(edits, finding)) continue
    if (!touches(edits, finding)) {
      if (!now.has(key)) vanished.add(index)
      continue
    }
    // Its words changed, and its repair can still be made: is it still one?
    const end = shiftOffset(finding.end, edits)
    const same = found.filter((other) => other.ruleId === finding.ruleId && other.start <= end && other.end >= start)
    for (const other of same) known.add(keyOf(other))
    if (same.length === 0) vanished.add(index)
  }
  const next = { ...review, vanished }
  return {
    review: vanished.has(next.cursor) ? { ...next, cursor: nextOpen(next) } : next,
    fresh: found.filter((finding) => !known.has(keyOf(finding))),
  }
}

function keyOf({ ruleId, start, actual }: Pick<Finding, 'ruleId' | 'start' | 'actual'>): string {
  return `${ruleId} ${start} ${actual}`
}

/** Makes the journal’s events again. Decisions on findings that are gone are left out and counted. */
export function replayReview(review: Review, events: readonly ReviewEvent[]): { review: Review; lost: number } {
  const { review: replayed, lost } = replay(review, events)
  return {
    review: { ...replayed, events: replayed.events.filter(isWhole), undone: replayed.undone.filter(isWhole) },
    lost,
  }
}

function isWhole({ fingerprints }: ReviewEvent): boolean {
  return fingerprints.length > 0
}

function replay(review: Review, events: readonly ReviewEvent[]): { review: Review; lost: number } {
  const indexes = new Map(review.findings.map((finding, index) => [finding.fingerprint, index]))
  let lost = 0
  let now = review
  for (const event of events) {
    const { fingerprints, choice } = event
    if (choice === undefined) {
      now = undo(now)
      continue
    }
    const known = fingerprints.flatMap((fingerprint) => indexes.get(fingerprint) ?? [])
    const next = choose(now, known, choice, markOf(event))
    const made = next === now ? [] : (next.events.at(-1)?.fingerprints ?? [])
    lost += fingerprints.length - made.length
    // What cannot be made any more keeps its place, so that a later undo takes back the right event.
    now = next === now ? { ...now, events: [...now.events, { fingerprints: [], choice }] } : next
  }
  return { review: now, lost }
}

/** The findings that still wait for a choice, in source order. */
export function openFindings(review: Review): Finding[] {
  const isOpen = openTest(review)
  return review.findings.filter((_, index) => isOpen(index))
}

/** Is the finding out of question because an accepted repair changes its text, or mends what made it one? */
export function isSuperseded(review: Review, index: number): boolean {
  if (review.choices.has(index)) return false
  return review.vanished.has(index) || isOverridden(chosenEdits(review), review.findings[index])
}

/** Does it still wait for a choice? Asked of many findings at once, so the chosen edits are gathered once. */
function openTest(review: Review): (index: number) => boolean {
  const edits = chosenEdits(review)
  return (index) =>
    !review.choices.has(index) && !review.vanished.has(index) && !isOverridden(edits, review.findings[index])
}

/** Can none of its repairs be made any more besides these edits? */
function isOverridden(edits: readonly Edit[], finding: Finding | undefined): boolean {
  if (finding === undefined || !touches(edits, finding)) return false
  return finding.fixes.every((fix) => fix.edits.some((edit) => edits.some((chosen) => collide(edit, chosen))))
}

function touches(edits: readonly Edit[], finding: Finding | undefined): boolean {
  if (finding === undefined) return false
  const span: Edit = { start: finding.start, end: finding.end, text: '' }
  return edits.some((edit) => collide(edit, span))
}

export interface ReviewProgress {
  readonly total: number
  readonly decided: number
  readonly accepted: number
  readonly stet: number
  readonly skipped: number
  /** Put off until the others are decided. */
  readonly deferred: number
  readonly open: number
}

export function reviewProgress(review: Review): ReviewProgress {
  let accepted = 0
  let stet = 0
  let skipped = 0
  let deferred = 0
  for (const choice of review.choices.values()) {
    if (choice.kind === 'stet') stet++
    else if (choice.kind === 'skip') skipped++
    else if (choice.kind === 'defer') deferred++
    else accepted++
  }
  const total = review.findings.length
  const isOpen = openTest(review)
  const open = review.findings.filter((_, index) => isOpen(index)).length
  return { total, decided: accepted + stet + skipped, accepted, stet, skipped, deferred, open }
}

/** The article with all accepted repairs and own texts. */
export function reviewedText(review: Review): string {
  return applyEdits(review.source, chosenEdits(review)).text
}

/**
 * What to keep for good: findings that stand and findings that were repaired. Skipped and deferred ones come again.
 *
 * @param mark for choices whose event says nothing of it
 */
export function reviewDecisions(review: Review, doc: string, mark: ReviewMark): Decision[] {
  const marks = new Map<string, ReviewMark>()
  for (const event of review.events) {
    for (const fingerprint of event.fingerprints) marks.set(fingerprint, { ...mark, ...markOf(event) })
  }
  return [...review.choices].flatMap(([index, choice]) => {
    const finding = review.findings[index] as Finding
    if (choice.kind === 'skip' || choice.kind === 'defer') return []
    const { fingerprint, ruleId, actual: quote } = finding
    return [
      {
        doc,
        fingerprint,
        ruleId,
        quote,
        verdict: choice.kind === 'stet' ? ('stet' as const) : ('fixed' as const),
        ...(choice.kind === 'own' ? { own: true } : {}),
        ...(choice.kind === 'stet' && choice.reason !== undefined ? { reason: choice.reason } : {}),
        ...(marks.get(fingerprint) ?? mark),
      },
    ]
  })
}

/** The edits of a choice; undefined when it cannot be made. */
function editsOf(finding: Finding, choice: Choice): readonly Edit[] | undefined {
  if (choice.kind === 'accept') return finding.fixes[choice.fix]?.edits
  if (choice.kind === 'own') return [{ start: finding.start, end: finding.end, text: choice.text }]
  return []
}

/** The edits of all repairs and own texts that are chosen; offsets into the source. */
export function chosenEdits(review: Review): Edit[] {
  return [...review.choices].flatMap(([index, choice]) => editsOf(review.findings[index] as Finding, choice) ?? [])
}

function markOf({ at, by, rules }: ReviewMark): ReviewMark {
  return {
    ...(at === undefined ? {} : { at }),
    ...(by === undefined ? {} : { by }),
    ...(rules === undefined ? {} : { rules }),
  }
}

function choose(review: Review, indexes: readonly number[], choice: Choice, mark: ReviewMark = {}): Review {
  const choices = new Map(review.choices)
  const made: number[] = []
  for (const index of indexes) {
    const finding = review.findings[index]
    const edits = finding === undefined ? undefined : editsOf(finding, choice)
    if (edits === undefined) continue
    // The newer choice wins: an older repair of the same text is open again.
    for (const [other, otherChoice] of choices) {
      const otherEdits = other === index ? [] : (editsOf(review.findings[other] as Finding, otherChoice) ?? [])
      if (otherEdits.some((otherEdit) => edits.some((edit) => collide(edit, otherEdit)))) choices.delete(other)
    }
    choices.set(index, choice)
    made.push(index)
  }
  if (made.length === 0) return review
  const event: ReviewEvent = {
    fingerprints: made.map((index) => (review.findings[index] as Finding).fingerprint),
    choice,
    ...mark,
  }
  const next = { ...review, choices, events: [...review.events, event], undone: [] }
  return { ...next, cursor: nextOpen(next) }
}

/** The next open finding after the cursor, else the first open one; then the same for deferred ones; else the cursor. */
function nextOpen(review: Review): number {
  const { findings, choices, cursor } = review
  const around = findings.map((_, step) => (cursor + 1 + step) % findings.length)
  const isDeferred = (index: number): boolean => choices.get(index)?.kind === 'defer'
  return around.find(openTest(review)) ?? around.find(isDeferred) ?? cursor
}

/** Takes the last event back by making all before it again; the finding that it decided is shown. */
function undo(review: Review): Review {
  const last = review.events.at(-1)
  if (last === undefined) return review
  const { review: before } = replay(startReview(review.source, review.findings), review.events.slice(0, -1))
  const index = review.findings.findIndex(({ fingerprint }) => fingerprint === last.fingerprints[0])
  const { vanished } = review
  return { ...before, cursor: index < 0 ? before.cursor : index, undone: [...review.undone, last], vanished }
}

/** Makes the event again that was taken back last; what came before it stays to be made again. */
function redo(review: Review): Review {
  const last = review.undone.at(-1)
  if (last?.choice === undefined) return review
  const indexes = review.findings.flatMap(({ fingerprint }, index) =>
    last.fingerprints.includes(fingerprint) ? [index] : [],
  )
  // From the finding itself, so that the next one is shown as it was the first time.
  const next = choose({ ...review, cursor: indexes.at(0) ?? review.cursor }, indexes, last.choice, markOf(last))
  return { ...next, undone: review.undone.slice(0, -1) }
}
