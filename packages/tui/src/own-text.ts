/** A text that is being typed, and where the next letter goes. */
export interface OwnText {
  readonly text: string
  readonly cursor: number
}

export type OwnTextStep =
  | 'left'
  | 'right'
  | 'word-left'
  | 'word-right'
  | 'home'
  | 'end'
  | 'erase-before'
  | 'erase-after'
  | 'erase-word'
  | 'erase-to-start'
  | 'erase-to-end'

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** The characters as a reader counts them. */
export function graphemes(text: string): string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment)
}

/** Puts text in at the cursor; an own text stays on one line. */
export function typeInto({ text, cursor }: OwnText, typed: string): OwnText {
  const line = typed.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
  return { text: text.slice(0, cursor) + line + text.slice(cursor), cursor: cursor + line.length }
}

/** Moves or erases, by whole characters. */
export function stepInto({ text, cursor }: OwnText, step: OwnTextStep): OwnText {
  const before = cursor - (graphemes(text.slice(0, cursor)).at(-1)?.length ?? 0)
  const after = cursor + (graphemes(text.slice(cursor))[0]?.length ?? 0)
  const wordBefore = text.slice(0, cursor).trimEnd().lastIndexOf(' ') + 1
  const wordAfter = cursor + (/^\s*\S*/u.exec(text.slice(cursor))?.[0].length ?? 0)
  switch (step) {
    case 'left':
      return { text, cursor: before }
    case 'right':
      return { text, cursor: after }
    case 'word-left':
      return { text, cursor: wordBefore }
    case 'word-right':
      return { text, cursor: wordAfter }
    case 'home':
      return { text, cursor: 0 }
    case 'end':
      return { text, cursor: text.length }
    case 'erase-before':
      return { text: text.slice(0, before) + text.slice(cursor), cursor: before }
    case 'erase-after':
      return { text: text.slice(0, cursor) + text.slice(after), cursor }
    case 'erase-word':
      return { text: text.slice(0, wordBefore) + text.slice(cursor), cursor: wordBefore }
    case 'erase-to-end':
      return { text: text.slice(0, cursor), cursor }
    case 'erase-to-start':
      return { text: text.slice(cursor), cursor: 0 }
  }
}
