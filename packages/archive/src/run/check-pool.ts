import { Piscina } from 'piscina'
import type { RawArticle } from '../inputs/raw-article.ts'
import { readArticle } from '../inputs/read-article.ts'
import { type CheckedBatch, packBatch, writeRows } from './batch.ts'
import { type CheckingOptions, errorRow } from './check-article.ts'

export interface PoolOptions {
  readonly workers: number
  /** How long one article may take before its worker is ended. */
  readonly articleSeconds: number
  readonly checking: CheckingOptions
  /** For tests: another worker file. */
  readonly workerFile?: string
}

const ownExtension = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
/** Megabytes that a worker's objects may take: the tables and a long article fit; a run away does not. */
const mostOldMegabytes = 512
/** Room for what some articles leave behind: with less, it is moved to the old objects, and tidying those up costs a quarter of the time. */
const mostYoungMegabytes = 12

/** Worker threads that check batches. A batch in which an article hangs, or ends its worker, costs that article alone. */
export class CheckPool {
  readonly workers: number
  readonly #pool: Piscina
  readonly #options: PoolOptions

  constructor(options: PoolOptions) {
    this.workers = options.workers
    this.#options = options
    this.#pool = new Piscina({
      filename: options.workerFile ?? new URL(`./worker.${ownExtension}`, import.meta.url).href,
      workerData: options.checking,
      minThreads: options.workers,
      maxThreads: options.workers,
      concurrentTasksPerWorker: 1,
      // One batch waits in front of each worker, so that none is idle while the next is cut.
      maxQueue: 'auto',
      idleTimeout: 60_000,
      resourceLimits: { maxOldGenerationSizeMb: mostOldMegabytes, maxYoungGenerationSizeMb: mostYoungMegabytes },
    })
  }

  /** The rows of these articles, in their order. */
  async check(articles: readonly RawArticle[]): Promise<CheckedBatch[]> {
    if (articles.length === 0) return []
    const batch = packBatch(articles)
    const ended = new AbortController()
    let seen = 0
    let since = Date.now()
    const watch = setInterval(() => {
      const at = Atomics.load(batch.at, 0)
      if (at !== seen) {
        seen = at
        since = Date.now()
      } else if (at > 0 && Date.now() - since > this.#options.articleSeconds * 1000) ended.abort()
    }, 250)
    try {
      return [
        (await this.#pool.run(batch, { signal: ended.signal, transferList: [batch.bytes.buffer] })) as CheckedBatch,
      ]
    } catch (error) {
      const guilty = Atomics.load(batch.at, 0) - 1
      // Only a worker that ended is an article's fault; whatever else is thrown is ours.
      if (guilty < 0 || !(ended.signal.aborted || endsWorker(error))) throw error
      const reason = ended.signal.aborted
        ? `took longer than ${this.#options.articleSeconds} seconds and was given up`
        : `ended its worker: ${(error as Error).message}`
      return await this.#without(articles, guilty, reason)
    } finally {
      clearInterval(watch)
    }
  }

  async close(): Promise<void> {
    await this.#pool.destroy()
  }

  async #without(articles: readonly RawArticle[], guilty: number, reason: string): Promise<CheckedBatch[]> {
    const { id, path } = readArticle(articles[guilty] as RawArticle, this.#options.checking)
    return [
      ...(await this.check(articles.slice(0, guilty))),
      writeRows([errorRow(id, path, reason)]),
      ...(await this.check(articles.slice(guilty + 1))),
    ]
  }
}

/** Did the error take the worker with it, as running out of memory does? */
function endsWorker(error: unknown): boolean {
  const { code, message } = error as NodeJS.ErrnoException
  return code === 'ERR_WORKER_OUT_OF_MEMORY' || code === 'ERR_WORKER_EXIT' || /worker|memory/iu.test(message ?? '')
}
