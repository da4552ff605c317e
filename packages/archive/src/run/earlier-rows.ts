import { createReadStream, openSync, readSync } from 'node:fs'
import type { ArticleRow } from '../article-row.ts'
import { splitLines } from '../inputs/split-lines.ts'
import { mostRowBytes, readManifest, runFiles } from '../run-folder.ts'
import { type HashTable, hashTable, slotOf } from './hash-table.ts'

/** Where the rows of an earlier run lie, by what the articles held. In shared memory: no worker has its own. */
export interface EarlierIndex extends HashTable {
  readonly folder: string
  /** For each slot: shard, byte offset in it, bytes of the row. */
  readonly shards: Uint32Array<SharedArrayBuffer>
  readonly offsets: Float64Array<SharedArrayBuffer>
  readonly lengths: Uint32Array<SharedArrayBuffer>
}

/** Indexes the rows of a finished run that can be used again. */
export async function indexEarlier(folder: string): Promise<EarlierIndex> {
  const { shards } = await readManifest(folder)
  const table = hashTable(shards.reduce((sum, { articles }) => sum + articles, 0))
  const slots = table.keys.length
  const index: EarlierIndex = {
    ...table,
    folder,
    shards: new Uint32Array(new SharedArrayBuffer(slots * 4)),
    offsets: new Float64Array(new SharedArrayBuffer(slots * 8)),
    lengths: new Uint32Array(new SharedArrayBuffer(slots * 4)),
  }
  for (const { shard } of shards) {
    for await (const { bytes, length, offset } of splitLines(
      createReadStream(runFiles.shard(folder, shard)),
      mostRowBytes,
    )) {
      const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4096)).toString('latin1')
      // The content follows the id, the path and the status; quotation marks inside of strings are escaped.
      const content = /"status":"ok","content":"([0-9a-f]{64})"/u.exec(head)?.[1]
      if (content === undefined) continue
      const key = keyOfContent(content)
      const slot = slotOf(index, key)
      index.keys[slot] = key
      index.shards[slot] = shard
      index.offsets[slot] = offset
      index.lengths[slot] = length
    }
  }
  return index
}

/** Looks rows up in an index. */
export class EarlierRows {
  readonly #index: EarlierIndex
  readonly #open = new Map<number, number>()

  constructor(index: EarlierIndex) {
    this.#index = index
  }

  /** The row of an article that held the same, if there is one. */
  find(content: string): ArticleRow | undefined {
    const index = this.#index
    const slot = slotOf(index, keyOfContent(content))
    if (index.keys[slot] === 0n) return undefined
    const bytes = Buffer.allocUnsafe(index.lengths[slot] as number)
    readSync(this.#file(index.shards[slot] as number), bytes, 0, bytes.length, index.offsets[slot] as number)
    const row = JSON.parse(bytes.toString('utf8')) as ArticleRow
    return row.content === content && row.status === 'ok' ? row : undefined
  }

  #file(shard: number): number {
    let file = this.#open.get(shard)
    if (file === undefined) {
      file = openSync(runFiles.shard(this.#index.folder, shard), 'r')
      this.#open.set(shard, file)
    }
    return file
  }
}

function keyOfContent(content: string): bigint {
  return BigInt(`0x${content.slice(0, 16)}`) || 1n
}
