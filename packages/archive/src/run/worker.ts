import { workerData } from 'node:worker_threads'
import { move, transferableSymbol, valueSymbol } from 'piscina'
import { type Batch, checkBatch, release } from './batch.ts'
import { ArticleChecker, type CheckingOptions } from './check-article.ts'

const checker = new ArticleChecker(workerData as CheckingOptions)

/** What piscina calls in the worker thread. */
// biome-ignore lint/style/noDefaultExport: piscina calls the default export
export default function work(batch: Batch): unknown {
  const checked = checkBatch(batch, (raw) => checker.row(raw))
  release(batch.bytes)
  // The rows are handed over, not copied.
  return move({ [transferableSymbol]: [checked.rows.buffer], [valueSymbol]: checked })
}
