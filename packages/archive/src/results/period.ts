/** Sums of a day, and what the interval of its rate needs: the sums of squares and products. */
export interface PeriodTotals {
  articles: number
  affected: number
  words: number
  findings: number
  findingsSquared: number
  findingsWords: number
  wordsSquared: number
}

export type Granularity = 'day' | 'week' | 'month' | 'year'

/** One point of the trend. `period` is its first day, `2024-03-01`. Rates are findings a thousand words. */
export interface TrendPoint {
  readonly period: string
  readonly articles: number
  readonly affected: number
  readonly rate: number
  readonly low: number
  readonly high: number
}

export interface Trend {
  readonly granularity: Granularity
  readonly points: readonly TrendPoint[]
  /** Articles without a date that can be read. */
  readonly undated: number
}

const dayLength = 86_400_000

/** The day in a date that starts like `2024`, `2024-03` or `2024-03-09`; undefined when there is none. */
function dayOf(date: string | undefined): string | undefined {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?!\d)/u.exec(date ?? '')
  if (match === null) return undefined
  const day = `${match[1]}-${match[2] ?? '01'}-${match[3] ?? '01'}`
  const time = Date.parse(`${day}T00:00:00Z`)
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== day ? undefined : day
}

export class Days {
  readonly #days = new Map<string, PeriodTotals>()
  undated = 0

  add(date: string | undefined, findings: number, words: number, affected: boolean): void {
    const day = dayOf(date)
    if (day === undefined) {
      this.undated++
      return
    }
    let totals = this.#days.get(day)
    if (totals === undefined) {
      totals = noTotals()
      this.#days.set(day, totals)
    }
    addTo(totals, {
      articles: 1,
      affected: affected ? 1 : 0,
      words,
      findings,
      findingsSquared: findings * findings,
      findingsWords: findings * words,
      wordsSquared: words * words,
    })
  }

  /** Days, weeks, months or years: whatever gives a line that can be read. Periods without articles are left out. */
  trend(): Trend {
    const days = [...this.#days.keys()].sort()
    const span = days.length === 0 ? 0 : (time(days.at(-1) as string) - time(days[0] as string)) / dayLength
    const granularity = span <= 45 ? 'day' : span <= 200 ? 'week' : span <= 365 * 12 ? 'month' : 'year'
    const periods = new Map<string, PeriodTotals>()
    for (const day of days) {
      const period = periodOf(day, granularity)
      const totals = periods.get(period) ?? noTotals()
      periods.set(period, totals)
      addTo(totals, this.#days.get(day) as PeriodTotals)
    }
    return {
      granularity,
      points: [...periods].map(([period, totals]) => pointOf(period, totals)),
      undated: this.undated,
    }
  }
}

function noTotals(): PeriodTotals {
  return {
    articles: 0,
    affected: 0,
    words: 0,
    findings: 0,
    findingsSquared: 0,
    findingsWords: 0,
    wordsSquared: 0,
  }
}

function addTo(totals: PeriodTotals, more: PeriodTotals): void {
  for (const key of Object.keys(totals) as (keyof PeriodTotals)[]) totals[key] += more[key]
}

function time(day: string): number {
  return Date.parse(`${day}T00:00:00Z`)
}

function periodOf(day: string, granularity: Granularity): string {
  if (granularity === 'year') return `${day.slice(0, 4)}-01-01`
  if (granularity === 'month') return `${day.slice(0, 7)}-01`
  if (granularity === 'day') return day
  const weekday = (new Date(time(day)).getUTCDay() + 6) % 7
  return new Date(time(day) - weekday * dayLength).toISOString().slice(0, 10)
}

/** The rate and its interval by the linearised variance of a ratio. */
function pointOf(period: string, totals: PeriodTotals): TrendPoint {
  const { articles, affected, words, findings, findingsSquared, findingsWords, wordsSquared } = totals
  if (words === 0) return { period, articles, affected, rate: 0, low: 0, high: 0 }
  const rate = findings / words
  const squares = Math.max(0, findingsSquared - 2 * rate * findingsWords + rate * rate * wordsSquared)
  const deviation = articles < 2 ? rate : Math.sqrt((squares * articles) / (articles - 1)) / words
  return {
    period,
    articles,
    affected,
    rate: rate * 1000,
    low: Math.max(0, rate - 1.96 * deviation) * 1000,
    high: (rate + 1.96 * deviation) * 1000,
  }
}
