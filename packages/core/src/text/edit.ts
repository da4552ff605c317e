import { overlaps, type Span } from './span.ts'

/** Put `text` where the span stands. An empty text deletes, an empty span inserts. */
export interface Edit extends Span {
  readonly text: string
}

/** Two edits cannot both be made: they overlap, or both insert at one place. Touching edits can. */
export function collide(a: Edit, b: Edit): boolean {
  return overlaps(a, b)
}

/**
 * Makes all edits in one left-to-right build.
 *
 * @param edits offsets into `text`; any order; must not collide
 * @returns the new text, and the edits that undo it (offsets into the new text, sorted)
 * @throws RangeError when two edits collide or one lies outside the text
 */
export function applyEdits(text: string, edits: readonly Edit[]): { text: string; inverse: Edit[] } {
  const sorted = [...edits].sort((a, b) => a.start - b.start || a.end - b.end)
  const parts: string[] = []
  const inverse: Edit[] = []
  let position = 0
  let length = 0
  for (const edit of sorted) {
    if (edit.start < position || edit.end < edit.start || edit.end > text.length) {
      throw new RangeError(`Edit ${edit.start}-${edit.end} collides with another or leaves the text of ${text.length}`)
    }
    const kept = text.slice(position, edit.start)
    parts.push(kept, edit.text)
    length += kept.length
    inverse.push({ start: length, end: length + edit.text.length, text: text.slice(edit.start, edit.end) })
    length += edit.text.length
    position = edit.end
  }
  parts.push(text.slice(position))
  return { text: parts.join(''), inverse }
}

/** Where an offset of the old text stands after the edits. An offset inside a replaced range goes to its end. */
export function shiftOffset(offset: number, edits: readonly Edit[]): number {
  let shift = 0
  for (const edit of edits) {
    if (edit.end <= offset) shift += edit.text.length - (edit.end - edit.start)
    else if (edit.start < offset) return edit.start + shift + edit.text.length
  }
  return offset + shift
}
