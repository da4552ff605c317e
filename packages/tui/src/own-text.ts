/** A text that is being typed, and where the next letter goes. */
export interface OwnText {
  readonly text: string
  readonly cursor: number
}

/** Every step of line editing, its keys and what it does: as in a shell. */
export const ownTextSteps = {
  left: { keys: ['left', 'ctrl-b'], help: 'a character back' },
  right: { keys: ['right', 'ctrl-f'], help: 'a character on' },
  'word-left': { keys: ['alt-left'], help: 'a word back (also Ctrl-Left, Alt-B)' },
  'word-right': { keys: ['alt-right'], help: 'a word on (also Ctrl-Right, Alt-F)' },
  home: { keys: ['home', 'ctrl-a'], help: 'to the start' },
  end: { keys: ['end', 'ctrl-e'], help: 'to the end' },
  'erase-before': { keys: ['backspace', 'ctrl-h'], help: 'erase the character before' },
  'erase-after': { keys: ['delete', 'ctrl-d'], help: 'erase the character after' },
  'erase-word': { keys: ['ctrl-w'], help: 'erase the word before (also Alt-Backspace)' },
  'erase-word-after': { keys: ['alt-d'], help: 'erase the word after' },
  'erase-to-start': { keys: ['ctrl-u'], help: 'erase all before' },
  'erase-to-end': { keys: ['ctrl-k'], help: 'erase all after' },
} as const

export type OwnTextStep = keyof typeof ownTextSteps

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
    case 'erase-word-after':
      return { text: text.slice(0, cursor) + text.slice(wordAfter), cursor }
    case 'erase-to-end':
      return { text: text.slice(0, cursor), cursor }
    case 'erase-to-start':
      return { text: text.slice(cursor), cursor: 0 }
  }
}
