import { isAbsolute, relative, resolve, sep } from 'node:path'
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
import { standardInput } from './inputs.ts'

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

/** Where each service names the root that it sees paths from. */
const roots: Readonly<Partial<Record<ReportFormat, string>>> = {
  github: 'GITHUB_WORKSPACE',
  sarif: 'GITHUB_WORKSPACE',
  gitlab: 'CI_PROJECT_DIR',
}

/**
 * The report over all articles; `options` holds for text alone. For GitHub and GitLab paths are seen from the root of the
 * repository, as the service that runs the job names it: a step may run in a folder of it.
 */
export function writeReport(format: ReportFormat, documents: readonly ReportDocument[], options: TextOptions): string {
  const root = process.env[roots[format] ?? '']
  const seen =
    root === undefined || root === '' ? documents : documents.map((one) => ({ ...one, path: fromRoot(one.path, root) }))
  return writers[format](seen, options)
}

function fromRoot(path: string, root: string): string {
  if (path === standardInput) return path
  const inside = relative(root, resolve(path))
  const isInside = inside !== '' && !isAbsolute(inside) && inside.split(sep)[0] !== '..'
  return isInside ? inside.split(sep).join('/') : path
}
