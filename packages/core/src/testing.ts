import { describe, expect, it } from 'vitest'
import { type CheckOptions, createChecker } from './check/check.ts'
import { selectFixes } from './repair.ts'
import type { Rule } from './rules/rule.ts'
import { applyEdits } from './text/edit.ts'

export interface RuleCases {
  /** Good English: no finding of the rule, not even a faint one. */
  readonly clean?: readonly string[]
  /** The marked text stands between ⟦ and ⟧; `to` is the whole text after all first repairs (omit: no repair is claimed). */
  readonly found?: readonly { readonly text: string; readonly to?: string }[]
}

/**
 * Runs a rule's own examples and further cases. Weak rules are shown as in an article that is surely a translation
 * (their raw confidence counts); that they stay silent elsewhere is the engine's own test.
 */
export function testRule(rule: Rule, cases: RuleCases = {}): void {
  const checker = createChecker({ rules: [{ ...rule, round: 'sure' }], minConfidence: 0.01 })
  const found = (text: string, how: CheckOptions = {}) => {
    const result = checker.check(text, how)
    expect(result.errors).toEqual([])
    for (const finding of result.findings) expect(text.slice(finding.start, finding.end)).toBe(finding.actual)
    return result.findings
  }
  const repaired = (text: string, how: CheckOptions = {}) =>
    applyEdits(
      text,
      selectFixes(found(text, how)).flatMap(({ fix }) => fix.edits),
    ).text

  describe(rule.id, () => {
    for (const { text, expected, actual, ...how } of rule.examples.bad) {
      it(`marks: ${text.slice(0, 70)}`, () => {
        const findings = found(text, how)
        expect(findings.length, 'findings').toBeGreaterThan(0)
        if (actual !== undefined) expect(findings.map((finding) => finding.actual)).toContain(actual)
        if (expected !== null) expect(repaired(text, how)).toBe(expected)
      })
    }
    for (const good of [...rule.examples.good, ...(cases.clean ?? [])]) {
      const { text, ...how } = typeof good === 'string' ? { text: good } : good
      it(`lets stand: ${text.slice(0, 70)}`, () => {
        expect(found(text, how).map((finding) => `${finding.actual} → ${finding.expected[0] ?? '?'}`)).toEqual([])
      })
    }
    for (const { text, to } of cases.found ?? []) {
      it(`finds: ${text.slice(0, 70)}`, () => {
        const plain = text.replace(/[⟦⟧]/gu, '')
        const marked = [...text.matchAll(/⟦([^⟧]*)⟧/gu)].map((match) => match[1])
        expect(found(plain).map((finding) => finding.actual)).toEqual(marked)
        if (to !== undefined) expect(repaired(plain)).toBe(to)
      })
    }
  })
}
