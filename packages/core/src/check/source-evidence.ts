import type { AlignedSource } from '../bilingual/aligned-source.ts'
import { SourceBeside } from '../bilingual/source-beside.ts'
import { fold } from '../text/fold.ts'
import type { Candidate } from './place.ts'

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
  readonly #beside: SourceBeside

  constructor(aligned: AlignedSource) {
    this.#text = plain(aligned.sourceProse)
    this.#folded = fold(this.#text)
    this.#beside = new SourceBeside(aligned)
  }

  /**
   * What the source says of the words that a candidate marks; undefined where they are too short to be asked for, and
   * where they are half French: of `[s]has` the source has `[s]a`.
   */
  weigh(confidence: number, candidate: Candidate): Verdict | undefined {
    const { view, draft } = candidate
    const words = plain(view.prose.slice(draft.start, draft.end)).trim().replace(/'s?$/u, '')
    if (words.length < 2) return undefined
    const verdict = this.#ask(words, confidence, candidate)
    if (verdict.isThere || !/[[\]]/u.test(words)) return verdict
    // The machine sets in brackets what the source has without.
    const bare = this.#ask(words.replace(/[[\]]/gu, ''), confidence, candidate)
    return bare.isThere || /^\[[^[\]]*\]$/u.test(words) ? bare : undefined
  }

  #ask(words: string, confidence: number, { view, draft }: Candidate): Verdict & { readonly isThere: boolean } {
    // A word that may be part of another name is no surer for standing in both texts.
    const isDoubtful = draft.confidence < doubtful
    // The dish with a small letter is not the president, though both stand in the article.
    const capital = /^\p{Lu}/u.test(words)
    const near = plain(this.#beside.textOf(view.index, draft.start) ?? '')
    const isCommon = { confidence: 0, evidence: 'a common noun in the source text', isThere: true }
    if (capital && stands(near, words.toLowerCase()) && !stands(near, words)) return isCommon
    const evidence = 'so in the source text'
    if (stands(this.#text, words)) {
      return { confidence: isDoubtful ? confidence : Math.max(confidence, 0.99), evidence, isThere: true }
    }
    if (capital && stands(this.#text, words.toLowerCase())) return isCommon
    if (stands(this.#folded, fold(words))) return { confidence: Math.max(confidence, 0.95), evidence, isThere: true }
    return { confidence: confidence * 0.6, evidence: 'not so in the source text', isThere: false }
  }
}

function plain(text: string): string {
  return ` ${text.replaceAll('’', "'").replace(/\s+/gu, ' ')} `
}

function stands(text: string, words: string): boolean {
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    const joins = (one: string | undefined, other: string | undefined) =>
      /^[\p{L}\p{N}]$/u.test(one ?? '') && /^[\p{L}\p{N}]$/u.test(other ?? '')
    if (!joins(text[at - 1], words[0]) && !joins(words.at(-1), text[at + words.length])) return true
  }
  return false
}
