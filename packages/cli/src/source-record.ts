import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { UsageError } from '@stet/core'
import writeFileAtomic from 'write-file-atomic'
import { documentName, rootFor } from './decisions-file.ts'
import { asUsageError, readText } from './read-text.ts'

/** Which source an article was made from, when somebody last said that the two belong together. */
interface Remembered {
  /** SHA-256 of the article as it was then. */
  readonly article: string
  /** SHA-256 of its source. */
  readonly source: string
}

const place = join('.stet', 'sources.tsv')
const records = new Map<string, ReadonlyMap<string, Remembered>>()

/**
 * Was the source changed since the article was made from it, and the article not? Only where that was remembered; the
 * times of files say little, since copying and version control set them anew.
 *
 * @param path of the article, absolute
 * @throws UsageError when one of the files cannot be read
 */
export function isSourceChanged(path: string, sourcePath: string): boolean {
  const root = rootFor(path)
  const remembered = recordOf(root).get(documentName(root, path))
  if (remembered === undefined) return false
  return remembered.source !== digestOf(sourcePath) && remembered.article === digestOf(path)
}

/**
 * Remembers that articles were made from their sources as both are now, in `.stet/sources.tsv`: a line an article, sorted.
 *
 * @param pairs paths of articles, absolute, and of their sources
 * @throws UsageError when it cannot be written
 */
export async function rememberSources(pairs: ReadonlyMap<string, string>): Promise<void> {
  const byRoot = Map.groupBy(pairs, ([path]) => rootFor(path))
  for (const [root, own] of byRoot) {
    const lines = new Map(recordOf(root))
    for (const [path, sourcePath] of own)
      lines.set(documentName(root, path), { article: digestOf(path), source: digestOf(sourcePath) })
    const text = [...lines]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, { article, source }]) => `${name}\t${article}\t${source}\n`)
      .join('')
    const path = join(root, place)
    try {
      mkdirSync(dirname(path), { recursive: true })
      await writeFileAtomic(path, text)
    } catch (error) {
      throw asUsageError(error, path)
    }
    records.delete(root)
  }
}

function recordOf(root: string): ReadonlyMap<string, Remembered> {
  let record = records.get(root)
  if (record === undefined) {
    const path = join(root, place)
    record = new Map(
      existsSync(path)
        ? readText(path)
            .split('\n')
            .flatMap((line, index) => parsed(line, path, index))
        : [],
    )
    records.set(root, record)
  }
  return record
}

function parsed(line: string, path: string, index: number): [string, Remembered][] {
  if (line.trim() === '') return []
  const [name = '', article, source] = line.split('\t')
  if (article === undefined || source === undefined) {
    throw new UsageError(
      `${path}:${index + 1}: not an article and two digests: ${line.slice(0, 80)}`,
      'Remove the line',
    )
  }
  return [[name, { article, source }]]
}

function digestOf(path: string): string {
  try {
    return createHash('sha256').update(readFileSync(path)).digest('hex')
  } catch (error) {
    throw asUsageError(error, path)
  }
}
