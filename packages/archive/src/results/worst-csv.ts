import type { WorstArticle } from './aggregate.ts'

const header = [
  'id',
  'path',
  'date',
  'outlet',
  'engine',
  'desk',
  'author',
  'url',
  'words',
  'score',
  'findings',
  'critical',
  'major',
  'minor',
  'first_finding',
  'first_excerpt',
]

/** The articles to open first, one a row (RFC 4180, with a byte order mark for spreadsheets). */
export function worstCsv(worst: readonly WorstArticle[]): string {
  const rows = worst.map(({ id, found, severities, article }) => {
    const first = article.findings[0]
    return [
      id,
      article.path,
      article.date,
      article.outlet,
      article.engine,
      article.desk,
      article.author,
      article.url,
      article.words,
      article.score,
      found,
      severities['critical'],
      severities['major'],
      severities['minor'],
      first?.ruleId,
      first === undefined ? undefined : `${first.before}${first.actual}${first.after}`.replace(/\s+/gu, ' ').trim(),
    ]
  })
  return `\uFEFF${[header, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`
}

/** A spreadsheet runs a cell that starts like a formula: an apostrophe makes it text (OWASP, "CSV Injection"). */
function cell(value: string | number | undefined): string {
  if (value === undefined) return ''
  if (typeof value === 'number') return String(value)
  const harmless = /^\s*[=+\-@\t\r|%]/u.test(value) ? `'${value}` : value
  return /[",\r\n']/u.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
