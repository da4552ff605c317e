import type { Markish } from '@observablehq/plot'
import type { Estimate } from '../results/bootstrap.ts'
import type { Granularity, Trend, TrendPoint } from '../results/period.ts'
import { cut, Html, html, oneLine } from './html.ts'

/** A row of a comparison. */
export interface ComparedRow {
  readonly name: string
  readonly rate: Estimate
}

/** Widths in pixels: one drawing for a desk, one for a telephone; style sheets show one of them. */
const widths = { wide: 760, narrow: 350 } as const
const charset = { marginTop: 24, marginBottom: 40, style: { fontSize: '13px', fontFamily: 'inherit' } }

/** Drawn when the page is made: the reader's browser runs nothing for it. Both are loaded only for a report. */
async function drawing(): Promise<{ Plot: typeof import('@observablehq/plot'); document: never }> {
  const [Plot, { parseHTML }] = await Promise.all([import('@observablehq/plot'), import('linkedom')])
  return { Plot, document: parseHTML('<!doctype html><html><body></body></html>').document as never }
}

/** The figure in both widths. `label` says in a sentence what the picture shows. */
function figure(label: string, draw: (width: number, narrow: boolean) => { outerHTML: string }): Html {
  const svg = (size: keyof typeof widths): Html => {
    const markup = draw(widths[size], size === 'narrow').outerHTML
    // The picture has one name; those that Plot gives its parts may not stand on a group without a role.
    const parts = markup.replace(/(<g\b[^>]*?) aria-label="[^"]*"/gu, '$1')
    return new Html(parts.replace('<svg ', html`<svg role="img" aria-label="${label}" `.text))
  }
  return html`<div class="wide">${svg('wide')}</div><div class="narrow">${svg('narrow')}</div>`
}

/** Findings a thousand words over time, with the band of their 95 % intervals. */
export async function trendChart(trend: Trend, label: string): Promise<Html> {
  const { Plot, document } = await drawing()
  const points = withGaps(trend.points, trend.granularity).map((point) => ({ ...point, at: new Date(point.period) }))
  // A period of a handful of articles would stretch the scale until nothing else can be seen.
  const top = Math.max(...trend.points.map(({ rate }) => rate)) * 1.35
  return figure(label, (width, narrow) => {
    const marks: Markish[] = [
      Plot.ruleY([0]),
      Plot.areaY(points, { x: 'at', y1: 'low', y2: (point) => Math.min(point.high, top), className: 'band' }),
      Plot.lineY(points, { x: 'at', y: 'rate', className: 'line' }),
      ...(points.length <= 60 ? [Plot.dot(points, { x: 'at', y: 'rate', r: 2.5, className: 'dot' })] : []),
    ]
    return Plot.plot({
      ...charset,
      document,
      width,
      height: narrow ? 220 : 280,
      className: 'trend',
      x: { type: 'utc', label: null, ticks: narrow ? 4 : 8 },
      y: { label: 'findings a thousand words', grid: true, domain: [0, top || 1], labelArrow: 'none', ticks: 5 },
      marks,
    })
  })
}

/** One row a group: a dot for its rate, a bar for its interval, a dashed line for the whole archive. */
export async function intervalChart(
  rows: readonly ComparedRow[],
  reference: number,
  axis: string,
  label: string,
): Promise<Html> {
  const { Plot, document } = await drawing()
  const data = rows.map(({ rate }, index) => ({ row: index, ...rate }))
  return figure(label, (width, narrow) =>
    Plot.plot({
      ...charset,
      document,
      width,
      height: 60 + rows.length * 28,
      marginLeft: narrow ? 128 : 210,
      className: 'intervals',
      x: {
        label: axis,
        grid: true,
        zero: true,
        nice: true,
        labelArrow: 'none',
        ticks: narrow ? 4 : 7,
        labelAnchor: 'right',
      },
      y: {
        type: 'band',
        label: null,
        tickSize: 0,
        domain: data.map(({ row }) => row),
        tickFormat: (row: number) => cut(oneLine(rows[row]?.name ?? ''), narrow ? 17 : 30),
      },
      marks: [
        Plot.ruleX([reference], { strokeDasharray: '3 3', className: 'reference' }),
        Plot.ruleY(data, { y: 'row', x1: 'low', x2: 'high', strokeWidth: 3, className: 'bar' }),
        Plot.dot(data, { y: 'row', x: 'value', r: 4.5, className: 'dot' }),
      ],
    }),
  )
}

/** Periods without articles break the line. */
function withGaps(points: readonly TrendPoint[], granularity: Granularity): TrendPoint[] {
  const filled: TrendPoint[] = []
  for (const point of points) {
    const last = filled.at(-1)
    if (last !== undefined) {
      const next = following(last.period, granularity)
      if (next < point.period) {
        filled.push({ period: next, articles: 0, affected: 0, rate: Number.NaN, low: Number.NaN, high: Number.NaN })
      }
    }
    filled.push(point)
  }
  return filled
}

function following(period: string, granularity: Granularity): string {
  const date = new Date(period)
  if (granularity === 'year') date.setUTCFullYear(date.getUTCFullYear() + 1)
  else if (granularity === 'month') date.setUTCMonth(date.getUTCMonth() + 1)
  else date.setUTCDate(date.getUTCDate() + (granularity === 'week' ? 7 : 1))
  return date.toISOString().slice(0, 10)
}
