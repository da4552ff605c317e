import { parentPort, workerData } from 'node:worker_threads'
import { UsageError } from '@stet/core'
import { writeParquet } from './parquet.ts'
import { writePages } from './write-pages.ts'
import type { ResultsAnswer, ResultsOrder } from './write-results.ts'

/** Does one step in a thread whose memory goes when it ends. */
async function answer(order: ResultsOrder): Promise<ResultsAnswer> {
  try {
    if (order.step === 'parquet') return { parquet: await writeParquet(order.folder, order.sizes) }
    return await writePages(order.folder, order.title)
  } catch (error) {
    if (error instanceof UsageError) return { refused: error.message, hint: error.hint }
    throw error
  }
}

parentPort?.postMessage(await answer(workerData as ResultsOrder))
