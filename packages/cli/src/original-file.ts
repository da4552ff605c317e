import { existsSync, statSync } from 'node:fs'
import { UsageError } from '@stet/core'

const named = /^(.*?)(\.en)?(\.[a-z]+)$/iu

/**
 * The source text of an article: the one named, else `a.fr.txt` beside `a.txt` or `a.en.txt`; undefined where there is none.
 *
 * @throws UsageError when the file named is not there
 */
export function sourcePathOf(article: string | undefined, wanted: string | undefined): string | undefined {
  if (wanted !== undefined) {
    if (!existsSync(wanted)) throw new UsageError(`${wanted}: no such file`, 'Check what --source names')
    return wanted
  }
  const [, stem, , extension] = named.exec(article ?? '') ?? []
  if (stem === undefined || stem.endsWith('.fr')) return undefined
  const path = `${stem}.fr${extension}`
  return existsSync(path) ? path : undefined
}

/** Is this file the source text of another article of the list? Then it is no article itself. */
export function isSourceOfAnother(path: string, all: ReadonlySet<string>): boolean {
  const [, stem, extension] = /^(.*)\.fr(\.[a-z]+)$/iu.exec(path) ?? []
  return stem !== undefined && (all.has(`${stem}${extension}`) || all.has(`${stem}.en${extension}`))
}

/** Was the source changed after the translation was written? */
export function isStale(article: string, source: string): boolean {
  return statSync(source).mtimeMs > statSync(article).mtimeMs
}
