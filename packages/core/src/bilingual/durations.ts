import { TokenKind } from '../text/tokens.ts'
import type { NumberTokens } from './number-tokens.ts'
import type { DurationPart, Quantity, QuantityDraft } from './quantity.ts'

const hour = 3600
const minute = 60
/** What may stand behind which unit: minutes behind hours, months behind years. Seconds. */
const finer: Readonly<Record<number, number>> = { [hour]: minute, [minute]: 1, 31557600: 2_629_800 }

/**
 * Takes what more of a duration stands behind its first unit: `2 h 40`, `1 min 30 s`, `deux heures et quart`, `two hours
 * and ten minutes`, `three years and six months`; `read` reads the quantity at a token.
 */
export function readDuration(
  words: NumberTokens,
  draft: QuantityDraft,
  read: (at: number) => Quantity | undefined,
): void {
  if (draft.unit === undefined && readPrimes(words, draft)) return
  const factor = draft.unit?.dimension === 'time' ? draft.unit.factor : 0
  const below = finer[factor] ?? 0
  const [value = 0] = draft.values
  if (draft.kind !== 'plain' || (below === 0 && factor !== 1) || !Number.isInteger(value)) return
  const unitAt = draft.to - 1
  const bare = bareNumber(words, draft.to, read)
  if (factor === 1) {
    // 10 s 45: of a race.
    if (bare === undefined || bare.quantity !== undefined) return
    draft.values = [value + bare.value / 100]
    draft.to = bare.to
    return
  }
  const first = { value, factor, from: draft.from, numberTo: draft.numberTo, unitAt, spelled: draft.spelled }
  if (below < hour && readQuarter(words, draft, read)) return
  const rest = restAt(words, draft.to, factor, below, read)
  if (rest !== undefined) {
    add(draft, first, rest.parts.length > 0 ? rest.parts : [partOf(rest)], rest.to)
  } else if (bare !== undefined && below <= minute && bare.value < 60) {
    const part = {
      value: bare.value,
      factor: below,
      from: draft.to,
      numberTo: bare.to,
      unitAt: -1,
      spelled: bare.quantity !== undefined,
    }
    const seconds = isMark(words, bare.to) ? secondsAt(words, bare.to + 1) : undefined
    if (seconds === undefined || below !== minute) add(draft, first, [part], bare.to)
    else add(draft, first, [part, seconds.part], seconds.to)
  }
}

/** `3’26″`, and `9’’58` of a sprint */
function readPrimes(words: NumberTokens, draft: QuantityDraft): boolean {
  const [value = 0] = draft.values
  if (words.grammar.decimal !== ',' || draft.spelled || !Number.isInteger(value) || !isMark(words, draft.to))
    return false
  if (isMark(words, draft.to + 1)) {
    const hundredths = words.tokens.text(draft.to + 2)
    if (!/^\d\d$/u.test(hundredths) || words.tokens.spaceBefore(draft.to + 2)) return false
    draft.values = [value + Number(hundredths) / 100]
    draft.unit = { dimension: 'time', factor: 1, code: '' }
    draft.to += 3
    return true
  }
  const seconds = secondsAt(words, draft.to + 1)
  if (seconds === undefined) return false
  const { from, numberTo, spelled } = draft
  draft.unit = { dimension: 'time', factor: minute, code: '' }
  add(draft, { value, factor: minute, from, numberTo, unitAt: -1, spelled }, [seconds.part], seconds.to)
  return true
}

function secondsAt(words: NumberTokens, at: number): { readonly part: DurationPart; readonly to: number } | undefined {
  const { tokens } = words
  if (tokens.spaceBefore(at) || !/^\d\d$/u.test(tokens.text(at))) return undefined
  let to = at + 1
  while (to < at + 3 && isMark(words, to)) to++
  const part = { value: Number(tokens.text(at)), factor: 1, from: at, numberTo: at + 1, unitAt: -1, spelled: false }
  return { part, to }
}

/** The prime of minutes, or what stands for it. */
function isMark({ tokens }: NumberTokens, at: number): boolean {
  return /^[’'′″"”]$/u.test(tokens.text(at)) && !tokens.spaceBefore(at)
}

function add(draft: QuantityDraft, first: DurationPart, rest: readonly DurationPart[], to: number): void {
  draft.parts = [first, ...rest]
  draft.values = [draft.parts.reduce((sum, { value, factor }) => sum + value * factor, 0) / first.factor]
  draft.to = to
}

function partOf({ values: [value = 0], unit, from, numberTo, to, spelled }: Quantity): DurationPart {
  return { value, factor: unit?.factor ?? 0, from, numberTo, unitAt: to - 1, spelled }
}

/** `and 10 minutes`, `, 10 minutes`, `40 min` */
function restAt(
  words: NumberTokens,
  at: number,
  factor: number,
  below: number,
  read: (at: number) => Quantity | undefined,
): Quantity | undefined {
  let next = words.skipDash(at)
  // Years have no comma: at 34, three months later.
  if (words.tokens.text(next) === ',' && factor <= hour) next++
  if (words.role(next) === 'joiner') next = words.skipDash(next + 1)
  const rest = read(next)
  if (rest?.unit?.dimension !== 'time' || rest.unit.factor !== below) return undefined
  const [value = 0] = rest.values
  return value * below < factor && (Number.isInteger(value) || rest.parts.length > 0) ? rest : undefined
}

/** A number without a unit of its own: `2 h 40`, `deux heures quarante`. */
function bareNumber(
  words: NumberTokens,
  at: number,
  read: (at: number) => Quantity | undefined,
): { readonly value: number; readonly to: number; readonly quantity?: Quantity } | undefined {
  const { tokens } = words
  if (words.grammar.decimal !== ',') return undefined
  const digits = tokens.text(at)
  const isShort = words.word(at - 1).length <= shortUnit
  if (tokens.kind(at) === TokenKind.number) {
    const ends = isShort || isCutOff(words, at + 1)
    return /^\d\d$/u.test(digits) && ends ? { value: Number(digits), to: at + 1 } : undefined
  }
  const quantity = tokens.isWord(at) && !isShort ? read(at) : undefined
  if (quantity?.kind !== 'plain' || !quantity.spelled || quantity.unit !== undefined) return undefined
  const [value = 0] = quantity.values
  return value > 1 && isCutOff(words, quantity.to) ? { value, to: quantity.to, quantity } : undefined
}

const shortUnit = 3
const longestLink = 4

/** Behind a number that counts nothing stands no noun: a sign, or a short word such as `de`, `pour`, `avec`. */
function isCutOff(words: NumberTokens, at: number): boolean {
  return !words.tokens.isWord(at) || words.word(at).length <= longestLink
}

/** `huit heures et quart`, `moins le quart`, `moins dix` */
function readQuarter(words: NumberTokens, draft: QuantityDraft, read: (at: number) => Quantity | undefined): boolean {
  const [value = 0] = draft.values
  const isMinus = words.word(draft.to) === 'moins'
  if (words.grammar.decimal !== ',' || (!isMinus && words.role(draft.to) !== 'joiner')) return false
  const next = words.word(draft.to + 1) === 'le' ? draft.to + 2 : draft.to + 1
  if (words.role(next) === 'fraction' && words.value(next) === 0.25) {
    draft.values = [isMinus ? value - 0.25 : value + 0.25]
    draft.to = next + 1
    return true
  }
  const minutes = isMinus && draft.unit?.factor === hour ? read(next) : undefined
  if (minutes?.kind !== 'plain' || minutes.unit !== undefined || !isCutOff(words, minutes.to)) return false
  const [less = 60] = minutes.values
  if (less >= 30) return false
  draft.values = [value - less / 60]
  draft.to = minutes.to
  return true
}
