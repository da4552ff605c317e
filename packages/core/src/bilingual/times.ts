import { TokenKind } from '../text/tokens.ts'
import type { NumberTokens } from './number-tokens.ts'
import type { QuantityDraft } from './quantity.ts'

/** Hours: 20 h 30, 20 heures, 8.30 p.m., 20:30; hours and minutes of a duration. */
export function readTime(words: NumberTokens, draft: QuantityDraft): void {
  const { tokens } = words
  const value = draft.values[0] as number
  const isHours = draft.unit?.dimension === 'time' && draft.unit.factor === 3600
  if (isHours) {
    let next = draft.to
    if (words.role(next) === 'joiner' || tokens.text(next) === ',') next++
    const minutes = tokens.kind(next) === TokenKind.number ? Number(tokens.text(next)) : cardinalValue(words, next)
    const named = /^(?:min|minutes?)$/u.test(words.word(next + 1))
    const bare = next === draft.to && /^\d\d$/u.test(tokens.text(next)) && words.word(draft.to - 1) === 'h'
    if ((named || bare) && minutes < 60) {
      draft.values = [value + minutes / 60]
      draft.to = next + (named ? 2 : 1)
    }
    const [hours = 0] = draft.values
    if (hours <= 24) draft.minutes = [Math.round(hours * 60) % 1440]
    return
  }
  if (tokens.text(draft.to) === ':' && !tokens.spaceBefore(draft.to + 1) && /^\d\d$/u.test(tokens.text(draft.to + 1))) {
    clock(words, draft, value * 60 + Number(tokens.text(draft.to + 1)), draft.to + 2)
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

/** Index behind `pm`, `p.m.`; 0 where there is none. */
function meridiemEnd(words: NumberTokens, at: number): number {
  const word = words.word(at)
  if (words.role(at) === 'meridiem') return at + 1
  if ((word !== 'a' && word !== 'p') || words.tokens.text(at + 1) !== '.' || words.word(at + 2) !== 'm') return 0
  return words.tokens.text(at + 3) === '.' ? at + 4 : at + 3
}

function cardinalValue(words: NumberTokens, at: number): number {
  return words.role(at) === 'cardinal' ? words.value(at) : Number.POSITIVE_INFINITY
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

function isMonth(words: NumberTokens, at: number): boolean {
  if (at < 0 || words.role(at) !== 'month') return false
  return words.grammar.decimal === ',' || words.tokens.isCapitalised(at)
}
