import type { Key } from 'ink'

/** A key as the review understands it: a letter as it is, other keys by name. */
export type Pressed = string

const named = [
  ['return', 'enter'],
  ['escape', 'escape'],
  ['upArrow', 'up'],
  ['downArrow', 'down'],
  ['leftArrow', 'left'],
  ['rightArrow', 'right'],
  ['home', 'home'],
  ['end', 'end'],
  ['backspace', 'backspace'],
  ['delete', 'delete'],
] as const

/**
 * The keys in what Ink hands over at once: one key, or all that came while the screen was drawn. (What is pasted comes
 * by another way.)
 */
export function keysIn(input: string, key: Key): Pressed[] {
  const name = named.find(([flag]) => key[flag])?.[1]
  if (name !== undefined) return [name]
  if (key.meta) return []
  if (key.ctrl) return [`ctrl-${input}`]
  return Array.from(input, (character) => {
    const code = character.codePointAt(0) as number
    if (character === '\r' || character === '\n') return 'enter'
    if (code === 127) return 'backspace'
    return code < 32 ? `ctrl-${String.fromCharCode(code + 96)}` : character
  })
}
