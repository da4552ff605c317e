import { readdir, stat } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { UsageError } from '@stet/core'
import picomatch from 'picomatch'
import { archiveFile } from './read-file.ts'

/** What a run was told to read: a file, a directory or a glob. */
export interface NamedInput {
  readonly name: string
  /** Its files, in an order that does not change; found anew each time, so that no list grows with the archive. */
  files(): AsyncGenerator<string>
}

const neverIn = /(?:^|\/)(?:node_modules|\.git|\.stet)$/u

/**
 * What stands behind a name.
 *
 * @param ignored tells of a path whether it is left out
 * @throws UsageError when nothing does
 */
export async function namedInput(name: string, ignored: (path: string) => boolean): Promise<NamedInput> {
  const found = await stat(name).catch(() => undefined)
  if (found?.isFile()) {
    return {
      name,
      files: async function* () {
        yield name
      },
    }
  }
  if (found?.isDirectory()) return nonEmpty(name, () => walk(name, (path) => archiveFile.test(path) && !ignored(path)))
  const { base, glob } = picomatch.scan(name.replaceAll('\\', '/'))
  if (glob === '') throw new UsageError(`${name}: no such file`, 'Check the spelling')
  const fits = picomatch(name.replaceAll('\\', '/'))
  return nonEmpty(name, () => walk(base, (path) => fits(path) && !ignored(path)))
}

async function nonEmpty(name: string, files: NamedInput['files']): Promise<NamedInput> {
  for await (const _ of files()) return { name, files }
  throw new UsageError(
    `${name}: no articles there`,
    'Archives are .txt, .md, .html, .jsonl, .json, .csv, .tsv or .tar, also with .gz or .zst',
  )
}

async function* walk(folder: string, wanted: (path: string) => boolean): AsyncGenerator<string> {
  const entries = await readdir(folder === '' ? '.' : folder, { withFileTypes: true }).catch(() => [])
  entries.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
  for (const entry of entries) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) {
      if (!neverIn.test(path.replaceAll('\\', '/'))) yield* walk(path, wanted)
    } else if (wanted(path)) yield path
  }
}

/** A test for globs seen from a folder. */
export function ignoring(globs: readonly string[], folder: string): (path: string) => boolean {
  if (globs.length === 0) return () => false
  const fits = globs.map((glob) => picomatch(resolve(folder, glob).replaceAll('\\', '/')))
  return (path) => {
    const whole = resolve(path).replaceAll('\\', '/')
    return fits.some((fit) => fit(whole))
  }
}
