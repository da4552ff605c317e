import type { Language } from '../language/language.ts'
import { fold } from '../text/fold.ts'

const shortestStem = 4
const longestEnding = 4
const cognate = 4

/** Which English words a word of the source may have become: from the pack's tables, and by their common beginning. */
export class Translations {
  /** Folded words and their stems → stems of English words. */
  readonly #targets = new Map<string, readonly string[]>()

  constructor(language: Language) {
    for (const name of ['translations', 'places', 'organisations']) {
      for (const { source = '', target = '' } of language.table(name)) {
        if (source.includes(' ')) continue
        const anchors = target.split('|').flatMap((text) => text.split(' ').map((word) => `=${stemOf(fold(word))}`))
        this.#add(fold(source), anchors)
        const stem = fold(source).replace(/(?:er|ir|re|oir|e|s|x)$/u, '')
        if (stem.length >= shortestStem) this.#add(stem, anchors)
      }
    }
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
