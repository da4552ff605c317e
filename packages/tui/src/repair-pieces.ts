import { applyEdits, type Edit, type Finding } from '@stet/core'
import { diffWordsWithSpace } from 'diff'
import { type Piece, visible } from './layout.ts'
import { graphemes } from './own-text.ts'

/** Up to here old and new stand side by side; longer ones are compared word by word. */
const mostWhole = 24
/** What stays between two changes is shortened beyond this. */
const mostBetween = 24

/**
 * What a repair makes of the text, from its edits, so that what is shown is what is made: `old → new` where that is
 * short, else `[-old-]` and `{+new+}` word by word. Readable without colour; for the ear in plain words.
 */
export function repairPieces(source: string, finding: Finding, edits: readonly Edit[], spoken = false): Piece[] {
  const start = Math.min(finding.start, ...edits.map((edit) => edit.start))
  const end = Math.max(finding.end, ...edits.map((edit) => edit.end))
  const before = source.slice(start, end)
  const after = applyEdits(
    before,
    edits.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start })),
  ).text
  if (after.trim() === '') return [{ text: 'remove it', tone: 'plain' }]
  if (spoken) return [{ text: `write ${visible(after)}`, tone: 'plain' }]
  if (before.length <= mostWhole) {
    return [
      { text: visible(before, true), tone: 'removed' },
      { text: ' → ', tone: 'plain' },
      { text: visible(after, true), tone: 'added' },
    ]
  }
  const changes = diffWordsWithSpace(before, after)
  return changes.map(({ value, added, removed }, index): Piece => {
    if (added) return { text: `{+${visible(value, true)}+}`, tone: 'added' }
    if (removed) return { text: `[-${visible(value, true)}-]`, tone: 'removed' }
    return { text: shortened(visible(value), index === 0, index === changes.length - 1), tone: 'plain' }
  })
}

/** The text as the first repair would leave it: where an own text starts from. */
export function repairedText(finding: Finding): string {
  const edits = finding.fixes[0]?.edits ?? []
  const inside = edits.every(({ start, end }) => start >= finding.start && end <= finding.end)
  if (!inside || edits.length === 0) return finding.actual
  return applyEdits(
    finding.actual,
    edits.map((edit) => ({ ...edit, start: edit.start - finding.start, end: edit.end - finding.start })),
  ).text
}

function shortened(text: string, isFirst: boolean, isLast: boolean): string {
  const characters = graphemes(text)
  if (characters.length <= mostBetween) return text
  const half = mostBetween / 2
  const head = isFirst ? '' : characters.slice(0, half).join('')
  const tail = isLast ? '' : characters.slice(-half).join('')
  return `${head} … ${tail}`
}
