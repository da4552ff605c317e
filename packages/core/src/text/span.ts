/** Half-open range of UTF-16 code units, zero-based. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** Do the two ranges share at least one code unit? Touching ranges do not. An empty range inside another does. */
export function overlaps(a: Span, b: Span): boolean {
  if (a.start === a.end && b.start === b.end) return a.start === b.start
  if (a.start === a.end) return a.start > b.start && a.start < b.end
  if (b.start === b.end) return b.start > a.start && b.start < a.end
  return a.start < b.end && b.start < a.end
}
