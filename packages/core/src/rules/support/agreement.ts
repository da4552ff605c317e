import { TokenKind, type Tokens } from '../../text/tokens.ts'

const plurals = new Set('all they we these those people men women children police both several many'.split(' '))
const prepositions = new Set(
  'of in for at on to from by with between against within under over near into about without during'.split(' '),
)
const clauseStarts = new Set('that which who and but while because when where as if although though'.split(' '))
const furthest = 14

/** Is the subject of the verb at token `verb` plural, as far as the word before its first preposition tells? */
export function hasPluralSubject(tokens: Tokens, verb: number): boolean {
  let from = verb - 1
  const start = Math.max(tokens.sentenceStart(verb), verb - furthest)
  while (from >= start && tokens.isWord(from) && !clauseStarts.has(tokens.lower(from))) from--
  // “the ministers and their deputies should”: what is joined is plural.
  if (tokens.lower(from) === 'and') return true
  let head = verb - 1
  for (let at = from + 2; at < verb; at++) {
    if (prepositions.has(tokens.lower(at)) && tokens.kind(at - 1) === TokenKind.word) {
      head = at - 1
      break
    }
  }
  const word = tokens.lower(head)
  if (plurals.has(word)) return true
  return word.length > 3 && /s$/u.test(word) && !/(?:ss|us|is|ics|news|s's)$/u.test(word) && !tokens.isCapitalised(head)
}
