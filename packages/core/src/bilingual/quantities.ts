import { fold } from '../text/fold.ts'
import { TokenKind, type Tokens } from '../text/tokens.ts'
import { readings, romanValue } from './digits.ts'
import type { NumberGrammar, Unit } from './number-grammar.ts'

/** `code` is part of a name (A320, Covid-19), `vague` is not meant exactly (une dizaine, dozens). */
type QuantityKind = 'plain' | 'year' | 'decade' | 'date' | 'time' | 'ordinal' | 'fraction' | 'vague' | 'code'

/** A number with what belongs to it. Token indexes, ends exclusive. */
export interface Quantity {
  readonly kind: QuantityKind
  /** What it may mean, the likeliest first; scaled: 3.5 billion is 3,500,000,000. */
  readonly values: readonly number[]
  /** As written, before it is scaled. */
  readonly mantissa: number
  readonly scale: number
  readonly unit?: Unit
  readonly month?: number
  /** Times of day it may mean, in minutes after midnight. */
  readonly minutes: readonly number[]
  readonly hasMeridiem: boolean
  /** In words. */
  readonly spelled: boolean
  /** In round brackets: often a help that the translator added. */
  readonly bracketed: boolean
  readonly approximate: boolean
  /** One in so many: what stands below the line. */
  readonly below: boolean
  readonly tokens: Tokens
  readonly from: number
  /** Behind the digits or number words. */
  readonly numberTo: number
  readonly to: number
}

/** All quantities between two tokens, in order. */
export function quantitiesOf(tokens: Tokens, from: number, to: number, grammar: NumberGrammar): Quantity[] {
  const reader = new Reader(tokens, to, grammar)
  const found: Quantity[] = []
  let brackets = 0
  for (let at = from; at < to; ) {
    const text = tokens.text(at)
    if (text === '(') brackets++
    else if (text === ')') brackets = Math.max(0, brackets - 1)
    const quantity = reader.read(at)
    if (quantity === undefined) at++
    else {
      found.push({ ...quantity, bracketed: brackets > 0 })
      at = quantity.to
    }
  }
  return found
}

type Draft = { -readonly [Key in keyof Quantity]: Quantity[Key] }

class Reader {
  readonly #tokens: Tokens
  readonly #end: number
  readonly #grammar: NumberGrammar

  constructor(tokens: Tokens, end: number, grammar: NumberGrammar) {
    this.#tokens = tokens
    this.#end = end
    this.#grammar = grammar
  }

  read(at: number): Quantity | undefined {
    if (this.#tokens.kind(at) === TokenKind.number) return this.#digits(at)
    return this.#tokens.isWord(at) ? this.#words(at) : undefined
  }

  #word(at: number): string {
    return at < this.#end ? fold(this.#tokens.lower(at)) : ''
  }

  #role(at: number): string {
    return this.#grammar.words.get(this.#word(at))?.role ?? ''
  }

  #value(at: number): number {
    return this.#grammar.words.get(this.#word(at))?.value ?? 0
  }

  #draft(at: number, to: number, values: readonly number[], spelled: boolean): Draft {
    const tokens = this.#tokens
    let approximate = false
    for (let before = at - 1; before >= Math.max(0, at - 3); before--) {
      if (this.#role(before) === 'approximate') approximate = true
    }
    return {
      kind: 'plain',
      values,
      mantissa: values[0] as number,
      scale: 1,
      minutes: [],
      hasMeridiem: false,
      spelled,
      bracketed: false,
      approximate,
      below: this.#role(at - 1) === 'ratio',
      tokens,
      from: at,
      numberTo: to,
      to,
    }
  }

  #digits(at: number): Quantity {
    const tokens = this.#tokens
    let text = tokens.text(at)
    let to = at + 1
    if (/^\d{1,3}$/u.test(text)) {
      while (to < this.#end && tokens.spaceBefore(to) && /^\d{3}(?:[.,]\d{1,2})?$/u.test(tokens.text(to))) {
        text += tokens.text(to)
        to++
        if (/[.,]/u.test(text)) break
      }
    }
    const draft = this.#draft(at, to, readings(text, this.#grammar.decimal), false)
    const glued = to < this.#end && tokens.isWord(to) && !tokens.spaceBefore(to) ? this.#word(to) : ''
    if (this.#isCode(at)) {
      draft.kind = 'code'
      return draft
    }
    if (glued !== '' && this.#role(to) === 'suffix') {
      draft.kind = 'ordinal'
      draft.to = to + 1
      this.#date(draft)
      return draft
    }
    if (glued === 's') {
      draft.kind = 'decade'
      draft.to = to + 1
      return draft
    }
    this.#tail(draft)
    if (draft.to === to && glued !== '') draft.kind = 'code'
    if (draft.kind === 'plain' && draft.to === to && /^(?:1[1-9]|20)\d\d$/u.test(text) && to === at + 1) {
      draft.kind = 'year'
    }
    return draft
  }

  /** A320, G7, Covid-19; but mid-2020. */
  #isCode(at: number): boolean {
    const tokens = this.#tokens
    if (tokens.isWord(at - 1) && !tokens.spaceBefore(at)) return true
    if (tokens.kind(at - 1) !== TokenKind.dash || tokens.spaceBefore(at) || tokens.spaceBefore(at - 1)) return false
    return tokens.isWord(at - 2) && this.#role(at - 2) === ''
  }

  #words(at: number): Quantity | undefined {
    const role = this.#role(at)
    switch (role) {
      case 'cardinal':
      case 'hundred':
      case 'scale':
        return this.#cardinal(at)
      case 'ordinal': {
        const draft = this.#draft(at, at + 1, [this.#value(at)], true)
        draft.kind = 'ordinal'
        this.#date(draft)
        return draft
      }
      case 'fraction':
        return this.#fraction(at)
      case 'vague': {
        const draft = this.#draft(at, at + 1, [this.#value(at)], true)
        draft.kind = 'vague'
        return draft
      }
      case 'hour': {
        const draft = this.#draft(at, at + 1, [this.#value(at)], true)
        draft.kind = 'time'
        draft.minutes = [this.#value(at) * 60]
        draft.hasMeridiem = true
        return draft
      }
    }
    const roman = /^([IVXL]+)(?:e|er|ème)$/u.exec(this.#tokens.text(at))
    if (roman === null || roman[0] === 'Le') return undefined
    const draft = this.#draft(at, at + 1, [romanValue(roman[1] as string)], true)
    draft.kind = 'ordinal'
    return draft
  }

  /** `half a million`, `une demi-heure`, `la moitié` */
  #fraction(at: number): Quantity {
    const draft = this.#draft(at, at + 1, [this.#value(at)], true)
    let next = this.#skipDash(at + 1)
    if (this.#role(next) === 'cardinal' && this.#value(next) === 1) next++
    const unit = this.#grammar.units.get(this.#word(next))
    if (this.#role(next) === 'scale' || unit?.dimension === 'time') {
      draft.to = next
      this.#tail(draft)
    } else draft.kind = 'fraction'
    return draft
  }

  #cardinal(at: number): Quantity | undefined {
    let total = 0
    let current = 0
    let to = at
    let next = at
    while (next < this.#end) {
      const role = this.#role(next)
      const value = this.#value(next)
      if (role === 'cardinal') {
        if (current === 4 && value === 20) current = 80
        else if (current === 0 || (current >= 20 && value < 10 && current % 10 === 0) || takesTeens(current, value))
          current += value
        else break
      } else if (role === 'hundred' && current < 100) current = Math.max(1, current) * 100
      else if (role === 'scale' && (total === 0 || value < total)) {
        if (next === at && value > 1000) break
        total += Math.max(1, current) * value
        current = 0
      } else break
      to = next + 1
      next = this.#skipDash(to)
      const joined = this.#role(next) === 'joiner' && (current >= 20 || total > 0 || current === 0)
      if (joined && this.#role(next + 1) === 'cardinal' && this.#value(next + 1) !== 1) next++
      else if (joined && this.#word(next + 1).startsWith('un')) next++
    }
    if (to === at) return undefined
    const draft = this.#draft(at, to, [total + current], true)
    const scale = total === 0 ? 1 : this.#value(to - 1)
    if (scale > 1000 && this.#role(to - 1) === 'scale') {
      draft.scale = scale
      draft.mantissa = total / scale
      draft.numberTo = Math.max(at + 1, to - 1)
    }
    return to - at === 1 && draft.values[0] === 1 ? this.#single(draft) : this.#counted(draft)
  }

  /** `deux tiers`, `two and a half years` */
  #counted(draft: Draft): Quantity {
    const next = this.#skipDash(draft.to)
    if (this.#role(next) === 'fraction' && this.#word(next) !== 'half' && (draft.values[0] as number) < 10) {
      draft.values = [(draft.values[0] as number) * this.#value(next)]
      draft.kind = 'fraction'
      draft.to = next + 1
    } else this.#tail(draft)
    return draft
  }

  /** `un`, `une`, `a` and `one` count only before a unit of time, a fraction or with a half behind them. */
  #single(draft: Draft): Quantity | undefined {
    const next = this.#skipDash(draft.to)
    const role = this.#role(next)
    if (role === 'fraction' || (role === 'ordinal' && this.#value(next) > 2 && this.#skipDash(next + 1) === next + 1)) {
      const value = this.#value(next)
      draft.values = role === 'fraction' ? [value] : [1 / value, value]
      draft.kind = 'fraction'
      draft.to = next + 1
      return draft
    }
    const unit = this.#grammar.units.get(this.#word(next))
    if (unit?.dimension !== 'time' && !this.#halfAt(draft.to)) return undefined
    this.#tail(draft)
    // One hour, day or year may be said in many ways: it is never missed.
    if (draft.values[0] === 1) draft.kind = draft.kind === 'time' ? 'time' : 'vague'
    return draft
  }

  /** What may stand behind a number: scale, half, unit, hour, date. */
  #tail(draft: Draft): void {
    this.#scale(draft)
    const half = this.#halfAt(draft.to)
    if (half > 0) {
      draft.values = draft.values.map((value) => value + draft.scale / 2)
      draft.mantissa += 0.5
      draft.to = half
      if (this.#role(half) === 'scale' && draft.scale === 1) this.#scale(draft)
    }
    this.#unit(draft)
    this.#time(draft)
    if (draft.unit === undefined && draft.kind === 'plain') this.#date(draft)
  }

  #scale(draft: Draft): void {
    const tokens = this.#tokens
    const symbol = this.#grammar.units.get(tokens.text(draft.from - 1))
    if (symbol?.dimension === 'money') draft.unit = symbol
    for (;;) {
      const next = this.#skipDash(draft.to)
      if (this.#role(next) !== 'scale') return
      const short = this.#word(next).length === 1
      if (short && tokens.spaceBefore(next)) return
      const value = this.#value(next)
      const scaled = draft.values.map((plain) => plain * value)
      // 100m may be metres.
      draft.values = short && draft.unit === undefined ? [...scaled, ...draft.values] : scaled
      draft.scale *= value
      draft.to = next + 1
    }
  }

  /** Index behind `et demi`, `and a half`; 0 where there is none. */
  #halfAt(at: number): number {
    if (this.#role(at) !== 'joiner') return 0
    const isEnglish = this.#grammar.decimal === '.'
    if (isEnglish && this.#word(at + 1) !== 'a') return 0
    const next = isEnglish ? at + 2 : at + 1
    return this.#role(next) === 'fraction' && this.#value(next) === 0.5 ? next + 1 : 0
  }

  #unit(draft: Draft): void {
    const tokens = this.#tokens
    let next = this.#skipDash(draft.to)
    if (tokens.kind(next) === TokenKind.elision || this.#word(next) === 'de' || this.#word(next) === 'of') {
      if (draft.scale === 1) return
      next++
    }
    const text = next < this.#end ? tokens.text(next) : ''
    if ((text === 'pour' || text === 'per') && this.#word(next + 1) === 'cent') {
      draft.unit = percentUnit
      draft.to = next + 2
      return
    }
    let word = this.#word(next)
    let to = next + 1
    if (text === '°') word = `°${this.#word(to++)}`
    else if (word === 'km' && tokens.text(to) === '/' && this.#word(to + 1) === 'h') {
      word = 'km/h'
      to += 2
    } else if (/^(?:kilomet|miles)/u.test(word) && this.#word(to) === 'per' && this.#word(to + 1) === 'hour') {
      word = word.startsWith('miles') ? 'mph' : 'kph'
      to += 2
    }
    const unit = this.#grammar.units.get(word)
    if (unit === undefined) return
    // A lone letter is a unit where it touches the number, or is one of metre, gram and hour.
    if (unit.dimension === 'temperature' && text !== '°' && (tokens.spaceBefore(next) || !/^[CF]$/u.test(text))) return
    draft.unit = unit
    draft.to = to
    const half = this.#halfAt(to)
    if (half > 0) {
      draft.values = draft.values.map((value) => value + 0.5)
      draft.to = half
    }
  }

  /** Hours: 20 h 30, 20 heures, 8.30 p.m., 20:30; hours and minutes of a duration. */
  #time(draft: Draft): void {
    const tokens = this.#tokens
    const value = draft.values[0] as number
    const isHours = draft.unit?.dimension === 'time' && draft.unit.factor === 3600
    if (isHours) {
      let next = draft.to
      if (this.#role(next) === 'joiner' || tokens.text(next) === ',') next++
      const minutes = tokens.kind(next) === TokenKind.number ? Number(tokens.text(next)) : this.#cardinalValue(next)
      const named = /^(?:min|minutes?)$/u.test(this.#word(next + 1))
      const bare = next === draft.to && /^\d\d$/u.test(tokens.text(next)) && this.#word(draft.to - 1) === 'h'
      if ((named || bare) && minutes < 60) {
        draft.values = [value + minutes / 60]
        draft.to = next + (named ? 2 : 1)
      }
      const [hours = 0] = draft.values
      if (hours <= 24) draft.minutes = [Math.round(hours * 60) % 1440]
      return
    }
    if (
      tokens.text(draft.to) === ':' &&
      !tokens.spaceBefore(draft.to + 1) &&
      /^\d\d$/u.test(tokens.text(draft.to + 1))
    ) {
      this.#clock(draft, value * 60 + Number(tokens.text(draft.to + 1)), draft.to + 2)
      return
    }
    const hour = Math.floor(value)
    const minutes = hour * 60 + Math.round((value - hour) * 100)
    if (
      value < 25 &&
      draft.unit === undefined &&
      (this.#meridiemEnd(draft.to) > 0 || this.#role(draft.to) === 'oclock')
    ) {
      this.#clock(draft, minutes, draft.to)
    }
  }

  #clock(draft: Draft, minutes: number, to: number): void {
    draft.kind = 'time'
    draft.to = to
    const end = this.#meridiemEnd(to)
    if (end > 0) {
      const afternoon = this.#word(to).startsWith('p')
      draft.hasMeridiem = true
      draft.minutes = [(minutes % 720) + (afternoon ? 720 : 0)]
      draft.to = end
    } else {
      draft.minutes = minutes < 780 ? [minutes, (minutes + 720) % 1440] : [minutes]
      if (this.#role(to) === 'oclock') draft.to = to + 1
    }
  }

  /** Index behind `pm`, `p.m.`; 0 where there is none. */
  #meridiemEnd(at: number): number {
    const word = this.#word(at)
    if (this.#role(at) === 'meridiem') return at + 1
    if ((word !== 'a' && word !== 'p') || this.#tokens.text(at + 1) !== '.' || this.#word(at + 2) !== 'm') return 0
    return this.#tokens.text(at + 3) === '.' ? at + 4 : at + 3
  }

  #cardinalValue(at: number): number {
    return this.#role(at) === 'cardinal' ? this.#value(at) : Number.POSITIVE_INFINITY
  }

  /** `12 mars`, `du 12 au 14 mars`, `March 12`, `12th of March` */
  #date(draft: Draft): void {
    const day = draft.values[0] as number
    // November 170 is a day that was spoilt.
    if (day < 1 || day >= 1000 || !Number.isInteger(day)) return
    let next = draft.to
    if (this.#word(next) === 'of') next++
    if (this.#isMonth(next)) {
      draft.to = next + 1
      draft.month = this.#value(next)
    } else if (this.#isMonth(draft.from - 1)) draft.month = this.#value(draft.from - 1)
    else {
      const between = this.#role(next)
      const joins = between === 'range' || between === 'joiner' || this.#tokens.kind(next) === TokenKind.dash
      if (joins && this.#tokens.kind(next + 1) === TokenKind.number) {
        const month = this.#isMonth(next + 2) ? next + 2 : next + 3
        if (this.#isMonth(month)) draft.month = this.#value(month)
      }
    }
    if (draft.month !== undefined) draft.kind = 'date'
  }

  #isMonth(at: number): boolean {
    if (at < 0 || this.#role(at) !== 'month') return false
    return this.#grammar.decimal === ',' || this.#tokens.isCapitalised(at)
  }

  #skipDash(at: number): number {
    const tokens = this.#tokens
    const joins = tokens.kind(at) === TokenKind.dash && !tokens.spaceBefore(at) && !tokens.spaceAfter(at)
    return joins ? at + 1 : at
  }
}

const percentUnit: Unit = { dimension: 'percent', factor: 1, code: '' }

/** Dix-sept, soixante-dix, quatre-vingt-quinze; deux cent douze. */
function takesTeens(current: number, value: number): boolean {
  if (current % 20 === 10 && value >= 7 && value < 10) return true
  if (current >= 100 && current % 100 === 0) return value < 100
  return (current % 100 === 60 || current % 100 === 80) && value >= 10 && value < 20
}
