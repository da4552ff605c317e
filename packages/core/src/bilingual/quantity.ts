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
