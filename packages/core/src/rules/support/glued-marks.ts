import { isCommonWord } from '../../language/common-words.ts'
import { isEnglishWord } from '../../language/english-words.ts'
import { Shape, TokenKind, type Tokens } from '../../text/tokens.ts'
import type { Draft } from '../rule.ts'
import { reporting } from './glued-verbs.ts'
import { pairQuotes } from './quote-pairing.ts'
import { starters } from './split-words.ts'

const subjects = new Set(['he', 'she', 'they', 'we', 'this', 'these', 'the'])
const speakersArticles: ReadonlySet<string> = new Set(['the', 'a', 'his', 'her', 'its', 'their'])
const reportingVerbs = new Set(reporting)
const farthestBracket = 60
const longestSpeaker = 14

/** The marks of the quotation that `at` stands in, and whether it goes on in the next sentence; undefined outside quotations. */
export function insideQuotation(
  tokens: Tokens,
  at: number,
): { open: string; close: string; goesOn: boolean } | undefined {
  const marks = pairQuotes(tokens)
  let low = 0
  let high = marks.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((marks[middle]?.token ?? 0) < at) low = middle + 1
    else high = middle
  }
  const mark = marks[low - 1]
  if (mark === undefined || mark.direction !== 'open') return undefined
  const straight = mark.mark === '"'
  const next = tokens.sentenceEnd(at)
  const closing = marks[mark.partner]?.token ?? -1
  const goesOn = closing > next && next < tokens.count && next - at <= longestSpeaker && tokens.isWord(next)
  return { open: straight ? '"' : '“', close: straight ? '"' : '”', goesOn }
}

/** `Agency(IEA)`, `euros($18bn)`: a bracket that is no ending (`report(s)`, `G(irl)`) stands behind a space. */
export function beforeBracket(tokens: Tokens, at: number): Draft | undefined {
  if (tokens.text(at) !== '(' || tokens.spaceBefore(at) || !tokens.isWord(at - 1) || tokens.spaceAfter(at))
    return undefined
  const word = tokens.text(at - 1)
  const ofNumber = tokens.kind(at - 2) === TokenKind.number && !tokens.spaceBefore(at - 1)
  if (!ofNumber && (word.length < 3 || tokens.shape(at - 1) === Shape.mixed || tokens.shape(at - 1) === Shape.upper))
    return undefined
  if (!ofNumber && !tokens.isCapitalised(at - 1) && !isEnglishWord(word)) return undefined
  let close = at + 1
  while (close < tokens.count && close - at < farthestBracket && tokens.text(close) !== ')') close++
  // `report(s)`, `print(x)`, `(re)(de)fine`
  const length = tokens.start(close) - tokens.end(at)
  const glued = close + 1 < tokens.count && !tokens.spaceBefore(close + 1)
  if (tokens.text(close) !== ')' || length < 3 || (glued && tokens.isWord(close + 1))) return undefined
  if (close === at + 2 && tokens.shape(at + 1) === Shape.lower) return undefined
  return {
    start: tokens.start(at - 1),
    end: tokens.end(at),
    expected: [`${word} (`],
    confidence: 0.88,
    safe: true,
    round: 'weak',
    weight: 0.7,
    reason: 'A space is missing before the bracket',
  }
}

/** Names that are written with their number, and what numbers take behind them. */
const numbered = new Set(
  'covid euro top ligue formula formule group web level grade mach catch studio area pier unit world type windows article channel'.split(
    ' ',
  ),
)
const ofNumbers = new Set('cent cents minutes plus odd nil all ish something man men up down'.split(' '))

/** `2004was`, `21days`, `since2004`: a number and a word. */
export function besideNumber(tokens: Tokens, at: number): Draft | undefined {
  const next = at + 1
  const word = tokens.text(next)
  const behind =
    next < tokens.count &&
    !tokens.spaceBefore(next) &&
    tokens.shape(next) === Shape.lower &&
    tokens.isWord(next) &&
    word.length > 2 &&
    isCommonWord(word) &&
    !ofNumbers.has(word) &&
    !isJoined(tokens, next + 1)
  const before = tokens.text(at - 1)
  const inFront =
    !behind &&
    tokens.isWord(at - 1) &&
    !tokens.spaceBefore(at) &&
    tokens.shape(at - 1) === Shape.lower &&
    tokens.spaceBefore(at - 1) &&
    before.length > 2 &&
    isCommonWord(before) &&
    !numbered.has(before) &&
    !(next < tokens.count && !tokens.spaceBefore(next) && tokens.isWord(next))
  if (!behind && !inFront) return undefined
  const from = behind ? at : at - 1
  return {
    start: tokens.start(from),
    end: tokens.end(from + 1),
    expected: [`${tokens.text(from)} ${tokens.text(from + 1)}`],
    confidence: 0.85,
    safe: true,
    round: 'weak',
    weight: 0.7,
    reason: 'A space is missing between the number and the word',
  }
}

/** Does this token hang on the one before, as in an address or a code? */
function isJoined(tokens: Tokens, at: number): boolean {
  if (at >= tokens.count || tokens.spaceBefore(at)) return false
  return tokens.kind(at) === TokenKind.number || tokens.kind(at) === TokenKind.sign
}

/** `)and` · `room.The` · `house,but` */
export function afterMark(tokens: Tokens, at: number): Draft | undefined {
  const mark = tokens.text(at)
  const word = tokens.text(at + 1)
  const before = tokens.text(at - 1)
  if (mark === ')') {
    let open = at - 1
    while (open >= 0 && at - open < 30 && tokens.kind(open) !== TokenKind.bracket) open--
    if (word.length < 2 || tokens.text(open) !== '(' || (open > 0 && !tokens.spaceBefore(open))) return undefined
    // “(re)think”, but `in Lille (North)she`, `from the palace (Paris)explains`
    const goesOn = starters.has(word) || reportingVerbs.has(word)
    if (at - open < 3 && !(goesOn && before.length > 2)) return undefined
    return insert(tokens, at, 0.9)
  }
  // `in less than 2 hours”.Runoff`
  if (tokens.kind(at - 1) === TokenKind.quote && tokens.isWord(at - 2) && mark === '.')
    return tokens.shape(at + 1) === Shape.capital && word.length > 1 ? insert(tokens, at, 0.9) : undefined
  const spelt =
    tokens.isWord(at - 1) &&
    tokens.end(at - 1) === tokens.start(at) &&
    before.length > 2 &&
    tokens.shape(at - 1) !== Shape.upper
  if (!spelt || tokens.text(at + 2) === '.' || tokens.kind(at - 2) === TokenKind.stop) return undefined
  if (mark === ',' || mark === ';')
    return word.length > 1 && tokens.shape(at + 1) === Shape.lower ? insert(tokens, at, 0.88) : undefined
  if (mark === '.' && subjects.has(word) && before.length > 3 && isEnglishWord(before)) {
    const capital = word.charAt(0).toUpperCase() + word.slice(1)
    return { ...insert(tokens, at, 0.85), expected: [`. ${capital}`, `, ${word}`], safe: false, round: 'weak' }
  }
  if (tokens.kind(at) !== TokenKind.stop) return undefined
  if (tokens.shape(at + 1) === Shape.lower) return saidBehindStop(tokens, at)
  if (tokens.shape(at + 1) !== Shape.capital) return undefined
  const lower = word.toLowerCase()
  if (starters.has(lower) && tokens.spaceAfter(at + 1)) return insert(tokens, at, 0.9)
  // `in Israel.Brando has`: no address goes on with a space and a small word.
  const goesOn =
    tokens.text(at + 2) === ',' ||
    (tokens.isWord(at + 2) && tokens.spaceBefore(at + 2) && tokens.shape(at + 2) === Shape.lower)
  if (tokens.shape(at - 1) === Shape.capital)
    return goesOn && before.length > 4 && word.length > 2
      ? { ...insert(tokens, at, 0.75), safe: false, round: 'weak' }
      : undefined
  // `improvements.Everything`: two words of the dictionary, no address.
  // `all anger.Edouard Philippe`: no address goes on with a space and another capital.
  const named = tokens.isWord(at + 2) && tokens.isCapitalised(at + 2) && tokens.shape(at + 2) === Shape.capital
  const words =
    before.length > 3 && word.length > 1 && isEnglishWord(before) && (named || goesOn || isEnglishWord(lower))
  return words && (tokens.spaceAfter(at + 1) || goesOn)
    ? { ...insert(tokens, at, 0.85), safe: false, round: 'weak' }
    : undefined
}

/** `of everyone.said the head of government`: the mark that closed the quotation stood between. */
function saidBehindStop(tokens: Tokens, at: number): Draft | undefined {
  const before = tokens.text(at - 1)
  const verb = tokens.text(at + 1)
  const speaks =
    (tokens.isWord(at + 2) && tokens.isCapitalised(at + 2)) ||
    speakersArticles.has(tokens.lower(at + 2)) ||
    subjects.has(tokens.lower(at + 2))
  if (!reportingVerbs.has(verb) || !speaks || !tokens.spaceAfter(at + 1) || !isEnglishWord(tokens.lower(at - 1)))
    return undefined
  const marks = insideQuotation(tokens, at)
  const mark = tokens.text(at) === '.' ? ',' : tokens.text(at)
  return {
    start: tokens.start(at - 1),
    end: tokens.end(at + 1),
    expected: [`${before}${mark}${marks?.close ?? '”'} ${verb}`],
    confidence: marks === undefined ? 0.7 : 0.85,
    weight: 1.5,
    reason: `The quotation ends at “${before}”; its mark and the space before “${verb}” are lost`,
  }
}

function insert(tokens: Tokens, at: number, confidence: number): Draft {
  const start = tokens.start(at)
  const end = tokens.end(at + 1)
  const mark = tokens.text(at)
  return {
    start,
    end,
    expected: [`${mark} ${tokens.text(at + 1)}`],
    confidence,
    safe: true,
    round: 'weak',
    weight: 0.7,
    reason: `A space is missing after “${mark}”`,
  }
}
