import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type GlossaryLine, parseGlossary, parseTermBase, UsageError } from '@stet/core'
import { readText } from './read-text.ts'
import { shownPath } from './shown-path.ts'

/** What the house settled for good: `.stet/keep.txt`, `.stet/glossary.tsv` and `.stet/terms.tbx`. */
export interface House {
  /** The folder that holds `.stet`; undefined where nothing is settled. */
  readonly root: string | undefined
  /** Words and phrases that always stand. */
  readonly keep: readonly string[]
  readonly glossary: readonly GlossaryLine[]
}

const files = {
  keep: join('.stet', 'keep.txt'),
  glossary: join('.stet', 'glossary.tsv'),
  terms: join('.stet', 'terms.tbx'),
}
const houses = new Map<string, House>()
const roots = new Map<string, string | undefined>()

/**
 * What the house has settled for the articles of a folder.
 *
 * @param anew read it again: a review may have added to it
 * @throws UsageError when it cannot be read
 */
export function houseFor(folder: string, anew = false): House {
  if (anew) forgetHouse()
  const root = rootOf(folder)
  if (root === undefined) return { root, keep: [], glossary: [] }
  let house = houses.get(root)
  if (house === undefined) {
    // What was decided in a review goes before the term base.
    const glossary = [...termsOf(root), ...parseGlossary(textOf(root, files.glossary))]
    const lines = new Map(glossary.map((line) => [line.source, line]))
    house = { root, keep: linesOf(textOf(root, files.keep)), glossary: [...lines.values()] }
    houses.set(root, house)
  }
  return house
}

/** What is settled may have changed: the next look reads it again. */
export function forgetHouse(): void {
  houses.clear()
  roots.clear()
}

function textOf(root: string, file: string): string {
  const path = join(root, file)
  return existsSync(path) ? readText(path) : ''
}

function termsOf(root: string): readonly GlossaryLine[] {
  const path = join(root, files.terms)
  return existsSync(path) ? readGlossary(path) : []
}

/**
 * A glossary of the house: TBX where its name says so, else lines of source and target.
 *
 * @throws UsageError when it cannot be read
 */
export function readGlossary(path: string, language?: string): readonly GlossaryLine[] {
  const name = shownPath(path)
  const text = readText(path, name)
  if (!/\.(?:tbx|xml)$/iu.test(path)) return parseGlossary(text)
  try {
    return parseTermBase(text, language)
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    throw new UsageError(`${name}: ${error.message}`, error.hint)
  }
}

function linesOf(text: string): string[] {
  return text.split(/\r?\n/u).filter((line) => line.trim() !== '' && !line.startsWith('#'))
}

/** The nearest folder with something settled, upwards; each folder is looked at once. */
function rootOf(folder: string): string | undefined {
  if (roots.has(folder)) return roots.get(folder)
  const parent = dirname(folder)
  const has = Object.values(files).some((file) => existsSync(join(folder, file)))
  const found = has ? folder : parent === folder ? undefined : rootOf(parent)
  roots.set(folder, found)
  return found
}
