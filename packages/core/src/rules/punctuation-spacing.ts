import { isCommonWord } from '../language/common-words.ts'
import { isEnglishWord } from '../language/english-words.ts'
import { Shape, TokenKind, type Tokens } from '../text/tokens.ts'
import { type Draft, defineRule } from './rule.ts'

const numberWords = new Set(
  'two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty seventy eighty ninety hundred'.split(
    ' ',
  ),
)
/** Second parts of compounds that are never words after a dash. */
const compoundEnds = new Set([
  'year',
  'old',
  'month',
  'day',
  'week',
  'hour',
  'based',
  'led',
  'backed',
  'member',
  'kilometre',
  'kilometer',
])

/** White space before a mark that stands close to its word in English; a mark doubled by the machine. */
export const punctuationSpacing = defineRule({
  id: 'punctuation-spacing',
  mqm: 'linguistic-conventions/punctuation',
  severity: 'minor',
  fix: 'safe',
  needs: 'either',
  round: 'sure',
  priority: 50,
  summary: 'A space stands before a mark of punctuation, or the mark stands twice.',
  why: 'French puts a (narrow) space before : ; ! ? and %, which stays in the translation (Imprimerie nationale, Lexique des règles typographiques).',
  examples: {
    bad: [
      {
        text: 'He gave three reasons : time, money and peace !',
        expected: 'He gave three reasons: time, money and peace!',
      },
      {
        text: '12:34 p.m. : The president speaks to the press.',
        expected: '12:34 p.m.: The president speaks to the press.',
        actual: ' :',
      },
      { text: 'Prices rose by 5 % in May.', expected: 'Prices rose by 5% in May.', actual: ' %' },
      { text: '“We will go,” the minister said. .', expected: '“We will go,” the minister said.', actual: ' .' },
      {
        text: 'He cites the Constitution., and the lines [ had] fallen.',
        expected: 'He cites the Constitution, and the lines [had] fallen.',
      },
      { text: 'The agency ( AFP ) told of Covid- 19.', expected: 'The agency (AFP) told of Covid-19.' },
      { text: 'Then Jean- Michel Blanquer spoke.', expected: 'Then Jean-Michel Blanquer spoke.' },
      { text: 'They left in the after- noon.', expected: 'They left in the afternoon.' },
      { text: 'A forty -year -old friend came.', expected: 'A forty-year-old friend came.' },
    ],
    good: [
      'He gave three reasons: time, money … and peace!',
      'A smile :) and . . . dots, .NET, .5 and -5 degrees, at 3 : 2.',
      'Pre- and post-war, co- and ex-owners, a win for Lyon - Marseille lost - in Paris.',
      'He came – late – and left - twice.',
    ],
  },
  prepare: () => ({
    triggers: { marks: [':', ';', '!', '?', ',', '.', '%', '-', '’', "'", '(', ')', '[', ']'] },
    check({ tokens, occurrences }) {
      const drafts: Draft[] = []
      let last = -1
      for (const at of occurrences) {
        if (at <= last) continue
        if (tokens.kind(at) === TokenKind.bracket) {
          const bracket = besideBracket(tokens, at)
          if (bracket !== undefined) drafts.push(bracket)
          continue
        }
        if (at === 0) continue
        if (!tokens.spaceBefore(at)) {
          const score = tokens.text(at) === '.' ? stopBeforeScore(tokens, at) : undefined
          if (score !== undefined) {
            drafts.push(score)
            continue
          }
          const twice = tokens.text(at) === '-' ? brokenName(tokens, at) : doubledMark(tokens, at)
          if (twice === undefined) continue
          last = at
          drafts.push(twice)
          continue
        }
        const draft =
          tokens.kind(at) === TokenKind.quote
            ? brokenElision(tokens, at)
            : tokens.text(at) === '-'
              ? (brokenCompound(tokens, at) ?? brokenName(tokens, at))
              : spaced(tokens, at)
        if (draft === undefined) continue
        last = tokens.at(draft.end) - 1
        drafts.push(draft)
      }
      return drafts
    },
  }),
})

function spaced(tokens: Tokens, at: number): Draft | undefined {
  const mark = tokens.text(at)
  const before = tokens.kind(at - 1)
  const after = tokens.kind(at + 1)
  const glued = at + 1 < tokens.count && !tokens.spaceBefore(at + 1)
  const start = tokens.end(at - 1)
  const gap = tokens.prose.slice(start, tokens.start(at))
  if (gap.includes('\n')) return undefined
  if (mark === '%') {
    return before === TokenKind.number
      ? remove(start, tokens.end(at), '%', 0.92, 'No space before % in English', 2)
      : undefined
  }
  const closing = after === TokenKind.quote || (after === TokenKind.bracket && mark !== ':' && mark !== ';')
  if (glued && !closing) {
    // `the law ,voted on Monday`: the space stands on the wrong side.
    const inside = before === TokenKind.word || before === TokenKind.quote
    if (mark !== ',' || !inside || after !== TokenKind.word || tokens.shape(at + 1) !== Shape.lower) return undefined
    return { ...remove(start, tokens.end(at), ', ', 0.9, 'The space belongs behind the comma', 0.5), round: 'weak' }
  }
  if (before === TokenKind.stop && !(mark === ':' && endsClockTime(tokens, at - 1))) {
    if (mark !== '.' || tokens.text(at - 1) !== '.' || tokens.text(at + 1) === '.' || tokens.text(at - 2) === '.')
      return undefined
    return {
      start,
      end: tokens.end(at),
      expected: [''],
      confidence: 0.9,
      safe: true,
      weight: 1,
      reason: 'A full stop too many',
    }
  }
  if (before === TokenKind.comma || before === TokenKind.sign || before === TokenKind.dash) return undefined
  if (mark === '.' && (tokens.text(at + 1) === '.' || tokens.text(at - 1) === '.')) return undefined
  if (mark === ':' && before === TokenKind.number) return undefined
  const french = ':;!?'.includes(mark)
  const draft = remove(
    start,
    tokens.end(at),
    mark,
    french ? 0.94 : 0.9,
    `No space before “${mark}” in English`,
    french ? 2 : 0.5,
  )
  // Before a comma or full stop French has no space either: a slip, which any hand can make.
  return french ? draft : { ...draft, round: 'weak' }
}

/** `this unexpected success. (1-0) in the derby`: the sentence goes on behind the score. */
function stopBeforeScore(tokens: Tokens, at: number): Draft | undefined {
  if (tokens.text(at + 1) !== '(' || !tokens.spaceBefore(at + 1)) return undefined
  const score = tokens.kind(at + 2) === TokenKind.number && tokens.kind(at + 4) === TokenKind.number
  if (!score || tokens.text(at + 3) !== '-' || tokens.text(at + 5) !== ')') return undefined
  if (!tokens.isWord(at - 1) || tokens.shape(at + 6) !== Shape.lower || !tokens.isWord(at + 6)) return undefined
  return {
    ...remove(tokens.start(at), tokens.end(at), '', 0.85, 'The sentence goes on behind the score', 0.5),
    round: 'weak',
  }
}

/** `12:34 p.m. : The talks began`: the stop belongs to the abbreviation, so the colon may follow it. */
function endsClockTime(tokens: Tokens, stop: number): boolean {
  return /(?<!\p{L})[ap]\.?m\.$/iu.test(tokens.prose.slice(Math.max(0, tokens.start(stop) - 4), tokens.end(stop)))
}

/** `he left,, tired`, `It is over..`: a mark that stands twice. */
function doubledMark(tokens: Tokens, at: number): Draft | undefined {
  const mark = tokens.text(at)
  const quoted = mark === ',' && tokens.kind(at - 1) === TokenKind.quote && tokens.text(at - 2) === '.'
  // `“We will go.”, he said`: one of the two is enough.
  if (quoted && tokens.isWord(at - 3) && tokens.text(at - 3).length > 1 && !tokens.spaceBefore(at - 1)) {
    return {
      start: tokens.start(at - 2),
      end: tokens.end(at),
      expected: [`,${tokens.text(at - 1)}`, `.${tokens.text(at - 1)}`],
      confidence: 0.85,
      safe: false,
      round: 'weak',
      weight: 0.5,
      reason: 'A full stop within the quotation and a comma behind it',
    }
  }
  // `the Constitution., explains the minister`: the stop of the quotation before the comma of the sentence.
  const stopped = mark === ',' && tokens.text(at - 1) === '.' && tokens.isWord(at - 2) && tokens.text(at - 2).length > 5
  if (stopped && tokens.text(at - 3) !== '.' && (tokens.isCapitalised(at - 2) || isEnglishWord(tokens.text(at - 2)))) {
    return {
      start: tokens.start(at - 1),
      end: tokens.end(at),
      expected: [','],
      confidence: 0.85,
      safe: false,
      round: 'weak',
      weight: 0.5,
      reason: 'A full stop before the comma',
    }
  }
  if ((mark !== ',' && mark !== '.') || tokens.text(at - 1) !== mark) return undefined
  const alone = tokens.isWord(at - 2) && tokens.text(at + 1) !== mark && !tokens.spaceBefore(at - 1)
  const closed = tokens.kind(at + 1) === TokenKind.quote
  if (!alone || (at + 1 < tokens.count && !closed && !tokens.spaceBefore(at + 1))) return undefined
  // “etc..” and “p.m..”: the stop of an abbreviation and the one of the sentence.
  if (mark === '.' && tokens.end(at - 2) - tokens.start(at - 2) < 4) return undefined
  return {
    start: tokens.start(at - 1),
    end: tokens.end(at),
    expected: mark === '.' ? ['.', '…'] : [mark],
    confidence: 0.85,
    safe: mark === ',',
    round: 'weak',
    weight: 0.1,
    reason: 'The mark stands twice',
  }
}

/** `Giscard d ’Estaing`, `L ’Equipe`: an elision that fell apart. */
function brokenElision(tokens: Tokens, at: number): Draft | undefined {
  const letter = tokens.text(at - 1)
  if (!/^(?:[dDlL]|qu)$/u.test(letter) || !tokens.isCapitalised(at + 1) || tokens.spaceBefore(at + 1)) return undefined
  return {
    start: tokens.start(at - 1),
    end: tokens.end(at + 1),
    expected: [`${letter}${tokens.text(at)}${tokens.text(at + 1)}`],
    confidence: 0.9,
    safe: true,
    weight: 1.5,
    reason: 'No space inside a French name',
  }
}

function remove(start: number, end: number, text: string, confidence: number, reason: string, weight: number): Draft {
  return { start, end, expected: [text], confidence, safe: true, reason, weight }
}

/** Behind these a hyphen waits for its second word only in “co- and pre-…”. */
const prefixes = new Set(['co', 'ex', 'vice', 'anti', 'non', 'self', 'semi', 'inter', 'multi', 'ultra', 'pseudo'])

/** `Jean- Michel`, `Jean -Michel`, `co- founder`: a space beside the hyphen of a name or a prefix. */
function brokenName(tokens: Tokens, at: number): Draft | undefined {
  if (tokens.spaceBefore(at) === tokens.spaceBefore(at + 1)) return undefined
  const [before, after] = [at - 1, at + 1]
  const numbered = numberedName(tokens, at)
  if (numbered !== undefined) return numbered
  if (!tokens.isWord(before) || !tokens.isWord(after)) return undefined
  const names = isNamePart(tokens, before) && isNamePart(tokens, after)
  const whole = `${tokens.lower(before)}${tokens.text(after)}`
  const fell =
    tokens.spaceBefore(after) &&
    tokens.shape(before) === Shape.lower &&
    tokens.shape(after) === Shape.lower &&
    tokens.text(after).length > 3 &&
    isEnglishWord(whole)
  if (fell) {
    return {
      start: tokens.start(before),
      end: tokens.end(after),
      expected: [whole],
      confidence: 0.85,
      round: 'weak',
      weight: 0.5,
      reason: `One word: “${whole}”`,
    }
  }
  const prefixed =
    prefixes.has(tokens.lower(before)) &&
    tokens.shape(after) === Shape.lower &&
    !['and', 'or', 'to', 'nor', 'as'].includes(tokens.text(after))
  if (!names && !((prefixed || isHalfCompound(tokens, at)) && tokens.spaceBefore(after))) return undefined
  const text = `${tokens.text(before)}-${tokens.text(after)}`
  return {
    start: tokens.start(before),
    end: tokens.end(after),
    expected: [text],
    confidence: names ? 0.85 : 0.9,
    round: 'weak',
    weight: 0.7,
    reason: `No space beside the hyphen: “${text}”`,
  }
}

/** What a hyphen may wait for: “short- and long-term”. */
const suspended = new Set(
  'and but nor or to as through versus plus into you they she his her its the this that these those who which what where when while there our your their not for from with was were are has had have will would can'.split(
    ' ',
  ),
)

/** `a well- known man`, `long- term`: two small words, and no compound that waits for its second part. */
function isHalfCompound(tokens: Tokens, at: number): boolean {
  const [before, after] = [tokens.text(at - 1), tokens.text(at + 1)]
  if (tokens.shape(at - 1) !== Shape.lower || tokens.shape(at + 1) !== Shape.lower || suspended.has(after)) return false
  return before.length > 2 && after.length > 2 && isEnglishWord(before) && isEnglishWord(after)
}

/** `Covid- 19`, `Covid -19`, `a 15- year-old`. */
function numberedName(tokens: Tokens, at: number): Draft | undefined {
  const covid = /^covid$/iu.test(tokens.text(at - 1)) && tokens.text(at + 1) === '19'
  const aged =
    tokens.kind(at - 1) === TokenKind.number &&
    tokens.spaceBefore(at + 1) &&
    tokens.text(at + 1) === 'year' &&
    tokens.text(at + 2) === '-'
  if (!covid && !aged) return undefined
  return {
    start: tokens.start(at - 1),
    end: tokens.end(at + 1),
    expected: [`${tokens.text(at - 1)}-${tokens.text(at + 1)}`],
    confidence: 0.93,
    safe: true,
    weight: 1,
    reason: 'No space beside this hyphen',
  }
}

/** `( AFP )`: white space inside the brackets. */
function besideBracket(tokens: Tokens, at: number): Draft | undefined {
  const opens = tokens.text(at) === '(' || tokens.text(at) === '['
  const [from, to] = opens ? [tokens.end(at), tokens.start(at + 1)] : [tokens.end(at - 1), tokens.start(at)]
  const spaced = opens ? tokens.spaceAfter(at) && at + 1 < tokens.count : tokens.spaceBefore(at) && at > 0
  const inner = tokens.kind(opens ? at + 1 : at - 1)
  if (
    !spaced ||
    tokens.prose.slice(from, to).includes('\n') ||
    (inner !== TokenKind.word && inner !== TokenKind.number)
  )
    return undefined
  // A smiley, or a bracket that ends a list number, has no partner.
  if (!hasPartner(tokens, at, opens)) return undefined
  return {
    start: opens ? tokens.start(at) : from,
    end: opens ? to : tokens.end(at),
    expected: [tokens.text(at)],
    confidence: 0.85,
    safe: true,
    round: 'weak',
    weight: 0.3,
    reason: 'No space inside brackets',
  }
}

const farthestBracket = 60
const partners: Readonly<Record<string, string>> = { '(': ')', ')': '(', '[': ']', ']': '[' }

function hasPartner(tokens: Tokens, at: number, opens: boolean): boolean {
  const step = opens ? 1 : -1
  for (
    let index = at + step;
    index >= 0 && index < tokens.count && Math.abs(index - at) < farthestBracket;
    index += step
  ) {
    if (tokens.text(index) === partners[tokens.text(at)]) return true
    if (tokens.text(index) === tokens.text(at)) return false
  }
  return false
}

/** A capitalised word that is no common one, in the middle of its sentence or not. */
function isNamePart(tokens: Tokens, at: number): boolean {
  return tokens.shape(at) === Shape.capital && tokens.text(at).length > 2 && !isCommonWord(tokens.text(at))
}

/** `forty -year -old`: a compound that fell apart. */
function brokenCompound(tokens: Tokens, at: number): Draft | undefined {
  if (tokens.spaceBefore(at + 1) || !compoundEnds.has(tokens.lower(at + 1))) return undefined
  if (tokens.kind(at - 1) !== TokenKind.number && !numberWords.has(tokens.lower(at - 1))) return undefined
  let end = at + 1
  while (tokens.text(end + 1) === '-' && !tokens.spaceBefore(end + 2) && compoundEnds.has(tokens.lower(end + 2)))
    end += 2
  const start = tokens.start(at - 1)
  const actual = tokens.prose.slice(start, tokens.end(end))
  return {
    start,
    end: tokens.end(end),
    expected: [actual.replace(/ (?=-)/gu, '')],
    confidence: 0.93,
    safe: true,
    weight: 2,
    reason: 'A compound adjective is written together, with hyphens',
  }
}
