import { existsSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { type Config, configFileNames, parseConfig } from '@stet/core'
import { readText } from './read-text.ts'

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
    const shown = relative(process.cwd(), path)
    const name = shown === '' || shown.startsWith('..') ? path : shown
    configured = { config: parseConfig(readText(path, name), name), folder: dirname(path), path }
    read.set(path, configured)
  }
  return configured
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
