import type { CheckResult } from './check/check.ts'
import type { Finding, Fix } from './check/finding.ts'
import { applyEdits, collide, type Edit } from './text/edit.ts'

export interface Repaired {
  readonly text: string
  /** Findings whose fix was made, pass by pass. */
  readonly applied: readonly Finding[]
  /** Edits that lead back, one list a pass; apply them last pass first. */
  readonly undo: readonly (readonly Edit[])[]
  /** The check of the repaired text. */
  readonly result: CheckResult
  /** Rules that undid each other's work and were stopped. */
  readonly conflicts: readonly string[]
}

export interface RepairOptions {
  /** Which findings to repair. Default: those whose first fix is safe. */
  readonly accept?: (finding: Finding) => boolean
}

const maxPasses = 10

export function hasSafeFix(finding: Finding): boolean {
  return finding.fixes[0]?.safe === true
}

/** The fixes that can be made together: by priority, then confidence, then place; whole fixes or none. */
export function selectFixes(findings: readonly Finding[]): { finding: Finding; fix: Fix }[] {
  const wanted = findings.flatMap((finding) => {
    const fix = finding.fixes[0]
    return fix === undefined ? [] : [{ finding, fix }]
  })
  wanted.sort(
    (a, b) =>
      b.finding.priority - a.finding.priority ||
      b.finding.confidence - a.finding.confidence ||
      a.finding.start - b.finding.start ||
      (a.finding.ruleId < b.finding.ruleId ? -1 : 1),
  )
  const chosen: { finding: Finding; fix: Fix }[] = []
  const taken = new EditIndex()
  for (const candidate of wanted) {
    if (candidate.fix.edits.some((edit) => taken.collides(edit))) continue
    for (const edit of candidate.fix.edits) taken.add(edit)
    chosen.push(candidate)
  }
  return chosen.sort((a, b) => a.finding.start - b.finding.start)
}

/** Edits that do not collide, kept sorted for look-up. */
class EditIndex {
  readonly #edits: Edit[] = []

  #position(start: number): number {
    let low = 0
    let high = this.#edits.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#edits[middle] as Edit).start < start) low = middle + 1
      else high = middle
    }
    return low
  }

  collides(edit: Edit): boolean {
    const at = this.#position(edit.start)
    for (let index = Math.max(0, at - 2); index < this.#edits.length; index++) {
      const other = this.#edits[index] as Edit
      if (other.start > edit.end) return false
      if (collide(edit, other)) return true
    }
    return false
  }

  add(edit: Edit): void {
    this.#edits.splice(this.#position(edit.start), 0, edit)
  }
}

/**
 * Repairs what `accept` says, checks again, and goes on until nothing is left to repair.
 *
 * @param check checks a text of the article's format
 * @throws nothing of its own; a pass that makes the text worse is rolled back and named in `conflicts`
 */
export function repair(source: string, check: (text: string) => CheckResult, options: RepairOptions = {}): Repaired {
  const accept = options.accept ?? hasSafeFix
  const seen = new Set([source])
  const applied: Finding[] = []
  const undo: Edit[][] = []
  const conflicts: string[] = []
  let text = source
  let result = check(source)
  for (let pass = 0; pass < maxPasses; pass++) {
    const fixes = selectFixes(result.findings.filter((finding) => accept(finding) && finding.fixes.length > 0))
    if (fixes.length === 0) break
    const next = applyEdits(
      text,
      fixes.flatMap(({ fix }) => fix.edits),
    )
    if (seen.has(next.text)) {
      conflicts.push(...new Set(fixes.map(({ finding }) => finding.ruleId)))
      break
    }
    const checked = check(next.text)
    // A pass may uncover new findings, but never more grave ones than it repaired.
    if (checked.findings.filter(accept).length > result.findings.filter(accept).length) {
      conflicts.push(...new Set(fixes.map(({ finding }) => finding.ruleId)))
      break
    }
    seen.add(next.text)
    applied.push(...fixes.map(({ finding }) => finding))
    undo.push(next.inverse)
    text = next.text
    result = checked
  }
  return { text, applied, undo, result, conflicts }
}
