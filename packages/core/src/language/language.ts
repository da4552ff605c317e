import { existsSync, readFileSync } from 'node:fs'
import { UsageError } from '../usage-error.ts'
import { parseTable, type Row } from './table.ts'
import { WordFilter } from './word-filter.ts'

/**
 * A source language: a folder of data. Tables are read when first asked for, then kept.
 * Every table is tab-separated with a header line; `#` starts a comment line.
 */
export class Language {
  readonly code: string
  readonly #folder: URL
  readonly #tables = new Map<string, readonly Row[]>()
  #words: WordFilter | undefined

  constructor(code: string, folder: URL) {
    this.code = code
    this.#folder = folder
  }

  /**
   * The rows of `NAME.tsv`; an empty list when the language does not have the table.
   *
   * @throws UsageError when a line does not fit the header, with the file and line
   */
  table(name: string): readonly Row[] {
    let rows = this.#tables.get(name)
    if (rows === undefined) {
      rows = parseTable(readIfThere(new URL(`${name}.tsv`, this.#folder)), `languages/${this.code}/${name}.tsv`)
      this.#tables.set(name, rows)
    }
    return rows
  }

  /** The entries of `NAME.txt`, one a line; empty when the language does not have it. */
  list(name: string): readonly string[] {
    const text = readIfThere(new URL(`${name}.txt`, this.#folder))
    return text.split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  }

  /** The words of the language (`words.bloom`), of a source language only those that English does not have; empty when it has none. */
  words(): WordFilter {
    if (this.#words === undefined) {
      const url = new URL('words.bloom', this.#folder)
      this.#words = new WordFilter(existsSync(url) ? readFileSync(url) : new Uint8Array(), this.list('mistaken-words'))
    }
    return this.#words
  }
}

/** The pack of a source language. `fr` is what comes with Stet. */
export function loadLanguage(code: string): Language {
  const folder = new URL(`${code}/`, languagesFolder())
  if (!/^[a-z]{2,3}$/u.test(code) || readIfThere(new URL('language.json', folder)) === '') {
    throw new UsageError(`No language pack “${code}”`, 'Stet has packs for: fr')
  }
  return new Language(code, folder)
}

/** Where the tables lie: in the package, or beside the file that a bundler made of it. */
function languagesFolder(): URL {
  const places = ['../../languages/', './languages/'].map((place) => new URL(place, import.meta.url))
  const folder = places.find((place) => existsSync(new URL('fr/language.json', place)))
  if (folder === undefined) {
    throw new UsageError(
      `The tables of the languages are not in ${places.map(({ pathname }) => pathname).join(' or ')}`,
      'After bundling, copy the folder “languages” of @stet/core beside the bundle',
    )
  }
  return folder
}

function readIfThere(url: URL): string {
  try {
    return readFileSync(url, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return ''
    throw error
  }
}

/** Tables of the target language, English: what good copy looks like. */
export function targetLanguage(): Language {
  return new Language('en', new URL('en/', languagesFolder()))
}
