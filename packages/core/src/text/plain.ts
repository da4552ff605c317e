import { Segment } from './segment.ts'

const NEWLINE = 10
const RETURN = 13

/**
 * Plain wire copy: paragraphs are parted by blank lines, and every line of a paragraph stays in it.
 * A byte-order mark and CRLF line ends stay in the source and are counted; the mark is not prose.
 */
export function readPlain(source: string): Segment[] {
  const segments: Segment[] = []
  const length = source.length
  let position = source.charCodeAt(0) === 0xfeff ? 1 : 0
  let start = -1
  let end = -1
  const flush = (next: number): void => {
    if (start >= 0) segments.push(Segment.plain('paragraph', source, { start, end }, { start, end: next }))
    start = -1
  }
  while (position < length) {
    let lineEnd = source.indexOf('\n', position)
    if (lineEnd < 0) lineEnd = length
    let from = position
    let to = lineEnd
    while (to > from && isSpace(source.charCodeAt(to - 1))) to--
    while (from < to && isSpace(source.charCodeAt(from))) from++
    if (from < to) {
      // A blank line ends a paragraph; the cut for a removed one reaches up to where the next one starts.
      if (start < 0) {
        start = from
        const previous = segments.at(-1)
        if (previous?.removal !== undefined) (previous.removal as { end: number }).end = position
      }
      end = to
    } else if (start >= 0) flush(length)
    position = lineEnd + 1
  }
  flush(length)
  return segments
}

function isSpace(code: number): boolean {
  return (
    code === 32 ||
    code === NEWLINE ||
    code === RETURN ||
    code === 9 ||
    code === 0xa0 ||
    code === 0x202f ||
    code === 0xfeff
  )
}
