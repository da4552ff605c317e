import type { Finding } from '../check/finding.ts'
import { lineStarts, positionAt } from '../check/position.ts'
import type { Severity } from '../rules/rule.ts'
import { shownText } from './cells.ts'
import { counted, type ReportDocument, repairInWords, severityOrder, summarise } from './report.ts'

/** GitHub shows so many annotations of a kind a step, and drops the rest without a word. */
const mostOfAKind = 10

type Command = 'error' | 'warning' | 'notice'
const commands: Readonly<Record<Severity, Command>> = {
  critical: 'error',
  major: 'error',
  minor: 'warning',
  neutral: 'notice',
}

/** What is told of one finding: beside the line, or in the log. */
interface Annotation {
  readonly command: Command
  readonly path: string
  readonly shown: string
  readonly logged: string
}

/**
 * Workflow commands of GitHub Actions, the gravest first. Where there are more of a kind than GitHub shows, the last one
 * shown says how many are missing, and a group of the log lists them. The last line sums up.
 */
export function formatGithub(documents: readonly ReportDocument[]): string {
  const all = annotationsOf(documents)
  const lines: string[] = []
  const rest: Annotation[] = []
  for (const command of ['error', 'warning', 'notice'] as const) {
    const ofKind = all.filter((annotation) => annotation.command === command)
    const fits = ofKind.length > mostOfAKind ? mostOfAKind - 1 : ofKind.length
    lines.push(...ofKind.slice(0, fits).map(({ shown }) => shown))
    const more = ofKind.slice(fits)
    if (more.length === 0) continue
    const articles = counted(new Set(more.map(({ path }) => path)).size, 'article')
    lines.push(`::${command} title=stet::${more.length} more in ${articles}: the log of this step lists them`)
    rest.push(...more)
  }
  if (rest.length > 0) {
    const title = `::group::${counted(rest.length, 'finding')} without an annotation`
    lines.push(title, ...rest.map(({ logged }) => logged), '::endgroup::')
  }
  return `${[...lines, summarise(documents)].join('\n')}\n`
}

function annotationsOf(documents: readonly ReportDocument[]): Annotation[] {
  const read = documents.map(({ path, result }) => ({ path, result, starts: lineStarts(result.source) }))
  const failed = documents.flatMap(({ path, result }) =>
    result.errors.map(({ ruleId, message }): Annotation => {
      const text = `rule ${ruleId} failed: ${message}`
      const shown = `::error file=${property(path)},title=${ruleId}::${data(text)}`
      return { command: 'error', path, shown, logged: logLine(`${path} ${text}`) }
    }),
  )
  const found = severityOrder.flatMap((severity) =>
    read.flatMap(({ path, result, starts }) =>
      result.findings.filter((finding) => finding.severity === severity).map((each) => annotation(path, starts, each)),
    ),
  )
  return [...failed, ...found]
}

function annotation(path: string, starts: readonly number[], finding: Finding): Annotation {
  const { line, column, severity, ruleId, reason } = finding
  const command = commands[severity]
  const end = positionAt(starts, finding.end)
  const properties = { file: path, line, endLine: end.line, col: column, endColumn: end.column, title: ruleId }
  const settings = Object.entries(properties).map(([key, value]) => `${key}=${property(String(value))}`)
  const text = `${reason}${repairInWords(finding)}`
  return {
    command,
    path,
    shown: `::${command} ${settings.join(',')}::${data(text)}`,
    logged: logLine(`${path}:${line}:${column} ${severity} ${ruleId}: ${text}`),
  }
}

/** What the log says must not be taken for a command: `##[` would be one anywhere in a line. */
function logLine(text: string): string {
  return `- ${shownText(text).replaceAll('##[', '## [')}`
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
