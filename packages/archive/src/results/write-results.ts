import { Worker } from 'node:worker_threads'
import { UsageError } from '@stet/core'
import { noDuckdb, type RowSizes } from './parquet.ts'
import type { Summary } from './summary.ts'

/** What is written besides the findings, and how it is told. */
export interface ResultsOptions {
  /** What the page is called. */
  readonly title?: string
  /** Write Parquet too, where DuckDB is installed. Default: true. */
  readonly parquet?: boolean
  /** Told in one line what the owner should know of: no Parquet without DuckDB. */
  readonly onNote?: (note: string) => void
}

/** What a thread is told to make. */
export type ResultsOrder =
  | { readonly step: 'pages'; readonly folder: string; readonly title: string | undefined }
  | { readonly step: 'parquet'; readonly folder: string; readonly sizes: RowSizes }

/** What it answers. */
export type ResultsAnswer =
  | { readonly summary: Summary; readonly sizes: RowSizes }
  | { readonly parquet: boolean }
  | { readonly refused: string; readonly hint: string | undefined }

/**
 * Makes `summary.json`, `worst.csv`, `index.html` and the Parquet files from the findings of a finished run, into its
 * folder; may be run again at any time. Streams, so memory does not grow with the archive; the same run gives the same
 * bytes.
 *
 * @throws UsageError when the folder holds no run, or DuckDB cannot write the Parquet files
 */
export async function writeResults(folder: string, options: ResultsOptions = {}): Promise<Summary> {
  const pages = await inThread({ step: 'pages', folder, title: options.title })
  if (!('summary' in pages)) throw new Error('the results were not counted')
  if (options.parquet !== false) {
    const tables = await inThread({ step: 'parquet', folder, sizes: pages.sizes })
    if (!('parquet' in tables && tables.parquet)) options.onNote?.(noDuckdb)
  }
  return pages.summary
}

const ownExtension = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
/** A small young generation keeps what is read and dropped again from piling up. */
const memory = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 6 }

/** Each step in a thread of its own: what it took is given back when it ends. */
async function inThread(order: ResultsOrder): Promise<ResultsAnswer> {
  const answer = await new Promise<ResultsAnswer>((resolve, reject) => {
    const worker = new Worker(new URL(`./results-worker.${ownExtension}`, import.meta.url), {
      workerData: order,
      resourceLimits: memory,
    })
    let said: ResultsAnswer | undefined
    worker.on('message', (message: ResultsAnswer) => {
      said = message
    })
    worker.on('error', reject)
    worker.on('exit', () => (said === undefined ? reject(new Error('the results were not made')) : resolve(said)))
  })
  if ('refused' in answer) throw new UsageError(answer.refused, answer.hint)
  return answer
}
