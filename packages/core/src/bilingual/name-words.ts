import { isCommonWord } from '../language/common-words.ts'
import { targetLanguage } from '../language/language.ts'
import { fold } from '../text/fold.ts'
import { Shape, type Tokens } from '../text/tokens.ts'
import type { AlignedSource, Sentence } from './aligned-source.ts'
import { romanOrdinal } from './digits.ts'

/** A capitalised word that is, as far as can be told, part of the name of a person or place. */
export interface NameWord {
  readonly tokens: Tokens
  readonly at: number
  readonly folded: string
  /** What the name tables and the beginning of the word let expect; for the source only. */
  readonly anchors: readonly string[]
}

const shortest = 3

/** The name words of a sentence of the translation: no calendar words, nationalities, acronyms and common words. */
export function targetNames(sentence: Sentence): NameWord[] {
  return namesOf(sentence, isEnglishWord).map((name) => ({ ...name, anchors: [] }))
}

/** The name words of a sentence of the source. */
export function sourceNames(sentence: Sentence, aligned: AlignedSource): NameWord[] {
  const french = aligned.language.words()
  const isWord = (word: string) =>
    aligned.smallWords.has(word) || french.has(word) || isCommonWord(word) || aligned.translations.isWord(word)
  return namesOf(sentence, isWord).map((name) => {
    const { tokens, at } = name
    const whole = compoundAt(tokens, at)
    return {
      ...name,
      anchors: [
        ...aligned.translations.ofName(tokens.text(at)),
        ...(whole === undefined ? [] : aligned.translations.of(whole, true)),
      ],
    }
  })
}

function namesOf({ tokens, from, to }: Sentence, isWord: (word: string) => boolean): Omit<NameWord, 'anchors'>[] {
  const found: Omit<NameWord, 'anchors'>[] = []
  for (let at = from; at < to; at++) {
    if (!tokens.isCapitalised(at) || tokens.shape(at) === Shape.upper) continue
    const text = tokens.text(at)
    if (text.length < shortest || isWord(text.toLowerCase()) || romanOrdinal(text) > 0) continue
    // The first word of a sentence or quotation is a name only with another behind it.
    const opens = at === from || !tokens.isWord(at - 1) ? opensSentence(tokens, at, from) : false
    if (opens && !isNameLike(tokens, at + 1, isWord)) continue
    found.push({ tokens, at, folded: fold(text) })
  }
  return found
}

function isNameLike(tokens: Tokens, at: number, isWord: (word: string) => boolean): boolean {
  return tokens.isCapitalised(at) && !isWord(tokens.lower(at))
}

function opensSentence(tokens: Tokens, at: number, from: number): boolean {
  if (at === from) return true
  const before = tokens.text(at - 1)
  return /^[“"«:‘'–—(-]$/u.test(before) && before !== '-'
}

/** Saint-Denis, Ile-de-France: the whole that the word belongs to. */
function compoundAt(tokens: Tokens, at: number): string | undefined {
  const joined = (index: number) =>
    tokens.text(index) === '-' && !tokens.spaceBefore(index) && !tokens.spaceAfter(index) && tokens.isWord(index + 1)
  let first = at
  while (first >= 2 && joined(first - 1) && tokens.isWord(first - 2)) first -= 2
  let last = at
  while (joined(last + 1)) last += 2
  return last === first ? undefined : tokens.prose.slice(tokens.start(first), tokens.end(last))
}

let nationalities: ReadonlySet<string> | undefined

function isEnglishWord(word: string): boolean {
  nationalities ??= new Set(
    targetLanguage()
      .table('nationalities')
      .map(({ adjective = '' }) => adjective.toLowerCase()),
  )
  return isCommonWord(word) || nationalities.has(word) || notNames.has(word)
}

/** Capitalised in English without being names of persons or places: days, feasts, faiths, titles, and what is of many a name. */
const notNames = new Set(
  'president minister king queen pope prince princess sir lord lady judge bishop archbishop cardinal colonel general senator governor mayor chancellor emperor premier deputy secretary speaker commissioner ambassador channel strait sea ocean coast valley river island islands bay gulf republic kingdom union ministry palace monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december mr mrs ms dr christmas easter ramadan catholic muslim jewish christian islamist islamic protestant'.split(
    ' ',
  ),
)

/**
 * May the target word stand for the source word? Equal but for accents, a form of the tables, or the same consonants:
 * romanisations differ in vowels.
 */
export function standsFor(source: NameWord, target: string): boolean {
  if (source.folded === target || begins(source.folded, target) || begins(target, source.folded)) return true
  const a = skeleton(source.folded)
  const b = skeleton(target)
  return a.length >= 2 && (a === b || (a.length >= fewestSounds && b.length >= fewestSounds && isOneOff(a, b)))
}

const fewestSounds = 5
const shortestBeginning = 4

/** Valence and Valencia; not He and Hélène. */
function begins(word: string, beginning: string): boolean {
  return beginning.length >= shortestBeginning && word.startsWith(beginning)
}

/** Words of the translation, so that a name is looked for among those that may stand for it only. */
export class NameIndex {
  readonly #words = new Set<string>()
  readonly #alike = new Map<string, string[]>()

  /** @param word folded */
  add(word: string): void {
    if (this.#words.has(word)) return
    this.#words.add(word)
    for (const key of keysOf(word)) {
      const known = this.#alike.get(key)
      if (known === undefined) this.#alike.set(key, [word])
      else known.push(word)
    }
  }

  has(name: NameWord): boolean {
    if (this.#words.has(name.folded)) return true
    return keysOf(name.folded).some((key) => this.#alike.get(key)?.some((word) => standsFor(name, word)))
  }
}

/** Two words that may stand for each other share one of these. */
function keysOf(word: string): string[] {
  const sounds = skeleton(word)
  // One sound more, less or other: one half of them stays.
  const halves = sounds.length < fewestSounds ? [] : [`^${sounds.slice(0, 2)}`, `$${sounds.slice(-2)}`]
  return [word.slice(0, shortestBeginning), `=${sounds}`, ...halves]
}

const sounds: readonly (readonly [RegExp, string])[] = [
  [/t?s?ch|sh|cz|č|š/gu, 'C'],
  [/dj|dzh|zh|j/gu, 'J'],
  [/ck|q|c|kh|x|k/gu, 'K'],
  [/ph|w|v|f/gu, 'V'],
  [/ts|tz|z|s/gu, 'S'],
  [/gu(?=[ei])|gh/gu, 'g'],
  [/th/gu, 't'],
  [/[aeiouyh]/gu, ''],
]
const skeletons = new Map<string, string>()
const mostSkeletons = 5000

/** The consonants of a name, so that its romanisations look alike. */
function skeleton(word: string): string {
  let known = skeletons.get(word)
  if (known === undefined) {
    known = sounds.reduce((text, [sound, sign]) => text.replace(sound, sign), word).replace(/(.)\1+/gu, '$1')
    if (skeletons.size >= mostSkeletons) skeletons.clear()
    skeletons.set(word, known)
  }
  return known
}

/** One letter more, less or other. */
function isOneOff(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  let at = 0
  while (at < a.length && a[at] === b[at]) at++
  const rest = (text: string, from: number) => text.slice(from)
  return rest(a, at + 1) === rest(b, at + 1) || rest(a, at) === rest(b, at + 1) || rest(a, at + 1) === rest(b, at)
}
