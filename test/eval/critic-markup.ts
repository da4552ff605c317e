import type { GoldSpan } from './annotated.ts'

/** An annotated article read from one file: the text as published, as an editor left it, and what was marked. */
export interface Annotation {
  readonly text: string
  readonly gold: string
  readonly spans: readonly GoldSpan[]
}

const mark =
  /\{~~([\s\S]*?)~>([\s\S]*?)~~\}|\{--([\s\S]*?)--\}|\{\+\+([\s\S]*?)\+\+\}|\{==([\s\S]*?)==\}|\{>>([\s\S]*?)<<\}/gu

/**
 * Reads CriticMarkup (criticmarkup.com): `{~~wrong~>right~~}`, `{--delete--}`, `{++insert++}`, `{==only marked==}`, each with a comment
 * `{>>type<<}` behind it. In the comment: the type of the error, then `B` for a judgement call, then `or OTHER REPAIR`.
 *
 * @throws Error naming file and line when a mark has no comment, or a comment no mark
 */
export function readCriticMarkup(source: string, file: string): Annotation {
  let text = ''
  let gold = ''
  let position = 0
  const spans: GoldSpan[] = []
  let open: { start: number; end: number; actual: string; expected: string[] } | undefined
  const fail = (at: number, message: string): never => {
    throw new Error(`${file}:${source.slice(0, at).split('\n').length}: ${message}`)
  }
  for (const match of source.matchAll(mark)) {
    const [whole, wrong, right, deleted, inserted, marked, comment] = match
    const between = source.slice(position, match.index)
    if (comment !== undefined) {
      if (open === undefined || between !== '') fail(match.index, 'a comment without a mark before it')
      const [head = '', ...others] = comment.split(' or ')
      const [type = '', tier = 'A'] = head.trim().split(/\s+/u)
      const { start, end, actual, expected } = open as NonNullable<typeof open>
      spans.push({ start, end, actual, type, expected: [...expected, ...others], tier: tier === 'B' ? 'B' : 'A' })
      open = undefined
    } else {
      if (open !== undefined) fail(match.index, 'a mark without a comment')
      text += between
      gold += between
      const actual = wrong ?? deleted ?? marked ?? ''
      const repaired = right ?? (deleted !== undefined ? '' : (inserted ?? marked ?? ''))
      open = {
        start: text.length,
        end: text.length + actual.length,
        actual,
        expected: marked === undefined ? [repaired] : [],
      }
      text += actual
      gold += repaired
    }
    position = match.index + whole.length
  }
  if (open !== undefined) fail(source.length, 'a mark without a comment')
  const rest = source.slice(position)
  return { text: text + rest, gold: gold + rest, spans }
}
