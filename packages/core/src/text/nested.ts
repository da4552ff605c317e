import { type Run, Segment } from './segment.ts'

/**
 * Text inside a text, such as XHTML in a string of JSON: `inner` was read from the prose of `outer`, and stands, seen from
 * the file, where its characters stand there. What it is written with is escaped as inside, then as outside.
 */
export function nested(inner: Segment, outer: Segment): Segment {
  const runs: Run[] = []
  let position: number | undefined
  let prose = 0
  const push = (kind: Run['kind'], proseLength: number, source: number, sourceLength: number): void => {
    if (position !== undefined && position < source) {
      runs.push({ kind: 'gap', prose, proseLength: 0, source: position, sourceLength: source - position })
    }
    const last = runs.at(-1)
    if (kind === 'copy' && last?.kind === 'copy' && position === source) {
      runs[runs.length - 1] = {
        ...last,
        proseLength: last.proseLength + proseLength,
        sourceLength: last.sourceLength + sourceLength,
      }
    } else runs.push({ kind, prose, proseLength, source, sourceLength })
    prose += proseLength
    position = source + sourceLength
  }
  let at = 0
  for (const run of inner.runs) {
    if (run.proseLength === 0) continue
    const end = run.source + run.sourceLength
    if (run.kind !== 'copy') {
      const span = outer.toSource(run.source, end)
      push(run.kind, run.proseLength, span.start, span.end - span.start)
      continue
    }
    // Runs come in order on both sides, but for an attribute, which starts anew.
    const first = outer.runs[at]
    if (first === undefined || first.prose > run.source) at = 0
    while (at < outer.runs.length && endOf(outer.runs[at] as Run) <= run.source) at++
    for (; at < outer.runs.length; at++) {
      const piece = outer.runs[at] as Run
      if (piece.prose >= end) break
      if (piece.proseLength > 0) {
        const from = Math.max(run.source, piece.prose)
        const to = Math.min(end, endOf(piece))
        if (piece.kind === 'copy') push('copy', to - from, piece.source + from - piece.prose, to - from)
        else push(piece.kind, to - from, piece.source, piece.sourceLength)
      }
      if (endOf(piece) > end) break
    }
  }
  const { removal } = inner
  const cut =
    removal === undefined || removal.end <= removal.start || outer.crossesGap(removal.start, removal.end)
      ? undefined
      : outer.toSource(removal.start, removal.end)
  return new Segment(inner.kind, inner.prose, runs, cut, { escapes: [...inner.escapes, ...outer.escapes] })
}

function endOf(run: Run): number {
  return run.prose + run.proseLength
}
