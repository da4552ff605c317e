import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Config, configFileNames, listOf, mergeConfigs, parseConfig, UsageError } from '@stet/core'
import { readText } from './read-text.ts'
import { shownPath } from './shown-path.ts'

/** A configuration and where it lies. */
export interface Configured {
  readonly config: Config
  /** The folder from which its globs are seen. */
  readonly folder: string
  /** Absolute; `undefined` where there is none. */
  readonly path: string | undefined
}

const read = new Map<string, Configured>()
const nearest = new Map<string, string | undefined>()

/**
 * The configuration for a folder: the one named, else the nearest from the folder upwards, else from where we are upwards.
 *
 * @throws UsageError when it cannot be read or says what no configuration may say
 */
export function configFor(folder: string, named?: string): Configured {
  const path = named === undefined ? (upwards(folder) ?? upwards(process.cwd())) : resolve(named)
  if (path === undefined) return { config: {}, folder: process.cwd(), path }
  let configured = read.get(path)
  if (configured === undefined) {
    const name = shownPath(path)
    configured = { config: load(path, name, []), folder: dirname(path), path }
    read.set(path, configured)
  }
  return configured
}

/** A configuration with all that it starts from; paths of glossaries are absolute. */
function load(path: string, name: string, above: readonly string[]): Config {
  const own = parseConfig(readText(path, name), name)
  const folder = dirname(path)
  const glossary = listOf(own.glossary).map((file) => resolve(folder, file))
  const whole = glossary.length === 0 ? own : { ...own, glossary }
  return listOf(own.extends).reduceRight<Config>((config, wanted) => {
    const base = baseOf(wanted, path, name)
    if (base === path || above.includes(base)) {
      throw new UsageError(`${name}: extends “${wanted}”, which leads back to it`, 'Leave one of them out')
    }
    return mergeConfigs(load(base, base, [...above, path]), config)
  }, whole)
}

/** Where what a configuration starts from lies: a profile of ours, a path, or a file of a package. */
function baseOf(wanted: string, from: string, name: string): string {
  const profile = fileURLToPath(new URL(`../profiles/${wanted}/stet.config.json`, import.meta.url))
  if (/^[a-z-]+$/u.test(wanted) && existsSync(profile)) return profile
  const path = resolve(dirname(from), wanted)
  if (existsSync(path)) return path
  try {
    if (!/^\.{0,2}\//u.test(wanted)) return createRequire(from).resolve(wanted)
  } catch {
    // Told below.
  }
  throw new UsageError(
    `${name}: extends “${wanted}”, which is not there`,
    'Profiles of ours are “ap”, “bbc” and “guardian”',
  )
}

/** Configurations may have changed: the next look reads them again. */
export function forgetConfigurations(): void {
  read.clear()
  nearest.clear()
}

/** The nearest file of a configuration's name, from the folder upwards; each folder is looked at once. */
function upwards(folder: string): string | undefined {
  if (nearest.has(folder)) return nearest.get(folder)
  const here = configFileNames.map((name) => join(folder, name)).find((path) => existsSync(path))
  const parent = dirname(folder)
  const found = here ?? (parent === folder ? undefined : upwards(parent))
  nearest.set(folder, found)
  return found
}
