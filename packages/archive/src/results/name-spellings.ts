import type { NameForms } from '@stet/core'
import { byText } from './top.ts'

/** A name that articles write in several forms. */
export interface NameSpelling {
  /** What to write. */
  readonly preferred: string
  /** Who says so: the house or its profile, Stet’s table of names, or else most of the articles. */
  readonly by: 'house' | 'index' | 'majority'
  /** Articles with another form. */
  readonly others: number
  /** The commonest first. */
  readonly forms: readonly SpellingForm[]
}

/** One of the forms. */
interface SpellingForm {
  readonly form: string
  /** Articles that write it. */
  readonly articles: number
  /** The first of them. */
  readonly example: string
}

/** Forms that are counted at once, of all names together. */
const mostForms = 40_000
/** Forms of one name: more are a list of people. */
const mostOfName = 20
const longestForm = 80

interface Counted {
  articles: number
  readonly example: string
}

/**
 * Counts in how many articles each form of a name stands. Past 40,000 forms the names that the fewest articles have are
 * let go, half of them at once: what is common stays, with all its forms, though one that was met before it was common
 * may count too few. The same rows in the same order give the same counts.
 */
export class NameSpellings {
  readonly #forms: NameForms
  readonly #names = new Map<string, Map<string, Counted>>()
  #size = 0

  constructor(forms: NameForms) {
    this.#forms = forms
  }

  /** The names of one article, each once. */
  add(id: string, names: readonly string[]): void {
    for (const form of names) {
      if (form.length > longestForm) continue
      const key = this.#forms.keyOf(form)
      if (key === undefined) continue
      let name = this.#names.get(key)
      const known = name?.get(form)
      if (known !== undefined) known.articles++
      else if (name === undefined || name.size < mostOfName) {
        if (this.#size >= mostForms) {
          this.#letGo()
          name = this.#names.get(key)
        }
        if (name === undefined) {
          name = new Map()
          this.#names.set(key, name)
        }
        name.set(form, { articles: 1, example: id })
        this.#size++
      }
    }
  }

  /** Forms that are remembered. */
  get size(): number {
    return this.#size
  }

  #letGo(): void {
    const sums = [...this.#names].map(([key, name]) => ({ key, size: name.size, articles: articlesOf(name) }))
    sums.sort((a, b) => a.articles - b.articles || byText(a.key, b.key))
    for (const { key, size } of sums) {
      if (this.#size <= mostForms / 2) return
      this.#names.delete(key)
      this.#size -= size
    }
  }

  /** Names in several forms, first those of which the most articles have another than the preferred. */
  several(size: number): { readonly total: number; readonly most: NameSpelling[] } {
    const found: NameSpelling[] = []
    for (const [key, name] of this.#names) {
      if (name.size > 1 && this.#forms.areSeveral([...name.keys()])) found.push(this.#spellingOf(key, name))
    }
    found.sort((a, b) => b.others - a.others || byText(a.preferred, b.preferred))
    return { total: found.length, most: found.slice(0, size) }
  }

  #spellingOf(key: string, name: ReadonlyMap<string, Counted>): NameSpelling {
    const forms = [...name]
      .map(([form, { articles, example }]) => ({ form, articles, example }))
      .sort((a, b) => b.articles - a.articles || byText(a.form, b.form))
    const { form: preferred, by } = this.#forms.preferred(key) ?? {
      form: (forms[0] as SpellingForm).form,
      by: 'majority' as const,
    }
    const others = forms.reduce((sum, { form, articles }) => (form === preferred ? sum : sum + articles), 0)
    return { preferred, by, others, forms }
  }
}

function articlesOf(name: ReadonlyMap<string, Counted>): number {
  let sum = 0
  for (const { articles } of name.values()) sum += articles
  return sum
}
