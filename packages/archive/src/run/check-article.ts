import {
  type Checker,
  type CheckerOptions,
  type CheckResult,
  createChecker,
  decide,
  type PublicFinding,
  publicResult,
  selectFindings,
} from '@stet/core'
import type { ArticleRow, RowFinding } from '../article-row.ts'
import type { RawArticle } from '../inputs/raw-article.ts'
import { type Article, contentHash, type Reading, readArticle } from '../inputs/read-article.ts'
import { type EarlierIndex, EarlierRows } from './earlier-rows.ts'
import { hasStanding, type StandingTable } from './standing-table.ts'

/** All that a worker needs to know, once. Plain: it goes to another thread. */
export interface CheckingOptions extends Reading {
  readonly checker: Omit<CheckerOptions, 'rules'>
  /** Only these rules are reported; empty: all. */
  readonly ruleIds: readonly string[]
  /** Findings that stand: decided before, or the baseline. */
  readonly standing?: StandingTable | undefined
  /** A run whose rows may be used again. */
  readonly earlier?: EarlierIndex | undefined
}

const contextCharacters = 60

/** Makes rows of articles. */
export class ArticleChecker {
  readonly #checker: Checker
  readonly #options: CheckingOptions
  readonly #ruleIds: ReadonlySet<string>
  readonly #earlier: EarlierRows | undefined

  constructor(options: CheckingOptions) {
    this.#checker = createChecker({ ...options.checker, writtenNames: true })
    this.#options = options
    this.#ruleIds = new Set(options.ruleIds)
    this.#earlier = options.earlier === undefined ? undefined : new EarlierRows(options.earlier)
  }

  /** Never throws for what an article holds: then its status is `error`. */
  row(raw: RawArticle): ArticleRow {
    const article = readArticle(raw, this.#options)
    if ('error' in article) return errorRow(article.id, article.path, article.error)
    const content = contentHash(article)
    const old = this.#earlier?.find(content)
    if (old !== undefined) return rowOf(article, content, old, old.findings)
    try {
      const result = this.#check(article)
      const { findings, words, score, errors } = publicResult({ path: article.path, result })
      const error = errors?.map(({ ruleId, message }) => `rule ${ruleId} failed: ${message}`).join('; ')
      const aligned = result.aligned === undefined ? undefined : Math.round(result.aligned * 1000) / 1000
      return rowOf(
        article,
        content,
        { words, score, error, aligned, names: result.names },
        findings.map((finding) => inContext(finding, article.text)),
      )
    } catch (error) {
      return errorRow(article.id, article.path, `could not be checked: ${(error as Error).message}`)
    }
  }

  #check({ id, text, format, source }: Article): CheckResult {
    let result = this.#checker.check(text, {
      format,
      ...(source === undefined ? {} : { source: source.text, sourceFormat: source.format }),
    })
    const { standing } = this.#options
    if (standing !== undefined) {
      const decisions = result.findings
        .filter(({ fingerprint }) => hasStanding(standing, id, fingerprint))
        .map(({ fingerprint, ruleId, actual }) => ({
          doc: id,
          fingerprint,
          ruleId,
          quote: actual,
          verdict: 'baseline' as const,
        }))
      result = decide(result, id, decisions).result
    }
    return this.#ruleIds.size === 0 ? result : selectFindings(result, ({ ruleId }) => this.#ruleIds.has(ruleId))
  }
}

/** The row of an article that was not checked. */
export function errorRow(id: string, path: string, error: string): ArticleRow {
  return { id, path, status: 'error', error, words: 0, characters: 0, score: 100, findings: [] }
}

interface Told {
  readonly error?: string | undefined
  readonly aligned?: number | undefined
  readonly names?: readonly string[] | undefined
}

function rowOf(
  { id, path, meta, text }: Article,
  content: string,
  { words, score, error, aligned, names }: Pick<ArticleRow, 'words' | 'score'> & Told,
  findings: readonly RowFinding[],
): ArticleRow {
  const status = error === undefined ? 'ok' : 'error'
  const why = error === undefined ? {} : { error }
  const fits = aligned === undefined ? {} : { aligned }
  const named = names === undefined || names.length === 0 ? {} : { names }
  const characters = text.length
  return { id, path, status, ...why, content, ...meta, words, characters, score, ...fits, ...named, findings }
}

function inContext(finding: PublicFinding, text: string): RowFinding {
  return { ...finding, before: before(text, finding.start), after: after(text, finding.end) }
}

function before(text: string, end: number): string {
  let start = Math.max(0, end - contextCharacters)
  if (isLowSurrogate(text, start) && start > 0) start++
  return text.slice(start, end)
}

function after(text: string, start: number): string {
  let end = Math.min(text.length, start + contextCharacters)
  if (isLowSurrogate(text, end)) end--
  return text.slice(start, Math.max(start, end))
}

/** Does a cut here part the two halves of a character? */
function isLowSurrogate(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code >= 0xdc00 && code <= 0xdfff
}
