import type { Quantity } from './quantity.ts'

const centigrade = 1
/** Conversions are rounded: 10,000 metres are 33,000 feet. */
const conversionTolerance = 0.12
const durationTolerance = 0.16
/** Of hours and minutes. */
const shortTolerance = 0.08
const exactTolerance = 0.03
const longestShort = 3600
const vagueTolerance = 0.35
const roundingTolerance = 0.05
const unmarkedRounding = 0.02

/** Do both say the same, in the same way? */
export function sameQuantity(source: Quantity, target: Quantity): boolean {
  if (source.month !== undefined && target.month !== undefined) {
    return source.month === target.month && shareValue(source, target)
  }
  if (source.minutes.length > 0 && timesOf(target).some((time) => source.minutes.includes(time))) return true
  if (target.minutes.length > 0 && timesOf(source).some((time) => target.minutes.includes(time))) return true
  if (isClock(source, target) || isClock(target, source)) return true
  if (isOtherSpan(source, target)) return false
  // A date's day is not another number's business, but for the month that stands elsewhere.
  return shareValue(source, target) && !(source.kind === 'time' && target.hasMeridiem)
}

/** Do both mean the same after conversion or rounding, as translators do? */
export function equivalentQuantity(source: Quantity, target: Quantity): boolean {
  // What o'clock it is elsewhere depends on where: that it is an hour is all that can be told.
  if (source.zoned || target.zoned) {
    return (source.zoned || source.minutes.length > 0) && (target.zoned || target.minutes.length > 0)
  }
  if (isMeasured(source, target)) return true
  const [a = 0] = source.values
  const [b = 0] = target.values
  // A quarter and 25%; two percentages are the same or not.
  const isConverted = (source.kind === 'fraction') !== (target.kind === 'fraction')
  if (isConverted && asShare(source) !== undefined && asShare(target) !== undefined) {
    return Math.abs((asShare(source) as number) - (asShare(target) as number)) <= 0.015
  }
  if (source.kind === 'vague' || target.kind === 'vague') {
    const sameSort = source.unit?.dimension === target.unit?.dimension || target.kind === 'vague'
    return sameSort && relative(a, b) <= vagueTolerance
  }
  // The 1800s are the 19th century.
  if (source.kind === 'century' && target.kind === 'decade') return (a - 1) * 100 === b
  if (source.kind === 'decade' || target.kind === 'decade') return a % 100 === b % 100
  return isRounded(source, target)
}

const year = 31_557_600
/** Articles are of these years: what lies so many years back can be reckoned from there. */
const firstNow = 2000
const lastNow = 2040

/**
 * Is a year told by the years that lie between? `four years later` and 1980 beside 1976, `since 1988` and `in 35 years`.
 *
 * @param years those that either side names
 */
export function isReckoned(source: Quantity, target: Quantity, years: ReadonlySet<number>): boolean {
  const [named, span] = source.kind === 'year' ? [source, target] : [target, source]
  if (named.kind !== 'year' || span.unit?.dimension !== 'time' || span.unit.factor % year !== 0) return false
  const [at = 0] = named.values
  const apart = Math.round(((span.values[0] ?? 0) * span.unit.factor) / year)
  if (years.has(at - apart) || years.has(at + apart)) return true
  return at + apart >= firstNow && at + apart <= lastNow
}

/** `one in five` and 20% */
export function isRatioOf(numerator: Quantity | undefined, denominator: Quantity, share: Quantity): boolean {
  const wanted = asShare(share)
  if (wanted === undefined || !denominator.below) return false
  const [below = 1] = denominator.values
  const [above = 1] = numerator?.values ?? []
  return Math.abs(above / below - wanted) <= 0.015
}

function shareValue(source: Quantity, target: Quantity): boolean {
  return source.values.some((a) => target.values.some((b) => relative(a, b) < 1e-6))
}

function timesOf({ minutes, values, unit, kind }: Quantity): readonly number[] {
  if (minutes.length > 0) return minutes
  const [value = 0] = values
  if (unit !== undefined || kind !== 'plain' || !Number.isInteger(value) || value > 24) return []
  return value <= 12 ? [(value * 60) % 1440, (value * 60 + 720) % 1440] : [value * 60]
}

/** 3 min 26 s and 3:26, which is read as a time of day. */
function isClock({ parts, values: [value = 0] }: Quantity, { kind, minutes }: Quantity): boolean {
  return kind === 'time' && parts[0]?.factor === 60 && minutes.includes(Math.round(value * 60))
}

/** 40 minutes and 40 hours */
function isOtherSpan({ unit: from }: Quantity, { unit: to }: Quantity): boolean {
  return from?.dimension === 'time' && to?.dimension === 'time' && from.factor !== to.factor
}

/** Do two spans of time mean the same? Hours and minutes are told more exactly than months and years. */
function isSameSpan(source: Quantity, target: Quantity): boolean {
  const [from, to] = [source, target].map(({ unit }) => unit?.factor ?? 1) as [number, number]
  const [a, b] = [(source.values[0] ?? 0) * from, (target.values[0] ?? 0) * to]
  const apart = relative(a, b)
  const { approximate } = target
  if (source.parts.length > 0 && target.parts.length > 0) return apart <= (approximate ? roundingTolerance : 1e-6)
  if (source.parts.length > 0 || target.parts.length > 0) {
    // More than two hours: 2 h 40.
    if (approximate && Number.isInteger(target.values[0]) && Math.abs(a - b) < to) return true
    const isFine = to < (source.parts[0]?.factor ?? 0)
    return apart <= (approximate ? durationTolerance : isFine ? exactTolerance : shortTolerance)
  }
  if (from === to) return apart < 1e-6
  const isShort = from <= longestShort && to <= longestShort
  return apart <= (isShort && !approximate ? shortTolerance : durationTolerance)
}

function isMeasured(source: Quantity, target: Quantity): boolean {
  const {
    unit: from,
    values: [a = 0],
  } = source
  const {
    unit: to,
    values: [b = 0],
  } = target
  if (from === undefined || to === undefined || from.dimension !== to.dimension) return false
  if (from.dimension === 'temperature') {
    return Math.abs(celsius(a, from.factor) - celsius(b, to.factor)) <= 1 && from.factor !== to.factor
  }
  if (from.dimension === 'time') return isSameSpan(source, target)
  if (from.factor === to.factor) return relative(a * from.factor, b * to.factor) < 1e-6 && from.dimension !== 'money'
  return relative(a * from.factor, b * to.factor) <= conversionTolerance
}

function celsius(degrees: number, scale: number): number {
  return scale === centigrade ? degrees : ((degrees - 32) * 5) / 9
}

/** A part of the whole, 0 to 1: of fractions and percentages. */
function asShare({ kind, unit, values: [value = 0] }: Quantity): number | undefined {
  if (kind === 'fraction') return value
  return unit?.dimension === 'percent' ? value / 100 : undefined
}

/** 4,970 and “nearly 5,000”: rounder, and close. */
function isRounded(source: Quantity, target: Quantity): boolean {
  if (source.kind !== 'plain' || target.kind !== 'plain' || source.parts.length > 0) return false
  if (source.unit?.dimension !== target.unit?.dimension) return false
  const [a = 0] = source.values
  const [b = 0] = target.values
  if (a < 10 && source.scale === 1 && Number.isInteger(a)) return false
  if (digitsOf(b) >= digitsOf(a)) return false
  return relative(a, b) <= (target.approximate ? roundingTolerance : unmarkedRounding)
}

/** How many digits say something: 1,900 has two. */
function digitsOf(value: number): number {
  return value.toPrecision(10).replace(/e.*$/u, '').replace('.', '').replace(/0+$/u, '').replace(/^0+/u, '').length
}

function relative(a: number, b: number): number {
  return a === b ? 0 : Math.abs(a - b) / Math.max(Math.abs(a), Math.abs(b))
}
