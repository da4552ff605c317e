import type { Estimate } from '../results/bootstrap.ts'
import type { Granularity } from '../results/period.ts'

const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 })
const fraction = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 })
const exact = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 })

/** `12,400`. */
export function count(value: number): string {
  return whole.format(value)
}

/** `1 article`, `12,400 articles`. */
export function counted(value: number, one: string, many = `${one}s`): string {
  return `${count(value)} ${value === 1 ? one : many}`
}

/** `0.43`, `4.3`, `430`: as many digits as tell something. */
export function rate(value: number): string {
  const size = Math.abs(value)
  return (size >= 100 ? whole : size >= 1 || size === 0 ? fraction : exact).format(value)
}

/** `3.9–4.6`. */
export function interval({ low, high }: Estimate): string {
  return `${rate(low)}–${rate(high)}`
}

/** `38%`; never 0% or 100% for what is not. */
export function percent(part: number, of: number): string {
  if (of === 0) return '–'
  const share = (part / of) * 100
  if (share > 0 && share < 1) return 'under 1%'
  if (share < 100 && share > 99) return 'over 99%'
  return `${Math.round(share)}%`
}

const numerals = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']
const fractions = [
  [9, 10],
  [4, 5],
  [3, 4],
  [2, 3],
  [1, 2],
  [2, 5],
  [1, 3],
  [1, 4],
  [1, 5],
] as const

/** A share as people say it: `two in three`, `one in twelve`. */
export function oneIn(part: number, of: number): string {
  if (part === 0 || of === 0) return 'none'
  const share = part / of
  if (share === 1) return 'every one'
  if (share > 0.95) return 'nearly every one'
  if (share < 0.18) return `one in ${numeral(Math.round(1 / share))}`
  const nearest = fractions.reduce((best, next) =>
    Math.abs(next[0] / next[1] - share) < Math.abs(best[0] / best[1] - share) ? next : best,
  )
  return `${numeral(nearest[0])} in ${numeral(nearest[1])}`
}

export function numeral(value: number): string {
  return numerals[value] ?? count(value)
}

export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

const monthNames = 'January February March April May June July August September October November December'.split(' ')

/** `9 March 2024`, `the week of 4 March 2024`, `March 2024`, `2024`. */
export function periodName(period: string, granularity: Granularity): string {
  const [year, month, day] = period.split('-') as [string, string, string]
  if (granularity === 'year') return year
  const name = `${monthNames[Number(month) - 1]} ${year}`
  if (granularity === 'month') return name
  return `${granularity === 'week' ? 'the week of ' : ''}${Number(day)} ${name}`
}
