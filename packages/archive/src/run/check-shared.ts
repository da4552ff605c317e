import { availableParallelism } from 'node:os'
import { UsageError } from '@stet/core'
import { ShardReader } from '../inputs/read-inputs.ts'
import type { Manifest } from '../manifest.ts'
import type { ProgressLine } from '../progress-line.ts'
import type { Backend, SharedRun } from './backend.ts'
import { CheckPool } from './check-pool.ts'
import { checkShard } from './check-shard.ts'
import { appendProgress, finishedShards, ShardFile } from './file-store.ts'
import type { RunListener, RunOptions, RunProgress } from './run-options.ts'

/**
 * Works on a run that others work on too, until it is done.
 *
 * @param out the folder that then holds the whole run; undefined: only help
 */
export async function checkShared(
  manifest: Manifest,
  backend: Backend,
  options: Omit<RunOptions, 'out'>,
  out: string | undefined,
): Promise<RunProgress> {
  const on = options.on ?? {}
  const run = await backend.join(manifest)
  try {
    const before = await run.finished()
    const all = manifest.shards.reduce((sum, { articles }) => sum + articles, 0)
    on.planned?.(all, sumOf(before).articles)
    if (before.length < manifest.shards.length) await work(run, manifest, options, on)
    const finished = await run.finished()
    if (out !== undefined) await fetchShards(run, finished, manifest, out)
    return sumOf(finished)
  } finally {
    await run.close()
  }
}

async function work(
  run: SharedRun,
  manifest: Manifest,
  options: Omit<RunOptions, 'out'>,
  on: RunListener,
): Promise<void> {
  const pool = new CheckPool({
    workers: options.workers ?? availableParallelism(),
    articleSeconds: options.articleSeconds ?? 30,
    checking: options.checking,
    ...(options.workerFile === undefined ? {} : { workerFile: options.workerFile }),
  })
  const reader = new ShardReader(options.inputs, manifest.inputs)
  let known = sumOf(await run.finished())
  try {
    await run.work(
      async (shard, keep) => {
        return checkShard(reader, shard, pool, async (batch) => {
          await keep(batch.rows)
          for (const line of batch.said) on.failed?.(line)
          known = plus(known, batch)
          on.checked?.(known)
        })
      },
      (finished) => {
        known = sumOf(finished)
        on.checked?.(known)
      },
    )
  } finally {
    await reader.close()
    await pool.close()
  }
}

/** Writes what all machines found, as if it had been found here. */
async function fetchShards(
  run: SharedRun,
  finished: readonly ProgressLine[],
  { shards }: Manifest,
  out: string,
): Promise<void> {
  const here = await finishedShards(out, shards)
  for (const line of finished) {
    if (here.get(line.shard)?.sha256 === line.sha256) continue
    const file = new ShardFile(out, line.shard)
    try {
      for await (const rows of run.rows(line.shard)) await file.write(rows)
      const sha256 = await file.commit()
      if (sha256 !== line.sha256) throw new UsageError(`shard ${line.shard}: came damaged out of the database`)
      appendProgress(out, line)
    } catch (error) {
      await file.discard()
      throw error
    }
  }
}

function sumOf(lines: readonly RunProgress[]): RunProgress {
  return lines.reduce<RunProgress>(plus, { articles: 0, findings: 0, errors: 0 })
}

function plus(a: RunProgress, b: RunProgress): RunProgress {
  return { articles: a.articles + b.articles, findings: a.findings + b.findings, errors: a.errors + b.errors }
}
