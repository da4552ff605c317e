import { rules as knownRules } from '@stet/core'
import type { Aggregate, Dimension } from '../results/aggregate.ts'
import type { TrendPoint } from '../results/period.ts'
import type { GroupSummary, RuleSummary, Summary } from '../results/summary.ts'
import { intervalChart, trendChart } from './charts.ts'
import { cut, type Html, html } from './html.ts'
import { count, counted, interval, oneIn, percent, periodName, rate, sentence } from './in-words.ts'
import { passages } from './passages.ts'
import { table } from './table.ts'

/** Findings over time, and the months behind them. Undefined where no article has a date. */
export async function trendSection({ trend, rate: overall }: Summary): Promise<Html | undefined> {
  const { points, granularity, undated } = trend
  const [first, last] = [points[0], points.at(-1)]
  if (first === undefined || last === undefined || points.length < 2) return undefined
  const settled = points.filter(({ articles }) => articles >= 5)
  const worst = (settled.length > 0 ? settled : points).reduce((high, point) => (point.rate > high.rate ? point : high))
  const quarter = Math.max(1, Math.floor(points.length / 4))
  const [early, late] = [points.slice(0, quarter), points.slice(-quarter)]
  const [before, after] = [meanRate(early), meanRate(late)]
  const unsure = 1.96 * Math.hypot(errorOf(early), errorOf(late))
  const course =
    Math.abs(after - before) < Math.max(overall.value * 0.1, unsure)
      ? 'No clear way up or down'
      : after < before
        ? 'Fewer findings at the end than at the beginning'
        : 'More findings at the end than at the beginning'
  const label = `Findings a thousand words from ${periodName(first.period, granularity)} to ${periodName(last.period, granularity)}; highest in ${periodName(worst.period, granularity)} with ${rate(worst.rate)}.`
  const rows = points.map(
    (
      point,
    ) => html`<tr><th scope="row">${sentence(periodName(point.period, granularity))}</th><td>${count(point.articles)}</td>
<td>${percent(point.affected, point.articles)}</td><td>${rate(point.rate)}</td><td>${rate(point.low)}–${rate(point.high)}</td></tr>`,
  )
  return html`<h2 id="time-title">Over time</h2>
<p class="say">${course}: ${rate(before)} findings a thousand words in the first quarter of the time, ${rate(after)} in the last.
The worst ${granularity} is ${periodName(worst.period, granularity).replace('the week of', 'that of')} with ${rate(worst.rate)}.${
    undated > 0 &&
    html` ${counted(undated, 'article')} without a date ${undated === 1 ? 'is' : 'are'} not in this picture.`
  }</p>
<figure>${await trendChart(trend, label)}<figcaption>Findings in a thousand words, by ${granularity}; the band holds each value with 95%
confidence.</figcaption></figure>
<details><summary>The numbers, by ${granularity}</summary>${table(
    `Findings by ${granularity}`,
    [sentence(granularity), 'Articles', 'With a serious fault', 'Findings a thousand words', '95% interval'],
    rows,
  )}</details>`
}

/** Standard error of {@link meanRate}, from the intervals of its points. */
function errorOf(points: readonly TrendPoint[]): number {
  const articles = points.reduce((sum, point) => sum + point.articles, 0)
  return Math.hypot(...points.map(({ high, rate, articles: own }) => ((high - rate) / 1.96) * (own / (articles || 1))))
}

function meanRate(points: readonly { rate: number; articles: number }[]): number {
  const articles = points.reduce((sum, point) => sum + point.articles, 0)
  return points.reduce((sum, point) => sum + point.rate * point.articles, 0) / (articles || 1)
}

const groupWords: Record<Dimension, readonly [string, string]> = {
  outlet: ['Outlets', 'outlet'],
  engine: ['Engines', 'translation engine'],
  desk: ['Desks', 'desk'],
}

const mostInChart = 20

/** A section for each dimension that the archive knows. */
export async function groupSections(
  summary: Summary,
): Promise<{ id: string; name: string; content: Html | undefined }[]> {
  const sections: { id: string; name: string; content: Html | undefined }[] = []
  for (const [dimension, groups] of Object.entries(summary.dimensions) as [Dimension, GroupSummary[]][]) {
    const content = groups.length === 0 ? undefined : await groupSection(dimension, groups, summary)
    sections.push({ id: dimension, name: groupWords[dimension][0], content })
  }
  return sections
}

async function groupSection(
  dimension: Dimension,
  groups: readonly GroupSummary[],
  { rate: overall }: Summary,
): Promise<Html> {
  const [title, one] = groupWords[dimension]
  const [first, last] = [groups[0] as GroupSummary, groups.at(-1) as GroupSummary]
  const apart = first.rate.low > last.rate.high
  const say =
    groups.length === 1
      ? html`All articles that name their ${one} come from ${first.name}.`
      : apart
        ? html`${first.name} has most: ${rate(first.rate.value)} findings a thousand words, against ${rate(last.rate.value)} in
${last.name}. Their 95% intervals do not touch, so chance alone is an unlikely reason; that they print different news may be one.`
        : html`No ${one} is clearly worse than another: the intervals overlap.`
  const shown = groups.slice(0, mostInChart)
  const rows = groups.map(
    (group) => html`<tr><th scope="row">${
      dimension === 'outlet'
        ? html`<a href="#articles" data-filter-outlet="${group.name}">${cut(group.name, 80)}</a>`
        : cut(group.name, 80)
    }</th><td>${count(group.articles)}</td><td>${percent(group.affected, group.articles)}</td>
<td>${rate(group.rate.value)}</td><td>${interval(group.rate)}</td><td class="words">${group.rules
      .slice(0, 3)
      .map(({ ruleId, count: times }) => `${ruleId} (${count(times)})`)
      .join(', ')}</td></tr>`,
  )
  return html`<h2 id="${dimension}-title">${title}</h2>
<p class="say">${say}</p>
${
  groups.length > 1 &&
  html`<figure>${await intervalChart(
    shown,
    overall.value,
    'findings a thousand words',
    `Findings a thousand words by ${one}, from ${first.name} with ${rate(first.rate.value)} to ${last.name} with ${rate(last.rate.value)}; the whole archive has ${rate(overall.value)}.`,
  )}<figcaption>A dot is the ${one}’s rate, the bar its 95% bootstrap interval, the dashed line the whole archive${
    groups.length > shown.length && `; the ${count(shown.length)} worst of ${count(groups.length)}`
  }.</figcaption></figure>`
}
${table(
  `${title}, worst first`,
  [sentence(one), 'Articles', 'With a serious fault', 'Findings a thousand words', '95% interval', 'Commonest rules'],
  rows,
)}`
}

/** Rules by count, how sure each is, and examples drawn at random: whoever doubts can look. */
export function rulesSection({ rules, findings, articles }: Summary, totals: Aggregate): Html | undefined {
  if (rules.length === 0) return undefined
  const most = Math.max(...rules.map(({ count }) => count))
  return html`<h2 id="rules-title">Rules</h2>
<p class="say">${counted(rules.length, 'rule')} marked something; the first ${rules.length < 3 ? '' : 'three '}make up
${percent(
  rules.slice(0, 3).reduce((sum, rule) => sum + rule.count, 0),
  findings,
)} of all findings. Open a rule for examples drawn at random.</p>
<p class="key"><span class="swatch sure"></span> sure <span class="swatch likely"></span> likely <span class="swatch maybe"></span> maybe:
how likely an editor would mark it too (90% and more, 60% and more, less)</p>
<ol class="rules">${rules.map((rule) => ruleRow(rule, most, articles, totals))}</ol>`
}

function ruleRow(rule: RuleSummary, most: number, articles: number, totals: Aggregate): Html {
  const { ruleId, sure, likely, maybe } = rule
  const meaning = knownRules.find(({ id }) => id === ruleId)?.summary
  const examples = totals.rules.get(ruleId)?.examples.entries ?? []
  const part = (name: string, value: number) =>
    value > 0 && html`<span class="${name}" style="width:${((value / most) * 100).toFixed(2)}%"></span>`
  return html`<li id="rule-${ruleId}"><details><summary><span class="rule-name">${ruleId}</span>
<span class="rule-count">${count(rule.count)}</span>
<span class="bar" aria-hidden="true">${part('sure', sure)}${part('likely', likely)}${part('maybe', maybe)}</span>
<span class="rule-words">${meaning}</span></summary>
<div class="rule-more"><p>${sentence(rule.severity)} (MQM ${rule.mqm}), in ${counted(rule.articles, 'article')}: ${oneIn(rule.articles, articles)}.
${count(sure)} sure, ${count(likely)} likely, ${count(maybe)} maybe: an editor would agree with about ${count(rule.expectedRight)}.
${count(rule.safe)} can be repaired without a person. <a href="#articles" data-filter-rule="${ruleId}">Show articles with it</a></p>
<ul class="passages">${examples.map(({ finding, id }) => html`${passages([finding], false)}<li class="source">${cut(id, 120)}</li>`)}</ul></div></details></li>`
}

/** The wrong names that come up most. */
export function namesSection({ names, articles }: Summary): Html | undefined {
  const { commonest, total } = names
  const first = commonest[0]
  if (first === undefined) return undefined
  const rows = commonest.slice(0, 100).map(
    (
      name,
    ) => html`<tr><td class="words"><del>${name.wrong}</del></td><td class="words"><ins>${name.right}</ins></td><td>${count(name.count)}</td>
<td>${count(name.articles)}</td><td class="words">${name.ruleId}</td></tr>`,
  )
  const [shown, rest] = [rows.slice(0, 15), rows.slice(15)]
  const head = ['Printed', 'Should be', 'Times', 'Articles', 'Rule']
  return html`<h2 id="names-title">Names</h2>
<p class="say">${counted(total, 'name stands', 'names stand')} in a French or broken form. The commonest is <del>${first.wrong}</del> for
<ins>${first.right}</ins>: ${counted(first.count, 'time')}, in ${percent(first.articles, articles)} of the articles.</p>
${table('The commonest wrong names', head, shown)}
${rest.length > 0 && html`<details><summary>${count(rest.length)} more names</summary>${table('More wrong names', head, rest)}</details>`}`
}

/** Articles that could not be checked. */
export function failuresSection({ errors, failures }: Summary): Html | undefined {
  if (errors === 0) return undefined
  return html`<h2 id="failures-title">Not checked</h2>
<p class="say">${counted(errors, 'article')} could not be checked, or not by every rule. Only what was checked is in the numbers above.${
    errors > failures.length && html` The first ${count(failures.length)}:`
  }</p>
${table(
  'Articles that could not be checked, or not by every rule',
  ['Article', 'Why'],
  failures.map(
    ({ id, error }) => html`<tr><th scope="row">${cut(id, 120)}</th><td class="words">${cut(error, 240)}</td></tr>`,
  ),
)}`
}

/** How the numbers came about: enough to argue with. */
export function methodSection({ run, rules, sources }: Summary): Html {
  return html`<h2 id="method-title">Method</h2>
<div class="columns"><p>A finding is one place that a careful editor would mark. Its severity is that of MQM 2.0; a fault is <em>serious</em> from major on.
Its confidence is the share of such findings that editors marked in annotated articles; severity and confidence are never mixed.
The MQM score of an article is 100 less the penalties (critical 25, major 5, minor 1) a hundred words.</p>
<p>Rates are findings a thousand words. Intervals are 95% percentile bootstrap intervals over articles, dealt into 256 packs by the hash of
their ids and drawn a thousand times; those over time come from the variance of the ratio. Groups of few articles have wide
intervals: trust the interval, not the dot. Articles to open first are ranked by their score as if a hundred clean words stood beside
each. Examples are drawn by hash: the same archive shows the same ones.${
    sources.given > 0 &&
    html` ${counted(sources.given, 'article')} came with the text that ${sources.given === 1 ? 'it was' : 'they were'} translated from,
which weighs the findings; in ${count(sources.unused)} it did not fit and was not used.`
  }</p>
<p>Checked with Stet ${run.version}, ${counted(rules.length, 'rule')} firing, rule set <code>${cut(run.ruleset, 16)}</code>;
${run.inputs.length === 1 ? html`input <code>${cut(run.inputs[0] ?? '', 120)}</code>` : counted(run.inputs.length, 'input file')}. All findings lie beside this
page: <code>findings.parquet</code> and <code>articles.parquet</code> for DuckDB, <code>findings/</code> as JSON lines, <code>summary.json</code>, <code>worst.csv</code>.</p></div>`
}
