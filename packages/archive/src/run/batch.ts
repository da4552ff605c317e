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

/** Makes the rows of a batch, and shows in `at` how far it is. */
export function checkBatch(batch: Batch, rowOf: (raw: RawArticle) => ArticleRow): CheckedBatch {
  return joinRows(
    unpackBatch(batch).map((raw, index) => {
      Atomics.store(batch.at, 0, index + 1)
      return rowOf(raw)
    }),
  )
}

/** Rows as they are written. */
export function joinRows(rows: readonly ArticleRow[]): CheckedBatch {
  let findings = 0
  let errors = 0
  const said: string[] = []
  for (const row of rows) {
    findings += row.findings.length
    if (row.error === undefined) continue
    errors++
    if (said.length < mostSaid) said.push(`${row.id}: ${row.error}`)
  }
  const text = rows.map((row) => `${JSON.stringify(row)}\n`).join('')
  return { rows: new TextEncoder().encode(text), articles: rows.length, findings, errors, said }
}
