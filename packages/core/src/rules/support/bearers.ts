import type { Language } from '../../language/language.ts'
import { fold } from '../../text/fold.ts'
import type { DocumentView } from '../rule.ts'

/** Given names that stand before surnames in the news, in French and English form, without accents. */
export function givenNamesOf(language: Language): ReadonlySet<string> {
  const figures = language.list('public-figures').map((name) => name.split(' ')[0] ?? '')
  const both = language.table('given-names').flatMap(({ source = '', target = '' }) => [source, ...target.split('|')])
  return new Set([...language.list('feminine-given-names'), ...figures, ...both].map(fold))
}

/** Words of the names that the tables have in English: `Darwish` is no two words. In lower case. */
export function knownNamesOf(language: Language): ReadonlySet<string> {
  const tables = ['people', 'places', 'given-names'].flatMap((name) =>
    language.table(name).map(({ target = '' }) => target),
  )
  const words = [...tables, ...language.list('public-figures'), ...language.list('kept-names')]
  return new Set(words.flatMap((name) => name.toLowerCase().split(/[^\p{L}]+/u)))
}

/** Words that are somebody’s surname in an article: `Youssef Chahed`, `Amadou Koufa` are no drone and no town. */
export class Bearers {
  readonly #language: Language
  readonly #surnames = new WeakMap<DocumentView['segments'], ReadonlySet<string>>()
  #given: ReadonlySet<string> | undefined

  constructor(language: Language) {
    this.#language = language
  }

  /** Does the word stand behind a given name anywhere in the article? */
  has(word: string, { segments }: DocumentView): boolean {
    let surnames = this.#surnames.get(segments)
    if (surnames === undefined) {
      this.#given ??= new Set([...givenNamesOf(this.#language), ...this.#language.list('kept-names').map(fold)])
      surnames = surnamesIn(segments, this.#given)
      this.#surnames.set(segments, surnames)
    }
    return surnames.has(word)
  }
}

function surnamesIn(segments: DocumentView['segments'], given: ReadonlySet<string>): ReadonlySet<string> {
  const surnames = new Set<string>()
  for (const { tokens } of segments) {
    for (let at = 1; at < tokens.count; at++) {
      if (!tokens.isCapitalised(at) || !tokens.isCapitalised(at - 1) || !tokens.spaceBefore(at)) continue
      if (given.has(fold(tokens.text(at - 1)))) surnames.add(tokens.text(at))
    }
  }
  return surnames
}
