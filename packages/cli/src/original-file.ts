import { existsSync, statSync } from 'node:fs'
import { UsageError } from '@stet/core'
import { sourceFileOf, stemOf } from './source-file.ts'

/**
 * The source text of an article: the one named, else the one beside it; undefined where there is none.
 *
 * @throws UsageError when the file named is not there
 */
export function sourcePathOf(
  article: string | undefined,
  wanted: string | undefined,
  language: string,
): string | undefined {
  if (wanted === undefined) return article === undefined ? undefined : sourceFileOf(article, language)
  if (existsSync(wanted)) return wanted
  throw new UsageError(`${wanted}: no such file`, 'Check what --source names')
}

/** Is this file the source text of another article of the list? Then it is no article itself. */
export function isSourceOfAnother(path: string, all: ReadonlySet<string>, language: string): boolean {
  const { stem, ending } = stemOf(path)
  if (!stem.endsWith(`.${language}`)) return false
  const article = stem.slice(0, -language.length - 1)
  return all.has(`${article}${ending}`) || all.has(`${article}.en${ending}`)
}

/** A checkout or a copy writes both, the one or the other first. */
const copiedTogether = 60_000

/** Was the source changed after the translation was written, and not just written with it? */
export function isStale(article: string, source: string): boolean {
  return statSync(source).mtimeMs - statSync(article).mtimeMs > copiedTogether
}
