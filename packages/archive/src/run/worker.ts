import { workerData } from 'node:worker_threads'
import { type Batch, type CheckedBatch, checkBatch } from './batch.ts'
import { ArticleChecker, type CheckingOptions } from './check-article.ts'

const checker = new ArticleChecker(workerData as CheckingOptions)

/** What piscina calls in the worker thread. */
// biome-ignore lint/style/noDefaultExport: piscina calls the default export
export default function work(batch: Batch): CheckedBatch {
  return checkBatch(batch, (raw) => checker.row(raw))
}
