import { fold } from '../text/fold.ts'

/** What the source text says about a finding. */
export interface Verdict {
  readonly confidence: number
  readonly evidence: string
}

/** Below this a rule holds that the word is more likely right. */
const doubtful = 0.5

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

  /** @param own what the rule itself thought: a word that may be part of another name is no surer for standing in both texts */
  weigh(actual: string, confidence: number, own = confidence): Verdict | undefined {
    const words = actual.replaceAll('’', "'").replace(/\s+/gu, ' ').replace(/'s?$/u, '').trim()
    if (words.length < 2) return undefined
    const isDoubtful = own < doubtful
    if (stands(this.#text, words) && isDoubtful) return { confidence, evidence: 'so in the source text' }
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
