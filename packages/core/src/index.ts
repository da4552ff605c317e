export { type SourcePassage, sourcePassages } from './bilingual/source-passages.ts'
export {
  type Checker,
  type CheckerOptions,
  type CheckOptions,
  type CheckResult,
  createChecker,
  defaultMinConfidence,
  fewestAligned,
  type RuleError,
} from './check/check.ts'
export { confidenceWord, type Finding, type Fix } from './check/finding.ts'
export { type GlossaryLine, parseGlossary } from './check/house-glossary.ts'
export type { QuotationStyle } from './check/house-punctuation.ts'
export { selectFindings } from './check/select.ts'
export { parseTermBase } from './check/term-base.ts'
export { checkMany, type ManyArticle, type ManyOptions, type ManyResult } from './check-many.ts'
export {
  assertRule,
  type Config,
  checkerOptions,
  configFileNames,
  type FailOn,
  failOnWords,
  listOf,
  mergeConfigs,
  parseConfig,
} from './config.ts'
export {
  type Decided,
  type Decision,
  decide,
  parseDecisions,
  type Standing,
  serialiseDecisions,
  type Verdict,
} from './decisions.ts'
export { defaultGatePolicy, type GateResult, type GateVerdict, gate } from './gate.ts'
export type { GateLimits, GatePolicy } from './gate-policy.ts'
export type { HouseName, NameStyle } from './language/house-styles.ts'
export { type Language, loadLanguage } from './language/language.ts'
export { NameForms, type PreferredForm } from './language/name-spellings.ts'
export { lookUpName, type NameAnswer, type NameReading, type NameRow } from './names.ts'
export { type PluginOptions, stet } from './plugin.ts'
export { hasSafeFix, type Repaired, type RepairOptions, repair } from './repair.ts'
export { shownText } from './report/cells.ts'
export { formatCheckstyle } from './report/checkstyle.ts'
export { formatGithub } from './report/github.ts'
export { formatGitlab } from './report/gitlab.ts'
export { formatHtml } from './report/html.ts'
export { formatJson, type PublicFinding, type PublicResult, publicResult } from './report/json.ts'
export { formatJsonl } from './report/jsonl.ts'
export { formatJunit } from './report/junit.ts'
export { type ReportDocument, reaches, rulingInWords, summarise } from './report/report.ts'
export { formatSarif } from './report/sarif.ts'
export { formatText, type Paint, type Palette, plainPalette, type TextOptions } from './report/text.ts'
export { formatXliff } from './report/xliff.ts'
export {
  alike,
  type Choice,
  chosenEdits,
  isSuperseded,
  type OfferedRepair,
  offeredRepairs,
  openFindings,
  type Review,
  type ReviewAction,
  type ReviewEvent,
  type ReviewMark,
  type ReviewProgress,
  recheckReview,
  replayReview,
  reviewDecisions,
  reviewedText,
  reviewProgress,
  reviewStep,
  startReview,
} from './review.ts'
export { rules } from './rules/index.ts'
export { defineRule, type MqmType, type Rule, type Severity } from './rules/rule.ts'
export { applyEdits, type Edit } from './text/edit.ts'
export { MalformedError } from './text/malformed.ts'
export { type Format, formatOf, formats, readSegments } from './text/read.ts'
export { UsageError } from './usage-error.ts'
