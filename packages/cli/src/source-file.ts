import { existsSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

/** Endings of two parts, as newsroom formats have them, then any other. */
const ending = /\.(?:ninjs\.json|(?:nitf|newsml)\.xml|[^.]*)$/iu

/** The path of an article without its ending, and the ending: `news/a` and `.ninjs.json`. */
export function stemOf(path: string): { stem: string; ending: string } {
  const name = basename(path)
  const at = name.search(ending)
  // A name that starts with its only full stop has no ending.
  const length = at <= 0 ? name.length : at
  return { stem: join(dirname(path), name.slice(0, length)), ending: name.slice(length) }
}

/**
 * The file that holds the source text of an article, where it lies beside it: `a.fr.txt` beside `a.txt` or `a.en.txt`,
 * `a.fr.ninjs.json` beside `a.ninjs.json`.
 *
 * @param language of the source, as in its name
 */
export function sourceFileOf(path: string, language: string): string | undefined {
  const { stem, ending } = stemOf(path)
  const source = `${stem.replace(/\.en$/u, '')}.${language}${ending}`
  return source !== path && existsSync(source) ? source : undefined
}
