import { workerData } from 'node:worker_threads'
import { type CheckerOptions, createChecker, type Decision, decide, type GatePolicy } from '@stet/core'
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
    return answerFor(text, (now) => decide(checker.check(now, options), doc, decisions), gate)
  },
})
