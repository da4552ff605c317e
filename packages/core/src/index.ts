export {
  type Checker,
  type CheckerOptions,
  type CheckOptions,
  type CheckResult,
  createChecker,
  defaultMinConfidence,
  type RuleError,
} from './check/check.ts'
export { confidenceWord, type Finding, type Fix } from './check/finding.ts'
export { type Language, loadLanguage } from './language/language.ts'
export { hasSafeFix, type Repaired, type RepairOptions, repair } from './repair.ts'
export { rules } from './rules/index.ts'
export { defineRule, type MqmType, type Rule, type Severity } from './rules/rule.ts'
export { applyEdits, type Edit } from './text/edit.ts'
export { type Format, formatOf, readSegments } from './text/read.ts'
export { UsageError } from './usage-error.ts'
