import { withPlainMarks } from '../text/fold.ts'
import type { Segment } from '../text/segment.ts'
import type { Span } from '../text/span.ts'
import type { Finding } from './finding.ts'

/**
 * Takes out the findings that would touch nothing but words which the house always lets stand, as they are written in the
 * file or as they read.
 */
export function withoutKept(
  findings: readonly Finding[],
  source: string,
  segments: readonly Segment[],
  keep: readonly string[],
): Finding[] {
  if (keep.length === 0 || findings.length === 0) return [...findings]
  const phrases = keep.map(withPlainMarks)
  const kept = spansOf(withPlainMarks(source), phrases)
  for (const segment of segments) {
    if (segment.runs.length === 1) continue
    const spans = spansOf(withPlainMarks(segment.prose), phrases)
    kept.push(...spans.map(({ start, end }) => segment.toSource(start, end)))
  }
  if (kept.length === 0) return [...findings]
  const stands = (span: Span) => kept.some((other) => span.start >= other.start && span.end <= other.end)
  return findings.filter((finding) => {
    const edits = finding.fixes[0]?.edits ?? []
    return !(stands(finding) || (edits.length > 0 && edits.every(stands)))
  })
}

function spansOf(text: string, phrases: readonly string[]): Span[] {
  return phrases.flatMap((phrase) => occurrences(text, phrase))
}

/** Where the phrase stands as words of its own, letter for letter. */
function occurrences(source: string, phrase: string): Span[] {
  const found: Span[] = []
  if (phrase === '') return found
  for (let start = source.indexOf(phrase); start >= 0; start = source.indexOf(phrase, start + phrase.length)) {
    const end = start + phrase.length
    if (!joins(source, start) && !joins(source, end)) found.push({ start, end })
  }
  return found
}

/** Do a letter or figure and another touch here? */
function joins(source: string, at: number): boolean {
  return /^[\p{L}\p{N}]$/u.test(source[at - 1] ?? '') && /^[\p{L}\p{N}]$/u.test(source[at] ?? '')
}
