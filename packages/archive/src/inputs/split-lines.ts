const lineFeed = 10
const carriageReturn = 13

/** A line without its end. */
export interface Line {
  readonly bytes: Uint8Array
  /** Bytes in the line; more than `bytes` holds where it was too long to keep. */
  readonly length: number
  /** Where it begins in the stream, in bytes. */
  readonly offset: number
}

/**
 * The lines of a stream. Only a line feed ends a line: JSON may hold the other separators of Unicode.
 *
 * @param most bytes of a line that are kept
 */
export async function* splitLines(stream: AsyncIterable<Uint8Array>, most: number): AsyncGenerator<Line> {
  let parts: Uint8Array[] = []
  let length = 0
  let offset = 0
  const keep = (part: Uint8Array) => {
    if (length <= most) parts.push(part)
    length += part.length
  }
  const line = (): Line => {
    let bytes = (parts.length === 1 ? parts[0] : Buffer.concat(parts)) as Uint8Array
    if (bytes.at(-1) === carriageReturn) bytes = bytes.subarray(0, -1)
    return { bytes, length, offset }
  }
  for await (const chunk of stream) {
    let start = 0
    for (let end = chunk.indexOf(lineFeed); end >= 0; end = chunk.indexOf(lineFeed, start)) {
      keep(chunk.subarray(start, end))
      yield line()
      offset += length + 1
      parts = []
      length = 0
      start = end + 1
    }
    if (start < chunk.length) keep(chunk.subarray(start))
  }
  if (length > 0) yield line()
}
