import { readManifest } from '../run-folder.ts'
import { type Aggregate, aggregate, type Dimension, dimensions } from './aggregate.ts'
import { differenceOf, type Estimate, emptyPacks, type Packs, rateOf, standingOut } from './bootstrap.ts'
import { byText } from './top.ts'

/** What one of the two runs was. */
export interface ComparedRun {
  readonly folder: string
  /** Version of Stet. */
  readonly version: string
  readonly ruleset: string
  readonly inputs: readonly string[]
  readonly articles: number
  /** Articles that could not be checked, or only in part. */
  readonly errors: number
  readonly words: number
  readonly findings: number
  /** Articles with a critical or major finding. */
  readonly affected: number
}

/**
 * `fewer` and `more`: run B against run A, where the difference stands out among all that stand beside it; `unclear`:
 * chance may have made it.
 */
export type DifferenceVerdict = 'fewer' | 'more' | 'unclear'

/** Findings a thousand words in both runs; intervals of 95%. */
export interface Difference {
  readonly name: string
  readonly findings: readonly [a: number, b: number]
  readonly a: Estimate
  readonly b: Estimate
  /** B less A. */
  readonly difference: Estimate
  readonly verdict: DifferenceVerdict
}

/** The findings of an article that both runs have, less in B where it got better. */
interface ChangedArticle {
  readonly id: string
  readonly findings: readonly [a: number, b: number]
}

/** What `stet report --compare --format json` prints. Public: keys keep their names and meaning. */
export interface Comparison {
  readonly a: ComparedRun
  readonly b: ComparedRun
  readonly sameRules: boolean
  /** Do both have the same input, byte for byte? */
  readonly sameInputs: boolean
  readonly all: Difference
  /** Those that stand out first, then by size. */
  readonly rules: readonly Difference[]
  /** Outlets, engines and desks that both runs have. */
  readonly dimensions: Readonly<Record<Dimension, readonly Difference[]>>
  /** Those that only one of the runs has. */
  readonly alone: Readonly<Record<Dimension, { readonly a: readonly string[]; readonly b: readonly string[] }>>
  /** Articles with the same id in both runs: all, or a random sample where there are more than ten thousand. */
  readonly articles: {
    readonly compared: number
    readonly fewer: number
    readonly same: number
    readonly more: number
    readonly mostFewer: readonly ChangedArticle[]
    readonly mostMore: readonly ChangedArticle[]
  }
}

const sampledArticles = 10_000
const mostChanged = 10

/**
 * What is different in run `b` against run `a`: two engines, two dates or two rule sets. Memory does not grow with the
 * runs.
 *
 * @throws UsageError when a folder holds no run that came to its end
 */
export async function compareRuns(a: string, b: string): Promise<Comparison> {
  const [manifestA, manifestB] = [await readManifest(a), await readManifest(b)]
  const [first, second] = [await aggregate(a, { sampledArticles }), await aggregate(b, { sampledArticles })]
  const run = (folder: string, manifest: typeof manifestA, { all, errors }: Aggregate): ComparedRun => ({
    folder,
    version: manifest.engine,
    ruleset: manifest.ruleset,
    inputs: manifest.inputs.map(({ name }) => name),
    articles: all.articles,
    errors,
    words: all.words,
    findings: all.findings,
    affected: all.affected,
  })
  const hashes = ({ inputs }: typeof manifestA) => inputs.map(({ sha256 }) => sha256).join()
  const whole = (totals: Aggregate): Counted => ({ counted: totals.all.findingPacks, over: totals.all.wordPacks })
  const none = emptyPacks()
  const ruleIds = [...new Set([...first.rules.keys(), ...second.rules.keys()])]
  const ofRule = (totals: Aggregate, id: string): Counted => ({
    counted: totals.rules.get(id)?.packs ?? none,
    over: totals.all.wordPacks,
  })
  return {
    a: run(a, manifestA, first),
    b: run(b, manifestB, second),
    sameRules: manifestA.ruleset === manifestB.ruleset,
    sameInputs: hashes(manifestA) === hashes(manifestB),
    all: difference('all', whole(first), whole(second), 1),
    rules: ruleIds
      .map((id) => difference(id, ofRule(first, id), ofRule(second, id), ruleIds.length))
      .sort(clearestFirst),
    dimensions: byDimension((dimension) => groupDifferences(first.groups[dimension], second.groups[dimension])),
    alone: byDimension((dimension) => {
      const [inA, inB] = [first.groups[dimension], second.groups[dimension]]
      const only = (these: Groups, those: Groups) => [...these.keys()].filter((name) => !those.has(name)).sort(byText)
      return { a: only(inA, inB), b: only(inB, inA) }
    }),
    articles: changedArticles(first, second),
  }
}

interface Counted {
  readonly counted: Packs
  readonly over: Packs
}

type Groups = Aggregate['groups'][Dimension]

function byDimension<T>(make: (dimension: Dimension) => T): Record<Dimension, T> {
  return Object.fromEntries(dimensions.map((dimension) => [dimension, make(dimension)])) as Record<Dimension, T>
}

function groupDifferences(a: Groups, b: Groups): Difference[] {
  const both = [...a.values()].filter(({ name }) => b.has(name))
  return both
    .map((group) => {
      const other = b.get(group.name) as typeof group
      const counted = ({ findingPacks, wordPacks }: typeof group) => ({ counted: findingPacks, over: wordPacks })
      return difference(group.name, counted(group), counted(other), both.length)
    })
    .sort(clearestFirst)
}

/** @param looks how many differences stand beside this one */
function difference(name: string, a: Counted, b: Counted, looks: number): Difference {
  const { standardError, ...found } = differenceOf(a, b, 1000)
  const clear = Math.abs(found.value) > standingOut(looks) * standardError && found.low * found.high > 0
  return {
    name,
    findings: [sumOf(a.counted), sumOf(b.counted)],
    a: rounded(rateOf(a.counted, a.over, 1000)),
    b: rounded(rateOf(b.counted, b.over, 1000)),
    difference: rounded(found),
    verdict: !clear ? 'unclear' : found.value < 0 ? 'fewer' : 'more',
  }
}

function sumOf(packs: Packs): number {
  return packs.reduce((sum, each) => sum + each, 0)
}

function clearestFirst(a: Difference, b: Difference): number {
  return (
    Number(a.verdict === 'unclear') - Number(b.verdict === 'unclear') ||
    Math.abs(b.difference.value) - Math.abs(a.difference.value) ||
    byText(a.name, b.name)
  )
}

/** Both samples hold the ids with the smallest hashes: what lies below the smaller of their ends is in both or in neither. */
function changedArticles(a: Aggregate, b: Aggregate): Comparison['articles'] {
  const other = new Map(b.articleSample.entries.map(({ id, findings }) => [id, findings]))
  const changed: ChangedArticle[] = []
  let compared = 0
  for (const { id, findings } of a.articleSample.entries) {
    const now = other.get(id)
    if (now === undefined) continue
    compared++
    if (now !== findings) changed.push({ id, findings: [findings, now] })
  }
  const change = ({ findings: [before, now] }: ChangedArticle) => now - before
  const sorted = changed.sort((x, y) => change(x) - change(y) || byText(x.id, y.id))
  const fewer = sorted.filter((article) => change(article) < 0)
  const more = sorted.filter((article) => change(article) > 0).reverse()
  return {
    compared,
    fewer: fewer.length,
    same: compared - changed.length,
    more: more.length,
    mostFewer: fewer.slice(0, mostChanged),
    mostMore: more.slice(0, mostChanged),
  }
}

function rounded({ value, low, high }: Estimate): Estimate {
  const short = (number: number): number => Math.round(number * 1000) / 1000 + 0
  return { value: short(value), low: short(low), high: short(high) }
}
