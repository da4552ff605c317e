import type { ArticleInput } from '../inputs/read-inputs.ts'
import type { Backend } from './backend.ts'
import type { CheckingOptions } from './check-article.ts'

/** What a run is told to do. */
export interface RunOptions {
  readonly inputs: readonly ArticleInput[]
  /** The folder of the run. */
  readonly out: string
  /** Go on with the run that the folder holds. */
  readonly resume?: boolean
  /** Worker threads; default: one a core. */
  readonly workers?: number | undefined
  readonly shardArticles?: number
  /** How long one article may take. Default: 30. */
  readonly articleSeconds?: number | undefined
  readonly checking: CheckingOptions
  /** Shares the shards with other machines. */
  readonly backend?: Backend | undefined
  /** Of the baseline, where there is one: two runs with different ones do not mix. */
  readonly baseline?: string | undefined
  readonly on?: RunListener
  /** For tests: another worker file. */
  readonly workerFile?: string
}

/** Is told how a run goes. */
export interface RunListener {
  /** The inputs are being read; so many articles up to now. */
  planning?(articles: number): void
  /** The plan is made: so many articles in all, of which so many are done already. */
  planned?(articles: number, done: number): void
  checked?(progress: RunProgress): void
  /** An article could not be checked. */
  failed?(line: string): void
}

export interface RunProgress {
  readonly articles: number
  readonly findings: number
  readonly errors: number
}
