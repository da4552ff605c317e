import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { decide, type Finding, parseDecisions } from '@stet/core'
import { type ArticleOptions, decoded, nameUnder } from './article.ts'

/** What is known of an article that nobody has opened yet. */
export interface Survey {
  readonly findings: readonly Finding[]
  /** MQM quality score, at most 100. */
  readonly score: number
  /** Why it cannot be read; then there are no findings. */
  readonly failure?: string
}

/** Reads and checks an article without taking it: others may review it. */
export function surveyOf({ path, root, checker, format }: ArticleOptions): Survey {
  try {
    const name = nameUnder(root, resolve(path))
    const decisions = join(root, '.stet', 'decisions.jsonl')
    const list = existsSync(decisions) ? parseDecisions(readFileSync(decisions, 'utf8'), decisions) : []
    const { result } = decide(checker.check(decoded(readFileSync(path), name), { format }), name, list)
    return { findings: result.findings, score: result.score }
  } catch (error) {
    return { findings: [], score: 100, failure: error instanceof Error ? error.message : String(error) }
  }
}
