import { copyCase, fold } from '../../text/fold.ts'
import { TokenKind, type Tokens } from '../../text/tokens.ts'
import type { ProseEdit } from '../rule.ts'

/** The part of a name that changes: from the first token that differs to the last. Case alone is no difference. */
export function differingPart(tokens: Tokens, from: number, to: number, target: string): ProseEdit | undefined {
  const english = [...target.matchAll(/[\p{L}\p{N}’']+|[^\p{L}\p{N}\s]/gu)]
  const plain = tokens.prose.slice(tokens.start(from), tokens.end(to - 1))
  if (english.length !== to - from)
    return { start: tokens.start(from), end: tokens.end(to - 1), text: copyName(plain, target) }
  const differs = english.flatMap((piece, index) =>
    piece[0].toLowerCase() === tokens.text(from + index).toLowerCase() ? [] : [index],
  )
  const first = differs[0]
  const last = differs.at(-1)
  if (first === undefined || last === undefined) return undefined
  const lastPiece = english[last] as RegExpMatchArray & { index: number }
  let text = target.slice(english[first]?.index, lastPiece.index + lastPiece[0].length)
  // “d’Aden” is “of Aden”: the space of the English comes with the word before it.
  const spaced = target.charAt(lastPiece.index + lastPiece[0].length) === ' '
  if (spaced && last + 1 < to - from && !tokens.spaceBefore(from + last + 1)) text += ' '
  const start = tokens.start(from + first)
  const end = tokens.end(from + last)
  return { start, end, text: copyName(tokens.prose.slice(start, end), text) }
}

/** POUTINE becomes PUTIN; everything else keeps the capitals of the table. */
export function copyName(model: string, target: string): string {
  const upper = model.length > 3 && model === model.toUpperCase() && model !== model.toLowerCase()
  return upper ? copyCase(model, target) : target
}

/** Are the tokens written as a name: whole words, with a capital at one of those that have one in the table? */
export function isWrittenAsName(tokens: Tokens, from: number, to: number, source: string): boolean {
  const models = (source.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => /^\p{Lu}/u.test(word))
  if (goesOnBehindMark(tokens, to)) return false
  if (!models.includes(true)) return true
  let word = 0
  for (let index = from; index < to; index++) {
    const kind = tokens.kind(index)
    if (kind !== TokenKind.word && kind !== TokenKind.elision && kind !== TokenKind.number) continue
    if (models[word++] && tokens.isCapitalised(index)) return true
  }
  return false
}

/** `Hawai‘i`, `Sana‘a`: a letter that looks like a quotation mark stands within the word. */
function goesOnBehindMark(tokens: Tokens, to: number): boolean {
  return (
    tokens.kind(to) === TokenKind.quote &&
    tokens.isWord(to + 1) &&
    !tokens.spaceBefore(to) &&
    !tokens.spaceBefore(to + 1) &&
    /^[‘ʻʿ\u0060]$/u.test(tokens.text(to))
  )
}

const frenchAround = new Set(
  'rue avenue place pont boulevard quai gare station de du des la le les l d en au aux et sur sous dans'.split(' '),
)

const frenchBehind = new Set('et est du des les dans sur pour avec une aux sont'.split(' '))

/** Does the name stand inside French words, where another rule speaks? */
export function insideFrench(tokens: Tokens, from: number, to = from + 1): boolean {
  if (frenchBehind.has(tokens.text(to)) && tokens.spaceBefore(to)) return true
  const before = tokens.lower(from - 1).replace("'", '')
  if (before === 'à') return true
  return frenchAround.has(fold(before)) && !tokens.startsSentence(from) && before !== 'place' && before !== 'station'
}
