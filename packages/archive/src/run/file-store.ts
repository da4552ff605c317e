import { createHash } from 'node:crypto'
import { closeSync, fsyncSync, openSync, readFileSync, writeFileSync } from 'node:fs'
import { type FileHandle, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { UsageError } from '@stet/core'
import type { Manifest, ManifestShard } from '../manifest.ts'
import type { ProgressLine } from '../progress-line.ts'
import { readManifest, runFiles } from '../run-folder.ts'

/** The findings of a shard on their way to the disk: nothing is there until `commit`. */
export class ShardFile {
  readonly #path: string
  readonly #hash = createHash('sha256')
  #file: FileHandle | undefined

  constructor(folder: string, shard: number) {
    this.#path = runFiles.shard(folder, shard)
  }

  async write(bytes: Uint8Array): Promise<void> {
    this.#file ??= await open(`${this.#path}.tmp`, 'w')
    this.#hash.update(bytes)
    await this.#file.writeFile(bytes)
  }

  /** @returns SHA-256 of the file that is now there */
  async commit(): Promise<string> {
    this.#file ??= await open(`${this.#path}.tmp`, 'w')
    await this.#file.sync()
    await this.#file.close()
    await rename(`${this.#path}.tmp`, this.#path)
    syncFolder(dirname(this.#path))
    return this.#hash.digest('hex')
  }

  async discard(): Promise<void> {
    await this.#file?.close().catch(() => undefined)
    await rm(`${this.#path}.tmp`, { force: true })
  }
}

/** Writes the manifest of a new run; nothing else is there before it. */
export async function writeManifest(folder: string, manifest: Manifest): Promise<void> {
  await mkdir(runFiles.findings(folder), { recursive: true })
  await writeWhole(runFiles.manifest(folder), `${JSON.stringify(manifest, null, 2)}\n`)
}

/** Writes a file whole or not at all. */
async function writeWhole(path: string, text: string): Promise<void> {
  const file = await open(`${path}.tmp`, 'w')
  try {
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(`${path}.tmp`, path)
  syncFolder(dirname(path))
}

/**
 * The manifest of the run in a folder; undefined where there is none.
 *
 * @throws UsageError when it cannot be read
 */
export async function existingManifest(folder: string): Promise<Manifest | undefined> {
  const there = await stat(runFiles.manifest(folder)).catch(() => undefined)
  return there === undefined ? undefined : readManifest(folder)
}

/** Shards whose findings are whole on the disk, as the journal says and the files prove. */
export async function finishedShards(
  folder: string,
  shards: readonly ManifestShard[],
): Promise<Map<number, ProgressLine>> {
  const finished = new Map<number, ProgressLine>()
  const text = await readFile(runFiles.progress(folder), 'utf8').catch(() => '')
  for (const line of text.split('\n')) {
    const progress = parseProgress(line)
    if (progress !== undefined && shards[progress.shard] !== undefined) finished.set(progress.shard, progress)
  }
  for (const [shard, { sha256 }] of finished) {
    if ((await hashOf(runFiles.shard(folder, shard))) !== sha256) finished.delete(shard)
  }
  return finished
}

/** A line that was cut off by the end of its process is none. */
function parseProgress(line: string): ProgressLine | undefined {
  try {
    return JSON.parse(line) as ProgressLine
  } catch {
    return undefined
  }
}

async function hashOf(path: string): Promise<string | undefined> {
  const hash = createHash('sha256')
  try {
    const file = await open(path)
    for await (const chunk of file.createReadStream()) hash.update(chunk as Uint8Array)
  } catch {
    return undefined
  }
  return hash.digest('hex')
}

/** Adds a line to the journal; it is on the disk when this returns. */
export function appendProgress(folder: string, line: ProgressLine): void {
  const path = runFiles.progress(folder)
  const cutOff = endsInside(path)
  const file = openSync(path, 'a')
  try {
    writeFileSync(file, `${cutOff ? '\n' : ''}${JSON.stringify(line)}\n`)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

const checkedEnds = new Set<string>()

/** Did the last process end in the middle of a line? Asked once a journal. */
function endsInside(path: string): boolean {
  if (checkedEnds.has(path)) return false
  checkedEnds.add(path)
  try {
    const text = readFileSync(path)
    return text.length > 0 && text.at(-1) !== 10
  } catch {
    return false
  }
}

/**
 * Takes the folder for this process alone.
 *
 * @returns gives it back
 * @throws UsageError when another process that is alive has it
 */
export async function lockRun(folder: string): Promise<() => Promise<void>> {
  await mkdir(folder, { recursive: true })
  const path = runFiles.lock(folder)
  for (let attempt = 0; ; attempt++) {
    try {
      const file = await open(path, 'wx')
      await file.writeFile(`${process.pid}\n`)
      await file.close()
      return () => rm(path, { force: true })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      const owner = Number(await readFile(path, 'utf8').catch(() => ''))
      if (attempt > 2 || isAlive(owner)) {
        throw new UsageError(`${folder}: process ${owner} works on this run`, `Wait for it, or remove ${path}`)
      }
      await rm(path, { force: true })
    }
  }
}

function isAlive(pid: number): boolean {
  if (!(pid > 0)) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** A rename is on the disk only when its folder is. */
function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const file = openSync(folder, 'r')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}
