import { confidenceWord, fewestAligned, loadLanguage, NameForms, type NameStyle } from '@stet/core'
import type { ArticleRow, RowFinding } from '../article-row.ts'
import { readSizedRows } from '../run-folder.ts'
import { emptyPacks, hashText, type Packs, packOf } from './bootstrap.ts'
import { NameCounts } from './name-counts.ts'
import { NameSpellings } from './name-spellings.ts'
import { Days } from './period.ts'
import { byText, Top } from './top.ts'

/** What articles are compared by. */
export const dimensions = ['outlet', 'engine', 'desk'] as const
export type Dimension = (typeof dimensions)[number]

/** A finding, and the article that it stands in. */
interface Example {
  readonly key: number
  readonly id: string
  readonly finding: RowFinding
}

/** An article that asks to be opened. */
export interface WorstArticle {
  readonly id: string
  /** See {@link damage}. */
  readonly damage: number
  /** Findings in it. */
  readonly found: number
  readonly severities: Readonly<Record<string, number>>
  /** Only the findings that tell most, in the order of the text. */
  readonly article: ArticleRow
}

/** What is known of one rule over all articles. */
export interface RuleTotals {
  readonly ruleId: string
  readonly mqm: string
  readonly severity: string
  count: number
  articles: number
  sure: number
  likely: number
  maybe: number
  /** Sum of the confidences: how many of the findings an editor would mark. */
  expectedRight: number
  /** Findings that can be repaired without a person. */
  safe: number
  readonly packs: Packs
  /** A random sample, the same in every run over the same articles. */
  readonly examples: Top<Example>
  readonly worst: Top<WorstArticle>
}

/** What is known of one outlet, engine or desk. */
export interface GroupTotals {
  readonly name: string
  articles: number
  /** Articles with a critical or major finding. */
  affected: number
  words: number
  findings: number
  readonly wordPacks: Packs
  readonly findingPacks: Packs
  readonly rules: Map<string, number>
  readonly worst: Top<WorstArticle>
}

/** Everything that the results are made from. Its size does not grow with the archive. */
export interface Aggregate {
  readonly all: GroupTotals
  /** Articles without a finding. */
  clean: number
  /** Articles that could not be checked, or only in part, and the first of them. */
  errors: number
  readonly failures: { readonly id: string; readonly path: string; readonly error: string }[]
  /** Bytes of the longest row. */
  longestRow: number
  /** Bytes of the heaviest stretch of so many rows as DuckDB works on at once. */
  heaviestStretch: number
  readonly severities: Map<string, number>
  safe: number
  expectedRight: number
  /** Articles that came with a source text, and those of them whose source did not fit and was not used. */
  sources: number
  sourcesUnused: number
  readonly rules: Map<string, RuleTotals>
  readonly groups: Record<Dimension, Map<string, GroupTotals>>
  readonly days: Days
  readonly names: NameCounts
  readonly spellings: NameSpellings
  /** A coordinated sample for comparing runs: the articles with the smallest hashes. */
  readonly articleSample: Top<{ readonly key: number; readonly id: string; readonly findings: number }>
}

/** Groups past this many are counted together. */
const mostGroups = 300
const otherGroups = '(all others)'
const mostFailures = 50
/** Rows in a vector of DuckDB. */
const stretchRows = 2048
const worstOverall = 1000
const worstOfRule = 6
const worstOfGroup = 5
const examplesOfRule = 5
/** Findings of an article that are kept to be shown. */
const shownFindings = 12

/**
 * How much an article asks to be opened: the penalty of its MQM score a word, as if a hundred clean words stood beside
 * it, so that a caption with one slip does not come before a spoilt report.
 */
function damage({ score, words }: { readonly score: number; readonly words: number }): number {
  return ((100 - score) * words) / (words + 100)
}

function worstFirst(a: WorstArticle, b: WorstArticle): number {
  return b.damage - a.damage || b.found - a.found || byText(a.id, b.id)
}

/**
 * Reads a run and counts. Streams: constant memory.
 *
 * @throws UsageError when the folder holds no run, or a damaged one
 */
export async function aggregate(
  runFolder: string,
  options: {
    readonly sampledArticles?: number
    readonly style?: NameStyle | undefined
  } = {},
): Promise<Aggregate> {
  const result: Aggregate = {
    all: noGroup('all', worstOverall),
    clean: 0,
    errors: 0,
    failures: [],
    longestRow: 0,
    heaviestStretch: 0,
    severities: new Map(),
    safe: 0,
    expectedRight: 0,
    sources: 0,
    sourcesUnused: 0,
    rules: new Map(),
    groups: { outlet: new Map(), engine: new Map(), desk: new Map() },
    days: new Days(),
    names: new NameCounts(),
    spellings: new NameSpellings(new NameForms(loadLanguage('fr'), options.style)),
    articleSample: new Top(options.sampledArticles ?? 0, (a, b) => a.key - b.key || byText(a.id, b.id)),
  }
  let rows = 0
  let stretch = 0
  for await (const { row, bytes } of readSizedRows(runFolder)) {
    result.longestRow = Math.max(result.longestRow, bytes)
    stretch = rows % stretchRows === 0 ? bytes : stretch + bytes
    result.heaviestStretch = Math.max(result.heaviestStretch, stretch)
    rows++
    addRow(result, row)
  }
  return result
}

function addRow(result: Aggregate, row: ArticleRow): void {
  if (row.status === 'error') {
    result.errors++
    if (result.failures.length < mostFailures) {
      result.failures.push({ id: row.id, path: row.path, error: row.error ?? 'not said why' })
    }
    // Where only a rule failed, what the others found counts.
    if (row.content === undefined) return
  }
  if (row.aligned !== undefined) {
    result.sources++
    if (row.aligned < fewestAligned) result.sourcesUnused++
  }
  const { findings, words } = row
  const pack = packOf(row.id)
  const affected = findings.some(({ severity }) => severity === 'major' || severity === 'critical')
  let kept: WorstArticle = { id: row.id, damage: damage(row), found: findings.length, severities: {}, article: row }
  let cut = false
  const keep = (worst: Top<WorstArticle>): void => {
    if (findings.length === 0 || !worst.takes(kept)) return
    // Only what is kept is cut down, and only once.
    if (!cut)
      kept = { ...kept, severities: severitiesOf(findings), article: { ...row, findings: mostTelling(findings) } }
    cut = true
    worst.add(kept)
  }
  addToGroup(result.all, row, pack, affected, keep)
  for (const dimension of dimensions) {
    const name = row[dimension]
    if (name === undefined || name === '') continue
    addToGroup(groupOf(result.groups[dimension], name), row, pack, affected, keep)
  }
  if (findings.length === 0) result.clean++
  result.days.add(row.date, findings.length, words, affected)
  result.names.add(findings)
  if (row.names !== undefined) result.spellings.add(row.id, row.names)
  result.articleSample.add({ key: hashText(row.id, 1), id: row.id, findings: findings.length })
  addFindings(result, row, pack, keep)
}

function addFindings(result: Aggregate, row: ArticleRow, pack: number, keep: (worst: Top<WorstArticle>) => void): void {
  const seen = new Set<string>()
  for (const finding of row.findings) {
    const rule = ruleOf(result.rules, finding)
    rule.count++
    rule[confidenceWord(finding.confidence)]++
    rule.expectedRight += finding.confidence
    result.expectedRight += finding.confidence
    if (finding.safe) {
      rule.safe++
      result.safe++
    }
    rule.packs[pack] = (rule.packs[pack] as number) + 1
    result.severities.set(finding.severity, (result.severities.get(finding.severity) ?? 0) + 1)
    rule.examples.add({ key: hashText(finding.fingerprint + row.id, 2), id: row.id, finding })
    if (seen.has(finding.ruleId)) continue
    seen.add(finding.ruleId)
    rule.articles++
    keep(rule.worst)
  }
}

function addToGroup(
  group: GroupTotals,
  { findings, words }: ArticleRow,
  pack: number,
  affected: boolean,
  keep: (worst: Top<WorstArticle>) => void,
): void {
  group.articles++
  if (affected) group.affected++
  group.words += words
  group.findings += findings.length
  group.wordPacks[pack] = (group.wordPacks[pack] as number) + words
  group.findingPacks[pack] = (group.findingPacks[pack] as number) + findings.length
  for (const { ruleId } of findings) group.rules.set(ruleId, (group.rules.get(ruleId) ?? 0) + 1)
  keep(group.worst)
}

function noGroup(name: string, worst: number): GroupTotals {
  return {
    name,
    articles: 0,
    affected: 0,
    words: 0,
    findings: 0,
    wordPacks: emptyPacks(),
    findingPacks: emptyPacks(),
    rules: new Map(),
    worst: new Top(worst, worstFirst),
  }
}

function groupOf(groups: Map<string, GroupTotals>, name: string): GroupTotals {
  const key = groups.has(name) || groups.size < mostGroups ? name : otherGroups
  let group = groups.get(key)
  if (group === undefined) {
    group = noGroup(key, worstOfGroup)
    groups.set(key, group)
  }
  return group
}

function ruleOf(rules: Map<string, RuleTotals>, { ruleId, mqm, severity }: RowFinding): RuleTotals {
  let rule = rules.get(ruleId)
  if (rule === undefined) {
    rule = {
      ruleId,
      mqm,
      severity,
      count: 0,
      articles: 0,
      sure: 0,
      likely: 0,
      maybe: 0,
      expectedRight: 0,
      safe: 0,
      packs: emptyPacks(),
      examples: new Top(examplesOfRule, (a, b) => a.key - b.key || byText(a.id, b.id)),
      worst: new Top(worstOfRule, worstFirst),
    }
    rules.set(ruleId, rule)
  }
  return rule
}

const gravity: Record<string, number> = { critical: 3, major: 2, minor: 1, neutral: 0 }

function severitiesOf(findings: readonly RowFinding[]): Record<string, number> {
  const counts: Record<string, number> = { critical: 0, major: 0, minor: 0, neutral: 0 }
  for (const { severity } of findings) counts[severity] = (counts[severity] ?? 0) + 1
  return counts
}

/** The findings that tell most, in the order of the text. */
function mostTelling(findings: readonly RowFinding[]): RowFinding[] {
  return findings
    .toSorted(
      (a, b) =>
        (gravity[b.severity] ?? 0) - (gravity[a.severity] ?? 0) || b.confidence - a.confidence || a.start - b.start,
    )
    .slice(0, shownFindings)
    .sort((a, b) => a.start - b.start || a.end - b.end)
}
