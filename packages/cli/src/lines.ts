import { mostBytes } from './read-text.ts'

const lineFeed = 10
const carriageReturn = 13

/**
 * The lines of a stream, as bytes and without their ends. Only a line feed ends a line: JSON may hold the other
 * separators of Unicode. A line longer than an article may be is handed on cut, just too long.
 */
export async function* linesOf(stream: AsyncIterable<unknown>): AsyncGenerator<Uint8Array> {
  let parts: Buffer[] = []
  let size = 0
  const keep = (part: Buffer) => {
    if (size <= mostBytes) parts.push(part)
    size += part.length
  }
  const line = () => {
    const whole = Buffer.concat(parts)
    parts = []
    size = 0
    return whole.at(-1) === carriageReturn ? whole.subarray(0, -1) : whole
  }
  for await (const piece of stream) {
    const chunk = piece as Buffer
    let start = 0
    for (let end = chunk.indexOf(lineFeed); end >= 0; end = chunk.indexOf(lineFeed, start)) {
      keep(chunk.subarray(start, end))
      yield line()
      start = end + 1
    }
    if (start < chunk.length) keep(chunk.subarray(start))
  }
  if (size > 0) yield line()
}
