/** What a group of letters may become, each with its cost: the cheapest first. */
type Outputs = readonly (readonly [string, number])[]
export type LetterRow = readonly [RegExp, Outputs]

/** A row is tried at one place of the word (sticky); what stands before is looked at by look-behind of fixed length. */
export const row = (pattern: string, ...outputs: (string | readonly [string, number])[]): LetterRow => [
  new RegExp(pattern, 'uy'),
  outputs.map((output) => (typeof output === 'string' ? ([output, 0] as const) : output)),
]

/** Widest number of half-made forms kept at each letter. */
const beam = 12

/** What the rows make of a word in lower case, letter group by letter group: the cheapest first, three at most. */
export function rewriteLetters(lower: string, rows: readonly LetterRow[]): string[] {
  let forms: (readonly [string, number])[] = [['', 0]]
  for (let at = 0; at < lower.length; ) {
    let length = 1
    let outputs: Outputs = [[lower.charAt(at), 0]]
    for (const [pattern, texts] of rows) {
      pattern.lastIndex = at
      const match = pattern.exec(lower)
      if (match === null || match[0] === '') continue
      length = match[0].length
      outputs = texts
      break
    }
    forms = forms.flatMap(([text, cost]) => outputs.map(([more, extra]) => [text + more, cost + extra] as const))
    if (forms.length > beam) forms = forms.sort((one, two) => one[1] - two[1]).slice(0, beam)
    at += length
  }
  return [...new Set(forms.sort((one, two) => one[1] - two[1]).map(([text]) => text))].slice(0, 3)
}
