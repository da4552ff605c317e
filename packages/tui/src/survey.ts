import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { decide, type Finding, parseDecisions } from '@stet/core'
import { type ArticleOptions, checkOf, nameUnder, originalOf } from './article.ts'

/** What is known of an article that nobody has opened yet. */
export interface Survey {
  readonly findings: readonly Finding[]
  /** MQM quality score, at most 100. */
  readonly score: number
  /** Why it cannot be reviewed; then there are no findings. */
  readonly failure?: string
}

/** Reads and checks an article without taking it: others may review it. */
export function surveyOf(options: ArticleOptions): Survey {
  try {
    const { root, read } = options
    const path = resolve(options.path)
    const name = nameUnder(root, path)
    const decisions = join(root, '.stet', 'decisions.jsonl')
    const list = existsSync(decisions) ? parseDecisions(readFileSync(decisions, 'utf8'), decisions) : []
    const { result } = decide(checkOf(options, read(path, name), originalOf(options)), name, list)
    return { findings: result.findings, score: result.score }
  } catch (error) {
    return failedSurvey(error)
  }
}

/** The survey of an article that cannot be reviewed. */
export function failedSurvey(error: unknown): Survey {
  return { findings: [], score: 100, failure: error instanceof Error ? error.message : String(error) }
}
