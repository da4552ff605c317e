import { type CsvError, parse } from 'csv-parse'
import { mostArticleBytes, mostPieceBytes, type RawArticle, tooLong } from './raw-article.ts'
import { through } from './through.ts'

type Record = Readonly<{ [column: string]: unknown }>

/**
 * The records of a table whose first line names the columns. What cannot be read is an article with an error.
 *
 * @throws whatever the bytes do, after what stands before it
 */
export async function* tableArticles(
  bytes: AsyncIterable<Uint8Array>,
  path: string,
  delimiter: string,
): AsyncGenerator<RawArticle> {
  const failed: RawArticle[] = []
  const endless = new Error('a record without an end')
  const parser = parse({
    delimiter,
    bom: true,
    columns: true,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: mostPieceBytes,
    skip_records_with_error: true,
    on_skip: (error) => {
      failed.push({ form: 'error', path, error: error === undefined ? 'is no record' : reasonOf(error) })
      // The parser never gets out of it, and would say so of every piece that follows.
      if (error?.code === 'CSV_MAX_RECORD_SIZE') parser.destroy(endless)
      return undefined
    },
  })
  const records: Record[] = []
  parser.on('data', (record: Record) => records.push(record))
  const watched = new Utf8Watch(bytes)
  let number = 0
  let broken: { readonly error: unknown } | undefined
  try {
    for await (const record of through(watched.bytes(), parser, records)) {
      number++
      const error = whyNot(record, watched.valid)
      if (error === undefined) yield { form: 'record', path, number, record }
      else yield { form: 'error', path, number, error }
    }
  } catch (error) {
    broken = { error }
  }
  yield* failed
  if (broken !== undefined && broken.error !== endless) throw broken.error
}

function reasonOf({ code, message, lines }: CsvError): string {
  if (code === 'CSV_MAX_RECORD_SIZE') {
    const megabytes = mostPieceBytes / 1024 / 1024
    return `more than ${megabytes} MB in one record, up to line ${lines}: is a quotation mark not closed? What follows is missing`
  }
  if (code === 'CSV_QUOTE_NOT_CLOSED') return `a quotation mark is not closed up to the end, line ${lines}`
  return message
}

/** Why a record is no article. */
function whyNot(record: Record, validBytes: boolean): string | undefined {
  for (const value of Object.values(record)) {
    const text = String(value)
    if (text.length > mostArticleBytes) return tooLong(Buffer.byteLength(text))
    // The parser puts this character where the bytes are none.
    if (!validBytes && text.includes('\uFFFD')) return 'is not valid UTF-8'
  }
  return undefined
}

/** Tells whether bytes were UTF-8 up to now. */
class Utf8Watch {
  readonly #bytes: AsyncIterable<Uint8Array>
  valid = true

  constructor(bytes: AsyncIterable<Uint8Array>) {
    this.#bytes = bytes
  }

  async *bytes(): AsyncGenerator<Uint8Array> {
    const decoder = new TextDecoder('utf-8', { fatal: true })
    for await (const chunk of this.#bytes) {
      if (this.valid) {
        try {
          decoder.decode(chunk, { stream: true })
        } catch {
          this.valid = false
        }
      }
      yield chunk
    }
  }
}
