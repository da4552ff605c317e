import type { AlignedSource } from './aligned-source.ts'

/** Finds the sentences of the source that stand against a place of the translation. */
export class SourceBeside {
  readonly #aligned: AlignedSource
  /** For each segment of the translation, its sentences: where they end, and their bead. */
  readonly #sentences = new Map<number, { readonly end: number; readonly bead: number }[]>()

  constructor(aligned: AlignedSource) {
    this.#aligned = aligned
    for (const [index, bead] of aligned.beads.entries()) {
      for (const { segment, tokens, to } of aligned.target.slice(bead.targetFrom, bead.targetTo)) {
        const sentence = { end: tokens.end(to - 1), bead: index }
        const known = this.#sentences.get(segment)
        if (known === undefined) this.#sentences.set(segment, [sentence])
        else known.push(sentence)
      }
    }
  }

  /** @param offset into the prose of the segment; undefined where nothing stands against it that can be trusted */
  textOf(segment: number, offset: number): string | undefined {
    const sentence = this.#sentences.get(segment)?.find(({ end }) => offset < end)
    const bead = this.#aligned.beads[sentence?.bead ?? -1]
    if (bead === undefined || bead.trust < fewestTrust) return undefined
    return this.#aligned.source
      .slice(bead.sourceFrom, bead.sourceTo)
      .map(({ text }) => text)
      .join(' ')
  }
}

const fewestTrust = 0.6
