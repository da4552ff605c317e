import type { Manifest, ManifestShard } from '../manifest.ts'
import type { ProgressLine } from '../progress-line.ts'
import type { ShardTotals } from './check-shard.ts'

/** Gives out the shards of a run to any number of machines, and keeps what they found. */
export interface Backend {
  /**
   * Joins the run of this manifest, and makes it where it is not there: the same articles, rules and options are the same
   * run, whoever plans it.
   *
   * @throws UsageError when it cannot be reached
   */
  join(manifest: Manifest): Promise<SharedRun>
}

/** A run that several machines work on. */
export interface SharedRun {
  /** Shards that are done, wherever. */
  finished(): Promise<ProgressLine[]>
  /**
   * Works off shards until all are done, here or elsewhere; takes over those of machines that have died.
   *
   * @param onWait is told what is finished while others work on the last ones
   * @throws UsageError when a shard was given up
   */
  work(check: CheckSharedShard, onWait: (finished: readonly ProgressLine[]) => void): Promise<void>
  /** The bytes of a finished shard. */
  rows(shard: number): AsyncGenerator<Uint8Array>
  close(): Promise<void>
}

/** Checks a shard and hands on its rows, a batch at a time. */
export type CheckSharedShard = (
  shard: ManifestShard,
  keep: (rows: Uint8Array) => Promise<void>,
) => Promise<Readonly<ShardTotals>>
