import { isCommonWord } from '../language/common-words.ts'
import { isEnglishWord } from '../language/english-words.ts'
import { Glossary } from '../language/glossary.ts'
import type { WordFilter } from '../language/word-filter.ts'
import { SpellingMemo } from '../text/spelling-memo.ts'
import { Shape, TokenKind, type Tokens } from '../text/tokens.ts'
import { type DocumentView, type Draft, defineRule } from './rule.ts'
import { VerbForms } from './support/verb-forms.ts'

/** Small words that stand in French names too: Cour des comptes, Place de la République. */
const particles = new Set('le la les l de du des d et en à a au aux un une sur sous y'.split(' '))
/** Words of a French sentence; alone they show nothing, beside French words they belong to them. */
const functionWords = new Set(
  'je tu il elle ils elles ne pas rien que qui est sont ce cette ces son sa ses leur leurs notre votre nos vos avec dans chez mais donc où très fait être ont été pour'.split(
    ' ',
  ),
)

/** French words that were not translated at all. */
export const untranslatedFrench = defineRule({
  id: 'untranslated-french',
  mqm: 'accuracy/untranslated',
  severity: 'major',
  fix: 'review',
  needs: 'either',
  carriedOver: true,
  round: 'sure',
  priority: 62,
  summary: 'French words stand in the English sentence.',
  why: 'The machine leaves a word that it takes for a name, or that stood apart in the page’s markup.',
  examples: {
    bad: [
      {
        text: 'The vote was lost, cependant the law stands.',
        expected: 'The vote was lost, however the law stands.',
        actual: 'cependant',
      },
      { text: 'It is so, indique the journalist.', expected: 'It is so, says the journalist.', actual: 'indique' },
      { text: 'The minister avec les députés left the room.', expected: null },
    ],
    good: [
      'The Cour des comptes and the Place de la République; a coup d’état, vis-à-vis the femme fatale.',
      'Students of the grandes écoles and of one grande école protested.',
      'The curriculum, the facility, the hues of a select hunt and a showbiz rethink.',
      'He sang “Je ne regrette rien” and read Le Monde, La Croix and Ouest-France.',
    ],
  },
  prepare(language) {
    const glossary = new Glossary(language)
    const verbs = new VerbForms(language)
    const borrowed = new Set(language.list('borrowed'))
    const signs = new Set(
      [...glossary.words()].filter(
        (word) => word.length > 3 && !isCommonWord(word) && !borrowed.has(word) && !particles.has(word),
      ),
    )
    // Names of institutions are the organisation rule’s, also where it keeps silent; some terms English keeps whole.
    const institutions = new Set(
      language
        .table('organisations')
        .flatMap(({ source = '', class: kind }) => (kind === 'fr-term' || kind === 'kept' ? [spelling(source)] : [])),
    )
    const lexicon = language.words()
    const foreignSpelling = new SpellingMemo((tokens, at) =>
      tokens.entry(at) === 0 ? isForeign(tokens.text(at), lexicon, borrowed) : signs.has(tokens.lower(at)),
    )
    return {
      triggers: { words: signs, every: true },
      *check({ tokens }, document) {
        const isSign = (at: number): boolean => {
          if (tokens.kinds[at] !== TokenKind.word || tokens.shapes[at] !== Shape.lower) return false
          // `13onze15`
          if (tokens.kinds[at - 1] === TokenKind.number && !tokens.spaceBefore(at)) return false
          return foreignSpelling.of(tokens, at)
        }
        let told = -1
        for (let at = 0; at < tokens.count; at++) {
          if (!isSign(at)) continue
          const start = tokens.sentenceStart(at)
          if (start > told) {
            told = start
            const end = tokens.sentenceEnd(at)
            if (isFrenchSentence(tokens, start, end, isSign)) {
              yield sentenceDraft(tokens, start, end)
              at = end - 1
              continue
            }
          }
          const [from, to] = runAround(tokens, at, isSign)
          at = to - 1
          if (isForeignQuote(tokens, from, to) || partOfName(tokens, from, to)) continue
          // “grande” is English too, so that no run begins with it: “grande école”.
          const isKeptWhole = [from, from - 1].some((start) => institutions.has(spelling(textOf(tokens, start, to))))
          if (isGlossed(tokens, from, to) || isKeptWhole) continue
          let count = 0
          let known = 0
          for (let index = from; index < to; index++) {
            if (isSign(index)) count++
            if (signs.has(tokens.lower(index))) known++
          }
          // One word that no table knows may be a term that the article explains, or goes on using.
          if (
            count === 1 &&
            known === 0 &&
            (isQuoted(tokens, from, to) || explained(tokens, to) || isTerm(document, tokens.text(at)))
          )
            continue
          yield draftOf(
            tokens,
            from,
            to,
            count,
            known,
            isTermOfArt(tokens, from, to, known) ||
              isNoun(tokens, from, to, count) ||
              (to - from <= longestSaying && isQuoted(tokens, from, to)),
            glossary,
            verbs,
          )
        }
      },
    }
  },
})

const longestSaying = 5
/** Shorter ones are titles, slogans and sayings. */
const fewestWords = 7
const frenchFrequent = new Set(
  'le la les de des du un une et est en dans pour avec sur qui que pas ont été au aux ce cette ces son sa ses leur leurs par plus il elle ils elles on nous vous se ne mais où à y sont être avoir a'.split(
    ' ',
  ),
)
const englishFrequent = new Set(
  'the of to and in is that for was with as by at from it he she his her they have has had be were are this which who will would not but an'.split(
    ' ',
  ),
)

/** Half of the words French, next to none of the small ones English: a language is told by its function words. */
function isFrenchSentence(tokens: Tokens, from: number, to: number, isSign: (at: number) => boolean): boolean {
  let words = 0
  let french = 0
  let english = 0
  for (let at = from; at < to; at++) {
    if (tokens.kind(at) === TokenKind.elision) french++
    if (!tokens.isWord(at)) continue
    words++
    const word = tokens.lower(at)
    if (frenchFrequent.has(word) || isSign(at)) french++
    else if (englishFrequent.has(word)) english++
  }
  return words >= fewestWords && french * 2 >= words && english * 12 <= words
}

function sentenceDraft(tokens: Tokens, from: number, to: number): Draft {
  return {
    start: tokens.start(from),
    end: tokens.end(to - 1),
    expected: [],
    confidence: 0.96,
    weight: 3,
    reason: 'The whole sentence was left in French: translate it',
  }
}

/** `directeurs sportifs`: a noun and its adjective that no table knows may be a term that English writers use. */
function isTermOfArt(tokens: Tokens, from: number, to: number, known: number): boolean {
  if (to - from !== 2 || known > 0) return false
  const small = (index: number) => functionWords.has(tokens.lower(index)) || particles.has(tokens.lower(index))
  return !small(from) && !small(from + 1)
}

const determiners: ReadonlySet<string> = new Set(
  'the a an this that these those his her its their our my your some any each every no two three four five many few several'.split(
    ' ',
  ),
)
/** Words between a determiner and its noun. */
const longestNoun = 3

/** `the maire`, `his long-suffering copine`, `(tribunaux …)`: writers who live in France put such nouns in on purpose. */
function isNoun(tokens: Tokens, from: number, to: number, count: number): boolean {
  if (count > 1 || to - from > 2 || tokens.lower(to - 1).endsWith('ment')) return false
  for (let at = from - 1; at >= tokens.sentenceStart(from) && tokens.text(at) !== ')'; at--)
    if (tokens.text(at) === '(') return true
  for (let at = from - 1; at >= Math.max(0, from - 1 - longestNoun); at--) {
    if (determiners.has(tokens.lower(at))) return true
    if (tokens.text(at) !== '-' && (tokens.shape(at) !== Shape.lower || !isCommonWord(tokens.text(at)))) return false
  }
  return false
}

function draftOf(
  tokens: Tokens,
  from: number,
  to: number,
  count: number,
  known: number,
  meant: boolean,
  glossary: Glossary,
  verbs: VerbForms,
): Draft {
  const text = textOf(tokens, from, to)
  // Several words are only put into English where the glossary has all of them together.
  const phrase = glossary.get(text)?.targets ?? []
  const word = count > 1 || to - from > 2 ? [] : glossary.translate(tokens, from, to).targets
  const targets = phrase.length > 0 ? phrase : word.length > 0 || to - from > 1 ? word : verbs.of(text)
  const [best] = targets
  const accented = /[^a-z’' -]/u.test(text)
  const sure = (count > 1 || known > 0) && !meant
  return {
    start: tokens.start(from),
    end: tokens.end(to - 1),
    expected: targets,
    confidence: count > 1 ? 0.92 : known > 0 ? 0.8 : accented ? 0.78 : 0.7,
    ...(sure ? {} : { round: 'weak' as const }),
    weight: sure ? 3 : meant ? 0 : 0.4,
    reason:
      best === undefined ? 'French was left in the English sentence' : `French was left here; the English is “${best}”`,
  }
}

/** A word in small letters that French dictionaries have, English ones do not and English news does not borrow. */
function isForeign(word: string, lexicon: WordFilter, borrowed: ReadonlySet<string>): boolean {
  // The filter of French words takes one unknown word in 800 for its own: no English word may be among them.
  if (word.length < 4 || isCommonWord(word) || !lexicon.has(word) || isEnglishWord(word)) return false
  return !borrowed.has(word) && !(word.endsWith('s') && borrowed.has(word.slice(0, -1)))
}

/** `what the French call “le gendre parfait”` */
function isQuoted(tokens: Tokens, from: number, to: number): boolean {
  let before = from - 1
  while (before >= 0 && from - before <= longestSaying && tokens.kind(before) !== TokenKind.quote) before--
  let after = to
  while (after < tokens.count && after - to <= longestSaying && tokens.kind(after) !== TokenKind.quote) after++
  return tokens.kind(before) === TokenKind.quote && tokens.kind(after) === TokenKind.quote
}

/** `déclassement (downgrading)`, `déclassement, or downgrading` */
function explained(tokens: Tokens, to: number): boolean {
  const next = tokens.text(to)
  return (
    next === '(' ||
    next === '—' ||
    next === '–' ||
    (next === ',' && /^(?:or|meaning|which)$/u.test(tokens.text(to + 1)))
  )
}

function textOf(tokens: Tokens, from: number, to: number): string {
  return tokens.prose.slice(tokens.start(from), tokens.end(to - 1))
}

function spelling(text: string): string {
  return text.toLowerCase().replaceAll('’', "'")
}

/** `the arrêts de règlement (“regulatory judgments”)` */
function isGlossed(tokens: Tokens, from: number, to: number): boolean {
  if (to - from > longestSaying || tokens.text(to) !== '(') return false
  if (tokens.kind(to + 1) !== TokenKind.quote && tokens.shape(to + 1) !== Shape.lower) return false
  for (let at = to + 2; at < to + 8; at++) if (tokens.text(at) === ')') return true
  return false
}

const uses = new WeakMap<DocumentView['segments'], ReadonlyMap<string, number>>()
const usesOfTerm = 3

/** Does the article use the word so often that it means to? */
function isTerm({ segments }: DocumentView, word: string): boolean {
  let counts = uses.get(segments)
  if (counts === undefined) {
    counts = countUnknown(segments)
    uses.set(segments, counts)
  }
  return (counts.get(word) ?? 0) >= usesOfTerm
}

/** How often each word that no rule knows stands in the article: counted once. */
function countUnknown(segments: DocumentView['segments']): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { tokens } of segments) {
    for (let at = 0; at < tokens.count; at++) {
      if (tokens.kinds[at] !== TokenKind.word || tokens.entries[at] !== 0 || tokens.shapes[at] !== Shape.lower) continue
      const word = tokens.text(at)
      counts.set(word, (counts.get(word) ?? 0) + 1)
    }
  }
  return counts
}

/** The run of French tokens that holds `at`. */
function runAround(tokens: Tokens, at: number, isSign: (at: number) => boolean): [number, number] {
  const isFrench = (index: number): boolean =>
    tokens.kind(index) === TokenKind.elision ||
    (tokens.isWord(index) &&
      (isSign(index) ||
        functionWords.has(tokens.lower(index)) ||
        particles.has(tokens.lower(index)) ||
        /[éèêàùç]/u.test(tokens.text(index))))
  let from = at
  let to = at + 1
  while (from > 0 && isFrench(from - 1) && tokens.lower(from - 1) !== 'a' && !tokens.isCapitalised(from - 1)) from--
  while (to < tokens.count && isFrench(to) && tokens.lower(to) !== 'a') to++
  while (
    to > at + 1 &&
    (particles.has(tokens.lower(to - 1)) ||
      tokens.kind(to - 1) === TokenKind.elision ||
      functionWords.has(tokens.lower(to - 1)))
  )
    to--
  return [from, to]
}

/** A title or saying quoted in French, or a gloss in brackets, stays. */
function isForeignQuote(tokens: Tokens, from: number, to: number): boolean {
  let behind = to
  while (functionWords.has(tokens.lower(behind))) behind++
  const before = tokens.kind(from - 1)
  const after = tokens.kind(behind)
  const opens = before === TokenKind.quote || before === TokenKind.bracket
  const closes = after === TokenKind.quote || after === TokenKind.bracket || after === TokenKind.stop
  if (opens && closes) return true
  for (let index = from - 1; index >= Math.max(0, from - 8); index--) {
    if (tokens.kind(index) === TokenKind.quote) return tokens.isCapitalised(index + 1) && after !== TokenKind.word
  }
  return false
}

function partOfName(tokens: Tokens, from: number, to: number): boolean {
  const near = (index: number): boolean =>
    tokens.isCapitalised(index) && (!tokens.startsSentence(index) || !isCommonWord(tokens.text(index)))
  const hyphened = tokens.text(to) === '-' || tokens.text(from - 1) === '-'
  return near(from - 1) || near(to) || hyphened || tokens.kind(from - 1) === TokenKind.address
}
