import type { Draft, Rule, SegmentView } from '../rules/rule.ts'
import { collide, type Edit } from '../text/edit.ts'
import { escapeText } from '../text/escape.ts'
import { objectReplacement } from '../text/segment-builder.ts'
import type { Span } from '../text/span.ts'
import type { Fix } from './finding.ts'

/** What a rule yielded, and where. */
export interface Candidate {
  readonly rule: Rule
  readonly view: SegmentView
  readonly draft: Draft
}

/** A candidate with its place in the source. */
export interface Placed extends Span {
  readonly candidate: Candidate
  readonly fixes: readonly Fix[]
}

/**
 * Maps a draft to the source. A repair that would cut through markup is left out: a person has to make it.
 *
 * @throws RangeError when the rule marked what is not there, TypeError when it offers more than it declares
 */
export function place(candidate: Candidate): Placed {
  const { rule, view, draft } = candidate
  const { segment } = view
  if (draft.start < 0 || draft.end > view.prose.length || draft.start > draft.end) {
    throw new RangeError(`Rule ${rule.id} marked ${draft.start}-${draft.end} in a text of ${view.prose.length}`)
  }
  const span = segment.toSource(draft.start, draft.end)
  if (rule.fix === 'none') return { candidate, ...span, fixes: [] }
  const safest = rule.fix === 'safe'
  if (draft.removesSegment) {
    if (segment.removal === undefined) return { candidate, ...span, fixes: [] }
    return {
      candidate,
      ...span,
      fixes: [{ safe: safest && draft.safe === true, edits: [{ ...segment.removal, text: '' }] }],
    }
  }
  const wanted = draft.fixes ?? replacements(draft)
  const fixes: Fix[] = []
  for (const fix of wanted) {
    if (fix.safe && !safest) throw new TypeError(`Rule ${rule.id} is declared “${rule.fix}” but offered a safe fix`)
    const edits: Edit[] = []
    let possible = true
    for (const wantedEdit of fix.edits) {
      const edit = trim(view.prose, wantedEdit)
      // What stands for an image or a placeholder cannot be written.
      if (segment.crossesGap(edit.start, edit.end) || edit.text.includes(objectReplacement)) possible = false
      else edits.push({ ...segment.toSource(edit.start, edit.end), text: escapeText(edit.text, segment.escapes) })
    }
    if (anyCollide(edits)) {
      throw new TypeError(`Rule ${rule.id} offered a fix whose edits collide`)
    }
    if (possible) fixes.push({ safe: fix.safe, edits })
  }
  return { candidate, ...span, fixes }
}

/** Each suggestion in the place of what is marked. */
function replacements({ start, end, expected, safe }: Draft): Fix[] {
  const fixes: Fix[] = []
  for (let index = 0; index < expected.length; index++) {
    fixes.push({ safe: index === 0 && safe === true, edits: [{ start, end, text: expected[index] as string }] })
  }
  return fixes
}

function anyCollide(edits: readonly Edit[]): boolean {
  for (let one = 0; one < edits.length; one++) {
    for (let other = one + 1; other < edits.length; other++) {
      if (collide(edits[one] as Edit, edits[other] as Edit)) return true
    }
  }
  return false
}

/** Edits are as small as possible: what both ends share stays. */
function trim(prose: string, edit: Edit): Edit {
  let { start, end, text } = edit
  let from = 0
  while (
    start < end &&
    from < text.length &&
    prose.charCodeAt(start) === text.charCodeAt(from) &&
    !splitsPair(prose, start)
  ) {
    start++
    from++
  }
  text = text.slice(from)
  let to = text.length
  while (
    end > start &&
    to > 0 &&
    prose.charCodeAt(end - 1) === text.charCodeAt(to - 1) &&
    !splitsPair(prose, end - 1)
  ) {
    end--
    to--
  }
  text = text.slice(0, to)
  return { start, end, text }
}

function splitsPair(prose: string, at: number): boolean {
  const code = prose.charCodeAt(at)
  return code >= 0xd800 && code <= 0xdfff
}
