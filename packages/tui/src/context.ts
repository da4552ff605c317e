import type { Edit } from '@stet/core'
import { type Line, type Piece, visible, windowStart, wrapPieces } from './layout.ts'

/** A stretch of the source: UTF-16 code units, end exclusive. */
export interface Place {
  readonly start: number
  readonly end: number
}

/** What is drawn of an article. */
export interface ArticleView {
  readonly source: string
  /** In source order; what lies between them is markup. */
  readonly paragraphs: readonly Place[]
  /** The finding that is shown. */
  readonly finding: Place
  /** The other open findings, in source order. */
  readonly others: readonly Place[]
  /** The repairs that are chosen: the text is shown as it will be. */
  readonly edits: readonly Edit[]
}

export interface Context {
  readonly lines: readonly Line[]
  /** The row on which the paragraph of the finding begins; 0 where it began before. */
  readonly top: number
  /** How far the text is turned, once more is asked for than there is. */
  readonly pages: number
}

/** No more of a paragraph is drawn, either side of the finding: a line may be as long as a book. */
const mostAround = 4000

/**
 * The article around a finding, the finding at a third of the height.
 *
 * @param pages how many pages to turn on from there; negative: back
 * @param alone only the paragraph of the finding
 */
export function contextOf(view: ArticleView, width: number, height: number, pages = 0, alone = false): Context {
  const { paragraphs, finding } = view
  const at = paragraphs.findIndex(({ start, end }) => start <= finding.start && finding.end <= end)
  const own = paragraphs[at] ?? finding
  const start = Math.max(own.start, finding.start - mostAround)
  const end = Math.min(own.end, finding.end + mostAround)
  const lines = wrapPieces(
    [...(start > own.start ? [cut] : []), ...piecesOf(view, { start, end }), ...(end < own.end ? [cut] : [])],
    width,
  )
  const before: Line[] = []
  const after: Line[] = []
  if (at >= 0 && !alone) {
    const wanted = height * (1 + Math.abs(pages))
    for (let index = at - 1; index >= 0 && before.length < wanted; index--) {
      const { start: from, end: to } = paragraphs[index] as Place
      const shown = { start: Math.max(from, to - mostAround), end: to }
      before.unshift(...wrapPieces(piecesOf(view, shown), width), [])
    }
    for (let index = at + 1; index < paragraphs.length && after.length < wanted; index++) {
      const { start: from, end: to } = paragraphs[index] as Place
      after.push([], ...wrapPieces(piecesOf(view, { start: from, end: Math.min(to, from + mostAround) }), width))
    }
  }
  const all = [...before, ...lines, ...after]
  const home = windowStart(all, height)
  const step = Math.max(1, height - 1)
  const first = Math.max(0, Math.min(home + pages * step, all.length - height))
  const turned = first - home
  return {
    lines: all.slice(first, first + height),
    top: Math.max(0, before.length - first),
    pages: Math.sign(turned) * Math.ceil(Math.abs(turned) / step),
  }
}

const cut: Piece = { text: '…', tone: 'dim' }

/** A stretch of the source with the finding in marks of its own, so that it shows without colour; others in lighter ones. */
export function piecesOf({ source, finding, others, edits }: ArticleView, { start, end }: Place): Piece[] {
  const apart = ({ start: from, end: to }: Place): boolean =>
    from >= start && to <= end && (to <= finding.start || from >= finding.end)
  const stretches = [
    {
      ...finding,
      piece: { text: `⟦${visible(source.slice(finding.start, finding.end), true)}⟧`, tone: 'mark' } as const,
    },
    ...edits.filter(apart).map((edit) => ({ ...edit, piece: { text: visible(edit.text), tone: 'made' } as const })),
    ...others
      .filter((other) => apart(other) && other.start < other.end)
      .map((other) => ({
        ...other,
        piece: { text: `⟨${visible(source.slice(other.start, other.end), true)}⟩`, tone: 'other' } as const,
      })),
  ].sort((one, other) => one.start - other.start || one.end - other.end)
  const pieces: Piece[] = []
  let position = start
  for (const stretch of stretches) {
    if (stretch.start < position || stretch.end > end) continue
    pieces.push({ text: visible(source.slice(position, stretch.start)), tone: 'plain' })
    if (stretch.piece.text !== '') pieces.push(stretch.piece)
    position = stretch.end
  }
  return [...pieces, { text: visible(source.slice(position, end)), tone: 'plain' }]
}
