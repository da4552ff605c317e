/** Wide in a terminal: East Asian scripts, their punctuation, and pictures. */
const wide =
  /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}|\p{Emoji_Presentation}|[\u3000-\u303F\uFF01-\uFF60]/u
const nothing = /\p{Mark}|\p{Cf}/u
const hidden = /[\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]/u

/** What is shown for one character: a control character could draw over the report, or change the terminal. */
export function shownCharacter(character: string): string {
  if (character === '\t') return ' '
  return hidden.test(character) ? '\uFFFD' : character
}

/** The text as it may be printed, on one line. */
export function shownText(text: string): string {
  return Array.from(text.replace(/\r\n?|\n/gu, '⏎'), shownCharacter).join('')
}

/** How many columns of a terminal the text takes. */
export function cells(text: string): number {
  let count = 0
  for (const character of text) {
    if (character <= '~') count++
    else if (wide.test(character)) count += 2
    else if (!nothing.test(character)) count++
  }
  return count
}

/** Cuts at spaces into lines of at most `width` columns; a longer word is cut where the line ends. Spans of the text, in order. */
export function wrap(text: string, width: number): { start: number; end: number }[] {
  const lines: { start: number; end: number }[] = []
  let start = 0
  let used = 0
  let space = -1
  for (let at = 0; at < text.length; ) {
    const character = String.fromCodePoint(text.codePointAt(at) as number)
    const size = cells(character)
    if (used + size > width && at > start) {
      const end = character === ' ' ? at : space > start ? space : at
      lines.push({ start, end })
      start = text[end] === ' ' ? end + 1 : end
      at = start
      used = 0
      space = -1
      continue
    }
    if (character === ' ') space = at
    used += size
    at += character.length
  }
  if (start < text.length || lines.length === 0) lines.push({ start, end: text.length })
  return lines
}
