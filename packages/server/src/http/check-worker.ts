import { workerData } from 'node:worker_threads'
import {
  type CheckerOptions,
  createChecker,
  type Decision,
  decide,
  type Format,
  type GatePolicy,
  MalformedError,
  readSegments,
} from '@stet/core'
import workerpool from 'workerpool'
import { type Answer, answerFor, type PostedArticle } from './article.ts'

/** What a worker is made with. */
export interface WorkerSettings {
  readonly checker: CheckerOptions
  readonly gate: GatePolicy
}

const { checker: options, gate } = workerData as WorkerSettings
const checker = createChecker(options)

workerpool.worker({
  check({ text, doc = '', ...options }: PostedArticle, decisions: readonly Decision[]): Answer {
    workerpool.workerEmit('begun')
    if (options.source !== undefined) assertReadable(options.source, options.sourceFormat ?? options.format)
    return answerFor(text, (now) => decide(checker.check(now, options), doc, decisions), gate)
  },
})

/** What is wrong with the source text is told as of it: the article has lines too. */
function assertReadable(source: string, format: Format): void {
  try {
    readSegments(source, format)
  } catch (error) {
    throw error instanceof MalformedError ? error.in('source') : error
  }
}
