import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { UsageError } from '@stet/core'
import type { ArticleRow } from './article-row.ts'
import { type Line, splitLines } from './inputs/split-lines.ts'
import type { Manifest } from './manifest.ts'

/** No row is so long. */
export const mostRowBytes = 256 * 1024 * 1024

/** Where a run keeps what. */
export const runFiles = {
  manifest: (folder: string): string => join(folder, 'manifest.json'),
  progress: (folder: string): string => join(folder, 'progress.jsonl'),
  /** Holds the process that works on the run. */
  lock: (folder: string): string => join(folder, 'run.lock'),
  findings: (folder: string): string => join(folder, 'findings'),
  shard: (folder: string, shard: number): string => join(folder, 'findings', `${String(shard).padStart(5, '0')}.jsonl`),
}

/**
 * The manifest of a run.
 *
 * @throws UsageError when the folder holds no run
 */
export async function readManifest(folder: string): Promise<Manifest> {
  let text: string
  try {
    text = await readFile(runFiles.manifest(folder), 'utf8')
  } catch {
    throw new UsageError(`${folder}: holds no run (no manifest.json)`, 'Name the --out of a `stet report`')
  }
  try {
    return JSON.parse(text) as Manifest
  } catch {
    throw new UsageError(`${runFiles.manifest(folder)}: not JSON`, 'Remove the folder and run again')
  }
}

/**
 * All rows of a finished run, in the order of the inputs; one at a time, so that memory does not grow.
 *
 * @throws UsageError when the folder holds no run, or one that did not come to its end
 */
export async function* readRows(folder: string): AsyncGenerator<ArticleRow> {
  for await (const { row } of readSizedRows(folder)) yield row
}

/** The same rows, each with the bytes that it has. */
export async function* readSizedRows(folder: string): AsyncGenerator<{ row: ArticleRow; bytes: number }> {
  const { shards } = await readManifest(folder)
  for (const { shard } of shards) {
    for await (const { bytes } of shardLines(folder, shard)) {
      let row: ArticleRow
      try {
        row = JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8')) as ArticleRow
      } catch {
        throw new UsageError(`${runFiles.shard(folder, shard)}: is damaged`, 'Remove it and go on with --resume')
      }
      yield { row, bytes: bytes.length }
    }
  }
}

async function* shardLines(folder: string, shard: number): AsyncGenerator<Line> {
  try {
    yield* splitLines(createReadStream(runFiles.shard(folder, shard)), mostRowBytes)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    throw new UsageError(`${folder}: this run did not come to its end`, 'Go on with `stet report --resume`')
  }
}

/** Which article a row is about. */
export type RowHead = Pick<ArticleRow, 'id' | 'path'>

/** Id and path of all rows of a finished run, without reading their findings. */
export async function* readRowHeads(folder: string): AsyncGenerator<RowHead> {
  const { shards } = await readManifest(folder)
  for (const { shard } of shards) {
    for await (const { bytes } of shardLines(folder, shard)) {
      const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4096)).toString('utf8')
      // Rows begin with id and path; quotation marks inside of strings are escaped.
      const end = head.indexOf(',"status":"')
      yield JSON.parse(end < 0 ? Buffer.from(bytes).toString('utf8') : `${head.slice(0, end)}}`) as RowHead
    }
  }
}
