import { oneLine } from '../page/html.ts'
import { count, counted, rate } from '../page/in-words.ts'
import { dimensions } from './aggregate.ts'
import type { ComparedRun, Comparison, Difference } from './comparison.ts'

const words = { fewer: 'fewer in B', more: 'more in B', unclear: 'not clear' }
const widestName = 40
/** Rows that are not clear, past these, are counted only. */
const mostUnclear = 5

/** The comparison for people, on a terminal or in a log. */
export function comparisonText(comparison: Comparison): string {
  const { a, b, all, rules, articles, alone } = comparison
  const lines = [runLine('A', a), runLine('B', b), ...caveats(comparison), '', conclusion(comparison), '']
  lines.push(...table('Rule', rules))
  for (const dimension of dimensions) {
    lines.push(...table(dimension.charAt(0).toUpperCase() + dimension.slice(1), comparison.dimensions[dimension]))
    for (const [run, names] of Object.entries(alone[dimension])) {
      if (names.length > 0) lines.push(`only in ${run.toUpperCase()}: ${names.slice(0, 10).map(name).join(', ')}`, '')
    }
  }
  if (articles.compared > 0) {
    lines.push(
      `Of ${counted(articles.compared, 'article')} in both: ${count(articles.fewer)} with fewer findings, ${count(articles.same)} with as many, ${count(articles.more)} with more.`,
    )
    for (const { id, findings } of articles.mostMore.slice(0, 5))
      lines.push(`  more:  ${change(findings)}  ${name(id)}`)
    for (const { id, findings } of articles.mostFewer.slice(0, 5))
      lines.push(`  fewer: ${change(findings)}  ${name(id)}`)
  }
  if (all.verdict !== 'unclear' || rules.some(({ verdict }) => verdict !== 'unclear')) {
    lines.push(
      '',
      'Clear: beyond what chance would make of so many rows at once. Intervals: 95%, bootstrap over articles.',
    )
  }
  return `${lines.join('\n').trimEnd()}\n`
}

/** In one sentence. */
export function conclusion({ all, b, a }: Comparison): string {
  const change = `${rate(all.a.value)} findings a thousand words in A, ${rate(all.b.value)} in B: ${signed(all.difference.value)} (${between(all)})`
  if (a.words === 0 || b.words === 0) return 'Nothing to compare: a run without words.'
  if (all.verdict === 'unclear') return `No clear difference: ${change}.`
  return `${all.verdict === 'fewer' ? 'Fewer' : 'More'} findings in B: ${change}.`
}

/** What may lie behind a difference besides the translation. */
export function caveats({ sameRules, sameInputs, a, b, articles }: Comparison): string[] {
  const lines: string[] = []
  if (!sameRules) lines.push('The rules differ: what changed may be the checker, not the articles.')
  if (sameRules && sameInputs) lines.push('Both are the same articles by the same rules.')
  if (!sameInputs && articles.compared === 0) {
    lines.push('No article is in both: a difference may come from what the news was about.')
  }
  if (a.errors + b.errors > 0)
    lines.push(`Not checked, or not by every rule: ${count(a.errors)} in A, ${count(b.errors)} in B.`)
  return lines
}

function runLine(letter: string, { folder, version, ruleset, articles, words, findings }: ComparedRun): string {
  return `${letter}  ${name(folder)}: ${counted(articles, 'article')}, ${counted(words, 'word')}, ${counted(findings, 'finding')} (Stet ${version}, rules ${ruleset.slice(0, 8)})`
}

function table(head: string, rows: readonly Difference[]): string[] {
  if (rows.length === 0) return []
  const clear = rows.filter(({ verdict }) => verdict !== 'unclear')
  const shown = [...clear, ...rows.slice(clear.length, clear.length + mostUnclear)]
  const cells = [
    [head, 'A', 'B', 'B less A', '95%', ''],
    ...shown.map((row) => [
      name(row.name),
      rate(row.a.value),
      rate(row.b.value),
      signed(row.difference.value),
      between(row),
      words[row.verdict],
    ]),
  ]
  const widths = (cells[0] as string[]).map((_, column) =>
    Math.max(...cells.map((row) => (row[column] as string).length)),
  )
  const lines = cells.map((row) =>
    row
      .map((cell, column) =>
        column === 0 || column === 5 ? cell.padEnd(widths[column] as number) : cell.padStart(widths[column] as number),
      )
      .join('  ')
      .trimEnd(),
  )
  const left = rows.length - shown.length
  return [...lines, ...(left > 0 ? [`${count(left)} more without a clear difference`] : []), '']
}

/** `−1.2 to −0.8`. */
export function between({ difference: { low, high } }: Difference): string {
  return `${signed(low)} to ${signed(high)}`
}

/** `+0.43`, `−1.2`, `0.0`. */
export function signed(value: number): string {
  const size = rate(Math.abs(value))
  return /[1-9]/u.test(size) ? `${value < 0 ? '−' : '+'}${size}` : '0.0'
}

function change([a, b]: readonly [number, number]): string {
  return `${count(a)} → ${count(b)}`
}

function name(text: string): string {
  const shown = oneLine(text)
  return shown.length <= widestName ? shown : `${shown.slice(0, widestName - 1)}…`
}
