import { Shape, TokenKind } from '../text/tokens.ts'
import type { NumberTokens } from './number-tokens.ts'
import type { QuantityDraft } from './quantity.ts'

/** Hours: 20 h 30, 20 heures, 8.30 p.m., 20:30; 2:03:12 is a duration. */
export function readTime(words: NumberTokens, draft: QuantityDraft): void {
  const { tokens } = words
  const value = draft.values[0] as number
  if (draft.unit?.dimension === 'time' && draft.unit.factor === 3600) {
    if (value <= 24) draft.minutes = [Math.round(value * 60) % 1440]
    return
  }
  if (tokens.text(draft.to) === ':' && !tokens.spaceBefore(draft.to + 1) && /^\d\d$/u.test(tokens.text(draft.to + 1))) {
    const minutes = value * 60 + Number(tokens.text(draft.to + 1))
    const seconds = tokens.text(draft.to + 3)
    draft.numberTo = draft.to + 2
    if (tokens.text(draft.to + 2) === ':' && !tokens.spaceBefore(draft.to + 3) && /^\d\d$/u.test(seconds)) {
      draft.values = [minutes / 60 + Number(seconds) / 3600]
      draft.unit = { dimension: 'time', factor: 3600, code: '' }
      draft.numberTo = draft.to + 4
      draft.to += 4
    } else clock(words, draft, minutes, draft.to + 2)
    return
  }
  const hour = Math.floor(value)
  const minutes = hour * 60 + Math.round((value - hour) * 100)
  if (
    value < 25 &&
    draft.unit === undefined &&
    (meridiemEnd(words, draft.to) > 0 || words.role(draft.to) === 'oclock')
  ) {
    clock(words, draft, minutes, draft.to)
  }
}

function clock(words: NumberTokens, draft: QuantityDraft, minutes: number, to: number): void {
  draft.kind = 'time'
  draft.to = to
  const end = meridiemEnd(words, to)
  if (end > 0) {
    const afternoon = words.word(to).startsWith('p')
    draft.hasMeridiem = true
    draft.minutes = [(minutes % 720) + (afternoon ? 720 : 0)]
    draft.to = end
  } else {
    draft.minutes = minutes < 780 ? [minutes, (minutes + 720) % 1440] : [minutes]
    if (words.role(to) === 'oclock') draft.to = to + 1
  }
}

/** `half past six`, `a quarter to nine`, `ten past eight`: makes a time of the minutes in front. */
export function readPast(words: NumberTokens, draft: QuantityDraft): void {
  const [given = 0] = draft.values
  const isMinutes = draft.unit?.dimension === 'time' && draft.unit.factor === 60
  const isPast = words.role(draft.to) === 'past'
  const isTo = draft.kind === 'fraction' && given === 0.25 && words.word(draft.to) === 'to'
  if ((!isPast && !isTo) || (draft.unit !== undefined && !isMinutes)) return
  const at = draft.to + 1
  const named = words.role(at)
  const digits = words.tokens.kind(at) === TokenKind.number ? Number(words.tokens.text(at)) : 0
  const hour = named === 'cardinal' || named === 'hour' ? words.value(at) : digits
  const minutes = given < 1 ? given * 60 : given
  if (
    hour < (named === 'hour' ? 0 : 1) ||
    hour > (named === 'hour' ? 24 : 12) ||
    minutes > 30 ||
    !Number.isInteger(minutes)
  )
    return
  delete draft.unit
  draft.numberTo = at + 1
  clock(words, draft, hour * 60 + (isTo ? -minutes : minutes), at + 1)
  if (named === 'hour') {
    draft.minutes = draft.minutes.slice(0, 1)
    draft.hasMeridiem = true
  }
}

/** GMT, UTC, TU: written in capitals. */
export function isZone(words: NumberTokens, at: number): boolean {
  return words.role(at) === 'zone' && words.tokens.shape(at) === Shape.upper
}

/** Index behind `pm`, `p.m.`; 0 where there is none. */
function meridiemEnd(words: NumberTokens, at: number): number {
  const word = words.word(at)
  if (words.role(at) === 'meridiem') return at + 1
  if ((word !== 'a' && word !== 'p') || words.tokens.text(at + 1) !== '.' || words.word(at + 2) !== 'm') return 0
  return words.tokens.text(at + 3) === '.' ? at + 4 : at + 3
}

/** `12 mars`, `du 12 au 14 mars`, `March 12`, `12th of March` */
export function readDate(words: NumberTokens, draft: QuantityDraft): void {
  const day = draft.values[0] as number
  // November 170 is a day that was spoilt.
  if (day < 1 || day >= 1000 || !Number.isInteger(day)) return
  let next = draft.to
  if (words.word(next) === 'of') next++
  if (isMonth(words, next)) {
    draft.to = next + 1
    draft.month = words.value(next)
  } else if (isMonth(words, draft.from - 1)) draft.month = words.value(draft.from - 1)
  else if (isSecondDay(words, draft.from, next)) draft.month = words.value(draft.from - 3)
  else {
    const between = words.role(next)
    const joins = between === 'range' || between === 'joiner' || words.tokens.kind(next) === TokenKind.dash
    if (joins && words.tokens.kind(next + 1) === TokenKind.number) {
      const month = isMonth(words, next + 2) ? next + 2 : next + 3
      if (isMonth(words, month)) draft.month = words.value(month)
    }
  }
  if (draft.month !== undefined) draft.kind = 'date'
}

/** The 14 of `March 12 and 14`; not that of `On March 12 and 14 people`. */
function isSecondDay(words: NumberTokens, at: number, behind: number): boolean {
  const { tokens } = words
  if (words.grammar.decimal !== '.' || tokens.isWord(behind)) return false
  return words.role(at - 1) === 'joiner' && /^\d\d?$/u.test(tokens.text(at - 2)) && isMonth(words, at - 3)
}

function isMonth(words: NumberTokens, at: number): boolean {
  if (at < 0 || words.role(at) !== 'month') return false
  return words.grammar.decimal === ',' || words.tokens.isCapitalised(at)
}
