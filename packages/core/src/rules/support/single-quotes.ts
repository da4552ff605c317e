import { TokenKind, type Tokens } from '../../text/tokens.ts'

/** A quotation in single marks. Token indexes. */
export interface SingleQuotation {
  readonly open: number
  readonly close: number
}

/** Words that lose their beginning: ’tis, ’em, rock ’n’ roll. The mark before them is an apostrophe. */
const clipped = new Set(
  'bout cause cos em ere gainst kay n nother nuff round s scuse sup t til till tis twas tween twere twill'.split(' '),
)

const cache = new WeakMap<Tokens, readonly SingleQuotation[]>()

/**
 * The quotations of a paragraph that stand in single marks. A mark that may be an apostrophe (the boys’ house, the ’90s)
 * closes only where no other can; where two may, nothing is told.
 */
export function pairSingleQuotes(tokens: Tokens): readonly SingleQuotation[] {
  let known = cache.get(tokens)
  if (known === undefined) {
    known = pair(tokens)
    cache.set(tokens, known)
  }
  return known
}

function pair(tokens: Tokens): SingleQuotation[] {
  const found: SingleQuotation[] = []
  let open = -1
  let sure: number[] = []
  let possible: number[] = []
  const end = () => {
    const close = sure.length === 1 ? sure[0] : sure.length === 0 && possible.length === 1 ? possible[0] : undefined
    if (open >= 0 && close !== undefined) found.push({ open, close })
    open = -1
  }
  for (let at = 0; at < tokens.count; at++) {
    if (tokens.kinds[at] !== TokenKind.quote) continue
    const mark = tokens.text(at)
    if (mark !== '‘' && mark !== '’' && mark !== "'") continue
    if (mark !== '’' && opens(tokens, at)) {
      end()
      open = at
      sure = []
      possible = []
    } else if (open >= 0 && mark !== '‘' && closes(tokens, at)) {
      if (mayBeApostrophe(tokens, at)) possible.push(at)
      else sure.push(at)
    }
  }
  end()
  return found
}

function opens(tokens: Tokens, at: number): boolean {
  if (at === tokens.count - 1 || tokens.spaceAfter(at)) return false
  const before = tokens.kind(at - 1)
  const isFree =
    at === 0 ||
    tokens.spaceBefore(at) ||
    before === TokenKind.bracket ||
    before === TokenKind.dash ||
    before === TokenKind.quote
  if (!isFree) return false
  const next = tokens.kind(at + 1)
  // The ’90s and the class of ’68.
  if (next === TokenKind.number) return !/^\d\d$/u.test(tokens.text(at + 1))
  return !(tokens.isWord(at + 1) && clipped.has(tokens.lower(at + 1)))
}

function closes(tokens: Tokens, at: number): boolean {
  if (at === 0 || tokens.spaceBefore(at)) return false
  const next = tokens.kind(at + 1)
  return (
    at === tokens.count - 1 ||
    tokens.spaceAfter(at) ||
    next === TokenKind.comma ||
    next === TokenKind.stop ||
    next === TokenKind.bracket ||
    next === TokenKind.dash ||
    next === TokenKind.quote
  )
}

/** The boys’ house, James’ house, goin’ home, six feet (6'). */
function mayBeApostrophe(tokens: Tokens, at: number): boolean {
  if (tokens.kind(at - 1) === TokenKind.number) return true
  if (!tokens.isWord(at - 1)) return false
  // What a mark of punctuation follows is owned by nobody.
  if (at === tokens.count - 1 || !tokens.isWord(at + 1)) return false
  const word = tokens.lower(at - 1)
  return /(?:[sxz]|in)$/u.test(word) || word.length <= 2
}
