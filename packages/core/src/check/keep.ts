import type { Span } from '../text/span.ts'
import type { Finding } from './finding.ts'

/** Takes out the findings that would touch nothing but words which the house always lets stand. */
export function withoutKept(findings: readonly Finding[], source: string, keep: readonly string[]): Finding[] {
  const kept = keep.flatMap((phrase) => occurrences(source, phrase))
  if (kept.length === 0) return [...findings]
  const stands = (span: Span) => kept.some((other) => span.start >= other.start && span.end <= other.end)
  return findings.filter((finding) => {
    const edits = finding.fixes[0]?.edits ?? []
    return !(stands(finding) || (edits.length > 0 && edits.every(stands)))
  })
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
