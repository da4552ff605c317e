import { join } from 'node:path'
import { reportPage } from '../page/report-page.ts'
import { aggregate } from './aggregate.ts'
import { noDuckdb, writeParquet } from './parquet.ts'
import { readRunFacts, type Summary, summaryOf } from './summary.ts'
import { worstCsv } from './worst-csv.ts'
import { writeWhole } from './write-file.ts'

/** What is written besides the findings, and how it is told. */
export interface ResultsOptions {
  /** What the page is called. */
  readonly title?: string
  /** Write Parquet too, where DuckDB is installed. Default: true. */
  readonly parquet?: boolean
  /** Told in one line what is being made. */
  readonly onStep?: (step: string) => void
  /** Told in one line what the owner should know of: no Parquet without DuckDB. */
  readonly onNote?: (note: string) => void
}

/**
 * Makes `summary.json`, `worst.csv`, `index.html` and the Parquet files from the findings of a finished run, into its
 * folder; may be run again at any time. Streams, so memory does not grow with the archive; the same run gives the same
 * bytes.
 *
 * @throws UsageError when the folder holds no run
 */
export async function writeResults(folder: string, options: ResultsOptions = {}): Promise<Summary> {
  const run = await readRunFacts(folder)
  options.onStep?.('counting')
  const totals = await aggregate(folder)
  const summary = summaryOf(run, totals)
  await writeWhole(join(folder, 'summary.json'), `${JSON.stringify(summary, null, 2)}\n`)
  await writeWhole(join(folder, 'worst.csv'), worstCsv(totals.all.worst.entries))
  options.onStep?.('drawing the page')
  await writeWhole(join(folder, 'index.html'), await reportPage(summary, totals, options.title))
  if (options.parquet !== false) {
    options.onStep?.('writing Parquet')
    if (!(await writeParquet(folder, totals.longestRow))) options.onNote?.(noDuckdb)
  }
  return summary
}
