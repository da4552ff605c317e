export type { ArticleMeta, ArticleRow, RowFinding } from './article-row.ts'
export { type Columns, parseColumns, type Role } from './inputs/columns.ts'
export { ignoring, type NamedInput, namedInput } from './inputs/input-files.ts'
export type { Reading } from './inputs/read-article.ts'
export { type ArticleInput, filesInput } from './inputs/read-inputs.ts'
export type { Manifest, ManifestInput, ManifestShard } from './manifest.ts'
export { isPostgresUrl } from './postgres/database.ts'
export { postgresBackend } from './postgres/postgres-backend.ts'
export { type QuerySource, queryInput } from './postgres/query-input.ts'
export type { ProgressLine } from './progress-line.ts'
export {
  type ComparedRun,
  type Comparison,
  compareRuns,
  type Difference,
  type DifferenceVerdict,
} from './results/comparison.ts'
export { comparisonText } from './results/comparison-text.ts'
export type { Summary } from './results/summary.ts'
export { writeComparison } from './results/write-comparison.ts'
export { type ResultsOptions, writeResults } from './results/write-results.ts'
export type { Backend } from './run/backend.ts'
export type { CheckingOptions } from './run/check-article.ts'
export type { DuplicateIds } from './run/duplicate-ids.ts'
export { type EarlierIndex, indexEarlier } from './run/earlier-rows.ts'
export { rulesetOf } from './run/ruleset.ts'
export { defaultShardArticles, helpArchive, type RunResult, runArchive } from './run/run-archive.ts'
export type { RunListener, RunOptions, RunProgress } from './run/run-options.ts'
export { type StandingTable, standingTable } from './run/standing-table.ts'
export { readManifest, readRows, runFiles } from './run-folder.ts'
