import { fileURLToPath } from 'node:url'
import type { Decision, UsageError } from '@stet/core'
import workerpool from 'workerpool'
import type { Answer, PostedArticle } from './article.ts'
import type { WorkerSettings } from './check-worker.ts'
import { ServiceError } from './service-error.ts'

export interface PoolOptions extends WorkerSettings {
  readonly threads: number
  /** For one article, from when a thread takes it. */
  readonly timeLimitSeconds: number
  /** Articles that may wait for a thread; more are turned away. */
  readonly mostWaiting: number
}

/** Checks articles in threads of their own, so that one that hangs can be ended and holds up nobody. */
export class CheckPool {
  readonly #pool: workerpool.Pool
  readonly #threads: number
  readonly #timeLimitSeconds: number

  constructor({ checker, gate, threads, timeLimitSeconds, mostWaiting }: PoolOptions) {
    const workerData: WorkerSettings = { checker, gate }
    const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
    this.#threads = threads
    this.#timeLimitSeconds = timeLimitSeconds
    this.#pool = workerpool.pool(fileURLToPath(new URL(`./check-worker.${extension}`, import.meta.url)), {
      workerType: 'thread',
      minWorkers: threads,
      maxWorkers: threads,
      maxQueueSize: mostWaiting,
      // What hangs hears nothing: it is not asked for long.
      workerTerminateTimeout: 100,
      workerThreadOpts: { workerData },
    })
  }

  /** Articles that wait for a thread. */
  get waiting(): number {
    return this.#pool.stats().pendingTasks
  }

  /** Articles that threads have in hand. */
  get active(): number {
    return this.#pool.stats().activeTasks
  }

  /** @throws ServiceError when it takes too long, too many wait already, or the text is not of its format */
  async check(article: PostedArticle, decisions: readonly Decision[]): Promise<Answer> {
    let timer: NodeJS.Timeout | undefined
    try {
      const task = this.#pool.exec('check', [article, decisions], {
        // A thread that has just been made takes a while to begin: that is not the article's fault.
        on: () => {
          timer = setTimeout(() => task.cancel(), this.#timeLimitSeconds * 1000)
        },
      })
      return (await task) as Answer
    } catch (error) {
      if (error instanceof workerpool.Promise.CancellationError) {
        throw new ServiceError(422, 'TIME_LIMIT', `the article took longer than ${this.#timeLimitSeconds} s to check`)
      }
      if (error instanceof Error && error.message.startsWith('Max queue size')) {
        throw new ServiceError(503, 'BUSY', 'too many articles wait already; try again later')
      }
      // What a thread throws comes as a plain error with the properties of the one that it was.
      if ((error as UsageError).code === 'STET_USAGE') {
        const { message, hint } = error as UsageError
        throw new ServiceError(422, 'MALFORMED', hint === undefined ? message : `${message}. ${hint}`)
      }
      throw error
    } finally {
      clearTimeout(timer)
    }
  }

  /** Waits until every thread can begin. */
  async ready(): Promise<void> {
    const nothing: PostedArticle = { text: '', format: 'text' }
    await Promise.all(Array.from({ length: this.#threads }, () => this.check(nothing, [])))
  }

  /** Ends all threads, whatever they have in hand. */
  async close(): Promise<void> {
    await this.#pool.terminate(true)
  }
}
