import type { Rule } from '../rules/rule.ts'
import type { Span } from '../text/span.ts'

/** A finding as muting sees it. */
export interface Hearing {
  readonly rule: Rule
  /** What the span’s offsets are of: a segment by its number, or 0 for the whole source. */
  readonly room: number
  readonly span: Span
}

/**
 * Leaves out what lies under a finding of a rule that mutes its rule: what that one says of the words is the last word.
 *
 * @param mutes findings that do not count here mute nothing
 */
export function withoutMuted<T>(
  all: readonly T[],
  hearingOf: (item: T) => Hearing,
  mutes: (item: T) => boolean = always,
): readonly T[] {
  const spans = new Map<string, Span[]>()
  for (const item of all) {
    const { rule, room, span } = hearingOf(item)
    if (rule.mutes === undefined || !mutes(item)) continue
    for (const id of rule.mutes) {
      const key = `${id} ${room}`
      const list = spans.get(key)
      if (list === undefined) spans.set(key, [span])
      else list.push(span)
    }
  }
  if (spans.size === 0) return all
  const indexes = new Map([...spans].map(([key, list]) => [key, new SpanIndex(list)]))
  const audible: T[] = []
  for (const item of all) {
    const { rule, room, span } = hearingOf(item)
    if (indexes.get(`${rule.id} ${room}`)?.covers(span) !== true) audible.push(item)
  }
  return audible
}

function always(): boolean {
  return true
}

/** Tells in logarithmic time whether one of its spans overlaps a given span. */
class SpanIndex {
  readonly #starts: number[] = []
  /** The greatest end among the spans up to here. */
  readonly #ends: number[] = []

  constructor(spans: Span[]) {
    for (const { start, end } of spans.sort(byStart)) {
      this.#starts.push(start)
      this.#ends.push(Math.max(end, this.#ends.at(-1) ?? 0))
    }
  }

  covers(span: Span): boolean {
    let low = 0
    let high = this.#starts.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#starts[middle] as number) < Math.max(span.end, span.start + 1)) low = middle + 1
      else high = middle
    }
    return low > 0 && (this.#ends[low - 1] as number) > span.start
  }
}

function byStart(one: Span, other: Span): number {
  return one.start - other.start
}
