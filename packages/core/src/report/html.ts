import { confidenceWord } from '../check/finding.ts'
import { shownText } from './cells.ts'
import { pageStyle } from './page-style.ts'
import { type Mark, passagesOf } from './passages.ts'
import { counted, type ReportDocument, repairInWords, rulingInWords, summarise } from './report.ts'

/**
 * One page that needs nothing else: each article as readers see it, its findings marked and told in the margin. Nothing in
 * it runs; what the article holds is shown, never obeyed.
 */
export function formatHtml(documents: readonly ReportDocument[]): string {
  const [only, ...more] = documents
  const title = only !== undefined && more.length === 0 ? only.path : counted(documents.length, 'article')
  const numbers = { next: 1 }
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${shown(title)} – Stet</title>
<style>${pageStyle}</style>
</head>
<body>
<header><h1>${shown(title)}</h1><p>${shown(summarise(documents))}</p></header>
<main>
${documents.map((document) => article(document, more.length > 0, numbers)).join('\n')}
</main>
</body>
</html>
`
}

function article(document: ReportDocument, isOneOfMany: boolean, numbers: { next: number }): string {
  const { path, result } = document
  const { passages, elsewhere } = passagesOf(document)
  const parts = passages.map(({ segment, marks }) => {
    const first = numbers.next
    numbers.next += marks.length
    const text = marked(segment.prose, marks, first)
    return `<div class="passage ${segment.kind}"><p>${text}</p>${notes(marks, first)}</div>`
  })
  if (elsewhere.length > 0) {
    parts.push(`<div class="passage"><p></p>${notes(elsewhere, numbers.next)}</div>`)
    numbers.next += elsewhere.length
  }
  for (const { ruleId, message } of result.errors) {
    parts.push(`<p class="notes">rule ${shown(ruleId)} failed here: ${shown(message)}</p>`)
  }
  const count = `${counted(result.findings.length, 'finding')} · MQM score ${result.score.toFixed(1)}`
  const head = isOneOfMany ? `<h2>${shown(path)}</h2>\n<p class="notes">${count}</p>\n` : ''
  return `<article>\n${head}${parts.join('\n')}\n</article>`
}

/** The prose, cut wherever a finding starts or ends, each piece in the marks of all that hold it. */
function marked(prose: string, marks: readonly Mark[], first: number): string {
  const cuts = [...new Set([0, prose.length, ...marks.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b)
  const open: number[] = []
  let next = 0
  let text = ''
  for (const [index, at] of cuts.entries()) {
    for (const ended of open.filter((each) => (marks[each] as Mark).end === at)) {
      open.splice(open.indexOf(ended), 1)
      text += reference(first + ended)
    }
    for (; next < marks.length && (marks[next] as Mark).start === at; next++) {
      if ((marks[next] as Mark).end === at) text += reference(first + next)
      else open.push(next)
    }
    const piece = escaped(prose.slice(at, cuts[index + 1] ?? at))
    const around = open.map((each) => marks[each] as Mark)
    text += around.reduceRight((inside, mark) => `<mark class="${classOf(mark)}">${inside}</mark>`, piece)
  }
  return text
}

function classOf({ finding, decision }: Mark): string {
  return decision === undefined ? finding.severity : 'stands'
}

function reference(number: number): string {
  return `<sup><a id="r${number}" href="#n${number}" aria-label="note ${number}">${number}</a></sup>`
}

function notes(marks: readonly Omit<Mark, 'start' | 'end'>[], first: number): string {
  if (marks.length === 0) return ''
  const items = marks.map(({ finding, decision }, index) => {
    const { severity, confidence, ruleId, reason, note, actual, line } = finding
    const repair = repairInWords(finding) === '' ? '' : ` → <ins>${shown(finding.expected[0] || '(delete)')}</ins>`
    const quote = actual === '' ? '' : `<del>${shown(actual)}</del>`
    const more = note === undefined ? '' : ` ${shown(note)}.`
    const ruling = decision === undefined ? '' : ` <strong>Stands: ${shown(rulingInWords(decision))}.</strong>`
    const what = `${quote}${repair}${quote === '' ? '' : '<br>'}${shown(reason)}.${more}${ruling}`
    return `<li id="n${first + index}">${what} <small>${severity} · ${confidenceWord(confidence)} · ${shown(ruleId)} · line ${line}</small></li>`
  })
  return `<ol class="notes" start="${first}">${items.join('')}</ol>`
}

/** On one line, fit to be seen. */
function shown(text: string): string {
  return escaped(shownText(text))
}

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
/** Draws nothing, draws over other things, or turns the direction of what follows. */
const hidden = /[^\P{Cc}\n\t]|[\p{Surrogate}\u202A-\u202E\u2066-\u2069]/gu

function escaped(text: string): string {
  const lines = text.replace(/\r\n?/gu, '\n')
  return lines.replace(hidden, '\uFFFD').replace(/[&<>"']/gu, (sign) => references[sign] as string)
}
