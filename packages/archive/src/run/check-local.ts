import { availableParallelism } from 'node:os'
import { ShardReader } from '../inputs/read-inputs.ts'
import type { Manifest, ManifestShard } from '../manifest.ts'
import { release } from './batch.ts'
import { CheckPool } from './check-pool.ts'
import { checkShard, type ShardTotals } from './check-shard.ts'
import { appendProgress, finishedShards, ShardFile } from './file-store.ts'
import type { RunListener, RunOptions, RunProgress } from './run-options.ts'

/** After so many shards in a row that the disk did not take, it is full and no longer asked. */
const mostRefused = 3

/** Works on the shards of a run in this process alone. */
export async function checkLocal(
  manifest: Manifest,
  options: RunOptions,
  on: RunListener,
): Promise<RunProgress & { readonly undone: number }> {
  const { out } = options
  const finished = await finishedShards(out, manifest.shards)
  const totals = { articles: 0, findings: 0, errors: 0 }
  for (const done of finished.values()) add(totals, done)
  const all = manifest.shards.reduce((sum, { articles }) => sum + articles, 0)
  on.planned?.(all, totals.articles)
  const left = manifest.shards.filter(({ shard }) => !finished.has(shard))
  if (left.length === 0) return { ...totals, undone: 0 }
  const pool = new CheckPool({
    workers: options.workers ?? availableParallelism(),
    articleSeconds: options.articleSeconds ?? 30,
    checking: options.checking,
    ...(options.workerFile === undefined ? {} : { workerFile: options.workerFile }),
  })
  const reader = new ShardReader(options.inputs, manifest.inputs)
  let refused = 0
  // The disk writes one shard to its end while the next is checked.
  let committed = Promise.resolve()
  const commit = async (file: ShardFile, shard: number, found: ShardTotals, started: number) => {
    try {
      const sha256 = await file.commit()
      const milliseconds = Math.round(performance.now() - started)
      appendProgress(out, { shard, ...found, sha256, milliseconds, at: new Date().toISOString() })
      refused = 0
    } catch (error) {
      await file.discard()
      refuse(error, found)
    }
  }
  /** A full disk costs the shards that do not fit, not the run; smaller ones may still find room. */
  const refuse = (error: unknown, found: ShardTotals) => {
    if (!isFull(error)) throw error
    refused++
    add(totals, { articles: -found.articles, findings: -found.findings, errors: -found.errors })
  }
  const checkOne = async (shard: ManifestShard) => {
    const started = performance.now()
    const file = new ShardFile(out, shard.shard)
    const written = { articles: 0, findings: 0, errors: 0 }
    try {
      const found = await checkShard(reader, shard, pool, async (batch) => {
        await file.write(batch.rows)
        release(batch.rows)
        for (const line of batch.said) on.failed?.(line)
        add(written, batch)
        add(totals, batch)
        on.checked?.(totals)
      })
      await committed
      committed = commit(file, shard.shard, found, started)
      // Whoever waits for it hears of a failure; until then it is nobody's.
      committed.catch(() => undefined)
    } catch (error) {
      await file.discard()
      refuse(error, written)
      // It stands in the middle of the shard.
      await reader.close()
    }
  }
  try {
    for (const shard of left) {
      await checkOne(shard)
      if (refused >= mostRefused) break
    }
    await committed
  } finally {
    await committed.catch(() => undefined)
    await reader.close()
    await pool.close()
  }
  return { ...totals, undone: all - totals.articles }
}

function add(totals: { articles: number; findings: number; errors: number }, more: RunProgress): void {
  totals.articles += more.articles
  totals.findings += more.findings
  totals.errors += more.errors
}

function isFull(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException
  return code === 'ENOSPC' || code === 'EDQUOT'
}
