import { fold } from '../text/fold.ts'

/** What the source text says about a finding. */
export interface Verdict {
  readonly confidence: number
  readonly evidence: string
}

/**
 * Confirms, refutes or re-scores a finding by the source text, which is asked for the marked words themselves.
 * For rules whose findings say: these very words were left from the source.
 */
export class SourceEvidence {
  readonly #text: string
  readonly #folded: string

  constructor(text: string) {
    this.#text = ` ${text.replaceAll('’', "'").replace(/\s+/gu, ' ')} `
    this.#folded = fold(this.#text)
  }

  weigh(actual: string, confidence: number): Verdict | undefined {
    const words = actual.replaceAll('’', "'").replace(/\s+/gu, ' ').replace(/'s?$/u, '').trim()
    if (words.length < 2) return undefined
    if (stands(this.#text, words)) return { confidence: Math.max(confidence, 0.99), evidence: 'so in the source text' }
    // The dish with a small letter is not the president.
    const capital = /^\p{Lu}/u.test(words)
    if (capital && stands(this.#text, words.toLowerCase())) {
      return { confidence: 0, evidence: 'a common noun in the source text' }
    }
    if (stands(this.#folded, fold(words)))
      return { confidence: Math.max(confidence, 0.95), evidence: 'so in the source text' }
    return { confidence: confidence * 0.6, evidence: 'not so in the source text' }
  }
}

function stands(text: string, words: string): boolean {
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    const joins = (one: string | undefined, other: string | undefined) =>
      /^[\p{L}\p{N}]$/u.test(one ?? '') && /^[\p{L}\p{N}]$/u.test(other ?? '')
    if (!joins(text[at - 1], words[0]) && !joins(words.at(-1), text[at + words.length])) return true
  }
  return false
}
