import { fold } from '../text/fold.ts'
import { type Format, readSegments } from '../text/read.ts'
import type { Segment } from '../text/segment.ts'
import { tokenize } from '../text/tokenizer.ts'
import { TokenKind, type Tokens } from '../text/tokens.ts'
import { Vocabulary } from '../text/vocabulary.ts'
import { alignSentences, type Bead } from './align.ts'

/** A sentence of either language. Token indexes are into `tokens`. */
interface Sentence {
  readonly segment: number
  readonly tokens: Tokens
  readonly from: number
  readonly to: number
  readonly text: string
  /** What both languages write alike: numbers, names, and the beginnings of long words. */
  readonly anchors: ReadonlySet<string>
}

/** The source text beside its translation. */
export interface AlignedSource {
  readonly source: readonly Sentence[]
  readonly target: readonly Sentence[]
  /** In order of both texts; each sentence stands in exactly one. */
  readonly beads: readonly Bead[]
  /** Share of the sentences that stand in a bead to be trusted, 0 to 1. */
  readonly trust: number
}

/** Reads the source text and aligns its sentences with those of the translation. */
export function alignSource(
  text: string,
  format: Format,
  target: readonly { readonly tokens: Tokens }[],
): AlignedSource {
  const vocabulary = new Vocabulary()
  const sources = readSegments(text, format).map((segment: Segment) => tokenize(segment.prose, vocabulary))
  const source = sources.flatMap(sentencesOf)
  const targets = target.flatMap(({ tokens }, index) => sentencesOf(tokens, index))
  const beads = alignSentences(source, targets)
  let trusted = 0
  for (const bead of beads) {
    if (bead.trust >= 0.5) trusted += bead.sourceTo - bead.sourceFrom + bead.targetTo - bead.targetFrom
  }
  return { source, target: targets, beads, trust: trusted / Math.max(1, source.length + targets.length) }
}

function sentencesOf(tokens: Tokens, segment: number): Sentence[] {
  const sentences: Sentence[] = []
  for (let from = 0; from < tokens.count; ) {
    const to = tokens.sentenceEnd(from)
    const text = tokens.prose.slice(tokens.start(from), tokens.end(to - 1))
    sentences.push({ segment, tokens, from, to, text, anchors: anchorsOf(tokens, from, to) })
    from = to
  }
  return sentences
}

function anchorsOf(tokens: Tokens, from: number, to: number): Set<string> {
  const anchors = new Set<string>()
  for (let at = from; at < to; at++) {
    if (tokens.kind(at) === TokenKind.number) anchors.add(tokens.text(at).replaceAll(',', '.'))
    if (!tokens.isWord(at)) continue
    const word = fold(tokens.text(at))
    if (word.length >= 5 || (tokens.isCapitalised(at) && word.length >= 3)) anchors.add(word.slice(0, 4))
  }
  return anchors
}
