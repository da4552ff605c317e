import stringWidth from 'string-width'
import { graphemes } from './own-text.ts'

/** How a piece of a line is to look. `mark` is the finding itself, `other` one beside it, `made` a repair that is chosen. */
export type Tone = 'plain' | 'mark' | 'other' | 'made' | 'removed' | 'added' | 'dim'

export interface Piece {
  readonly text: string
  readonly tone: Tone
}

export type Line = readonly Piece[]

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

/** Where the window has to begin for the marked line to stand at a third of its height. */
export function windowStart(lines: readonly Line[], height: number): number {
  const marked = lines.findIndex((line) => line.some(({ tone }) => tone === 'mark'))
  return Math.max(0, Math.min(marked - Math.floor(height / 3), lines.length - height))
}

/** At most `height` lines, those around the marked one. */
export function windowOf(lines: readonly Line[], height: number): Line[] {
  const first = windowStart(lines, height)
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
