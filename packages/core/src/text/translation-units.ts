import { codeOf, endOfCode, type InlineCode, type UnitCodes } from './inline-codes.ts'
import { languageOf } from './language-tag.ts'
import type { Span } from './span.ts'

/** The elements of a bilingual format. */
export interface UnitElements {
  /** What holds a source and its translation. */
  readonly units: readonly string[]
  /** The text that was translated; for TMX, `seg` of the variant in the source language. */
  readonly source: string
  /** Attributes of the root that name the language of the target. */
  readonly targetLanguage: readonly string[]
  /** TMX: variants, each in a language of its own. */
  readonly variant?: string
}

/** What is to be noted on the segments since `from`. */
interface Noted {
  readonly from: number
  readonly original: string
  readonly isStale: boolean
  readonly codes: UnitCodes | undefined
}

/** An element as it opens. */
interface Opening {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly text: string
  readonly at: Span
  /** Does it stand in the prose of a translation? */
  readonly isInTarget: boolean
  /** Does it stand in what is not read: an alternative, a note, the content of a code? */
  readonly isSkipped: boolean
}

/** States of XLIFF 1.2 that say: translate this anew. */
const changed = /^needs-(?:translation|adaptation|l10n)$/u

/** Follows the units of a bilingual file, so that a translation is known together with its source. */
export class Units {
  readonly #elements: UnitElements
  readonly #others: boolean
  #fileIsOther = false
  #variantLanguage = ''
  #original = ''
  #isStale = false
  #isOriginal = 0
  #from = 0
  #sources = 0
  #codes: { source: InlineCode[]; target: InlineCode[] } = { source: [], target: [] }
  /** For each open element, the code that it is. */
  readonly #open: (InlineCode | undefined)[] = []
  /** How many segments there are by now. */
  count = 0

  constructor(elements: UnitElements, isOtherLanguage: boolean) {
    this.#elements = elements
    this.#others = isOtherLanguage
  }

  /** Is a translation that ends here one into English? */
  get isWanted(): boolean {
    return !this.#others && !this.#fileIsOther && this.#isOriginal === 0
  }

  start({ name, attributes, text, at, isInTarget, isSkipped }: Opening): void {
    const list = isSkipped ? undefined : this.#isOriginal > 0 ? 'source' : isInTarget ? 'target' : undefined
    const code = list === undefined ? undefined : codeOf(name, attributes, text, at)
    this.#open.push(code)
    if (list !== undefined && code !== undefined) this.#codes[list].push(code)
    if (isSkipped) return
    const { units, source, variant, targetLanguage } = this.#elements
    if (name === 'target' && changed.test(attributes['state'] ?? '')) this.#isStale = true
    if (name === 'file') this.#fileIsOther = isOther(targetLanguage.map((key) => attributes[key]))
    if (units.includes(name)) {
      this.#original = ''
      this.#isStale = false
      this.#from = this.count
      this.#sources = 0
      this.#codes = { source: [], target: [] }
    } else if (name === variant) this.#variantLanguage = attributes['xml:lang'] ?? attributes['lang'] ?? ''
    else if (name === source && (variant === undefined || !isEnglish(this.#variantLanguage))) {
      this.#isOriginal++
      this.#sources++
    }
  }

  text(read: () => string): void {
    if (this.#isOriginal > 0) this.#original += read()
  }

  end(name: string, at: Span): Noted | undefined {
    const { units, source } = this.#elements
    const code = this.#open.pop()
    const ended = code === undefined ? undefined : endOfCode(name, code, at)
    if (ended !== undefined) this.#codes[this.#isOriginal > 0 ? 'source' : 'target'].push(ended)
    if (name === source && this.#isOriginal > 0) this.#isOriginal--
    if (!units.includes(name) || this.#original.trim() === '') return undefined
    // Of several sources, which one was translated is not known.
    const hasCodes = this.#sources === 1 && this.#codes.source.length + this.#codes.target.length > 0
    const codes = hasCodes ? this.#codes : undefined
    return { from: this.#from, original: this.#original, isStale: this.#isStale, codes }
  }
}

/** @param attributes of the root element */
export function readUnits(elements: UnitElements, attributes: Readonly<Record<string, string>>): Units {
  return new Units(elements, isOther(elements.targetLanguage.map((key) => attributes[key])))
}

function isEnglish(language: string): boolean {
  return languageOf(language) === 'en'
}

function isOther(languages: readonly (string | undefined)[]): boolean {
  const known = languages.find((language) => language !== undefined)
  return known !== undefined && !isEnglish(known)
}
