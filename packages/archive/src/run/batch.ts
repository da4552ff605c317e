import type { ArticleRow } from '../article-row.ts'
import type { RawArticle } from '../inputs/raw-article.ts'

/** Some articles on their way to a worker. All their bytes lie in one buffer, which is handed over, not copied. */
export interface Batch {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly parts: readonly BatchPart[]
  /** One number: which article the worker is at. Shared, so that a watchdog can see it. */
  readonly at: Int32Array<SharedArrayBuffer>
}

interface BatchPart {
  /** The article without its bytes. */
  readonly raw: object
  readonly start: number
  readonly length: number
}

/** What a worker made of a batch. */
export interface CheckedBatch {
  /** Lines of JSON, one a row, in the order of the batch. */
  readonly rows: Uint8Array<ArrayBuffer>
  readonly articles: number
  readonly findings: number
  readonly errors: number
  /** The first few errors, to tell people. */
  readonly said: readonly string[]
}

/** Packs articles for the way. */
export function packBatch(articles: readonly RawArticle[]): Batch {
  let size = 0
  for (const raw of articles) if ('bytes' in raw) size += raw.bytes.length
  const bytes = new Uint8Array(size)
  let start = 0
  const parts = articles.map((raw): BatchPart => {
    if (!('bytes' in raw)) return { raw, start, length: 0 }
    const { bytes: own, ...rest } = raw
    bytes.set(own, start)
    start += own.length
    return { raw: rest, start: start - own.length, length: own.length }
  })
  return { bytes, parts, at: new Int32Array(new SharedArrayBuffer(4)) }
}

/** The articles as they were packed. */
function unpackBatch({ bytes, parts }: Batch): RawArticle[] {
  return parts.map(({ raw, start, length }) => {
    const { form } = raw as RawArticle
    const inBytes = form === 'line' || form === 'text'
    return (inBytes ? { ...raw, bytes: bytes.subarray(start, start + length) } : raw) as RawArticle
  })
}

/** Gives the memory of bytes back at once: the garbage collector may be long in coming, since it sees small objects only. */
export function release({ buffer }: Uint8Array<ArrayBuffer>): void {
  buffer.transfer(0)
}

const mostSaid = 5
const usualRoom = 1024 * 1024
const mostRoom = 16 * usualRoom

/** Makes the rows of a batch, and shows in `at` how far it is. */
export function checkBatch(batch: Batch, rowOf: (raw: RawArticle) => ArticleRow): CheckedBatch {
  return writeRows(rowsOf(batch, rowOf))
}

function* rowsOf(batch: Batch, rowOf: (raw: RawArticle) => ArticleRow): Generator<ArticleRow> {
  let index = 0
  for (const raw of unpackBatch(batch)) {
    Atomics.store(batch.at, 0, ++index)
    yield rowOf(raw)
  }
}

/** Most bytes of UTF-8 that a UTF-16 code unit takes. */
const bytesOfUnit = 3
const encoder = new TextEncoder()
/** Where rows are written before they leave, again and again. */
let room = new Uint8Array(usualRoom)

/** Rows as they are written; one at a time, so that the findings of an article are garbage before those of the next come. */
export function writeRows(rows: Iterable<ArticleRow>): CheckedBatch {
  let articles = 0
  let findings = 0
  let errors = 0
  let length = 0
  const said: string[] = []
  for (const row of rows) {
    articles++
    findings += row.findings.length
    if (row.error !== undefined) {
      errors++
      if (said.length < mostSaid) said.push(`${row.id}: ${row.error}`)
    }
    const line = `${JSON.stringify(row)}\n`
    const most = length + bytesOfUnit * line.length
    if (most > room.length) {
      const larger = new Uint8Array(2 * most)
      larger.set(room.subarray(0, length))
      room = larger
    }
    length += encoder.encodeInto(line, room.subarray(length)).written
  }
  const bytes = room.slice(0, length)
  // A heavy batch must not hold its room for ever.
  if (room.length > mostRoom) room = new Uint8Array(usualRoom)
  return { rows: bytes, articles, findings, errors, said }
}
