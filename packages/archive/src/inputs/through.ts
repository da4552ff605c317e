import type { Writable } from 'node:stream'

/** Bytes that a stream is given at once: a compressed slice may become a thousand times as many, all of them kept. */
const sliceBytes = 4096

/**
 * What a stream makes of bytes. It is given a slice only when all that it made of the last one was taken: so the same
 * bytes come out the same however slowly they are read. What was made before an error, in the bytes or in the stream, is
 * handed on before the error is thrown.
 *
 * @param stream is written to, ended and destroyed here
 * @param made what the stream made so far; whoever calls has a listener put it there
 */
export async function* through<T>(bytes: AsyncIterable<Uint8Array>, stream: Writable, made: T[]): AsyncGenerator<T> {
  let failure: Error | undefined
  let wake = () => {}
  stream.once('error', (error: Error) => {
    failure ??= error
    wake()
  })
  stream.once('close', () => wake())
  try {
    for await (const chunk of bytes) {
      for (let start = 0; start < chunk.length; start += sliceBytes) {
        const slice = chunk.subarray(start, start + sliceBytes)
        await new Promise<void>((resolve) => {
          wake = resolve
          stream.write(slice, () => resolve())
        })
        // Those who listen have heard of everything then.
        await new Promise(setImmediate)
        yield* taken(made)
        if (failure !== undefined) throw failure
      }
    }
    await new Promise<void>((resolve) => {
      wake = resolve
      if (stream.closed) resolve()
      else stream.end()
    })
    yield* taken(made)
    if (failure !== undefined) throw failure
  } catch (error) {
    yield* taken(made)
    throw error
  } finally {
    stream.once('error', () => undefined)
    stream.destroy()
  }
}

function* taken<T>(made: T[]): Generator<T> {
  yield* made.splice(0)
}
