function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 126) return false
  return true
}

/** Latin letters end here; what stands behind them takes the long way. */
const latinEnd = 0x250
/** What becomes of each Latin letter in lower case. */
const folded: readonly string[] = Array.from({ length: latinEnd }, (_, code) => foldAny(String.fromCharCode(code)))

function foldAny(lower: string): string {
  return lower.replaceAll('’', "'").normalize('NFD').replace(/\p{M}/gu, '').replaceAll('œ', 'oe').replaceAll('æ', 'ae')
}

/**
 * The text with ’ as ' and every white space as a blank, character for character: how phrases of a person’s list are looked
 * up, who did not see a no-break space or a line end between the words.
 */
export function withPlainMarks(text: string): string {
  return text.replace(/\s/gu, ' ').replace(/’/gu, "'")
}

/** The word in lower case, without accents, with ’ as ': how French words are looked up, since news copy drops accents. */
export function fold(text: string): string {
  const lower = text.toLowerCase()
  if (isAscii(lower)) return lower
  let made = ''
  for (let at = 0; at < lower.length; at++) {
    const code = lower.charCodeAt(at)
    if (code < latinEnd) made += folded[code]
    else if (code === 0x2019) made += "'"
    else return foldAny(lower)
  }
  return made
}

/** `text` with the capitals of `model`: all capitals, a capital first letter, or as it is. */
export function copyCase(model: string, text: string): string {
  const letters = model.replace(/[^\p{L}]/gu, '')
  if (letters.length > 1 && letters === letters.toUpperCase() && letters !== letters.toLowerCase()) {
    return text.toUpperCase()
  }
  return /^\p{Lu}/u.test(letters) ? text.charAt(0).toUpperCase() + text.slice(1) : text
}
