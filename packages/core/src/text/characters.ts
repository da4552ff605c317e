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
export const classes: Uint8Array = classify()

/** Runs of letters and marks are found by one search in the string of all code units: 65,536 questions took every process 20 ms. */
function classify(): Uint8Array {
  const made = new Uint8Array(65_536)
  const all = Array.from({ length: 64 }, (_, block) =>
    String.fromCharCode(...Array.from({ length: 1024 }, (_code, index) => block * 1024 + index)),
  ).join('')
  for (const { index, 0: run } of all.matchAll(/[\p{L}\p{M}\u00ad]+/gu))
    made.fill(Char.letter, index, index + run.length)
  // ª, µ and º are signs here.
  made.fill(Char.other, 0x80, 0xad)
  made.fill(Char.other, 0xae, 0xc0)
  made.fill(Char.digit, 48, 58)
  made.fill(Char.space, 0, 33)
  made.fill(Char.space, 0x2000, 0x200b)
  const signs: readonly (readonly [number, string])[] = [
    [Char.space, '\u00a0\u202f\u2028\u2029\u3000\u0085'],
    [Char.apostrophe, "'’"],
    [Char.quote, '“”„‟"«»‘‚‛‹›″'],
    [Char.bracket, '[](){}'],
    [Char.dash, '–—−-‑‐'],
    [Char.stop, '.!?…'],
    [Char.comma, ',;:'],
  ]
  for (const [kind, characters] of signs) for (const sign of characters) made[sign.charCodeAt(0)] = kind
  return made
}
