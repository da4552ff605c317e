import { parentPort, workerData } from 'node:worker_threads'
import { UsageError } from '@stet/core'
import type { ResultsAnswer, ResultsOrder } from './write-results.ts'

/** Does one step in a thread whose memory goes when it ends; what the other step needs is not loaded. */
async function answer(order: ResultsOrder): Promise<ResultsAnswer> {
  try {
    if (order.step === 'parquet') {
      const { writeParquet } = await import('./parquet.ts')
      return { parquet: await writeParquet(order.folder, order.sizes) }
    }
    const { writePages } = await import('./write-pages.ts')
    return await writePages(order.folder, order.title)
  } catch (error) {
    if (error instanceof UsageError) return { refused: error.message, hint: error.hint }
    throw error
  }
}

parentPort?.postMessage(await answer(workerData as ResultsOrder))
