import { Writable } from 'node:stream'
import { extract } from 'tar-stream'
import { through } from './through.ts'

/** What is met in a tar, one after the other: a file's name, its bytes, its end. */
type TarPart = { readonly name: string } | Uint8Array | 'end'

/** The files of a tar, in order. */
export class TarParts {
  readonly #parts: AsyncGenerator<TarPart>
  /** Is the tar itself broken? */
  failed = false

  constructor(bytes: AsyncIterable<Uint8Array>) {
    const made: TarPart[] = []
    this.#parts = through(bytes, unpacker(made), made)
  }

  /**
   * @returns undefined after the last
   * @throws whatever is wrong with the tar
   */
  async next(): Promise<TarPart | undefined> {
    try {
      const { value, done } = await this.#parts.next()
      return done === true ? undefined : value
    } catch (error) {
      this.failed = true
      throw error
    }
  }

  /** The bytes of the file whose name came last; where not all are taken, `next` gives the others. */
  async *file(): AsyncGenerator<Uint8Array> {
    for (let part = await this.next(); part instanceof Uint8Array; part = await this.next()) yield part
  }
}

/** Puts the parts of a tar that is written to it into a list. */
function unpacker(made: TarPart[]): Writable {
  const tar = extract()
  tar.on('entry', ({ name, type }, entry, next) => {
    if (type === 'file') {
      made.push({ name })
      entry.on('data', (chunk) => made.push(chunk as Uint8Array))
      entry.on('end', () => made.push('end'))
    } else entry.resume()
    entry.on('end', next)
    // The tar has it too.
    entry.on('error', () => undefined)
  })
  const stream = new Writable({
    write: (chunk, _encoding, done) => void (tar.write(chunk) ? done() : tar.once('drain', done)),
    final(done) {
      tar.once('finish', () => done())
      tar.end(undefined)
    },
    destroy(error, done) {
      tar.destroy(error ?? undefined)
      done(error)
    },
  })
  tar.on('error', (error) => stream.destroy(error))
  return stream
}
