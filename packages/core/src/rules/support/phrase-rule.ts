import { isCommonWord } from '../../language/common-words.ts'
import { targetLanguage } from '../../language/language.ts'
import type { Row } from '../../language/table.ts'
import { beginningOf, PhraseMatcher } from '../../text/phrase-matcher.ts'
import { tokenize } from '../../text/tokenizer.ts'
import { Shape, TokenKind, type Tokens } from '../../text/tokens.ts'
import { Vocabulary } from '../../text/vocabulary.ts'
import type { DocumentView, Draft, PreparedRule } from '../rule.ts'
import { indefiniteBefore, takesAn } from './indefinite.ts'
import { fillPattern, type PatternSlot, parsePattern, phraseSlots } from './phrase-slots.ts'

interface Phrase {
  readonly targets: readonly string[]
  readonly confidence: number
  /** One of these words must stand in the same sentence, or two of them in the article. */
  readonly near: ReadonlySet<string>
  readonly note: string
  readonly past: boolean
  /** Only at the start of a sentence. */
  readonly initial: boolean
  /** Tokens of the phrase before the part that is marked, and after it. */
  readonly lead: number
  readonly trail: number
}

const hasSlot = /[<{]/u

/** A near word that only stands elsewhere in the article says less than one in the sentence. */
const elsewhere = 0.85

/**
 * A rule out of a table with the columns source, target, confidence, near, note.
 * In both phrases `{nationality}`, `{country}`, `{number}` and the other slots stand for any of their kind, `<take>`
 * for any form of the verb; `(…)` in the source is the part that is marked, the rest its surroundings; `^` before it:
 * only at the start of a sentence. Targets are parted by `|`; an empty target: only a person can say.
 */
export function preparePhrases(
  rows: readonly Row[],
  vocabulary: Vocabulary,
  describe: (phrase: string, target: string | undefined) => string,
): PreparedRule | undefined {
  if (rows.length === 0) return undefined
  const slots = phraseSlots(targetLanguage().table('nationalities'))
  const matcher = new PhraseMatcher<Phrase>(vocabulary)
  const topics = new Set<number>()
  const known = new Map<string, PatternSlot>()
  const later = new Map<number, Row[]>()
  const expand = (entry: number): void => {
    for (const row of later.get(entry) ?? []) matcher.addLate(withoutSigns(row.source ?? ''), () => phraseOf(row, []))
    later.delete(entry)
  }
  const phraseOf = (row: Row, choices: readonly number[]): Phrase => {
    const { source = '', target = '', near = '', confidence, note = '' } = row
    // Cut again, since thousands of patterns that an archive never meets would be kept for it.
    const filled = fillPattern(parsePattern(source, slots, known), target, choices)
    return {
      ...extent(filled.source),
      confidence: Number(confidence || '0.7'),
      near: new Set(wordsOf(near)),
      note,
      past: filled.past,
      targets: filled.target === '' ? [] : filled.target.split('|'),
    }
  }
  for (const row of rows) {
    const { source = '', near = '' } = row
    for (const word of wordsOf(near)) topics.add(vocabulary.addWord(word))
    const first = hasSlot.test(source) ? '' : beginningOf(withoutSigns(source))
    if (first === '') {
      const pattern = parsePattern(source, slots, known)
      const parts = pattern.map((part) => (typeof part === 'string' ? withoutSigns(part) : part))
      matcher.addPattern(parts, (choices) => phraseOf(row, choices))
      continue
    }
    const entry = matcher.addLater(first, expand)
    const waiting = later.get(entry)
    if (waiting === undefined) later.set(entry, [row])
    else waiting.push(row)
  }
  const topicsOf = topicReader(topics)
  return {
    triggers: { phrases: matcher },
    check({ tokens }, document) {
      const drafts: Draft[] = []
      let done = -1
      for (const at of matcher.starts(tokens)) {
        if (at <= done || (tokens.text(at - 1) === '-' && !tokens.spaceBefore(at))) continue
        let found: { phrase: Phrase; end: number; factor: number } | undefined
        for (const { values, end } of matcher.matches(tokens, at)) {
          if (tokens.text(end) === '-' && !tokens.spaceBefore(end)) continue
          for (const phrase of byTense(values, tokens, at)) {
            if (phrase.initial && !tokens.startsSentence(at)) continue
            const factor = nearness(tokens, at, phrase.near, vocabulary, document, topicsOf)
            if (factor > 0) {
              found = { phrase, end, factor }
              break
            }
          }
        }
        if (found === undefined || isSurname(tokens, at, found.end)) continue
        done = found.end - found.phrase.trail - 1
        const [from, to] = [at + found.phrase.lead, found.end - found.phrase.trail]
        const draft = draftOf(tokens, from, to, found.phrase, found.factor, describe)
        // “Ballon d'Or” with either apostrophe
        const actual = tokens.prose.slice(draft.start, draft.end)
        if (draft.expected?.[0]?.replaceAll('’', "'") !== actual.replaceAll('’', "'")) drafts.push(draft)
      }
      return drafts
    },
  }
}

/** `Charles Milliard`: a single word with a capital behind a name. */
function isSurname(tokens: Tokens, at: number, end: number): boolean {
  return (
    end === at + 1 &&
    tokens.shape(at) === Shape.capital &&
    tokens.shape(at - 1) === Shape.capital &&
    tokens.spaceBefore(at) &&
    !tokens.startsSentence(at) &&
    !isCommonWord(tokens.text(at - 1))
  )
}

const scratch = new Vocabulary()

function wordsOf(list: string): string[] {
  return list.split(' ').filter(Boolean)
}

/** The phrase as it stands in a text. */
function withoutSigns(source: string): string {
  return source.replace(/[()^]/gu, '')
}

const infinitiveSigns = new Set(
  'to will would can could may might must should shall not let did do does cannot “'.split(' '),
)

/** A form like “put” is past tense unless the word before asks for the infinitive. */
function byTense(phrases: readonly Phrase[], tokens: Tokens, at: number): readonly Phrase[] {
  if (phrases.length < 2 || infinitiveSigns.has(tokens.lower(at - 1))) return phrases
  return phrases.some(({ past }) => past) ? phrases.filter(({ past }) => past) : phrases
}

/** What a phrase says about the article: one that only a machine writes says much, one that anyone may write hardly anything. */
function weightOf(confidence: number): number {
  return confidence >= 0.85 ? 2.4 : confidence >= 0.7 ? 1 : confidence >= 0.55 ? 0.5 : 0.2
}

/** How much of the phrase is surroundings. */
function extent(source: string): Pick<Phrase, 'initial' | 'lead' | 'trail'> {
  const initial = source.startsWith('^')
  const open = source.indexOf('(')
  if (open < 0) return { initial, lead: 0, trail: 0 }
  const close = source.indexOf(')')
  return {
    initial,
    lead: tokenize(source.slice(initial ? 1 : 0, open), scratch).count,
    trail: tokenize(source.slice(close + 1), scratch).count,
  }
}

function draftOf(
  tokens: Tokens,
  from: number,
  to: number,
  { targets, confidence, note }: Phrase,
  factor: number,
  describe: (phrase: string, target: string | undefined) => string,
): Draft {
  const before = tokens.kind(from - 1)
  // Behind a quotation mark or the time of a live page (“12:32 p.m. : The minister …”) a sentence starts too.
  const starts = tokens.startsSentence(from) || before === TokenKind.quote || tokens.text(from - 1) === ':'
  const capital = tokens.isCapitalised(from) && starts
  const titled =
    to - from > 1 &&
    tokens.isCapitalised(from) &&
    tokens.isCapitalised(to - 1) &&
    tokens.isCapitalised(to) &&
    !articles.has(tokens.lower(from))
  const number = numberIn(tokens, from, to)
  const first = withArticle(tokens, from, targets[0])
  const start = tokens.start(first === undefined ? from : from - 1)
  const expected = targets.map((target) => {
    const filled = target.replaceAll('{number}', number)
    if (first !== undefined) return `${indefiniteBefore(tokens.text(from - 1), filled)} ${filled}`
    if (titled) return titleCase(filled)
    return capital ? filled.charAt(0).toUpperCase() + filled.slice(1) : filled
  })
  const actual = tokens.prose.slice(start, tokens.end(to - 1))
  return {
    start,
    end: tokens.end(to - 1),
    expected,
    confidence: Math.round(confidence * factor * 100) / 100,
    weight: weightOf(confidence),
    reason: describe(actual, expected[0]),
    ...(note === '' ? {} : { note }),
  }
}

const articles = new Set(['the', 'a', 'an'])

/** A title before a name: Head of British Diplomacy Liz Truss. */
function titleCase(target: string): string {
  return target.replace(/(?<!\p{L})(?!of |the |and |in |for )\p{Ll}/gu, (letter) => letter.toUpperCase())
}

function numberIn(tokens: Tokens, from: number, to: number): string {
  for (let index = from; index < to; index++) if (tokens.kind(index) === TokenKind.number) return tokens.text(index)
  return ''
}

/** The target, when the article before the phrase does not suit it. */
function withArticle(tokens: Tokens, from: number, target: string | undefined): string | undefined {
  const before = tokens.lower(from - 1)
  if (target === undefined || target === '' || (before !== 'a' && before !== 'an')) return undefined
  return takesAn(target) === (before === 'an') ? undefined : target
}

/** 1 where a near word stands in the sentence or none is asked for, less where the article has them, 0 where not. */
function nearness(
  tokens: Tokens,
  at: number,
  near: ReadonlySet<string>,
  vocabulary: Vocabulary,
  document: DocumentView,
  topicsOf: (document: DocumentView) => ReadonlySet<number>,
): number {
  if (near.size === 0) return 1
  for (let index = tokens.sentenceStart(at); index < tokens.sentenceEnd(at); index++)
    if (index !== at && near.has(tokens.lower(index))) return 1
  const present = topicsOf(document)
  let count = 0
  for (const word of near) if (present.has(vocabulary.lookup(word)) && ++count === 2) return elsewhere
  return 0
}

/** Which near words an article has, looked up once for each article. */
function topicReader(topics: ReadonlySet<number>): (document: DocumentView) => ReadonlySet<number> {
  const known = new WeakMap<object, ReadonlySet<number>>()
  const isTopic: boolean[] = []
  for (const entry of topics) isTopic[entry] = true
  return (document) => {
    let present = known.get(document.segments)
    if (present === undefined) {
      const found = new Set<number>()
      for (const { tokens } of document.segments) {
        const { count, entries } = tokens
        for (let index = 0; index < count; index++) {
          const entry = entries[index] as number
          if (isTopic[entry] === true) found.add(entry)
        }
      }
      present = found
      known.set(document.segments, present)
    }
    return present
  }
}
