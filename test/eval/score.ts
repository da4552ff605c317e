import type { Finding } from '@stet/core'
import type { AnnotatedArticle, GoldSpan } from './annotated.ts'

interface GoldOutcome {
  readonly span: GoldSpan
  readonly found: boolean
  readonly exact: boolean
  /** One of the gold's repairs is what the finding's first (or any) repair makes of the gold span. */
  readonly repaired: boolean
  readonly byRules: readonly string[]
}

export interface ArticleScore {
  readonly article: AnnotatedArticle
  readonly outcomes: readonly GoldOutcome[]
  /** Findings that touch no gold span. */
  readonly offGold: readonly Finding[]
  readonly findings: readonly Finding[]
}

function touches(a: { start: number; end: number }, b: { start: number; end: number }): boolean {
  return a.start < b.end && b.start < a.end
}

/** What the text of `window` becomes when the edits of a fix are made; undefined when one leaves the window half. */
function windowAfter(
  text: string,
  window: { start: number; end: number },
  finding: Finding,
  fix: number,
): string | undefined {
  const edits = [...(finding.fixes[fix]?.edits ?? [])].sort((a, b) => a.start - b.start)
  let result = ''
  let position = window.start
  for (const edit of edits) {
    if (edit.start < window.start || edit.end > window.end) return undefined
    result += text.slice(position, edit.start) + edit.text
    position = edit.end
  }
  return result + text.slice(position, window.end)
}

/** Equal but for the space and quotation style that a house sets anyway. */
function same(a: string, b: string): boolean {
  const plain = (text: string) => text.replace(/[“”]/gu, '"').replace(/[‘’]/gu, "'").replace(/\s+/gu, ' ').trim()
  return plain(a) === plain(b)
}

function repairs(article: AnnotatedArticle, span: GoldSpan, finding: Finding): boolean {
  const window = { start: Math.min(span.start, finding.start), end: Math.max(span.end, finding.end) }
  const before = article.text.slice(window.start, span.start)
  const after = article.text.slice(span.end, window.end)
  for (const wanted of span.expected) {
    if (finding.expected.some((offered) => same(offered, wanted))) return true
    for (const index of finding.fixes.keys()) {
      const made = windowAfter(article.text, window, finding, index)
      if (made !== undefined && same(made, before + wanted + after)) return true
      // A deleted paragraph takes its blank lines with it.
      if (wanted === '' && (finding.fixes[index]?.edits ?? []).every((edit) => edit.text === '')) return true
    }
  }
  return false
}

export function scoreArticle(article: AnnotatedArticle, findings: readonly Finding[]): ArticleScore {
  const outcomes = article.gold.map((span): GoldOutcome => {
    const touching = findings.filter((finding) => touches(finding, span))
    return {
      span,
      found: touching.length > 0,
      exact: touching.some((finding) => finding.start === span.start && finding.end === span.end),
      repaired: touching.some((finding) => repairs(article, span, finding)),
      byRules: touching.map((finding) => finding.ruleId),
    }
  })
  const offGold = findings.filter((finding) => !article.gold.some((span) => touches(finding, span)))
  return { article, outcomes, offGold, findings }
}

export function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : `${Math.round((part / whole) * 1000) / 10}%`
}
