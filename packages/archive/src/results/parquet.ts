import { rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import { UsageError } from '@stet/core'
import { readManifest, runFiles } from '../run-folder.ts'
import type { Aggregate } from './aggregate.ts'

/** Told when DuckDB is not there. */
export const noDuckdb =
  'no Parquet written: the package @duckdb/node-api is not installed (`npm install @duckdb/node-api`, then run again)'

const finding = `STRUCT(ruleId VARCHAR, mqm VARCHAR, severity VARCHAR, confidence DOUBLE, "start" BIGINT, "end" BIGINT,
  line BIGINT, "column" BIGINT, actual VARCHAR, expected VARCHAR[], safe BOOLEAN, reason VARCHAR, fingerprint VARCHAR,
  "before" VARCHAR, "after" VARCHAR)`

const columns = `{id: 'VARCHAR', path: 'VARCHAR', status: 'VARCHAR', error: 'VARCHAR', date: 'VARCHAR', outlet: 'VARCHAR',
  author: 'VARCHAR', url: 'VARCHAR', engine: 'VARCHAR', desk: 'VARCHAR', words: 'BIGINT', characters: 'BIGINT',
  score: 'DOUBLE', findings: '${finding}[]'}`

const articles = `SELECT id, path, status, error, date, try_cast(date[1:10] AS DATE) AS day, outlet, author, url, engine,
  desk, words, characters, score, len(findings) AS findings FROM shards`

const findings = `SELECT id AS article, outlet, engine, desk, try_cast(date[1:10] AS DATE) AS day,
  f.ruleId AS rule, f.mqm, f.severity, f.confidence, f."start", f."end", f.line, f."column", f.actual, f.expected, f.safe,
  f.reason, f.fingerprint, f."before", f."after" FROM (SELECT id, outlet, engine, desk, date, unnest(findings) AS f FROM shards)`

/** Rows written at once. DuckDB remembers every group until the end of the file. */
const rowGroup = 8192

/** What DuckDB's memory is measured by, in bytes. */
export type RowSizes = Pick<Aggregate, 'longestRow' | 'heaviestStretch'>

/** DuckDB takes memory for each shard that it has read, until it is closed: it is opened anew for so many of them. */
const shardsAtOnce = 100

/**
 * Writes `articles.parquet` and `findings.parquet` from the shards of a run, in their order; of an archive of more than
 * 100 shards the next ones go into `articles-2.parquet`, `findings-2.parquet` and so on.
 *
 * @returns false when DuckDB is not installed: nothing is written
 * @throws UsageError when DuckDB cannot write them
 */
export async function writeParquet(runFolder: string, sizes: RowSizes): Promise<boolean> {
  const duckdb = await loadDuckdb()
  if (duckdb === undefined) return false
  const { shards } = await readManifest(runFolder)
  for (let from = 0; from < shards.length; from += shardsAtOnce) {
    const files = shards.slice(from, from + shardsAtOnce).map(({ shard }) => runFiles.shard(runFolder, shard))
    const ending = from === 0 ? '' : `-${from / shardsAtOnce + 1}`
    const instance = await duckdb.DuckDBInstance.create(':memory:', {
      // One thread reads the shards in their order; to have that order kept would only hold rows back in memory.
      threads: '1',
      preserve_insertion_order: 'false',
      temp_directory: '',
      // What it frees goes back at once; kept for later it would be a third of what it takes.
      allocator_flush_threshold: '100KB',
      allocator_bulk_deallocation_flush_threshold: '100KB',
    })
    try {
      const connection = await instance.connect()
      await writeTables(connection, files, (name) => join(runFolder, `${name}${ending}.parquet`), sizes)
      connection.closeSync()
    } finally {
      instance.closeSync()
    }
  }
  return true
}

async function writeTables(
  connection: DuckDBConnection,
  files: readonly string[],
  pathOf: (name: string) => string,
  { longestRow, heaviestStretch }: RowSizes,
): Promise<void> {
  const list = files.map((file) => quoted(file.replace(/[*?[]/gu, '[$&]'))).join(', ')
  await connection.run(
    `CREATE VIEW shards AS SELECT * FROM read_json([${list}], format = 'newline_delimited', columns = ${columns},
     maximum_object_size = ${Math.max(2 ** 20, longestRow + 1)})`,
  )
  for (const [name, query] of [
    ['articles', articles],
    ['findings', findings],
  ] as const) {
    const path = pathOf(name)
    const temporary = `${path}.tmp`
    try {
      await copy(connection, query, temporary, heaviestStretch)
    } catch (error) {
      await rm(temporary, { force: true })
      if (isFull(error)) throw error
      throw new UsageError(
        `${path}: cannot be written: ${(error as Error).message.split('\n')[0]}`,
        'All else is there',
      )
    }
    await rename(temporary, path)
  }
}

/** Room for the findings of a vector of articles, read, taken apart and written; where DuckDB has more, it takes more. */
async function copy(connection: DuckDBConnection, query: string, path: string, heaviestStretch: number): Promise<void> {
  const stretch = heaviestStretch / 2 ** 20
  for (const megabytes of [96 + 2 * stretch, 512 + 8 * stretch, Number.POSITIVE_INFINITY]) {
    const last = megabytes === Number.POSITIVE_INFINITY
    await connection.run(`SET memory_limit = '${last ? '8GB' : `${Math.ceil(megabytes)}MB`}'`)
    try {
      await connection.run(
        `COPY (${query}) TO ${quoted(path)} (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE ${rowGroup})`,
      )
      return
    } catch (error) {
      if (last || !/out of memory/iu.test((error as Error).message)) throw error
    }
  }
}

function isFull(error: unknown): boolean {
  return /no space left/iu.test((error as Error).message)
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

/** An optional peer: undefined where nobody installed it. */
async function loadDuckdb(): Promise<typeof import('@duckdb/node-api') | undefined> {
  try {
    return await import('@duckdb/node-api')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_MODULE_NOT_FOUND') return undefined
    throw error
  }
}
