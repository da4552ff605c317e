import { createHash } from 'node:crypto'
import { UsageError } from '@stet/core'
import type { Client } from 'pg'
import type { RawArticle } from '../inputs/raw-article.ts'
import type { ArticleInput } from '../inputs/read-inputs.ts'
import { asDatabaseError, connect, shownUrl } from './database.ts'

/** A query whose rows are articles. */
export interface QuerySource {
  /** `postgres://…` */
  readonly url: string
  /** A SELECT; its columns are the fields of the articles. */
  readonly query: string
  /** The column that names each row once and puts them in order. */
  readonly key: string
}

/** Rows fetched at once: an article may be long. */
const pageRows = 200

/**
 * The articles of a query, fetched a page at a time by their key, so that a run can begin anywhere and memory stays flat.
 * Reads only.
 */
export function queryInput(source: QuerySource): ArticleInput {
  const { url, query } = source
  const name = `${shownUrl(url)} ${query.replace(/\s+/gu, ' ').trim()}`
  return {
    name,
    async *read(start) {
      for await (const { raw } of queryRows(source, start?.after)) yield raw
    },
    async *survey(digest) {
      const whole = createHash('sha256')
      let after: string | undefined
      for await (const { raw, key, text } of queryRows(source)) {
        whole.update(text).update('\n')
        digest.bytes += Buffer.byteLength(text)
        yield { raw, start: { file: 0, skip: 0, ...(after === undefined ? {} : { after }) } }
        after = key
      }
      digest.sha256 = whole.digest('hex')
    },
  }
}

interface KeyedRow {
  readonly raw: RawArticle
  readonly key: string
  /** All that the row holds. */
  readonly text: string
}

async function* queryRows(source: QuerySource, after?: string): AsyncGenerator<KeyedRow> {
  const { url, key } = source
  const client = await connect(url, {
    options: '-c default_transaction_read_only=on -c datestyle=ISO',
    types: { getTypeParser: (oid: number) => (jsonTypes.has(oid) ? parseJson : asText) } as never,
  })
  const path = shownUrl(url)
  try {
    const type = await keyType(client, source)
    let last = after
    for (;;) {
      const rows = await page(client, source, type, last)
      for (const [index, row] of rows.slice(0, pageRows).entries()) {
        const now = row[key] as string
        if (rows[index + 1]?.[key] === now) {
          throw new UsageError(`--query: two rows have the ${key} “${now}”`, 'Name a --key that stands once')
        }
        yield { raw: { form: 'record', path, record: row, key: now }, key: now, text: JSON.stringify(row) }
        last = now
      }
      if (rows.length <= pageRows) return
    }
  } catch (error) {
    throw asDatabaseError(error, url)
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** One row more than a page: whether its key is another shows that none is lost between two pages. */
async function page(
  client: Client,
  { query, key }: QuerySource,
  type: string,
  after: string | undefined,
): Promise<Record<string, unknown>[]> {
  const column = client.escapeIdentifier(key)
  const where = after === undefined ? '' : `WHERE articles.${column} > $1::text::${type}`
  const { rows } = await client.query(
    `SELECT * FROM (${withoutEnd(query)}\n) AS articles ${where} ORDER BY articles.${column} LIMIT ${pageRows + 1}`,
    after === undefined ? [] : [after],
  )
  return rows as Record<string, unknown>[]
}

/** @throws UsageError when there is no such column, or rows have nothing in it */
async function keyType(client: Client, { query, key }: QuerySource): Promise<string> {
  const { fields } = await client.query(`SELECT * FROM (${withoutEnd(query)}\n) AS articles LIMIT 0`)
  const field = fields.find(({ name }) => name === key)
  if (field === undefined) {
    throw new UsageError(
      `--query: has no column “${key}” (it has ${fields.map(({ name }) => name).join(', ')})`,
      'Name with --key the column that stands once a row',
    )
  }
  const without = await client.query(
    `SELECT FROM (${withoutEnd(query)}\n) AS articles WHERE articles.${client.escapeIdentifier(key)} IS NULL LIMIT 1`,
  )
  if (without.rowCount !== 0) throw new UsageError(`--query: a row has no ${key}`, 'Name another --key')
  const { rows } = await client.query('SELECT format_type($1::oid, NULL) AS type', [String(field.dataTypeID)])
  return (rows[0] as { type: string }).type
}

function withoutEnd(query: string): string {
  return query.trim().replace(/;\s*$/u, '')
}

/** Everything as PostgreSQL writes it: dates without a time zone put on them, numbers without loss; JSON as what it is. */
const jsonTypes: ReadonlySet<number> = new Set([114, 3802])

function asText(value: string): string {
  return value
}

function parseJson(value: string): unknown {
  return JSON.parse(value)
}
