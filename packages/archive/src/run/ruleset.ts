import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { CheckingOptions } from './check-article.ts'

/** Version of the checker, and the hash of all that decides what it finds. */
export interface Ruleset {
  readonly engine: string
  readonly sha256: string
}

/** The checker's code and tables as they are installed, and what is configured: two runs of one ruleset find the same. */
export function rulesetOf({ checker, ruleIds }: Pick<CheckingOptions, 'checker' | 'ruleIds'>): Ruleset {
  const code = dirname(fileURLToPath(import.meta.resolve('@stet/core')))
  const root = dirname(code)
  const hash = createHash('sha256')
  for (const folder of [code, join(root, 'languages')]) {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(?:[jt]s|tsv|txt|json|bloom)$/u.test(file) && !/\.test\.|\.d\.ts$|testing/u.test(file))
      .sort()
    for (const file of files) {
      hash
        .update(`${file.replaceAll('\\', '/')}\0`)
        .update(readFileSync(join(folder, file)))
        .update('\0')
    }
  }
  hash.update(JSON.stringify(sorted({ ...checker, ruleIds: [...ruleIds].sort() })))
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
  return { engine: version, sha256: hash.digest('hex') }
}

/** The same value with the keys of its objects in order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]))
}
