import type { Language } from '../language/language.ts'
import { type Format, readSegments } from '../text/read.ts'
import { tokenize } from '../text/tokenizer.ts'
import { Vocabulary } from '../text/vocabulary.ts'
import { type AlignedSource, alignSource } from './aligned-source.ts'

/** What a paragraph of a translation was made from. */
export interface SourcePassage {
  /** The paragraphs of the source text; empty where nothing in it fits. */
  readonly text: string
  /** Where in `text` the sentence stands that the place in the translation was made from; an empty range: unknown. */
  readonly start: number
  readonly end: number
}

const nothing: SourcePassage = { text: '', start: 0, end: 0 }

/**
 * Aligns a translation with its source text once.
 *
 * @param language of the source
 * @returns what the paragraph at an offset (UTF-16 code units into the translation) was made from
 */
export function sourcePassages(
  translation: { readonly text: string; readonly format: Format },
  source: { readonly text: string; readonly format: Format },
  language: Language,
): (offset: number) => SourcePassage {
  const vocabulary = new Vocabulary()
  const segments = readSegments(translation.text, translation.format)
  const views = segments.map((segment) => ({ segment, tokens: tokenize(segment.prose, vocabulary) }))
  const aligned = alignSource(source.text, source.format, views, language)
  const starts = segments.map((segment) => segment.toSource(0, segment.prose.length).start)
  const sentences = aligned.target.map(({ segment, tokens, from, to }) => ({
    segment,
    end: segments[segment]?.toSource(tokens.start(from), tokens.end(to - 1)).end ?? 0,
  }))
  return (offset) => {
    const segment = starts.findLastIndex((start) => start <= offset)
    const first = sentences.findIndex((sentence) => sentence.segment === segment)
    if (first < 0) return nothing
    const last = sentences.findLastIndex((sentence) => sentence.segment === segment)
    const within = sentences.findIndex((sentence, at) => at >= first && sentence.end > offset)
    const at = within < 0 || within > last ? last : within
    return passageOf(aligned, madeInto(aligned, first, last + 1), madeInto(aligned, at, at + 1))
  }
}

/** The sentences of the source that became these sentences of the translation. */
function madeInto({ beads }: AlignedSource, from: number, to: number): number[] {
  return beads.flatMap(({ sourceFrom, sourceTo, targetFrom, targetTo }) =>
    targetFrom < to && targetTo > from
      ? Array.from({ length: sourceTo - sourceFrom }, (_, step) => sourceFrom + step)
      : [],
  )
}

function passageOf({ source }: AlignedSource, sentences: readonly number[], marked: readonly number[]): SourcePassage {
  let text = ''
  let start = -1
  let end = 0
  let segment = -1
  for (const index of sentences) {
    const sentence = source[index]
    if (sentence === undefined || sentence.segment === segment) continue
    segment = sentence.segment
    if (text !== '') text += '\n'
    for (const each of marked) {
      const other = source[each]
      if (other?.segment !== segment) continue
      if (start < 0) start = text.length + other.tokens.start(other.from)
      end = text.length + other.tokens.end(other.to - 1)
    }
    text += sentence.tokens.prose
  }
  return start < 0 ? { text, start: 0, end: 0 } : { text, start, end }
}
