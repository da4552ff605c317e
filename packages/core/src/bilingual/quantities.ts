import { TokenKind, type Tokens } from '../text/tokens.ts'
import { readings, romanOrdinal } from './digits.ts'
import { readDuration } from './durations.ts'
import type { NumberGrammar, Unit } from './number-grammar.ts'
import { NumberTokens } from './number-tokens.ts'
import { readCentury } from './ordinals.ts'
import type { Quantity, QuantityDraft } from './quantity.ts'
import { isZone, readDate, readPast, readTime } from './times.ts'

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

class Reader {
  readonly #words: NumberTokens
  readonly #tokens: Tokens
  readonly #end: number
  readonly #grammar: NumberGrammar

  constructor(tokens: Tokens, end: number, grammar: NumberGrammar) {
    this.#words = new NumberTokens(tokens, end, grammar)
    this.#tokens = tokens
    this.#end = end
    this.#grammar = grammar
  }

  read(at: number): Quantity | undefined {
    if (this.#tokens.kind(at) === TokenKind.number) return this.#digits(at)
    return this.#tokens.isWord(at) ? this.#inWords(at) : undefined
  }

  #draft(at: number, to: number, values: readonly number[], spelled: boolean): QuantityDraft {
    const tokens = this.#tokens
    let approximate = false
    for (let before = at - 1; before >= Math.max(0, at - 3); before--) {
      if (this.#words.role(before) === 'approximate') approximate = true
    }
    if (this.#words.role(at - 1) === 'vague') approximate = true
    return {
      kind: 'plain',
      values,
      mantissa: values[0] as number,
      scale: 1,
      parts: [],
      minutes: [],
      hasMeridiem: false,
      zoned: false,
      spelled,
      bracketed: false,
      approximate,
      below: this.#words.role(at - 1) === 'ratio',
      end: this.#endAt(at - 1),
      tokens,
      from: at,
      numberTo: to,
      to,
    }
  }

  /** `from €5m`: the sign of the currency stands between. */
  #endAt(before: number): 'from' | 'to' | undefined {
    const role = this.#words.role(this.#tokens.kind(before) === TokenKind.sign ? before - 1 : before)
    return role === 'origin' ? 'from' : role === 'range' ? 'to' : undefined
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
    const glued = to < this.#end && tokens.isWord(to) && !tokens.spaceBefore(to) ? this.#words.word(to) : ''
    if (this.#isCode(at)) {
      draft.kind = 'code'
      return draft
    }
    if (glued !== '' && this.#words.role(to) === 'suffix') {
      draft.to = to + 1
      return this.#ordinal(draft)
    }
    if (glued === 's') {
      draft.kind = 'decade'
      draft.to = to + 1
      return draft
    }
    this.#tail(draft)
    if (isZone(this.#words, draft.to)) {
      draft.kind = 'time'
      draft.zoned = true
      draft.to++
      return draft
    }
    if (draft.to === to && glued !== '') draft.kind = 'code'
    if (this.#words.role(at - 1) === 'decade' && draft.to === to && draft.mantissa % 10 === 0) draft.kind = 'decade'
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
    return tokens.isWord(at - 2) && this.#words.role(at - 2) === ''
  }

  #inWords(at: number): Quantity | undefined {
    const role = this.#words.role(at)
    switch (role) {
      case 'cardinal':
      case 'hundred':
      case 'scale':
        return this.#cardinal(at)
      case 'ordinal': {
        return this.#ordinal(this.#draft(at, at + 1, [this.#words.value(at)], true))
      }
      case 'fraction':
        return this.#fraction(at)
      case 'vague': {
        // Some 30 are about 30.
        if (this.#tokens.kind(at + 1) === TokenKind.number) return undefined
        const draft = this.#draft(at, at + 1, [this.#words.value(at)], true)
        draft.kind = 'vague'
        // Une trentaine is a number near 30, des dizaines may be any.
        draft.approximate = this.#words.role(at - 1) === 'cardinal' && this.#words.value(at - 1) === 1
        return draft
      }
      case 'hour': {
        const draft = this.#draft(at, at + 1, [this.#words.value(at)], true)
        draft.kind = 'time'
        draft.minutes = [this.#words.value(at) * 60]
        draft.hasMeridiem = true
        const half = this.#halfAt(at + 1)
        if (half > 0) {
          draft.minutes = [this.#words.value(at) * 60 + 30]
          draft.to = half
        }
        return draft
      }
    }
    const roman = romanOrdinal(this.#tokens.text(at))
    return roman === 0 ? undefined : this.#ordinal(this.#draft(at, at + 1, [roman], false))
  }

  #ordinal(draft: QuantityDraft): Quantity {
    draft.kind = 'ordinal'
    readCentury(this.#words, draft)
    if (draft.kind === 'ordinal') readDate(this.#words, draft)
    return draft
  }

  /** `half a million`, `une demi-heure`, `la moitié` */
  #fraction(at: number): Quantity {
    const draft = this.#draft(at, at + 1, [this.#words.value(at)], true)
    let next = this.#words.skipDash(at + 1)
    if (this.#words.role(next) === 'cardinal' && this.#words.value(next) === 1) next++
    const unit = this.#grammar.units.get(this.#words.word(next))
    if (this.#words.role(next) === 'scale' || unit?.dimension === 'time') {
      draft.to = next
      this.#tail(draft)
    } else this.#part(draft)
    return draft
  }

  /** `un quart d’heure`, `three-quarters of an hour` are durations; a fraction else, or the minutes of an hour. */
  #part(draft: QuantityDraft): void {
    let next = draft.to
    const joins = this.#tokens.kind(next) === TokenKind.elision || /^(?:de|of)$/u.test(this.#words.word(next))
    if (joins) next++
    if (this.#words.role(next) === 'cardinal' && this.#words.value(next) === 1) next++
    const unit = this.#grammar.units.get(this.#words.word(next))
    if (joins && unit?.dimension === 'time') {
      draft.unit = unit
      draft.to = next + 1
      return
    }
    draft.kind = 'fraction'
    readPast(this.#words, draft)
  }

  #cardinal(at: number): Quantity | undefined {
    let total = 0
    let current = 0
    let to = at
    let next = at
    while (next < this.#end) {
      const role = this.#words.role(next)
      const value = this.#words.value(next)
      if (role === 'cardinal') {
        if (current === 4 && value === 20) current = 80
        else if (current === 0 || (current >= 20 && value < 10 && current % 10 === 0) || takesTeens(current, value))
          current += value
        else break
      } else if (role === 'ordinal' && to > at && endsOrdinal(this.#words, to, next, current)) {
        const number = current === 4 && value === 20 ? 80 : current + value
        return this.#ordinal(this.#draft(at, next + 1, [total + number], true))
      } else if (role === 'hundred' && current < 100) current = Math.max(1, current) * 100
      else if (role === 'scale' && (total === 0 || value < total)) {
        if (next === at && value > 1000) break
        total += Math.max(1, current) * value
        current = 0
      } else break
      to = next + 1
      next = this.#words.skipDash(to)
      const joined = this.#words.role(next) === 'joiner' && (current >= 20 || total > 0 || current === 0)
      const behind = this.#words.skipDash(next + 1)
      const isUnit = this.#words.role(behind) === 'cardinal' && this.#words.value(behind) !== 1
      if (joined && (isUnit || this.#words.word(behind).startsWith('un'))) next = behind
    }
    if (to === at) return undefined
    const draft = this.#draft(at, to, [total + current], true)
    const scale = total === 0 ? 1 : this.#words.value(to - 1)
    if (scale > 1000 && this.#words.role(to - 1) === 'scale') {
      draft.scale = scale
      draft.mantissa = total / scale
      draft.numberTo = Math.max(at + 1, to - 1)
    }
    return to - at === 1 && draft.values[0] === 1 ? this.#single(draft) : this.#counted(draft)
  }

  /** `deux tiers`, `two and a half years` */
  #counted(draft: QuantityDraft): Quantity {
    const next = this.#words.skipDash(draft.to)
    if (
      this.#words.role(next) === 'fraction' &&
      this.#words.word(next) !== 'half' &&
      (draft.values[0] as number) < 10
    ) {
      draft.values = [(draft.values[0] as number) * this.#words.value(next)]
      draft.to = next + 1
      this.#part(draft)
    } else this.#tail(draft)
    return draft
  }

  /** `un`, `une`, `a` and `one` count only before a unit of time, a fraction or with a half behind them. */
  #single(draft: QuantityDraft): Quantity | undefined {
    const next = this.#words.skipDash(draft.to)
    const role = this.#words.role(next)
    if (
      role === 'fraction' ||
      (role === 'ordinal' && this.#words.value(next) > 2 && this.#words.skipDash(next + 1) === next + 1)
    ) {
      const value = this.#words.value(next)
      draft.values = role === 'fraction' ? [value] : [1 / value, value]
      draft.to = next + 1
      this.#part(draft)
      return draft
    }
    const unit = this.#grammar.units.get(this.#words.word(next))
    if (unit?.dimension !== 'time' && !this.#halfAt(draft.to)) return undefined
    this.#tail(draft)
    // One hour, day or year may be said in many ways: it is never missed.
    if (draft.values[0] === 1 && draft.parts.length === 0) draft.kind = draft.kind === 'time' ? 'time' : 'vague'
    return draft
  }

  /** What may stand behind a number: scale, half, unit, hour, date. */
  #tail(draft: QuantityDraft): void {
    this.#scale(draft)
    const half = this.#halfAt(draft.to)
    if (half > 0) {
      draft.values = draft.values.map((value) => value + draft.scale / 2)
      draft.mantissa += 0.5
      draft.to = half
      if (this.#words.role(half) === 'scale' && draft.scale === 1) this.#scale(draft)
    }
    this.#unit(draft)
    readDuration(this.#words, draft, (at) => this.read(at))
    readTime(this.#words, draft)
    readPast(this.#words, draft)
    if (draft.unit === undefined && draft.kind === 'plain') readDate(this.#words, draft)
  }

  #scale(draft: QuantityDraft): void {
    const tokens = this.#tokens
    const symbol = this.#grammar.units.get(tokens.text(draft.from - 1))
    if (symbol?.dimension === 'money') draft.unit = symbol
    for (;;) {
      const next = this.#words.skipDash(draft.to)
      if (this.#words.role(next) !== 'scale') return
      const short = this.#words.word(next).length === 1
      if (short && tokens.spaceBefore(next)) return
      const value = this.#words.value(next)
      const scaled = draft.values.map((plain) => plain * value)
      // 100m may be metres.
      draft.values = short && draft.unit === undefined ? [...scaled, ...draft.values] : scaled
      draft.scale *= value
      draft.to = next + 1
    }
  }

  /** Index behind `et demi`, `and a half`; 0 where there is none. */
  #halfAt(at: number): number {
    if (this.#words.role(at) !== 'joiner') return 0
    const isEnglish = this.#grammar.decimal === '.'
    if (isEnglish && this.#words.word(at + 1) !== 'a') return 0
    const next = isEnglish ? at + 2 : at + 1
    return this.#words.role(next) === 'fraction' && this.#words.value(next) === 0.5 ? next + 1 : 0
  }

  #unit(draft: QuantityDraft): void {
    const tokens = this.#tokens
    let next = this.#words.skipDash(draft.to)
    if (tokens.kind(next) === TokenKind.elision || this.#words.word(next) === 'de' || this.#words.word(next) === 'of') {
      if (draft.scale === 1) return
      next++
    }
    const text = next < this.#end ? tokens.text(next) : ''
    if ((text === 'pour' || text === 'per') && this.#words.word(next + 1) === 'cent') {
      draft.unit = percentUnit
      draft.to = next + 2
      return
    }
    let word = this.#words.word(next)
    let to = next + 1
    if (text === '°') word = `°${this.#words.word(to++)}`
    else if (word === 'km' && tokens.text(to) === '/' && this.#words.word(to + 1) === 'h') {
      word = 'km/h'
      to += 2
    } else if (
      /^(?:kilomet|miles)/u.test(word) &&
      this.#words.word(to) === 'per' &&
      this.#words.word(to + 1) === 'hour'
    ) {
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
      draft.mantissa += 0.5
      draft.to = half
    }
  }
}

/** `vingt et unième`, `dix-neuvième`, `twenty-first`: not the tenth of `dix, dixième` */
function endsOrdinal(words: NumberTokens, to: number, next: number, current: number): boolean {
  const value = words.value(next)
  const isJoined = words.skipDash(to) === next ? next > to : words.role(next - 1) === 'joiner'
  if (!isJoined) return false
  return (
    (current >= 20 && current % 10 === 0 && value < 10) || (current === 4 && value === 20) || takesTeens(current, value)
  )
}

const percentUnit: Unit = { dimension: 'percent', factor: 1, code: '' }

/** Dix-sept, soixante-dix, quatre-vingt-quinze; deux cent douze. */
function takesTeens(current: number, value: number): boolean {
  if (current % 20 === 10 && value >= 7 && value < 10) return true
  if (current >= 100 && current % 100 === 0) return value < 100
  return (current % 100 === 60 || current % 100 === 80) && value >= 10 && value < 20
}
