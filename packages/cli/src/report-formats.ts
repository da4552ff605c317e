import {
  formatCheckstyle,
  formatGithub,
  formatGitlab,
  formatHtml,
  formatJson,
  formatJsonl,
  formatJunit,
  formatSarif,
  formatText,
  formatXliff,
  type ReportDocument,
  type TextOptions,
} from '@stet/core'

type Writer = (documents: readonly ReportDocument[], options: TextOptions) => string

const writers = {
  text: formatText,
  json: formatJson,
  jsonl: formatJsonl,
  sarif: formatSarif,
  github: formatGithub,
  gitlab: formatGitlab,
  junit: formatJunit,
  checkstyle: formatCheckstyle,
  xliff: formatXliff,
  html: formatHtml,
} satisfies Record<string, Writer>

/** How the report is written. */
export type ReportFormat = keyof typeof writers

/** The names of the formats, as `--format` takes them. */
export const reportFormats = Object.keys(writers) as ReportFormat[]

/** The report over all articles; `options` holds for text alone. */
export function writeReport(format: ReportFormat, documents: readonly ReportDocument[], options: TextOptions): string {
  return writers[format](documents, options)
}
