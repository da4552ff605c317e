import { confidenceWord, type Finding } from '../check/finding.ts'
import { lineStarts } from '../check/position.ts'
import type { Severity } from '../rules/rule.ts'
import { cells, shownCharacter, shownText, wrap } from './cells.ts'
import { counted, type ReportDocument, summarise } from './report.ts'

/** Puts colour, or nothing, round a text. */
export type Paint = (text: string) => string

/** The colours of the report. Core knows none: who owns a terminal hands them in. */
export interface Palette extends Readonly<Record<Severity, Paint>> {
  readonly path: Paint
  readonly repair: Paint
  readonly quiet: Paint
}

const plain: Paint = (text) => text

/** No colour at all. */
export const plainPalette: Palette = {
  critical: plain,
  major: plain,
  minor: plain,
  neutral: plain,
  path: plain,
  repair: plain,
  quiet: plain,
}

export interface TextOptions {
  readonly palette?: Palette
  /** Columns of the terminal. Default: 100; never less than 40. */
  readonly width?: number
}

const mostRepairs = 3

/** For people: each paragraph with carets under what is wrong, the repair beside them, and why. The last line sums up. */
export function formatText(documents: readonly ReportDocument[], options: TextOptions = {}): string {
  const palette = options.palette ?? plainPalette
  const width = Math.max(40, options.width ?? 100)
  const lines: string[] = []
  for (const document of documents) {
    const { path, result } = document
    if (result.findings.length === 0 && result.errors.length === 0) continue
    const count = `${counted(result.findings.length, 'finding')} · MQM score ${result.score.toFixed(1)}`
    lines.push(`${palette.path(shownText(path))}  ${palette.quiet(count)}`, '')
    lines.push(...paragraphs(document, palette, width))
    for (const error of result.errors) {
      lines.push(palette.critical(`rule ${error.ruleId} failed here: ${shownText(error.message)}`), '')
    }
  }
  lines.push(summarise(documents))
  return `${lines.join('\n')}\n`
}

/** One frame for each line of the source that has findings. */
function paragraphs({ result }: ReportDocument, palette: Palette, width: number): string[] {
  const starts = lineStarts(result.source)
  const gutter = String(starts.length).length + 1
  const byLine = new Map<number, Finding[]>()
  for (const finding of result.findings) {
    const others = byLine.get(finding.line)
    if (others === undefined) byLine.set(finding.line, [finding])
    else others.push(finding)
  }
  const lines: string[] = []
  for (const [line, findings] of byLine) {
    const start = starts[line - 1] as number
    const text = result.source.slice(start, starts[line] ?? result.source.length).replace(/[\r\n]+$/u, '')
    lines.push(...frame({ line, start, text, findings, gutter, palette, width }), '')
  }
  return lines
}

interface Frame {
  readonly line: number
  /** Offset of the line in the source. */
  readonly start: number
  readonly text: string
  readonly findings: readonly Finding[]
  readonly gutter: number
  readonly palette: Palette
  readonly width: number
}

function frame({ line, start, text, findings, gutter, palette, width }: Frame): string[] {
  const bar = (label: string) => palette.quiet(`${label.padStart(gutter)} │`)
  const rows: string[] = []
  const room = width - gutter - 3
  const pieces = wrap(text, room)
  let label = String(line)
  let skipped = false
  let at = 0
  let marked = 0
  for (const [index, piece] of pieces.entries()) {
    const next = pieces[index + 1]?.start ?? Number.POSITIVE_INFINITY
    const first = at
    while (at < findings.length && (findings[at] as Finding).start - start < next) at++
    if (at === first && marked <= piece.start) {
      skipped = true
      continue
    }
    if (skipped && rows.length > 0) rows.push(bar('⋮'))
    skipped = false
    rows.push(`${bar(label)} ${shownLine(text.slice(piece.start, piece.end))}`)
    label = ''
    for (const finding of findings.slice(first, at)) {
      const end = finding.end - start
      marked = Math.max(marked, end)
      const from = Math.min(finding.start - start, piece.end)
      const to = Math.max(from, Math.min(end, piece.end))
      const indent = cells(text.slice(piece.start, from))
      const carets = `${'^'.repeat(Math.max(1, cells(text.slice(from, to))))}${end > to ? '…' : ''}`
      const drawn = `${bar('')} ${' '.repeat(indent)}${palette[finding.severity](carets)}`
      const repairs = repairsOf(finding)
      const beside = indent + cells(carets) + cells(repairs) + 2 <= room
      rows.push(beside && repairs !== '' ? `${drawn}  ${palette.repair(repairs)}` : drawn)
      const below = beside || repairs === '' ? [] : wrapped(`→ ${repairs}`, room - 2).map(palette.repair)
      for (const row of [...below, ...explanation(finding, palette, room - 2)]) rows.push(`${bar('')}   ${row}`)
    }
  }
  return rows
}

function shownLine(text: string): string {
  return Array.from(text, shownCharacter).join('')
}

function wrapped(text: string, width: number): string[] {
  return wrap(text, width).map(({ start, end }) => text.slice(start, end))
}

function repairsOf(finding: Finding): string {
  return finding.expected
    .slice(0, mostRepairs)
    .map((text) => (text === '' ? '(delete)' : shownText(text)))
    .join(' | ')
}

function explanation(finding: Finding, palette: Palette, width: number): string[] {
  const head = `${finding.severity} · ${confidenceWord(finding.confidence)} · ${finding.ruleId}`
  const place = `${finding.line}:${finding.column} `
  const text = shownText(`${finding.reason}${finding.note === undefined ? '' : ` (${finding.note})`}`)
  const painted = `${palette.quiet(place)}${palette[finding.severity](head)}`
  if (cells(`${place}${head}  ${text}`) <= width) return [`${painted}  ${text}`]
  return [painted, ...wrapped(text, width)]
}
