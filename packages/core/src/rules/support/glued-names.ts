import { isCommonWord } from '../../language/common-words.ts'
import { isEnglishWord } from '../../language/english-words.ts'
import { targetLanguage } from '../../language/language.ts'
import type { WordFilter } from '../../language/word-filter.ts'
import { SpellingMemo } from '../../text/spelling-memo.ts'
import { Shape, type Tokens } from '../../text/tokens.ts'
import type { DocumentView, Draft } from '../rule.ts'
import { months, weekdays } from './calendar.ts'
import { reportingVerbs, speakerNouns } from './reporting.ts'
import { compoundEnd, cutInTwo, isHyphenated } from './split-words.ts'

/** Small words that may be glued to a name which the article, or everybody, knows. */
const small = new Set(
  'to of by the and for was has had who but with from that this will would could may says said told have were are also where when while which since after before during against between under than then because'.split(
    ' ',
  ),
)
/** Of the small words, those that only short names end with. */
const auxiliaries = new Set(['had', 'has', 'have', 'said', 'was', 'were'])
/** Words that no name ends with, whatever stands before them. */
const never = new Set(
  'told which would could should because during against between according before whose however where their there while'.split(
    ' ',
  ),
)
/** Of the small words, those that no name ends with behind an English word. */
const behindWords = new Set('are but for from had has have the this to was were who will with would'.split(' '))
/** English words that surnames end with: `Kimball`, `Rothwell`, `Mahmood`. */
const nameEnd =
  /^(?:ball|bell|berry|bridge|brook|burn|combe|cock|croft|dale|fell|good|hill|hall|hope|lock|love|mood|more|son|stein|stock|tree|well|wish|worth)$/u
const shortestHead = 4

interface Cut {
  readonly head: string
  readonly tail: string
  /** No name ends so. */
  readonly sure: boolean
  /** Two words, the first with the capital of its sentence. */
  readonly atStart: boolean
}

/** `Lufthansamay`, `Asiathis`, `Laurensprosecutor`: a name that was a link lost the space behind it. */
export class GluedNames {
  readonly #cuts: SpellingMemo<readonly Cut[]>
  /** Names that no trade name is made of. */
  readonly #known: ReadonlySet<string>
  /** `Irancell`, but `Russiaforced`. */
  readonly #places: ReadonlySet<string>
  readonly #inArticles = new WeakMap<DocumentView['segments'], ReadonlyMap<string, number>>()

  /** Names of one word, in lower case, which are not cut. */
  readonly #whole: () => ReadonlySet<string>

  /**
   * @param french words of the source, which are not cut
   * @param whole makes the names that everybody knows, in lower case
   */
  constructor(french: WordFilter, borrowed: ReadonlySet<string>, whole: () => ReadonlySet<string>) {
    this.#whole = whole
    const rows = targetLanguage().table('nationalities')
    const long = (names: readonly string[]) => new Set(names.filter((name) => name.length > 3))
    this.#places = long([...rows.map(({ country = '' }) => country), 'America', 'Europe', 'Africa'])
    this.#known = long([...rows.map(({ adjective = '' }) => adjective), ...[...weekdays, ...months].map(capitalised)])
    this.#cuts = new SpellingMemo((tokens, at) =>
      mayBeCut(tokens, at) && !french.has(tokens.text(at)) && !borrowed.has(tokens.lower(at))
        ? cutsOf(tokens.text(at))
        : [],
    )
  }

  draft(tokens: Tokens, at: number, document: DocumentView): Draft | undefined {
    const cuts = this.#cuts.of(tokens, at)
    if (cuts.length === 0 || isHyphenated(tokens, at)) return undefined
    const next = tokens.shape(at + 1)
    if (next === Shape.capital && !tokens.startsSentence(at + 1) && tokens.isCapitalised(at - 1)) return undefined
    if (this.#whole().has(tokens.lower(at))) return undefined
    for (const { head, tail, sure, atStart } of cuts) {
      const starts = atStart && tokens.startsSentence(at)
      const place = this.#places.has(head) && (small.has(tail) || /(?:ed|ing|ly)$/u.test(tail))
      const known = place || this.#known.has(head) || starts
      if (known && !small.has(tail) && this.#namesIn(document).get(tokens.text(at)) !== 1) continue
      if (!known && !sure && !this.#stands(head, tail, tokens.text(at), document)) continue
      return {
        start: tokens.start(at),
        end: tokens.end(at),
        expected: [`${head} ${tail}`, ...(speakerNouns.has(tail) ? [`${head}, ${tail}`] : [])],
        confidence: known ? 0.85 : 0.75,
        round: 'weak',
        weight: 0.7,
        reason: `“${head}” and “${tail}” are two words`,
      }
    }
    return undefined
  }

  /** `GordonBrown`: both names stand in the article by themselves as well. */
  pair(tokens: Tokens, at: number, document: DocumentView): Draft | undefined {
    const [, first = '', second = ''] = /^(\p{Lu}\p{Ll}{2,})(\p{Lu}\p{Ll}{2,})$/u.exec(tokens.text(at)) ?? []
    if (first === '' || isHyphenated(tokens, at)) return undefined
    const names = this.#namesIn(document)
    if (!names.has(first) || !names.has(second)) return undefined
    return {
      start: tokens.start(at),
      end: tokens.end(at),
      expected: [`${first} ${second}`],
      confidence: 0.8,
      round: 'weak',
      weight: 0.7,
      reason: `“${first}” and “${second}” are two names`,
    }
  }

  /** Does the article write the name by itself, and the glued one only here? */
  #stands(head: string, tail: string, glued: string, document: DocumentView): boolean {
    // `Newmarket`, `Microsoft`: words make names as well.
    if (!small.has(tail) && (nameEnd.test(tail) || !isCommonWord(tail) || isEnglishWord(head.toLowerCase())))
      return false
    const names = this.#namesIn(document)
    return names.has(head) && names.get(glued) === 1
  }

  #namesIn({ segments }: DocumentView): ReadonlyMap<string, number> {
    let names = this.#inArticles.get(segments)
    if (names === undefined) {
      names = countNames(segments)
      this.#inArticles.set(segments, names)
    }
    return names
  }
}

/** How often the article writes each word with a capital. */
function countNames(segments: DocumentView['segments']): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { tokens } of segments) {
    for (let at = 0; at < tokens.count; at++) {
      if (tokens.shapes[at] !== Shape.capital) continue
      const name = tokens.text(at)
      counts.set(name, (counts.get(name) ?? 0) + 1)
    }
  }
  return counts
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}

function mayBeCut(tokens: Tokens, at: number): boolean {
  const word = tokens.text(at)
  return (
    word.length > 5 &&
    tokens.shape(at) === Shape.capital &&
    /^\p{Lu}\p{Ll}+$/u.test(word) &&
    !isEnglishWord(tokens.lower(at)) &&
    !isEnglishWord(tokens.lower(at).replace(/s$/u, ''))
  )
}

function cutsOf(word: string): readonly Cut[] {
  const cuts: Cut[] = []
  // `Thiswas`
  const words = cutInTwo(word.toLowerCase())
  if (
    words !== undefined &&
    words[0].length > 3 &&
    !compoundEnd.test(words[1]) &&
    (small.has(words[1]) || words[1].length > 3)
  )
    cuts.push({ head: capitalised(words[0]), tail: words[1], sure: false, atStart: true })
  for (let at = 3; at <= word.length - 2; at++) {
    const head = word.slice(0, at)
    const tail = word.slice(at)
    if (small.has(tail))
      cuts.push({
        head,
        tail,
        sure:
          (never.has(tail) && at >= shortestHead) ||
          // `Bensaid` and `Mashhad` are names.
          (auxiliaries.has(tail) && at > shortestHead) ||
          // `Ministerfor`, `Securitiesand`: a word with the capital of a title.
          (behindWords.has(tail) && at >= shortestHead && isEnglishWord(head.toLowerCase())),
        atStart: false,
      })
    else if (tail.length > 3 && isEnglishWord(tail) && !compoundEnd.test(tail) && tail !== 'ness')
      cuts.push({ head, tail, sure: at >= shortestHead && endsNoName(tail), atStart: false })
  }
  return cuts
}

/** `causing`, `prosecutor`, `explained`: long enough, and no part of names. */
function endsNoName(tail: string): boolean {
  if (reportingVerbs.has(tail)) return tail.length > 5
  return tail.length > 6 && isCommonWord(tail) && (tail.endsWith('ing') || speakerNouns.has(tail))
}
