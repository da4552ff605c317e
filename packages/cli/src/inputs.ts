import { realpathSync, statSync } from 'node:fs'
import { isAbsolute, join, relative, resolve } from 'node:path'
import { type Format, formatOf, UsageError } from '@stet/core'
import { escapePath, glob, isDynamicPattern } from 'tinyglobby'
import { configFor } from './config-file.ts'
import { isSourceOfAnother } from './original-file.ts'
import { asUsageError } from './read-text.ts'

/** One article to work on. */
export interface Input {
  /** As it is shown. */
  readonly name: string
  /** Absolute; `undefined` is standard input. */
  readonly path: string | undefined
  readonly format: Format
}

/** How an argument names standard input once the command line is read: yargs loses a lone hyphen. */
export const standardInput = '<stdin>'

/** An argument that led to nothing. */
export interface Failure {
  readonly name: string
  readonly error: UsageError
}

const inDirectories = '**/*.{txt,md,html,ninjs,ninjs.json,nitf,nitf.xml,newsml,newsml.xml,xlf,xliff,tmx,po}'
const neverIn = ['**/node_modules/**', '**/.git/**']

/** Files, directories, globs and `-` as a list of articles, each once; what leads to nothing is a failure. */
export async function findInputs(
  names: readonly string[],
  as: Format | undefined,
  configPath: string | undefined,
): Promise<{ inputs: Input[]; failures: Failure[] }> {
  if (names.length === 0) {
    throw new UsageError('no article named', 'Name files, directories or globs, or - for standard input')
  }
  const inputs = new Map<string, Input>()
  const failures: Failure[] = []
  for (const name of names) {
    try {
      for (const found of await expand(name, configPath)) {
        const path = found === standardInput ? undefined : resolve(found)
        const key = path ?? standardInput
        if (!inputs.has(key)) inputs.set(key, { name: found, path, format: as ?? formatOf(found) })
      }
    } catch (error) {
      const known = asUsageError(error, name)
      if (!(known instanceof UsageError)) throw known
      failures.push({ name, error: known })
    }
  }
  return { inputs: [...inputs.values()], failures }
}

async function expand(name: string, configPath: string | undefined): Promise<string[]> {
  if (name === standardInput) return [name]
  if (name === '') throw new UsageError('an article has an empty name', 'Is a variable of the script empty?')
  const stats = statSync(name, { throwIfNoEntry: false })
  if (stats === undefined && isDynamicPattern(name)) {
    const found = await walk(name.replaceAll('\\', '/'), process.cwd(), configPath)
    if (found.length === 0) throw new UsageError(`${name}: no file fits`, 'Check the pattern')
    return found
  }
  if (stats === undefined) throw new UsageError(`${name}: no such file`, 'Check the spelling')
  if (!stats.isDirectory()) return [name]
  const found = await walk(inDirectories, resolve(name), configPath)
  if (found.length === 0) {
    throw new UsageError(
      `${name}: no articles in this directory`,
      'Articles end in .txt, .md, .html, or as one of the newsroom formats',
    )
  }
  const all = new Set(found)
  const { config } = configFor(resolve(name), configPath)
  return found.filter((file) => !isSourceOfAnother(file, all, config.language ?? 'fr')).map((file) => join(name, file))
}

/** Sorted, without what the configuration of the folder ignores: its globs are seen from where it lies. */
async function walk(pattern: string, folder: string, configPath: string | undefined): Promise<string[]> {
  const { config, folder: root } = configFor(folder, configPath)
  const below = relative(root, folder).replaceAll('\\', '/')
  const inside = !below.startsWith('..') && !isAbsolute(below)
  const cwd = inside ? root : folder
  const found = await glob(inside && below !== '' ? `${escapePath(below)}/${pattern}` : pattern, {
    cwd,
    ignore: [...neverIn, ...(config.ignore ?? [])],
    expandDirectories: false,
  })
  return unlinked(found.map((file) => resolve(cwd, file)).sort()).map((file) => relative(folder, file))
}

/** Each file once: a link to a folder above leads to the same files again, under longer and longer names. */
function unlinked(paths: readonly string[]): string[] {
  const best = new Map<string, string>()
  for (const path of paths) {
    const real = realpathSync(path)
    const known = best.get(real)
    if (known === undefined || (known !== real && path.length < known.length) || path === real) best.set(real, path)
  }
  const kept = new Set(best.values())
  return paths.filter((path) => kept.has(path))
}
