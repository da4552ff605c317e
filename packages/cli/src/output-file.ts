import { accessSync, constants, realpathSync, statSync, writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { UsageError } from '@stet/core'
import writeFileAtomic from 'write-file-atomic'
import { asUsageError } from './read-text.ts'

/**
 * Says before the work begins that its result could not be written.
 *
 * @param articles paths that must not be overwritten
 * @throws UsageError when it could not
 */
export function assertWritable(path: string, articles: readonly (string | undefined)[]): void {
  if (path === '') throw new UsageError('--output: is empty', 'Name a file')
  const found = statSync(path, { throwIfNoEntry: false })
  if (found?.isDirectory() === true) throw new UsageError(`${path}: is a directory`, 'Name a file for --output')
  if (found !== undefined && articles.some((article) => isSame(article, path))) {
    throw new UsageError(`${path}: is one of the articles`, 'Name another file for --output')
  }
  try {
    if (found !== undefined) accessSync(path, constants.W_OK)
    if (found === undefined || found.isFile()) accessSync(dirname(target(path)), constants.W_OK)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw asUsageError(error, path)
    throw new UsageError(`${path}: there is no such folder`, 'Make it first')
  }
}

/**
 * Writes a result, whole or not at all. A link stays a link; a device or a pipe is written to, not replaced.
 *
 * @throws UsageError when it cannot be written
 */
export async function writeOutput(path: string, text: string): Promise<void> {
  try {
    const found = statSync(path, { throwIfNoEntry: false })
    if (found === undefined || found.isFile()) await writeFileAtomic(target(path), text)
    else writeFileSync(path, text)
  } catch (error) {
    throw asUsageError(error, path)
  }
}

/** The file that a link leads to; a new file where there is none. */
function target(path: string): string {
  return statSync(path, { throwIfNoEntry: false }) === undefined ? resolve(path) : realpathSync(path)
}

function isSame(article: string | undefined, path: string): boolean {
  return article !== undefined && realpathSync(article) === realpathSync(path)
}
