import type { Tokens } from '../text/tokens.ts'
import type { Unit } from './number-grammar.ts'

/** `code` is part of a name (A320, Covid-19), `vague` is not meant exactly (une dizaine, dozens). */
type QuantityKind =
  | 'plain'
  | 'year'
  | 'decade'
  | 'century'
  | 'date'
  | 'time'
  | 'ordinal'
  | 'fraction'
  | 'vague'
  | 'code'

/** One unit of a duration in several: the ten minutes of `two hours and ten minutes`. Token indexes. */
export interface DurationPart {
  readonly value: number
  /** Seconds in its unit. */
  readonly factor: number
  readonly from: number
  readonly numberTo: number
  /** The unit's word; -1 where none is written: `2 h 10`. */
  readonly unitAt: number
  readonly spelled: boolean
}

/** A number with what belongs to it. Token indexes, ends exclusive. */
export interface Quantity {
  readonly kind: QuantityKind
  /** What it may mean, the likeliest first; scaled: 3.5 billion is 3,500,000,000. */
  readonly values: readonly number[]
  /** As written, before it is scaled. */
  readonly mantissa: number
  readonly scale: number
  readonly unit?: Unit
  /** Of a duration in several units, the longest first; else empty. */
  readonly parts: readonly DurationPart[]
  readonly month?: number
  /** Times of day it may mean, in minutes after midnight. */
  readonly minutes: readonly number[]
  readonly hasMeridiem: boolean
  /** Of a clock elsewhere: 1900 GMT. */
  readonly zoned: boolean
  /** In words. */
  readonly spelled: boolean
  /** In round brackets: often a help that the translator added. */
  readonly bracketed: boolean
  readonly approximate: boolean
  /** One in so many: what stands below the line. */
  readonly below: boolean
  /** Of a change or a range, from the one number to the other: which of them. */
  readonly end: 'from' | 'to' | undefined
  readonly tokens: Tokens
  readonly from: number
  /** Behind the digits or number words. */
  readonly numberTo: number
  readonly to: number
}

/** A quantity that is being read. */
export type QuantityDraft = { -readonly [Key in keyof Quantity]: Quantity[Key] }
