import type { Language } from '../language/language.ts'
import { fold } from '../text/fold.ts'

const shortestStem = 4
const longestEnding = 4
const cognate = 4

/** Which English words a word of the source may have become: from the pack's tables, and by their common beginning. */
export class Translations {
  /** Folded words and their stems → stems of English words. */
  readonly #targets = new Map<string, readonly string[]>()

  /** Words of the news, folded: no names. */
  readonly #words = new Set<string>()
  /** Words of names, folded → anchors of their English forms. */
  readonly #nameAnchors = new Map<string, string[]>()
  /** Names as a whole, folded → their English form. */
  readonly #names = new Map<string, string>()

  constructor(language: Language) {
    for (const name of ['translations', 'places', 'people', 'given-names']) {
      for (const { source = '', target = '' } of language.table(name))
        this.#addRow(source, target, name !== 'translations')
    }
    // Names of organisations are no names word for word: only acronyms and single words.
    for (const { source = '', target = '' } of language.table('organisations')) {
      if (!source.includes(' ') && !target.includes(' ')) this.#addRow(source, target, true)
      else this.#names.set(fold(source), target.split('|')[0] as string)
    }
  }

  #addRow(source: string, target: string, isName: boolean): void {
    const targets = target.split('|')
    const folded = fold(source)
    if (isName && !this.#names.has(folded)) this.#names.set(folded, targets[0] as string)
    if (!isName && /^\p{Ll}/u.test(source)) this.#words.add(folded)
    const from = source.split(' ')
    for (const text of targets) {
      const to = text.split(' ')
      // Word for word where both have as many; else any name may stand for any.
      const pairwise = from.length === to.length
      for (const [index, word] of from.entries()) {
        if (from.length > 1 && !/^\p{Lu}.{2,}/u.test(word)) continue
        const words = pairwise ? [to[index] as string] : to.filter((one) => !isName || /^\p{Lu}.{2,}/u.test(one))
        const anchors = words.flatMap((one) => one.split('-')).map((one) => `=${stemOf(fold(one))}`)
        this.#addWord(fold(word), anchors)
        if (isName) for (const anchor of anchors) append(this.#nameAnchors, fold(word), anchor)
      }
    }
  }

  #addWord(word: string, anchors: readonly string[]): void {
    this.#add(word, anchors)
    const stem = word.replace(/(?:er|ir|re|oir|e|s|x)$/u, '')
    if (stem.length >= shortestStem && stem !== word) this.#add(stem, anchors)
  }

  /** Anchors of the English forms that the tables have for a name, or a word of one. */
  ofName(word: string): readonly string[] {
    return this.#nameAnchors.get(fold(word)) ?? []
  }

  /** Is it a common noun, verb or adjective of the tables? */
  isWord(word: string): boolean {
    const folded = fold(word)
    return this.#words.has(folded) || this.#words.has(folded.replace(/s$/u, ''))
  }

  /** The English form of a name, where the tables have it. */
  english(name: string): string | undefined {
    return this.#names.get(fold(name))
  }

  #add(word: string, anchors: readonly string[]): void {
    const known = this.#targets.get(word)
    this.#targets.set(word, known === undefined ? anchors : [...new Set([...known, ...anchors])])
  }

  /** Anchors that a word of the translation must have one of; empty where the word tells nothing. */
  of(word: string, capitalised: boolean): readonly string[] {
    const folded = fold(word)
    const anchors = [...this.#known(folded)]
    if (folded.length > cognate || (capitalised && folded.length >= 3)) anchors.push(beginning(folded))
    return anchors
  }

  #known(word: string): readonly string[] {
    const exact = this.#targets.get(word)
    if (exact !== undefined) return exact
    // Hôpitaux, journaux
    if (word.endsWith('aux')) {
      const singular = this.#targets.get(`${word.slice(0, -2)}l`)
      if (singular !== undefined) return singular
    }
    for (let cut = 1; cut <= longestEnding && word.length - cut >= shortestStem; cut++) {
      const known = this.#targets.get(word.slice(0, word.length - cut))
      if (known !== undefined) return known
    }
    return []
  }
}

/** The anchors of a word of the translation: those that {@link Translations.of} may give for it. */
export function anchorsOfTarget(word: string, capitalised: boolean): readonly string[] {
  const folded = fold(word)
  const stem = `=${stemOf(folded)}`
  return folded.length > cognate || (capitalised && folded.length >= 3) ? [stem, beginning(folded)] : [stem]
}

function beginning(word: string): string {
  return word.slice(0, cognate)
}

/** An English word without its inflection: closed, closing and closes become one. */
function stemOf(word: string): string {
  let stem = word
  if (stem.endsWith('ies') && stem.length > 4) stem = `${stem.slice(0, -3)}y`
  else if (stem.endsWith('ied') && stem.length > 4) stem = `${stem.slice(0, -3)}y`
  else if (stem.length > 4 && stem.endsWith('ing')) stem = stem.slice(0, -3)
  else if (stem.length > 4 && stem.endsWith('ed')) stem = stem.slice(0, -2)
  else if (stem.length > 3 && stem.endsWith('s') && !stem.endsWith('ss')) stem = stem.slice(0, -1)
  if (stem.length > 3 && stem.endsWith('e')) stem = stem.slice(0, -1)
  if (stem.length > 3 && stem.at(-1) === stem.at(-2) && !/[aeiouls]$/u.test(stem)) stem = stem.slice(0, -1)
  return stem
}

function append(map: Map<string, string[]>, key: string, value: string): void {
  const known = map.get(key)
  if (known === undefined) map.set(key, [value])
  else if (!known.includes(value)) known.push(value)
}
