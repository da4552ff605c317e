import type { AlignedSource, Sentence } from '../../bilingual/aligned-source.ts'
import { type NameWord, sourceNames, standsFor, targetNames } from '../../bilingual/name-words.ts'
import { anchorsOfTarget } from '../../bilingual/translations.ts'
import type { Language } from '../../language/language.ts'
import { fold } from '../../text/fold.ts'
import type { Tokens } from '../../text/tokens.ts'
import { pairQuotes } from './quote-pairing.ts'
import { reportingVerbs } from './reporting.ts'

/** Who says a quotation: a name, or where there is none a noun (the mayor). Token indexes, end exclusive. */
export interface Speaker {
  readonly sentence: Sentence
  readonly from: number
  readonly to: number
  /** Empty where only a noun tells who it is. */
  readonly names: readonly NameWord[]
}

/** A quotation and whoever the sentence says it is of. */
export interface Quotation {
  readonly tokens: Tokens
  /** Tokens of its two marks. */
  readonly open: number
  readonly close: number
  readonly speaker: Speaker
}

/** What the words around a quotation do. */
interface SpeechWords {
  readonly attributes: (word: string) => boolean
  /** Words before whoever said it: selon, according to. */
  readonly sources: ReadonlySet<string>
  readonly prepositions: ReadonlySet<string>
  readonly pronouns: ReadonlySet<string>
  readonly articles: ReadonlySet<string>
  readonly names: (sentence: Sentence) => readonly NameWord[]
}

/** Nouns too, so that they attribute words only beside a quotation. */
const rarerVerbs = new Set(
  'countered counters fumed fumes joked jokes laughed laughs objects promises protests reacts remembers shouts sighed sighs smiled smiles swears tweeted'.split(
    ' ',
  ),
)

const english = {
  attributes: (word: string) => reportingVerbs.has(word) || rarerVerbs.has(word),
  sources: new Set(['to']),
  prepositions: new Set('about against among at between by for from in into like of on over to under with'.split(' ')),
  pronouns: new Set('he she they it we i you who'.split(' ')),
  articles: new Set('the a an his her its their this that'.split(' ')),
} as const

const french = new WeakMap<Language, Omit<SpeechWords, 'names'>>()

/** Quotations of the translation that say whose they are. */
export function targetQuotations({ target }: AlignedSource): Quotation[] {
  return quotationsOf(target, { ...english, names: targetNames })
}

/** Quotations of the source that say whose they are. */
export function sourceQuotations(aligned: AlignedSource): Quotation[] {
  let words = french.get(aligned.language)
  if (words === undefined) {
    words = wordsOf(aligned.language)
    french.set(aligned.language, words)
  }
  return quotationsOf(aligned.source, { ...words, names: (sentence) => sourceNames(sentence, aligned) })
}

function wordsOf(language: Language): Omit<SpeechWords, 'names'> {
  const rows = language.table('speech')
  const having = (wanted: string) => new Set(rows.filter(({ role }) => role === wanted).map(({ word = '' }) => word))
  const verbs = new Set([...having('verb')].map((word) => fold(word)))
  return {
    attributes: (word) => verbs.has(fold(word)) || infinitivesOf(fold(word)).some((form) => verbs.has(form)),
    sources: having('source'),
    prepositions: having('preposition'),
    pronouns: having('pronoun'),
    articles: having('article'),
  }
}

const endings = /(?:ees|es|ee|e|aient|ait|ent|erent|a)$/u

/** A verb in -er may stand before these forms: déclaré, jugeait, appelle. */
function infinitivesOf(word: string): string[] {
  if (!endings.test(word)) return []
  const stem = word.replace(endings, '')
  return [`${stem}er`, `${stem.replace(/ll$/u, 'l')}er`, `${stem.replace(/e$/u, '')}er`]
}

const reach = 14

function quotationsOf(sentences: readonly Sentence[], words: SpeechWords): Quotation[] {
  const found: Quotation[] = []
  const seen = new Set<Tokens>()
  for (const { tokens } of sentences) {
    if (seen.has(tokens)) continue
    seen.add(tokens)
    const marks = pairQuotes(tokens)
    const own = marks.length === 0 ? [] : sentences.filter((sentence) => sentence.tokens === tokens)
    for (const [index, mark] of marks.entries()) {
      const partner = marks[mark.partner]
      if (mark.direction !== 'open' || partner === undefined) continue
      const before = marks[index - 1]?.token ?? -1
      const after = marks[mark.partner + 1]?.token ?? tokens.count
      const speaker =
        speakerIn(own, partner.token + 1, Math.min(after, partner.token + reach), words, true) ??
        speakerIn(own, Math.max(before + 1, mark.token - reach), mark.token, words, false)
      if (speaker !== undefined) found.push({ tokens, open: mark.token, close: partner.token, speaker })
    }
  }
  return found
}

/** Whoever is named as the subject of the verb of attribution between two tokens of one sentence. */
function speakerIn(
  sentences: readonly Sentence[],
  from: number,
  to: number,
  words: SpeechWords,
  isBehind: boolean,
): Speaker | undefined {
  const at = isBehind ? from - 1 : to
  const sentence = sentences.find((one) => one.from <= at && at < one.to)
  if (sentence === undefined) return undefined
  const { tokens } = sentence
  const first = Math.max(from, sentence.from)
  const end = Math.min(to, sentence.to)
  const reported: number[] = []
  for (let index = first; index < end; index++) {
    if (words.attributes(tokens.lower(index))) reported.push(index)
  }
  const verb = isBehind ? reported[0] : reported.at(-1)
  if (verb === undefined) return sourceIn(sentence, first, end, words)
  for (let index = Math.max(first, verb - 3); index < Math.min(end, verb + 2); index++) {
    if (words.pronouns.has(tokens.lower(index))) return undefined
  }
  const names = subjectsOf(sentence, first, end, words)
  const behind = names.find((group) => (group[0] as NameWord).at > verb)
  const before = names.filter((group) => (group[0] as NameWord).at < verb)
  const noun = nounIn(sentence, verb + 1, end, words)
  // `said Macron`, `a déclaré le maire`: an inverted subject stands right behind its verb.
  if (behind !== undefined && before.length === 0) return speakerOf(sentence, behind)
  const [subject] = before
  if (subject === undefined) return noun ?? nounBefore(sentence, first, verb, words)
  // `Mark Rutte, the Nato secretary general, added`; of two others nobody knows which is the subject.
  const isApposed = tokens.text((subject.at(-1) as NameWord).at + 1) === ',' && tokens.text(verb - 1) === ','
  return before.length === 1 || isApposed ? speakerOf(sentence, subject) : undefined
}

/** `“…”, according to Macron` */
function sourceIn(sentence: Sentence, from: number, to: number, words: SpeechWords): Speaker | undefined {
  const { tokens } = sentence
  for (let at = from; at < to; at++) {
    const opens = words.sources.has(tokens.lower(at))
    if (!opens || (tokens.lower(at) === 'to' && tokens.lower(at - 1) !== 'according')) continue
    const group = groupsOf(words.names(sentence), at + 1, to).find(([name]) => name !== undefined && name.at <= at + 4)
    return group === undefined ? undefined : speakerOf(sentence, group)
  }
  return undefined
}

function speakerOf(sentence: Sentence, names: readonly NameWord[]): Speaker {
  return { sentence, names, from: (names[0] as NameWord).at, to: (names.at(-1) as NameWord).at + 1 }
}

/** Names that stand behind no preposition. */
function subjectsOf(sentence: Sentence, from: number, to: number, words: SpeechWords): NameWord[][] {
  const { tokens } = sentence
  return groupsOf(words.names(sentence), from, to).filter(([name]) => {
    const before = tokens.lower((name as NameWord).at - 1)
    return !words.prepositions.has(before) && !/^['’]s?$/u.test(tokens.text((name as NameWord).at + 1))
  })
}

function groupsOf(names: readonly NameWord[], from: number, to: number): NameWord[][] {
  const groups: NameWord[][] = []
  for (const name of names) {
    if (name.at < from || name.at >= to) continue
    const last = groups.at(-1)?.at(-1)
    if (last !== undefined && name.at - last.at <= 2 && !/[,;:]/u.test(name.tokens.text(last.at + 1))) {
      groups.at(-1)?.push(name)
    } else groups.push([name])
  }
  return groups
}

/** `said the mayor`, `a déclaré le préfet`: the words behind the article. */
function nounIn(sentence: Sentence, at: number, end: number, words: SpeechWords): Speaker | undefined {
  const { tokens } = sentence
  if (!words.articles.has(tokens.lower(at))) return undefined
  let to = at + 1
  while (to < end && to < at + 5 && tokens.isWord(to) && !words.prepositions.has(tokens.lower(to))) to++
  return to === at + 1 ? undefined : { sentence, from: at + 1, to, names: [] }
}

/** `the mayor said` */
function nounBefore(sentence: Sentence, from: number, verb: number, words: SpeechWords): Speaker | undefined {
  const { tokens } = sentence
  for (let at = from; at < verb; at++) {
    if (!words.articles.has(tokens.lower(at)) || words.prepositions.has(tokens.lower(at - 1))) continue
    const noun = nounIn(sentence, at, verb, words)
    return noun !== undefined && noun.to === verb ? noun : undefined
  }
  return undefined
}

/** Are they the same? Undefined where one is named and the other is not. */
export function isSameSpeaker(aligned: AlignedSource, source: Speaker, target: Speaker): boolean | undefined {
  if (source.names.length > 0 !== target.names.length > 0) return undefined
  if (source.names.length > 0) {
    return target.names.some(({ folded, tokens, at }) => {
      const anchors = anchorsOfTarget(tokens.lower(at), true)
      return source.names.some(
        (name) =>
          standsFor(name, folded) || name.anchors.some((anchor) => anchor.startsWith('=') && anchors.includes(anchor)),
      )
    })
  }
  const wanted = new Set<string>()
  for (let at = source.from; at < source.to; at++) {
    for (const anchor of aligned.translations.of(source.sentence.tokens.lower(at), false)) wanted.add(anchor)
  }
  if (wanted.size === 0) return undefined
  for (let at = target.from; at < target.to; at++) {
    if (anchorsOfTarget(target.sentence.tokens.lower(at), false).some((anchor) => wanted.has(anchor))) return true
  }
  return false
}
