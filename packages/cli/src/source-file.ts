import { existsSync } from 'node:fs'
import { join, parse } from 'node:path'

/**
 * The file that holds the source text of an article, where it lies beside it: `a.fr.txt` beside `a.txt` or `a.en.txt`.
 *
 * @param language of the source, as in its name
 */
export function sourceFileOf(path: string, language: string): string | undefined {
  const { dir, name, ext } = parse(path)
  const source = join(dir, `${name.replace(/\.en$/u, '')}.${language}${ext}`)
  return source !== path && existsSync(source) ? source : undefined
}
