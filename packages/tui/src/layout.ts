import type { Finding } from '@stet/core'
import stringWidth from 'string-width'
import { graphemes } from './own-text.ts'

/** How a piece of a line is to look. `mark` is the finding itself, `other` one beside it. */
export type Tone = 'plain' | 'mark' | 'other' | 'removed' | 'added' | 'dim'

export interface Piece {
  readonly text: string
  readonly tone: Tone
}

export type Line = readonly Piece[]

/** The paragraph of a finding: from the blank line before to the blank line after, at most 2,000 characters either side. */
export function paragraphAround(
  source: string,
  finding: Pick<Finding, 'start' | 'end'>,
): { start: number; end: number } {
  const before = source.slice(Math.max(0, finding.start - 2000), finding.start)
  const after = source.slice(finding.end, finding.end + 2000)
  const opens = [...before.matchAll(/\n[ \t]*\r?\n/gu)].at(-1)
  const closes = /\r?\n[ \t]*\r?\n/u.exec(after)
  const start =
    opens === undefined ? finding.start - before.length : finding.start - before.length + opens.index + opens[0].length
  return { start, end: finding.end + (closes === null ? after.length : closes.index) }
}

type Place = Pick<Finding, 'start' | 'end'>

/**
 * The pieces of a paragraph with the finding in marks of its own, so that it shows without colour; others in lighter ones.
 *
 * @param others in source order
 */
export function markedPieces(source: string, finding: Place, others: readonly Place[] = []): Piece[] {
  const { start, end } = paragraphAround(source, finding)
  const marked = source.slice(finding.start, finding.end)
  return [
    ...lightlyMarked(source, start, finding.start, others),
    { text: `⟦${visible(marked, true)}⟧`, tone: 'mark' },
    ...lightlyMarked(source, finding.end, end, others),
  ]
}

function lightlyMarked(source: string, start: number, end: number, others: readonly Place[]): Piece[] {
  const pieces: Piece[] = []
  let position = start
  for (const other of others) {
    if (other.start < position || other.end > end || other.start === other.end) continue
    pieces.push({ text: visible(source.slice(position, other.start)), tone: 'plain' })
    pieces.push({ text: `⟨${visible(source.slice(other.start, other.end), true)}⟩`, tone: 'other' })
    position = other.end
  }
  return [...pieces, { text: visible(source.slice(position, end)), tone: 'plain' }]
}

/** Lines in pages of at most `height` lines. */
export function pagesOf<T>(lines: readonly T[], height: number): T[][] {
  const count = Math.max(1, Math.ceil(lines.length / Math.max(1, height)))
  return Array.from({ length: count }, (_, page) => lines.slice(page * height, (page + 1) * height))
}

/** Line ends and no-break spaces as one can see them; inside a mark also the spaces at its edges. */
export function visible(text: string, edges = false): string {
  const shown = text
    .replace(/\r\n|[\n\r\t]/gu, ' ')
    .replace(/[\u00a0\u202f]/gu, edges ? '·' : ' ')
    // Nothing in the text may steer the terminal or turn the line round.
    .replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '\ufffd')
  return edges ? shown.replace(/^ | $/gu, '·') : shown
}

/** Breaks pieces into lines of at most `width` columns, at spaces where there are any. */
export function wrapPieces(pieces: readonly Piece[], width: number): Line[] {
  const lines: Piece[][] = [[]]
  let used = 0
  const newLine = (): void => {
    lines.push([])
    used = 0
  }
  const put = (text: string, tone: Tone): void => {
    const line = lines.at(-1) as Piece[]
    const last = line.at(-1)
    if (last?.tone === tone) line[line.length - 1] = { text: last.text + text, tone }
    else line.push({ text, tone })
    used += stringWidth(text)
  }
  for (const { text, tone } of pieces) {
    for (const word of text.match(/\s+|[^\s]+/gu) ?? []) {
      const columns = stringWidth(word)
      if (/^\s/u.test(word)) {
        if (used > 0 && used + 1 <= width) put(' ', tone)
        else if (used > 0) newLine()
        continue
      }
      if (used > 0 && used + columns > width) newLine()
      if (columns <= width) {
        put(word, tone)
        continue
      }
      for (const character of graphemes(word)) {
        if (used + stringWidth(character) > width) newLine()
        put(character, tone)
      }
    }
  }
  return lines
}

/** At most `height` lines, those around the marked one. */
export function windowOf(lines: readonly Line[], height: number): Line[] {
  if (lines.length <= height) return [...lines]
  const marked = lines.findIndex((line) => line.some(({ tone }) => tone === 'mark'))
  const first = Math.max(0, Math.min(marked - Math.floor(height / 3), lines.length - height))
  return lines.slice(first, first + height)
}

/** The text, or as much of it as fits with an ellipsis. */
export function fitted(text: string, width: number): string {
  return stringWidth(text) <= width ? text : ellipsed(text, width)
}

/** As much of the text as fits before an ellipsis. */
export function ellipsed(text: string, width: number): string {
  let shown = ''
  for (const character of graphemes(text)) {
    if (stringWidth(shown + character) > width - 1) break
    shown += character
  }
  return `${shown}…`
}
