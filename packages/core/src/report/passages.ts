import type { Finding } from '../check/finding.ts'
import type { Decision } from '../decisions.ts'
import { readSegments } from '../text/read.ts'
import type { Segment } from '../text/segment.ts'
import type { ReportDocument } from './report.ts'

/** A finding and where it stands in the prose of its passage. */
export interface Mark {
  readonly finding: Finding
  /** Why it stands, where a person decided so. */
  readonly decision?: Decision
  /** UTF-16 code units into `prose`. */
  readonly start: number
  readonly end: number
}

/** A paragraph, heading … of the article as readers see it, with what is marked in it. */
export interface Passage {
  readonly segment: Segment
  /** In the order of their starts. */
  readonly marks: readonly Mark[]
}

/** The article as passages; `elsewhere` is what stands in none of them. */
export function passagesOf({ result, standing = [] }: ReportDocument): {
  passages: Passage[]
  elsewhere: Omit<Mark, 'start' | 'end'>[]
} {
  const found: Omit<Mark, 'start' | 'end'>[] = [...result.findings.map((finding) => ({ finding })), ...standing]
  found.sort((a, b) => a.finding.start - b.finding.start)
  const placed = new Set<Finding>()
  const passages = readSegments(result.source, result.format).map((segment): Passage => {
    const first = segment.runs[0]
    const last = segment.runs.at(-1)
    const marks: Mark[] = []
    if (first === undefined || last === undefined) return { segment, marks }
    for (let at = firstFrom(found, first.source); at < found.length; at++) {
      const each = found[at] as Omit<Mark, 'start' | 'end'>
      if (each.finding.start > last.source + last.sourceLength) break
      const span = placed.has(each.finding) ? undefined : segment.toProse(each.finding)
      if (span === undefined) continue
      placed.add(each.finding)
      marks.push({ ...each, ...span })
    }
    return { segment, marks }
  })
  return { passages, elsewhere: found.filter(({ finding }) => !placed.has(finding)) }
}

/** The first finding that starts at the offset or after it. */
function firstFrom(found: readonly { finding: Finding }[], offset: number): number {
  let low = 0
  let high = found.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((found[middle] as { finding: Finding }).finding.start < offset) low = middle + 1
    else high = middle
  }
  return low
}
