/** Is the UTF-16 code unit an upper-case letter? */
export function isUpper(code: number): boolean {
  if (code < 128) return code >= 65 && code <= 90
  if (code < 0xc0) return false
  const letter = String.fromCharCode(code)
  return letter !== letter.toLowerCase()
}

/** Character classes for the one hand-written pass of the tokenizer. */
export const Char = {
  other: 0,
  space: 1,
  letter: 2,
  digit: 3,
  apostrophe: 4,
  quote: 5,
  bracket: 6,
  dash: 7,
  stop: 8,
  comma: 9,
  ignore: 10,
} as const
/** The class of every UTF-16 code unit. */
export const classes = new Uint8Array(65536)
for (let code = 0; code < 65536; code++) classes[code] = classify(code)

function classify(code: number): number {
  if ((code >= 65 && code <= 90) || (code >= 97 && code <= 122)) return Char.letter
  if (code >= 48 && code <= 57) return Char.digit
  if (
    code <= 32 ||
    code === 0xa0 ||
    code === 0x202f ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x3000 ||
    code === 0x85
  )
    return Char.space
  if (code === 39 || code === 0x2019) return Char.apostrophe
  const sign = String.fromCharCode(code)
  if ('“”„‟"«»‘‚‛‹›″'.includes(sign)) return Char.quote
  if ('[](){}'.includes(sign)) return Char.bracket
  if ('–—−-‑‐'.includes(sign)) return Char.dash
  if ('.!?…'.includes(sign)) return Char.stop
  if (',;:'.includes(sign)) return Char.comma
  if (code >= 0xc0 && /[\p{L}\p{M}]/u.test(sign)) return Char.letter
  if (code === 0xad) return Char.letter
  return Char.other
}
