import type { AlignedSource, Sentence } from '../bilingual/aligned-source.ts'
import { isCommonWord } from '../language/common-words.ts'
import { fold } from '../text/fold.ts'
import { TokenKind, type Tokens } from '../text/tokens.ts'
import { defineRule, type SegmentDraft } from './rule.ts'
import { besides, isTrusted } from './support/source-places.ts'

const fewestWords = 3
/** Of a word that stands again and again only the first places are looked at: time stays linear. */
const mostPlaces = 20
/** Titles, slogans and sayings in quotation marks are no longer. */
const longestTitle = 7
/** From here on a third of the words must be French: names and numbers stand among them. */
const longSentence = 6

/** Words that stand in the translation as they stand in the source. */
export const copiedStretch = defineRule({
  id: 'copied-stretch',
  mqm: 'accuracy/untranslated',
  severity: 'major',
  fix: 'none',
  needs: 'source',
  round: 'sure',
  priority: 64,
  mutes: ['untranslated-french'],
  summary: 'Words of the source text stand here untranslated.',
  why: 'The same words in the same order in both texts, French ones among them: no name, title or saying is so long.',
  examples: {
    bad: [
      {
        text: `${besides.target} The senators denounced “une confiscation du pouvoir par une poignée d’officiers”.`,
        source: `${besides.source} Les sénateurs ont dénoncé « une confiscation du pouvoir par une poignée d’officiers ».`,
        expected: null,
        actual: 'une confiscation du pouvoir par une poignée d’officiers',
      },
    ],
    good: [
      {
        text: `${besides.target} The senators of the Cour des comptes read “Les Heures pâles” and Le Monde diplomatique.`,
        source: `${besides.source} Les sénateurs de la Cour des comptes ont lu « Les Heures pâles » et Le Monde diplomatique.`,
      },
      'Without a source une confiscation du pouvoir is the business of other rules.',
    ],
  },
  prepare: () => ({
    triggers: { every: true },
    *checkDocument({ aligned, segments }) {
      if (!isTrusted(aligned)) return
      for (const { sourceFrom, sourceTo, targetFrom, targetTo } of aligned.beads) {
        if (sourceFrom === sourceTo) continue
        const source = aligned.source.slice(Math.max(0, sourceFrom - 1), sourceTo + 1)
        for (const sentence of aligned.target.slice(targetFrom, targetTo)) {
          const view = segments[sentence.segment]
          if (view === undefined) continue
          for (const [from, to] of copiedIn(sentence, source)) {
            if (!isFrench(aligned, sentence.tokens, from, to) || isTitle(sentence.tokens, from, to)) continue
            yield {
              view,
              start: sentence.tokens.start(from),
              end: sentence.tokens.end(to - 1),
              confidence: 0.95,
              weight: 3,
              expected: [],
              reason: 'This stands so in the source: it was not translated',
            } satisfies SegmentDraft
          }
        }
      }
    },
  }),
})

/** Runs of tokens whose words stand in the same order in the source. */
function* copiedIn({ tokens, from, to }: Sentence, source: readonly Sentence[]): Generator<[number, number]> {
  const words = source.flatMap((sentence) => wordsOf(sentence.tokens, sentence.from, sentence.to))
  const places = new Map<string, number[]>()
  for (const [index, { word }] of words.entries()) {
    const known = places.get(word)
    if (known === undefined) places.set(word, [index])
    else if (known.length < mostPlaces) known.push(index)
  }
  const own = wordsOf(tokens, from, to)
  for (let at = 0; at < own.length; ) {
    let longest = 0
    for (const place of places.get((own[at] as Word).word) ?? []) {
      let length = 1
      while (at + length < own.length && own[at + length]?.word === words[place + length]?.word) length++
      longest = Math.max(longest, length)
    }
    if (longest >= fewestWords) yield [(own[at] as Word).at, (own[at + longest - 1] as Word).at + 1]
    at += Math.max(1, longest)
  }
}

interface Word {
  readonly word: string
  readonly at: number
}

function wordsOf(tokens: Tokens, from: number, to: number): Word[] {
  const words: Word[] = []
  for (let at = from; at < to; at++) {
    const kind = tokens.kind(at)
    if (kind === TokenKind.word || kind === TokenKind.elision || kind === TokenKind.number) {
      words.push({ word: fold(tokens.lower(at)), at })
    }
  }
  return words
}

/** Small French words and French words in small letters among them: names have neither, or only one. */
function isFrench({ smallWords, language }: AlignedSource, tokens: Tokens, from: number, to: number): boolean {
  const lexicon = language.words()
  if (isProperName(tokens, from, to)) return false
  let small = 0
  let french = 0
  let words = 0
  for (let at = from; at < to; at++) {
    if (tokens.kind(at) === TokenKind.elision) small++
    if (!tokens.isWord(at)) continue
    words++
    if (tokens.isCapitalised(at) && at > from) continue
    const word = tokens.lower(at)
    if (smallWords.has(word) && word !== 'plus' && word !== 'son') small++
    else if (!isCommonWord(word) && !tokens.isCapitalised(at) && (lexicon.has(word) || /[éèêàùç]/u.test(word))) french++
  }
  return french >= 1 && small + french >= 2 && (small + french) * (words >= longSentence ? 3 : 2) >= words
}

/** Cour des comptes: a capital, and one word in small letters that is no small word. */
function isProperName(tokens: Tokens, from: number, to: number): boolean {
  return tokens.isCapitalised(from) && !tokens.startsSentence(from) && to - from <= longestName
}

const longestName = 8

/** Short, in quotation marks or brackets, with a capital letter. */
function isTitle(tokens: Tokens, from: number, to: number): boolean {
  const before = tokens.kind(from - 1)
  const isMarked = before === TokenKind.quote || before === TokenKind.bracket
  return isMarked && tokens.isCapitalised(from) && to - from <= longestTitle
}
