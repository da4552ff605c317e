import { TokenKind, type Tokens } from '../../text/tokens.ts'

const determiners = new Set('the a an another his her its their one some several this that'.split(' '))
const links = new Set(['of', 'for', 'de', 'du', 'des', 'la', 'le', 'van', 'von', 'bin', 'al', 'el', 'and'])
const verbs = new Set(
  'is was has had will would could can may said says after before when while who which that on in at from during with to as by since without despite about following earlier'.split(
    ' ',
  ),
)
const longest = 14

const ranks = new Set(
  'captain colonel commander commissioner doctor general judge lieutenant major maître mayor minister president professor prosecutor senator sergeant'.split(
    ' ',
  ),
)

/** Index after a rank in small letters before a name; `from` where none stands. */
function rankEnd(tokens: Tokens, from: number): number {
  let index = from
  while (ranks.has(tokens.lower(index)) || (index > from && tokens.text(index) === '-')) index++
  return index > from && tokens.isWord(index - 1) && tokens.isCapitalised(index) ? index : from
}

/**
 * Index after the subject that starts at token `from`: a name with its title, or an article with its nouns.
 * Returns `from` where no subject starts there.
 */
export function subjectEnd(tokens: Tokens, from: number): number {
  let index = from
  if (tokens.isWord(from) && determiners.has(tokens.lower(from))) index++
  else if (!tokens.isCapitalised(from)) {
    // `lieutenant-colonel Maxime Dupont`: a rank without its article.
    index = rankEnd(tokens, from)
    if (index === from) return from
  }
  const named = index === from || !determiners.has(tokens.lower(from))
  for (; index < Math.min(tokens.count, from + longest); index++) {
    const kind = tokens.kind(index)
    if (kind === TokenKind.possessive || kind === TokenKind.elision) continue
    if (kind === TokenKind.dash && !tokens.spaceBefore(index) && !tokens.spaceAfter(index)) continue
    if (
      kind === TokenKind.stop &&
      tokens.text(index) === '.' &&
      /^(?:Mr|Mrs|Ms|Dr|M|St)$/u.test(tokens.text(index - 1))
    )
      continue
    if (kind !== TokenKind.word) break
    const word = tokens.lower(index)
    if (verbs.has(word)) break
    if (named && !tokens.isCapitalised(index) && !links.has(word)) break
  }
  // “the deputy of the 7th”: nothing that waits for more.
  while (index > from + 1 && (links.has(tokens.lower(index - 1)) || determiners.has(tokens.lower(index - 1)))) index--
  return index
}
