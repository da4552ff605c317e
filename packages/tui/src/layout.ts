import stringWidth from 'string-width'
import { graphemes } from './own-text.ts'

/**
 * How a piece of a line is to look. `mark` is the finding itself, `other` one beside it, `made` a repair that is chosen,
 * `strong` what is said to the editor.
 */
export type Tone = 'plain' | 'strong' | 'mark' | 'other' | 'made' | 'removed' | 'added' | 'dim'

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

/** What makes signs of which each terminal has its own width: joiner, selector, keycap, skin, letters of flags. */
const unsure = /[\u200d\ufe0f\u20e3\u{1f3fb}-\u{1f3ff}\u{1f1e6}-\u{1f1ff}]/u
const flagLetters = /[\u{1f1e6}-\u{1f1ff}]/gu

/**
 * A sign that is as wide in every terminal: of a joined emoji the first, of a flag its letters. Where Ink and the terminal
 * see another width, the rest of the line would be written into the wrong columns.
 */
function sureSign(character: string): string {
  if (!unsure.test(character) || !/\p{Extended_Pictographic}|\u20e3|[\u{1f1e6}-\u{1f1ff}]/u.test(character))
    return character
  const letters = character.match(flagLetters)
  if (letters === null) return Array.from(character)[0] as string
  return letters.map((letter) => String.fromCodePoint((letter.codePointAt(0) as number) - 0x1f1e6 + 65)).join('')
}

/** Line ends and no-break spaces as one can see them; inside a mark also the spaces at its edges. */
export function visible(text: string, edges = false): string {
  const shown = text
    .replace(/\r\n|[\n\r\t]/gu, ' ')
    .replace(/[\u00a0\u202f]/gu, edges ? '·' : ' ')
    // Nothing in the text may steer the terminal or turn the line round.
    .replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '\ufffd')
  const sure = unsure.test(shown) ? graphemes(shown).map(sureSign).join('') : shown
  return edges ? sure.replace(/^ | $/gu, '·') : sure
}

/**
 * The columns that a text may take. Terminals do not agree on joined emoji, flags and signs with a selector: the widest way
 * counts, so that no line ever breaks the screen.
 */
export function columnsOf(text: string): number {
  if (/^[\x20-\x7e]*$/u.test(text)) return text.length
  let columns = 0
  for (const character of graphemes(text)) {
    const parts = Array.from(character)
    const apart =
      parts.length === 1 ? 0 : parts.reduce((sum, part) => sum + (part === selector ? 1 : stringWidth(part)), 0)
    columns += Math.max(stringWidth(character), apart)
  }
  return columns
}

/** Asks for the coloured shape of a sign. */
const selector = '\ufe0f'

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
    used += columnsOf(text)
  }
  for (const { text, tone } of pieces) {
    for (const word of text.match(/\s+|[^\s]+/gu) ?? []) {
      const columns = columnsOf(word)
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
        if (used + columnsOf(character) > width) newLine()
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
  return columnsOf(text) <= width ? text : ellipsed(text, width)
}

/** As much of the text as fits before an ellipsis. */
export function ellipsed(text: string, width: number): string {
  let shown = ''
  for (const character of graphemes(text)) {
    if (columnsOf(shown + character) > width - 1) break
    shown += character
  }
  return `${shown}…`
}
