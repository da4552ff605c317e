import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readRows } from '../run-folder.ts'

/** What is written besides the findings. */
export interface ResultsOptions {
  /** Told in one line what is being made. */
  readonly onStep?: (step: string) => void
}

/** Totals of a run. */
export interface Summary {
  readonly articles: number
  readonly errors: number
  readonly words: number
  readonly findings: number
}

/** Makes the results of a finished run from its findings; may be run again at any time. */
export async function writeResults(folder: string, _options: ResultsOptions = {}): Promise<Summary> {
  const summary = { articles: 0, errors: 0, words: 0, findings: 0 }
  for await (const row of readRows(folder)) {
    summary.articles++
    if (row.status === 'error') summary.errors++
    summary.words += row.words
    summary.findings += row.findings.length
  }
  await writeFile(join(folder, 'summary.json'), `${JSON.stringify(summary, null, 2)}\n`)
  return summary
}
