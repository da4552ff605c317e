import type { Finding } from '../check/finding.ts'
import type { Standing } from '../decisions.ts'
import { type ReportDocument, reaches, repairInWords, rulingInWords } from './report.ts'
import { xmlAttributes, xmlDeclaration, xmlText } from './xml.ts'

/** How many test cases came to what. */
interface Counts {
  readonly tests: number
  readonly failures: number
  readonly errors: number
  readonly skipped: number
}

/**
 * JUnit: a suite an article, a test case a finding. A finding fails from `failOn` of its document on; a lesser one passes
 * and is told as output, one that stands is skipped, a rule that failed is an error. An article without any passes once.
 */
export function formatJunit(documents: readonly ReportDocument[]): string {
  const counts = documents.map(countsOf)
  const sum = (key: keyof Counts): number => counts.reduce((total, each) => total + each[key], 0)
  const all = { tests: sum('tests'), failures: sum('failures'), errors: sum('errors') }
  const suites = documents.map((document, index) => suite(document, counts[index] as Counts))
  return `${[xmlDeclaration, `<testsuites${xmlAttributes({ name: 'stet', ...all })}>`, ...suites, '</testsuites>'].join('\n')}\n`
}

function countsOf({ result, standing = [], failOn = 'major' }: ReportDocument): Counts {
  const errors = result.errors.length
  const skipped = standing.length
  return {
    tests: Math.max(1, result.findings.length + errors + skipped),
    failures: failOn === 'never' ? 0 : result.findings.filter(({ severity }) => reaches(severity, failOn)).length,
    errors,
    skipped,
  }
}

function suite({ path, result, standing = [], failOn = 'major' }: ReportDocument, counts: Counts): string {
  const cases = [
    ...result.findings.map((finding) =>
      failOn !== 'never' && reaches(finding.severity, failOn) ? failure(path, finding) : lesser(path, finding),
    ),
    ...standing.map((each) => skipped(path, each)),
    ...result.errors.map(({ ruleId, message }) =>
      testCase({ classname: path, name: ruleId, file: path }, `<error${xmlAttributes({ type: 'rule', message })}/>`),
    ),
  ]
  if (cases.length === 0)
    cases.push(`    <testcase${xmlAttributes({ classname: path, name: 'no findings', file: path })}/>`)
  return [`  <testsuite${xmlAttributes({ name: path, ...counts })}>`, ...cases, '  </testsuite>'].join('\n')
}

function failure(path: string, finding: Finding): string {
  const { severity, reason } = finding
  const text = xmlText(`${path}:${finding.line}:${finding.column}: ${reason}${repairInWords(finding)}`)
  return testCase(
    about(path, finding),
    `<failure${xmlAttributes({ type: severity, message: reason })}>${text}</failure>`,
  )
}

function lesser(path: string, finding: Finding): string {
  const text = xmlText(`${finding.severity}: ${finding.reason}${repairInWords(finding)}`)
  return testCase(about(path, finding), `<system-out>${text}</system-out>`)
}

function skipped(path: string, { finding, decision }: Standing): string {
  return testCase(about(path, finding), `<skipped${xmlAttributes({ message: rulingInWords(decision) })}/>`)
}

function about(path: string, { ruleId, line, column, actual }: Finding) {
  return { classname: path, name: `${ruleId} at ${line}:${column}: “${actual}”`, file: path, line }
}

function testCase(attributes: Readonly<Record<string, string | number>>, content: string): string {
  return `    <testcase${xmlAttributes(attributes)}>${content}</testcase>`
}
