/** A text that is being typed, and where the next letter goes. */
export interface OwnText {
  readonly text: string
  readonly cursor: number
}

export type OwnTextStep = 'left' | 'right' | 'home' | 'end' | 'erase-before' | 'erase-after' | 'erase-to-start'

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
  switch (step) {
    case 'left':
      return { text, cursor: before }
    case 'right':
      return { text, cursor: after }
    case 'home':
      return { text, cursor: 0 }
    case 'end':
      return { text, cursor: text.length }
    case 'erase-before':
      return { text: text.slice(0, before) + text.slice(cursor), cursor: before }
    case 'erase-after':
      return { text: text.slice(0, cursor) + text.slice(after), cursor }
    case 'erase-to-start':
      return { text: text.slice(cursor), cursor: 0 }
  }
}
