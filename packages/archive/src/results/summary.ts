import { readManifest } from '../run-folder.ts'
import { type Aggregate, type Dimension, dimensions, type GroupTotals, type RuleTotals } from './aggregate.ts'
import { type Estimate, rateOf } from './bootstrap.ts'
import type { NameCount } from './name-counts.ts'
import type { NameSpelling } from './name-spellings.ts'
import type { Trend } from './period.ts'
import { byText } from './top.ts'

/** What a run says of itself: the part of `manifest.json` that results show. */
export interface RunFacts {
  /** Version of Stet. */
  readonly version: string
  readonly ruleset: string
  readonly inputs: readonly string[]
}

export interface RuleSummary {
  readonly ruleId: string
  readonly mqm: string
  readonly severity: string
  readonly count: number
  readonly articles: number
  readonly sure: number
  readonly likely: number
  readonly maybe: number
  /** How many of them an editor would mark, by the confidence of each. */
  readonly expectedRight: number
  readonly safe: number
}

export interface GroupSummary {
  readonly name: string
  readonly articles: number
  /** Articles with a critical or major finding. */
  readonly affected: number
  readonly words: number
  readonly findings: number
  /** Findings a thousand words, with a 95 % bootstrap interval. */
  readonly rate: Estimate
  /** The commonest rules, commonest first. */
  readonly rules: readonly { readonly ruleId: string; readonly count: number }[]
}

/** What `summary.json` holds. Public: keys keep their names and meaning. */
export interface Summary {
  readonly run: RunFacts
  readonly articles: number
  /** Articles that could not be checked, or only in part: a rule failed on them. */
  readonly errors: number
  readonly clean: number
  readonly affected: number
  readonly words: number
  readonly findings: number
  readonly expectedRight: number
  readonly safe: number
  /** Articles that came with the text they were translated from, and those whose source did not fit and was not used. */
  readonly sources: { readonly given: number; readonly unused: number }
  readonly rate: Estimate
  readonly severities: Readonly<Record<string, number>>
  readonly rules: readonly RuleSummary[]
  readonly dimensions: Readonly<Record<Dimension, readonly GroupSummary[]>>
  readonly trend: Trend
  readonly names: { readonly total: number; readonly commonest: readonly NameCount[] }
  /** Names that articles write in several forms, each article its own: how many, and those that most articles would have to change. */
  readonly spellings: { readonly total: number; readonly most: readonly NameSpelling[] }
  readonly worst: readonly {
    readonly id: string
    readonly path: string
    readonly score: number
    readonly findings: number
  }[]
  readonly failures: Aggregate['failures']
}

/** Groups with an interval; more are of use to nobody. */
const mostGroupsShown = 60
const mostNamesShown = 200

/**
 * @throws UsageError when the folder holds no run
 */
export async function readRunFacts(runFolder: string): Promise<RunFacts> {
  const { engine, ruleset, inputs } = await readManifest(runFolder)
  return { version: engine, ruleset, inputs: inputs.map(({ name }) => name) }
}

export function summaryOf(run: RunFacts, totals: Aggregate): Summary {
  const { all } = totals
  return {
    run,
    articles: all.articles,
    errors: totals.errors,
    clean: totals.clean,
    affected: all.affected,
    words: all.words,
    findings: all.findings,
    expectedRight: rounded(totals.expectedRight),
    safe: totals.safe,
    sources: { given: totals.sources, unused: totals.sourcesUnused },
    rate: roundedEstimate(rateOf(all.findingPacks, all.wordPacks, 1000)),
    severities: Object.fromEntries(
      ['critical', 'major', 'minor', 'neutral'].map((severity) => [severity, totals.severities.get(severity) ?? 0]),
    ),
    rules: [...totals.rules.values()].sort((a, b) => b.count - a.count || byText(a.ruleId, b.ruleId)).map(ruleSummary),
    dimensions: Object.fromEntries(
      dimensions.map((dimension) => [dimension, groupSummaries(totals.groups[dimension])]),
    ) as Record<Dimension, GroupSummary[]>,
    trend: totals.days.trend(),
    names: { total: totals.names.total, commonest: totals.names.commonest(mostNamesShown) },
    spellings: totals.spellings.several(mostNamesShown),
    worst: all.worst.entries.slice(0, 20).map(({ id, found, article }) => ({
      id,
      path: article.path,
      score: article.score,
      findings: found,
    })),
    failures: totals.failures,
  }
}

function ruleSummary(rule: RuleTotals): RuleSummary {
  const { ruleId, mqm, severity, count, articles, sure, likely, maybe, expectedRight, safe } = rule
  return {
    ruleId,
    mqm,
    severity,
    count,
    articles,
    sure,
    likely,
    maybe,
    expectedRight: rounded(expectedRight),
    safe,
  }
}

/** The largest groups, worst first. */
function groupSummaries(groups: ReadonlyMap<string, GroupTotals>): GroupSummary[] {
  return [...groups.values()]
    .sort((a, b) => b.articles - a.articles || byText(a.name, b.name))
    .slice(0, mostGroupsShown)
    .map((group) => ({
      name: group.name,
      articles: group.articles,
      affected: group.affected,
      words: group.words,
      findings: group.findings,
      rate: roundedEstimate(rateOf(group.findingPacks, group.wordPacks, 1000)),
      rules: [...group.rules]
        .map(([ruleId, count]) => ({ ruleId, count }))
        .sort((a, b) => b.count - a.count || byText(a.ruleId, b.ruleId))
        .slice(0, 5),
    }))
    .sort((a, b) => b.rate.value - a.rate.value || byText(a.name, b.name))
}

/** Sums of fractions depend on their order in the last digits; what is written must not. */
function rounded(value: number): number {
  return Math.round(value * 10) / 10
}

function roundedEstimate({ value, low, high }: Estimate): Estimate {
  const short = (number: number): number => Math.round(number * 1000) / 1000
  return { value: short(value), low: short(low), high: short(high) }
}
