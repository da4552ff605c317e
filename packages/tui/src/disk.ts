import { createHash } from 'node:crypto'
import {
  accessSync,
  closeSync,
  constants,
  existsSync,
  fchmodSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { UsageError } from '@stet/core'

/** A short name for a content: equal contents, equal names. */
export function digest(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex').slice(0, 24)
}

/** The new text stands whole, or the old one does: written beside it, on the disk, then moved over. The mode stays. */
export function replaceFile(path: string, text: string): void {
  const mode = statSync(path, { throwIfNoEntry: false })?.mode
  // The move would go through on a file that its owner has locked.
  if (mode !== undefined) accessSync(path, constants.W_OK)
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`)
  try {
    const file = openSync(temporary, 'w')
    try {
      if (mode !== undefined) fchmodSync(file, mode & 0o7777)
      writeFileSync(file, text)
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    renameSync(temporary, path)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  }
}

/** Makes a folder and those above it. One at a time: of several at once Node says “no such file”, whatever it is. */
export function makeFolder(path: string): void {
  if (existsSync(path)) return
  makeFolder(dirname(path))
  try {
    mkdirSync(path)
  } catch (error) {
    // Another session was faster.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
}

/** Adds a line to a file; returns only when it is on the disk. When the disk refuses, the file is as it was. */
export function appendLine(path: string, line: string): void {
  const file = openSync(path, 'a')
  try {
    const { size } = fstatSync(file)
    try {
      writeFileSync(file, `${line}\n`)
      fsyncSync(file)
    } catch (error) {
      ftruncateSync(file, size)
      throw error
    }
  } finally {
    closeSync(file)
  }
}

/**
 * Takes the lock file for this process; a lock whose process has ended is taken over.
 *
 * @returns whether it is new: `false` where this process holds it already
 * @throws UsageError when another process holds it
 */
export function takeLock(path: string, name: string): boolean {
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  const holder = Number(readFileSync(path, 'utf8'))
  if (holder === process.pid) return false
  if (isRunning(holder)) {
    throw new UsageError(
      `${name} is being reviewed in another session (process ${holder})`,
      `Finish there first; if nobody reviews it, delete ${path}`,
    )
  }
  replaceFile(path, String(process.pid))
  return true
}

function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

const causes: Readonly<Record<string, string>> = {
  ENOENT: 'no such file',
  EISDIR: 'is a directory',
  EACCES: 'no permission',
  EPERM: 'no permission',
  EROFS: 'lies on a read-only disk',
  ENOSPC: 'no space left on the disk',
  EDQUOT: 'no space left for you on the disk',
}

/** What the system says about a file, for people; anything else as it is. */
export function asUsageError(error: unknown, name: string): unknown {
  const cause = causes[(error as NodeJS.ErrnoException).code ?? '']
  return cause === undefined ? error : new UsageError(`${name}: ${cause}`)
}
