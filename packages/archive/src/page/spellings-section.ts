import type { NameSpelling } from '../results/name-spellings.ts'
import type { Summary } from '../results/summary.ts'
import { cut, type Html, html } from './html.ts'
import { count, counted } from './in-words.ts'
import { table } from './table.ts'

const why = { house: 'the house’s', index: 'Stet’s table', majority: 'most articles' }

/** Names that one article writes so and another otherwise: no article is wrong by itself. */
export function spellingsSection({ spellings }: Summary): Html | undefined {
  const { most, total } = spellings
  const first = most[0]
  if (first === undefined) return undefined
  const rows = most.slice(0, 100).map(row)
  const [shown, rest] = [rows.slice(0, 15), rows.slice(15)]
  const head = ['Write', 'Because of', 'Forms and articles', 'To change', 'For example']
  return html`<h2 id="spellings-title">Spellings</h2>
<p class="say">${counted(total, 'name is', 'names are')} written in several forms over the archive, each article by itself mostly
consistent. In ${counted(first.others, 'article')} another form of <ins>${first.preferred}</ins> stands.</p>
${table('Names in several forms, most articles to change first', head, shown)}
${rest.length > 0 && html`<details><summary>${count(rest.length)} more names</summary>${table('More names in several forms', head, rest)}</details>`}`
}

function row({ preferred, by, others, forms }: NameSpelling): Html {
  const each = forms.map(({ form, articles }) => `${form} (${count(articles)})`).join(', ')
  const other = forms.find(({ form }) => form !== preferred)
  return html`<tr><th scope="row" class="words">${preferred}</th><td class="words">${why[by]}</td><td class="words">${each}</td>
<td>${count(others)}</td><td class="words">${other && html`${other.form}: ${cut(other.example, 80)}`}</td></tr>`
}
