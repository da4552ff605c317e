import type { Language } from '../language/language.ts'
import { readHtml } from '../text/html.ts'
import { hasTags } from '../text/markup-sign.ts'
import { type Format, readSegments } from '../text/read.ts'
import type { Segment } from '../text/segment.ts'
import { tokenize } from '../text/tokenizer.ts'
import { TokenKind, type Tokens } from '../text/tokens.ts'
import { Vocabulary } from '../text/vocabulary.ts'
import { alignSentences, type Bead, type Clue, type SourceSide, type TargetSide } from './align.ts'
import { englishNumbers, type NumberGrammar, sourceNumbers } from './number-grammar.ts'
import { quantitiesOf } from './quantities.ts'
import type { Quantity } from './quantity.ts'
import { anchorsOfTarget, Translations } from './translations.ts'

/** A sentence of either language. Token indexes are into `tokens`. */
export interface Sentence {
  readonly segment: number
  readonly tokens: Tokens
  readonly from: number
  readonly to: number
  readonly text: string
  readonly quantities: readonly Quantity[]
}

type SourceSentence = Sentence & SourceSide
type TargetSentence = Sentence & TargetSide

/** The source text beside its translation. */
export interface AlignedSource {
  readonly source: readonly SourceSentence[]
  readonly target: readonly TargetSentence[]
  /** In order of both texts; each sentence stands in exactly one. */
  readonly beads: readonly Bead[]
  /** Share of the sentences that stand in a bead to be trusted, 0 to 1; 0 for a source in another language. */
  readonly trust: number
  readonly language: Language
  readonly translations: Translations
  /** Function words of the source language. */
  readonly smallWords: ReadonlySet<string>
  /** The source text as it was given. */
  readonly sourceText: string
  /** The same without markup and escapes. */
  readonly sourceProse: string
  /** The source text as prose, segment by segment. */
  readonly sourceSegments: readonly Segment[]
}

/** One segment of the translation, with what the file itself says it was translated from. */
interface TargetView {
  readonly tokens: Tokens
  readonly segment: Segment
}

const trusted = 0.5

/** Reads the source text and aligns its sentences with those of the translation. */
export function alignSource(
  text: string,
  format: Format,
  target: readonly TargetView[],
  language: Language,
): AlignedSource {
  const aligner = new Aligner(language)
  const sourceSegments = readSegments(text, format, language.code)
  const source = sourceSegments.flatMap(({ prose }, index) => aligner.source(prose, index))
  const targets = target.flatMap(({ tokens }, index) => aligner.target(tokens, index))
  const beads = confirmed(withoutCopies(alignSentences(source, targets), source, targets))
  let fitting = 0
  for (const bead of beads) {
    if (bead.trust >= trusted) fitting += bead.sourceTo - bead.sourceFrom + bead.targetTo - bead.targetFrom
  }
  const trust = aligner.isOfLanguage(source) ? fitting / Math.max(1, source.length + targets.length) : 0
  const { translations, smallWords } = aligner
  const sourceProse = sourceSegments.map(({ prose }) => prose).join('\n')
  return {
    source,
    target: targets,
    beads,
    trust,
    language,
    translations,
    smallWords,
    sourceText: text,
    sourceProse,
    sourceSegments,
  }
}

/** What one source sentence and its one translation are trusted at least, where the file itself pairs them. */
const paired = 0.75

/**
 * Aligns the sentences of each unit of a bilingual file (XLIFF, TMX, gettext) with what the file says it was translated
 * from; segments without that are left out. Undefined where there is none at all.
 */
export function alignUnits(target: readonly TargetView[], language: Language): AlignedSource | undefined {
  if (!target.some(({ segment }) => segment.original !== undefined)) return undefined
  const aligner = new Aligner(language)
  const source: SourceSentence[] = []
  const targets: TargetSentence[] = []
  const beads: Bead[] = []
  const texts: string[] = []
  const read: string[] = []
  for (let index = 0; index < target.length; ) {
    const { original, part } = (target[index] as TargetView).segment
    const first = index
    while (target[index]?.segment.original === original && target[index]?.segment.part === part) index++
    if (original === undefined) continue
    const prose = proseOf(original, language.code)
    read.push(...prose)
    const from = prose.flatMap((each) => aligner.source(each, texts.length))
    const to = target.slice(first, index).flatMap(({ tokens }, offset) => aligner.target(tokens, first + offset))
    const isPair = from.length === 1 && to.length === 1
    for (const bead of withoutCopies(alignSentences(from, to), from, to)) {
      beads.push({
        sourceFrom: bead.sourceFrom + source.length,
        sourceTo: bead.sourceTo + source.length,
        targetFrom: bead.targetFrom + targets.length,
        targetTo: bead.targetTo + targets.length,
        trust: isPair && bead.trust > 0 ? Math.max(bead.trust, paired) : bead.trust,
      })
    }
    source.push(...from)
    targets.push(...to)
    texts.push(original)
  }
  const { translations, smallWords } = aligner
  const trust = aligner.isOfLanguage(source) ? 1 : 0
  return {
    source,
    target: targets,
    beads,
    trust,
    language,
    translations,
    smallWords,
    sourceText: texts.join('\n'),
    sourceProse: read.join('\n'),
    sourceSegments: [],
  }
}

function proseOf(original: string, language: string): string[] {
  return hasTags(original) ? readHtml(original, language).map(({ prose }) => prose) : [original]
}

const longestCopy = 3

/** A sentence that is the same in both texts was never translated, or is in English already: it says nothing. */
function withoutCopies(beads: readonly Bead[], source: readonly Sentence[], target: readonly Sentence[]): Bead[] {
  const plain = (sentences: readonly Sentence[]) => sentences.map(({ text }) => text.replace(/\s+/gu, ' ')).join(' ')
  return beads.map((bead) => {
    const from = source.slice(bead.sourceFrom, bead.sourceTo)
    const words = from.reduce((sum, sentence) => sum + sentence.to - sentence.from, 0)
    const isCopy = words > longestCopy && plain(from) === plain(target.slice(bead.targetFrom, bead.targetTo))
    return isCopy ? { ...bead, trust: 0 } : bead
  })
}

/** A short sentence may share no word with its translation: its place between two that fit speaks for it. */
function confirmed(beads: readonly Bead[]): Bead[] {
  const fits = (bead: Bead | undefined) => bead === undefined || bead.trust >= confirming
  return beads.map((bead, index) => {
    const single = bead.sourceTo - bead.sourceFrom === 1 && bead.targetTo - bead.targetFrom === 1
    if (!single || bead.trust === 0 || bead.trust >= betweenFitting || beads.length < 3) return bead
    return fits(beads[index - 1]) && fits(beads[index + 1]) ? { ...bead, trust: betweenFitting } : bead
  })
}

const confirming = 0.8
const betweenFitting = 0.65

const tables = new WeakMap<Language, { translations: Translations; numbers: NumberGrammar; small: Set<string> }>()
const fewestSmallWords = 0.1
const shortestSample = 25

/** Cuts both texts into sentences and notes what tells that two belong together. */
class Aligner {
  readonly translations: Translations
  readonly smallWords: ReadonlySet<string>
  readonly #numbers: NumberGrammar
  readonly #vocabulary = new Vocabulary()

  constructor(language: Language) {
    let known = tables.get(language)
    if (known === undefined) {
      known = {
        translations: new Translations(language),
        numbers: sourceNumbers(language),
        small: new Set(language.list('function-words')),
      }
      tables.set(language, known)
    }
    this.translations = known.translations
    this.#numbers = known.numbers
    this.smallWords = known.small
  }

  source(text: string, index: number): SourceSentence[] {
    const tokens = tokenize(text, this.#vocabulary)
    return sentencesOf(tokens, index, this.#numbers).map((sentence) => {
      const clues = this.#clues(sentence)
      return { ...sentence, clues, length: sentence.text.length, startsParagraph: sentence.from === 0 }
    })
  }

  target(tokens: Tokens, index: number): TargetSentence[] {
    return sentencesOf(tokens, index, englishNumbers()).map((sentence) => {
      const anchors = new Map<string, number>()
      let weight = 0
      for (const { values } of sentence.quantities) {
        weight += numberWeight
        for (const value of values) anchors.set(`#${value}`, numberWeight)
      }
      for (let at = sentence.from; at < sentence.to; at++) {
        if (!tokens.isWord(at)) continue
        const capitalised = tokens.isCapitalised(at)
        const own = capitalised ? nameWeight : 1
        const found = anchorsOfTarget(tokens.lower(at), capitalised)
        for (const anchor of found) anchors.set(anchor, own)
        if (found.length > 1) weight += own
      }
      return { ...sentence, anchors, weight, length: sentence.text.length, startsParagraph: sentence.from === 0 }
    })
  }

  #clues({ tokens, from, to, quantities }: Sentence): Clue[] {
    const clues: Clue[] = quantities.map(({ values }) => ({
      anchors: values.map((value) => `#${value}`),
      weight: numberWeight,
    }))
    for (let at = from; at < to; at++) {
      if (!tokens.isWord(at)) continue
      const capitalised = tokens.isCapitalised(at)
      const anchors = this.translations.of(tokens.lower(at), capitalised)
      if (anchors.length > 0) clues.push({ anchors, weight: capitalised ? nameWeight : 1 })
    }
    return clues
  }

  /** Is the text in the language that the pack is of? A short one is taken to be. */
  isOfLanguage(sentences: readonly Sentence[]): boolean {
    let words = 0
    let small = 0
    for (const { tokens, from, to } of sentences) {
      for (let at = from; at < to; at++) {
        if (tokens.kind(at) === TokenKind.elision) small++
        if (!tokens.isWord(at)) continue
        words++
        if (this.smallWords.has(tokens.lower(at))) small++
      }
    }
    return words < shortestSample || small / words >= fewestSmallWords
  }
}

const numberWeight = 1.5
const nameWeight = 1.3

function sentencesOf(tokens: Tokens, segment: number, numbers: NumberGrammar): Sentence[] {
  const sentences: Sentence[] = []
  for (let from = 0; from < tokens.count; ) {
    const to = tokens.sentenceEnd(from)
    const text = tokens.prose.slice(tokens.start(from), tokens.end(to - 1))
    sentences.push({ segment, tokens, from, to, text, quantities: quantitiesOf(tokens, from, to, numbers) })
    from = to
  }
  return sentences
}
