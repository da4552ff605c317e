import { romanOrdinal } from './digits.ts'
import type { NumberTokens } from './number-tokens.ts'
import type { QuantityDraft } from './quantity.ts'

const latestCentury = 30
/** Tokens between the first of two centuries and the word: `18th and early 19th centuries`. */
const furthest = 6

/** `XIXe siècle`, `19th-century`, `du XVIIIe au XXe siècle`: an ordinal that counts centuries. */
export function readCentury(words: NumberTokens, draft: QuantityDraft): void {
  const [number = 0] = draft.values
  if (number < 1 || number > latestCentury) return
  let next = words.skipDash(draft.to)
  // `18th- and 19th-century`
  if (words.tokens.text(next) === '-') next++
  if (words.role(next) === 'century') draft.kind = 'century'
  else if (words.role(next) === 'joiner' || words.role(next) === 'range') {
    let isList = false
    for (let at = next + 1; at <= next + furthest; at++) {
      isList ||= isOrdinal(words, at)
      if (isList && words.role(words.skipDash(at + 1)) === 'century') {
        draft.kind = 'century'
        return
      }
    }
  }
}

function isOrdinal(words: NumberTokens, at: number): boolean {
  return words.role(at) === 'ordinal' || words.role(at) === 'suffix' || romanOrdinal(words.tokens.text(at)) > 0
}
