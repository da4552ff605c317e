import type { Aggregate } from '../results/aggregate.ts'
import type { Summary } from '../results/summary.ts'
import { articlesSection } from './articles-section.ts'
import { facts, headline, nextSteps, standfirst } from './headline.ts'
import { type Html, html } from './html.ts'
import { counted } from './in-words.ts'
import { layout } from './layout.ts'
import { failuresSection, groupSections, methodSection, namesSection, rulesSection, trendSection } from './sections.ts'
import { spellingsSection } from './spellings-section.ts'

/** Whatever the archive, the page stays under 5 MB: this much is left for the articles. */
const mostCharacters = 3_600_000

/** The page of a run: one self-contained file. */
export async function reportPage(summary: Summary, totals: Aggregate, title = 'The archive'): Promise<string> {
  const sections = [
    { id: 'time', name: 'Over time', content: await trendSection(summary) },
    ...(await groupSections(summary)),
    { id: 'rules', name: 'Rules', content: rulesSection(summary, totals) },
    { id: 'names', name: 'Names', content: namesSection(summary) },
    { id: 'spellings', name: 'Spellings', content: spellingsSection(summary) },
    { id: 'articles', name: 'Articles', content: articlesSection(summary, totals, mostCharacters) },
    { id: 'failures', name: 'Not checked', content: failuresSection(summary) },
    { id: 'method', name: 'Method', content: methodSection(summary) },
  ].filter((section): section is { id: string; name: string; content: Html } => section.content !== undefined)
  const body = html`<a class="skip" href="#main">Skip to the report</a>
<header class="masthead">
<p class="nameplate"><span>Stet</span> <span class="strap">${title} · ${counted(summary.articles, 'article')}</span></p>
<nav aria-label="Sections"><ul>${sections.map(({ id, name }) => html`<li><a href="#${id}">${name}</a></li>`)}</ul></nav>
</header>
<main id="main">
<div class="lead"><h1>${headline(summary)}</h1>
<p class="standfirst">${standfirst(summary)}</p></div>
${facts(summary)}
${nextSteps(summary)}
${sections.map(
  ({ id, content }) => html`<section id="${id}" aria-labelledby="${id}-title">${content}</section>
`,
)}</main>
<footer><p>Made by Stet ${summary.run.version}. This page holds all that it shows and asks the network for nothing.</p></footer>`
  return layout({ title: `Stet: ${title}`, body })
}
