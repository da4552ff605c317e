import { TokenKind, type Tokens } from '../../text/tokens.ts'

const determiners = new Set('the a an another his her its their one some several this that'.split(' '))
const links = new Set(['of', 'for', 'de', 'du', 'des', 'la', 'le', 'van', 'von', 'bin', 'al', 'el', 'and'])
const verbs = new Set(
  'is was has had will would could can may said says after before when while who which that on in at from during with to as by since without despite about following earlier'.split(
    ' ',
  ),
)
const longest = 14

/**
 * Index after the subject that starts at token `from`: a name with its title, or an article with its nouns.
 * Returns `from` where no subject starts there.
 */
export function subjectEnd(tokens: Tokens, from: number): number {
  let index = from
  if (tokens.isWord(from) && determiners.has(tokens.lower(from))) index++
  else if (!tokens.isCapitalised(from)) return from
  const named = index === from
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
