import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const core = join(root, 'packages/core/src')

/** The map of core: a file may use its own floor and those before it, never a later one. */
const floors = [
  'usage-error.ts',
  'text/',
  'language/',
  'bilingual/',
  'rules/',
  'gate-policy.ts',
  'config.ts',
  'check/',
  'check-many.ts',
  'gate.ts',
  'names.ts',
  'repair.ts',
  'decisions.ts',
  'review.ts',
  'report/',
  'plugin.ts',
  'index.ts',
]

/** What a package may use of ours. */
const packages: Record<string, readonly string[]> = {
  core: [],
  tui: ['@stet/core'],
  server: ['@stet/core'],
  archive: ['@stet/core'],
  cli: ['@stet/core', '@stet/tui', '@stet/archive', '@stet/archive/ruleset', '@stet/server/http', '@stet/server/lsp'],
}

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/u.test(file) && !/\.test\.tsx?$/u.test(file) && !file.includes('testing'))
    .map((file) => join(folder, file))
}

function imports(file: string): string[] {
  return [...readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/gu)].map(
    (match) => match[1] as string,
  )
}

function floorOf(file: string): number {
  const path = relative(core, file).replaceAll('\\', '/')
  return floors.findIndex((floor) => path === floor || (floor.endsWith('/') && path.startsWith(floor)))
}

it('every file of core stands on a floor, and uses no floor above its own', () => {
  for (const file of sources(core)) {
    const own = floorOf(file)
    expect(own, `${relative(core, file)} stands on no floor`).toBeGreaterThanOrEqual(0)
    for (const specifier of imports(file).filter((name) => name.startsWith('.'))) {
      const target = resolve(dirname(file), specifier)
      expect(floorOf(target), `${relative(core, file)} uses ${specifier}`).toBeLessThanOrEqual(own)
    }
  }
})

it('packages use each other in one direction only', () => {
  for (const [name, allowed] of Object.entries(packages)) {
    for (const file of sources(join(root, 'packages', name, 'src'))) {
      for (const specifier of imports(file).filter((used) => used.startsWith('@stet/'))) {
        expect(allowed, `${relative(root, file)} uses ${specifier}`).toContain(specifier)
      }
    }
  }
})

it('no source file is longer than 500 lines', () => {
  for (const name of Object.keys(packages)) {
    for (const file of sources(join(root, 'packages', name, 'src'))) {
      expect(readFileSync(file, 'utf8').split('\n').length, relative(root, file)).toBeLessThanOrEqual(500)
    }
  }
})
