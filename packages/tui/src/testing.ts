import { readFileSync } from 'node:fs'
import { type Checker, createChecker, UsageError } from '@stet/core'
import type { ArticleOptions } from './article.ts'

const house = createChecker()

/** Articles as tests open them. */
export function optionsFor(
  root: string,
  paths: readonly string[],
  { checker = () => house, ...more }: Partial<ArticleOptions> & { checker?: () => Checker } = {},
): ArticleOptions[] {
  const now = (): string => '2026-01-01T00:00:00.000Z'
  return paths.map((path) => ({
    path,
    format: 'text',
    root,
    checker,
    now,
    read,
    rules: () => '1.0',
    by: 'me',
    ...more,
  }))
}

function read(path: string, name: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFileSync(path))
  } catch (error) {
    throw error instanceof TypeError ? new UsageError(`${name}: is not valid UTF-8`) : error
  }
}
