import { UsageError } from '@stet/core'
import { surveyInputs } from '../inputs/read-inputs.ts'
import type { Manifest } from '../manifest.ts'
import type { Backend } from './backend.ts'
import { checkLocal } from './check-local.ts'
import { checkShared } from './check-shared.ts'
import { type DuplicateIds, findDuplicateIds } from './duplicate-ids.ts'
import { existingManifest, lockRun, writeManifest } from './file-store.ts'
import { rulesetOf } from './ruleset.ts'
import type { RunOptions, RunProgress } from './run-options.ts'

/** What a run came to. */
export interface RunResult extends RunProgress {
  /** Articles that are not done, since the disk took no more; what is done is whole. */
  readonly undone: number
  readonly duplicates: DuplicateIds
}

export const defaultShardArticles = 2000

/**
 * What a run is about to do: reads all inputs once, checks nothing.
 *
 * @throws UsageError when there is nothing to check
 */
async function planRun(options: Omit<RunOptions, 'out'>): Promise<Manifest> {
  const { inputs, checking, baseline, on = {} } = options
  const shardArticles = options.shardArticles ?? defaultShardArticles
  const { engine, sha256 } = rulesetOf(checking)
  const survey = await surveyInputs(inputs, shardArticles, (articles) => on.planning?.(articles))
  if (survey.shards.length === 0) {
    throw new UsageError(`${inputs.map(({ name }) => name).join(', ')}: no articles there`, 'Name an archive')
  }
  const { columns, as, checker } = checking
  const asked = {
    columns,
    ...(as === undefined ? {} : { as }),
    ...(baseline === undefined ? {} : { baseline }),
    // The report says which form of a name the house writes.
    ...(checker.names === undefined ? {} : { names: checker.names }),
  }
  return { version: 1, engine, ruleset: sha256, options: asked, ...survey, shardArticles }
}

/**
 * Checks an archive into a folder. What is done stays done: a run that was ended, however, goes on with `resume`.
 *
 * @throws UsageError when the folder holds another run, when inputs change under it, or when nothing can be written
 */
export async function runArchive(options: RunOptions): Promise<RunResult> {
  const { out, on = {} } = options
  const unlock = await lockRun(out)
  try {
    const before = await existingManifest(out)
    if (before !== undefined && options.resume !== true) {
      throw new UsageError(`${out}: holds a run already`, 'Go on with --resume, or name another --out')
    }
    const manifest = await planRun(
      before === undefined ? options : { ...options, shardArticles: options.shardArticles ?? before.shardArticles },
    )
    if (before === undefined) await writeManifest(out, manifest)
    else assertSame(before, manifest, out)
    const { backend } = options
    const totals =
      backend === undefined
        ? await checkLocal(manifest, options, on)
        : { ...(await checkShared(manifest, backend, options, out)), undone: 0 }
    if (totals.undone > 0) return { ...totals, duplicates: { articles: 0, examples: [] } }
    return { ...totals, duplicates: await findDuplicateIds(out, totals.articles) }
  } catch (error) {
    throw onDisk(error, out)
  } finally {
    await unlock()
  }
}

/**
 * Works on a run that another machine reports on, and leaves nothing here.
 *
 * @throws UsageError when there is nothing to check, or inputs change under it
 */
export async function helpArchive(
  options: Omit<RunOptions, 'out'> & { readonly backend: Backend },
): Promise<RunProgress> {
  const manifest = await planRun(options)
  return checkShared(manifest, options.backend, options, undefined)
}

/** @throws UsageError when two manifests are not of one run */
function assertSame(before: Manifest, now: Manifest, out: string): void {
  const refuse = (what: string): never => {
    throw new UsageError(`${out}: ${what} since this run began; two kinds of findings would mix`, 'Name another --out')
  }
  if (before.ruleset !== now.ruleset) refuse('the rules or their configuration have changed')
  if (JSON.stringify(before.options) !== JSON.stringify(now.options)) refuse('the options have changed')
  if (before.shardArticles !== now.shardArticles) refuse('--shard-articles has changed')
  for (const [index, input] of now.inputs.entries()) {
    if (before.inputs[index]?.name !== input.name) refuse(`the inputs are others (${input.name})`)
    if (before.inputs[index]?.sha256 !== input.sha256) refuse(`${input.name} has changed`)
  }
  if (before.inputs.length !== now.inputs.length) refuse('the inputs are others')
}

const diskErrors: Record<string, string> = {
  ENOSPC: 'no space left on the disk',
  EDQUOT: 'the disk quota is used up',
  EROFS: 'the disk is read-only',
  EACCES: 'no permission to write there',
  ENOTDIR: 'is no directory',
}

function onDisk(error: unknown, out: string): unknown {
  const reason = diskErrors[(error as NodeJS.ErrnoException).code ?? '']
  return reason === undefined ? error : new UsageError(`${out}: ${reason}`, 'Mend that and go on with --resume')
}
