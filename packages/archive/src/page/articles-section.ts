import type { Aggregate, WorstArticle } from '../results/aggregate.ts'
import type { Summary } from '../results/summary.ts'
import { cut, type Html, html, webAddress } from './html.ts'
import { count, counted } from './in-words.ts'
import { passages } from './passages.ts'

const worstShown = 120
const severities = ['critical', 'major', 'minor', 'neutral']

/**
 * Articles to open first, with their findings marked, and the form that filters them. The worst of all, and the worst
 * of each rule and group besides, so that every filter finds something.
 */
export function articlesSection(summary: Summary, totals: Aggregate, mostCharacters: number): Html | undefined {
  const chosen = new Map<string, WorstArticle>()
  const take = (worst: readonly WorstArticle[]): void => {
    for (const entry of worst) chosen.set(entry.id, entry)
  }
  take(totals.all.worst.entries.slice(0, worstShown))
  for (const rule of totals.rules.values()) take(rule.worst.entries)
  for (const groups of Object.values(totals.groups)) {
    const largest = [...groups.values()].sort((a, b) => b.articles - a.articles).slice(0, 60)
    for (const group of largest) take(group.worst.entries)
  }
  const sorted = [...chosen.values()].sort((a, b) => b.damage - a.damage || b.found - a.found || (a.id < b.id ? -1 : 1))
  if (sorted.length === 0) return undefined
  const shown: Html[] = []
  let characters = 0
  for (const entry of sorted) {
    const article = articleBlock(entry, shown.length)
    characters += article.text.length
    if (characters > mostCharacters) break
    shown.push(article)
  }
  return html`<h2 id="articles-title">Articles to open first</h2>
<p class="say">${counted(shown.length, 'article')} of ${count(summary.articles)}, worst first: the worst of all, and the worst of each rule,
outlet, engine and desk.</p>
${filterForm(summary, sorted)}
<ol class="articles">${shown}</ol>
<p class="more"><button type="button" id="more" hidden>Show more articles</button></p>`
}

function filterForm({ rules, dimensions }: Summary, shown: readonly WorstArticle[]): Html {
  const option = (value: string) => html`<option value="${value}">${cut(value, 60)}</option>`
  const select = (name: string, label: string, all: string, values: readonly string[]) =>
    values.length > 0 &&
    html`<p><label for="filter-${name}">${label}</label><select id="filter-${name}" name="${name}"><option value="">${all}</option>${values.map(option)}</select></p>`
  const outlets = new Set(shown.map(({ article }) => article.outlet))
  const names = dimensions.outlet.map(({ name }) => name).filter((name) => outlets.has(name))
  return html`<form class="filters" id="filters" role="search" aria-label="Filter the articles" hidden>
${select('rule', 'Rule', 'Every rule', rules.map(({ ruleId }) => ruleId).sort())}
${select('severity', 'Severity', 'Every severity', severities)}
${select('outlet', 'Outlet', 'Every outlet', names.sort())}
<p class="grow"><label for="filter-text">Text <kbd>/</kbd></label><input id="filter-text" name="text" type="search" autocomplete="off" spellcheck="false"></p>
<p><button type="reset">Clear</button></p>
<output id="filter-status" aria-live="polite"></output></form>`
}

function articleBlock({ found, severities: bySeverity, article }: WorstArticle, index: number): Html {
  const { id, path, date, outlet, author, engine, desk, url, findings, score, words } = article
  const address = webAddress(url)
  const facts = [outlet, date, author, desk, engine].filter((fact) => fact !== undefined && fact !== '')
  const counts = Object.entries(bySeverity)
    .filter(([, number]) => number > 0)
    .map(([severity, number]) => `${count(number)} ${severity}`)
    .join(', ')
  return html`<li><article class="article" data-outlet="${outlet ?? ''}" aria-labelledby="article-${index}"><header><h3 id="article-${index}">${
    address === undefined ? cut(id, 120) : html`<a href="${address}" rel="noopener noreferrer">${cut(id, 120)}</a>`
  }</h3><p class="quiet">${facts.map((fact) => html`<span>${cut(String(fact), 80)}</span>`)}${
    path !== id && html`<span>${cut(path, 120)}</span>`
  }<span>${counted(words, 'word')}</span></p><p class="score">MQM ${score.toFixed(1)} · ${counted(found, 'finding')}: ${counts}</p></header>
<ul class="passages">${passages(findings, true)}</ul>${
    found > findings.length && html`<p class="quiet">and ${counted(found - findings.length, 'more finding')}</p>`
  }</article></li>
`
}
