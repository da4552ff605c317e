import type { Dimension } from '../results/aggregate.ts'
import type { Comparison, Difference } from '../results/comparison.ts'
import { between, caveats, conclusion, signed } from '../results/comparison-text.ts'
import { intervalChart } from './charts.ts'
import { cut, type Html, html } from './html.ts'
import { count, counted, rate } from './in-words.ts'
import { layout } from './layout.ts'
import { table } from './table.ts'

const dimensionNames: Record<Dimension, string> = { outlet: 'Outlets', engine: 'Engines', desk: 'Desks' }
const mostInChart = 20

/** The page of a comparison: one self-contained file. */
export async function comparisonPage(comparison: Comparison): Promise<string> {
  const { a, b, rules, articles } = comparison
  const sections: { id: string; name: string; content: Html }[] = []
  const add = async (id: string, name: string, rows: readonly Difference[]) => {
    if (rows.length > 0) sections.push({ id, name, content: await differencesSection(id, name, rows) })
  }
  await add('rules', 'Rules', rules)
  for (const [dimension, rows] of Object.entries(comparison.dimensions)) {
    await add(dimension, dimensionNames[dimension as Dimension], rows)
  }
  if (articles.compared > 0) sections.push({ id: 'articles', name: 'Articles', content: articlesSection(comparison) })
  const run = (letter: string, { folder, version, ruleset, articles: size, words }: Comparison['a']) =>
    html`<p>${letter} is <code>${cut(folder, 120)}</code>: ${counted(size, 'article')}, ${counted(words, 'word')}, checked with Stet ${version},
rule set <code>${ruleset.slice(0, 16)}</code>.</p>`
  const body = html`<a class="skip" href="#main">Skip to the report</a>
<header class="masthead"><p class="nameplate"><span>Stet</span> <span class="strap">Two runs compared</span></p>
<nav aria-label="Sections"><ul>${sections.map(({ id, name }) => html`<li><a href="#${id}">${name}</a></li>`)}</ul></nav></header>
<main id="main"><div class="lead"><h1>${conclusion(comparison).split(':')[0]}</h1>
<p class="standfirst">${conclusion(comparison)} ${caveats(comparison).join(' ')}</p></div>
${sections.map(({ id, content }) => html`<section id="${id}" aria-labelledby="${id}-title">${content}</section>`)}
<section id="method" aria-labelledby="method-title"><h2 id="method-title">Method</h2><div class="columns">${run('A', a)}${run('B', b)}
<p>Rates are findings a thousand words; intervals hold a value in 95 of 100 resamples of the articles (paired where both runs have the
article). A difference is called clear where it is larger than chance would make the largest of so many rows (Bonferroni).</p></div></section></main>`
  return layout({ title: 'Stet: two runs compared', body })
}

const verdicts = {
  fewer: ['better', 'fewer in B'],
  more: ['worse', 'more in B'],
  unclear: ['quiet', 'not clear'],
} as const

async function differencesSection(id: string, title: string, rows: readonly Difference[]): Promise<Html> {
  const clear = rows.filter(({ verdict }) => verdict !== 'unclear').length
  const shown = rows.slice(0, mostInChart)
  const label = `Findings a thousand words in B less those in A: ${shown
    .slice(0, 3)
    .map(({ name, difference }) => `${name} ${signed(difference.value)}`)
    .join(', ')}.`
  return html`<h2 id="${id}-title">${title}</h2>
<p class="say">${clear === 0 ? 'No difference here is clear.' : `${count(clear)} of ${count(rows.length)} differ clearly.`}</p>
<figure>${await intervalChart(
    shown.map(({ name, difference }) => ({ name, rate: difference })),
    0,
    'findings a thousand words, B less A',
    label,
  )}<figcaption>A dot left of the dashed line: fewer in B. The bar is the 95% interval.</figcaption></figure>
${table(
  `${title}: A and B`,
  ['Name', 'A', 'B', 'B less A', '95% interval', 'Verdict'],
  rows.map((row) => {
    const [style, word] = verdicts[row.verdict]
    return html`<tr><th scope="row">${cut(row.name, 80)}</th><td>${rate(row.a.value)}</td><td>${rate(row.b.value)}</td>
<td>${signed(row.difference.value)}</td><td>${between(row)}</td><td class="words"><span class="${style}">${word}</span></td></tr>`
  }),
)}`
}

function articlesSection({ articles }: Comparison): Html {
  const { compared, fewer, same, more, mostFewer, mostMore } = articles
  return html`<h2 id="articles-title">Articles</h2>
<p class="say">Of ${counted(compared, 'article')} in both, ${count(fewer)} have fewer findings in B, ${count(same)} as many, ${count(more)} more.</p>
${
  mostFewer.length + mostMore.length > 0 &&
  table(
    'Articles that changed most',
    ['Article', 'A', 'B'],
    [...mostMore, ...mostFewer].map(
      ({ id, findings: [before, now] }) =>
        html`<tr><th scope="row">${cut(id, 120)}</th><td>${count(before)}</td><td>${count(now)}</td></tr>`,
    ),
  )
}`
}
