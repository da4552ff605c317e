import { DOMParser, onErrorStopParsing } from '@xmldom/xmldom'
import { describe, expect, it } from 'vitest'
import { createChecker } from '../check/check.ts'
import { type Decision, decide } from '../decisions.ts'
import type { Format } from '../text/read.ts'
import { formatCheckstyle } from './checkstyle.ts'
import { formatGithub } from './github.ts'
import { formatGitlab } from './gitlab.ts'
import { formatJunit } from './junit.ts'
import type { ReportDocument } from './report.ts'
import { formatSarif } from './sarif.ts'
import { marks } from './testing.ts'
import { formatXliff } from './xliff.ts'

const broken = marks('dimanche', [], {
  prepare: () => ({
    triggers: { words: ['dimanche'] },
    // biome-ignore lint/correctness/useYield: it is meant to fail before it yields
    *check() {
      throw new Error('out of "ideas" & time')
    },
  }),
})
const checker = createChecker({
  rules: [marks('lundi', ['Monday']), marks('mardi', [], { severity: 'minor' }), marks('jeudi', ['']), broken],
})

function document(text: string, path = 'news/a b.txt', format: Format = 'text'): ReportDocument {
  return { path, result: checker.check(text, { format }) }
}

/** The article, with every finding of that word let stand. */
function decided(text: string, word: string, path = 'a.txt'): ReportDocument {
  const result = checker.check(text)
  const decisions = result.findings
    .filter(({ actual }) => actual === word)
    .map(
      ({ fingerprint, ruleId, actual: quote }): Decision => ({
        doc: path,
        fingerprint,
        ruleId,
        quote,
        verdict: 'stet',
        reason: 'As he said it',
        by: 'desk',
        at: '2026-01-02T03:04:05Z',
      }),
    )
  return { path, ...decide(result, path, decisions) }
}

/** Elements of a name, as a parser that is not ours sees them, each with its attributes and its text. */
function elements(xml: string, name: string): Record<string, string | null>[] {
  const tree = new DOMParser({ onError: onErrorStopParsing }).parseFromString(xml, 'text/xml')
  return [...tree.getElementsByTagName(name)].map((element) => ({
    ...Object.fromEntries([...element.attributes].map((each) => [each.name, each.value])),
    text: element.textContent,
  }))
}

const hostile = 'a "b" <c>&\u0001\n\t\uD800.txt'

describe('junit', () => {
  it('has a suite an article, a case a finding; what stands is skipped, what is minor passes', () => {
    const xml = formatJunit([decided('On lundi, mardi, jeudi and dimanche.', 'jeudi'), document('Fine.', 'b.txt')])
    expect(elements(xml, 'testsuites')).toMatchObject([{ tests: '5', failures: '1', errors: '1' }])
    expect(elements(xml, 'testsuite')).toMatchObject([
      { name: 'a.txt', tests: '4', failures: '1', errors: '1', skipped: '1' },
      { name: 'b.txt', tests: '1', failures: '0' },
    ])
    expect(elements(xml, 'testcase').map(({ name }) => name)).toEqual([
      'marks-lundi at 1:4: “lundi”',
      'marks-mardi at 1:11: “mardi”',
      'marks-jeudi at 1:18: “jeudi”',
      'marks-dimanche',
      'no findings',
    ])
    expect(elements(xml, 'failure')).toEqual([
      { type: 'major', message: '“lundi” is French', text: 'a.txt:1:4: “lundi” is French → Monday' },
    ])
    expect(elements(xml, 'skipped')).toMatchObject([{ message: 'stet by desk on 2026-01-02: As he said it' }])
    expect(elements(xml, 'error')).toMatchObject([{ message: 'out of "ideas" & time' }])
  })

  it('fails from the severity on that the article is held to', () => {
    const failures = (failOn: ReportDocument['failOn']) =>
      elements(formatJunit([{ ...document('lundi mardi'), ...(failOn && { failOn }) }]), 'failure').length
    expect([failures(undefined), failures('minor'), failures('critical'), failures('never')]).toEqual([1, 2, 0, 0])
  })
})

describe('checkstyle', () => {
  it('has a file an article, an error a finding, and holds any name', () => {
    const xml = formatCheckstyle([document('On lundi.\nOn mardi, dimanche.', hostile), document('Fine.', 'b.txt')])
    expect(elements(xml, 'file')).toMatchObject([{ name: 'a "b" <c>&\uFFFD\n\t\uFFFD.txt' }, { name: 'b.txt' }])
    expect(elements(xml, 'error')).toMatchObject([
      { line: '1', column: '4', severity: 'error', message: '“lundi” is French → Monday', source: 'stet.marks-lundi' },
      { line: '2', column: '4', severity: 'warning', source: 'stet.marks-mardi' },
      { line: '1', severity: 'error', message: 'rule marks-dimanche failed: out of "ideas" & time' },
    ])
  })
})

describe('gitlab', () => {
  it('has what Code Quality asks for, and no two fingerprints alike', () => {
    const text = 'On lundi. On lundi.\n\nOn jeudi, dimanche.'
    const issues = JSON.parse(formatGitlab([document(text, './a.txt'), document(text, 'b.txt')]))
    expect(issues).toHaveLength(8)
    expect(issues[0]).toEqual({
      description: '“lundi” is French → Monday',
      check_name: 'marks-lundi',
      fingerprint: expect.stringMatching(/^[a-z2-7]{16}$/u),
      severity: 'major',
      location: { path: 'a.txt', lines: { begin: 1, end: 1 } },
    })
    expect(issues[2]).toMatchObject({ description: '“jeudi” is French → delete', location: { lines: { begin: 3 } } })
    const prints = issues.map(({ fingerprint }: { fingerprint: string }) => fingerprint)
    expect(new Set(prints).size).toBe(8)
  })
})

describe('github', () => {
  it('keeps to ten of a kind, says how many more there are, and lists them in a group of the log', () => {
    const report = formatGithub([
      document('lundi '.repeat(8), 'a.txt'),
      document(`${'lundi '.repeat(7)}${'mardi '.repeat(10)}`, 'b\n##[error]c.txt'),
    ])
    const lines = report.trimEnd().split('\n')
    expect(lines.filter((line) => line.startsWith('::error'))).toHaveLength(10)
    expect(lines[9]).toBe('::error title=stet::6 more in 1 article: the log of this step lists them')
    expect(lines.filter((line) => line.startsWith('::warning'))).toHaveLength(10)
    expect(lines.slice(-9)).toEqual([
      '::group::6 findings without an annotation',
      ...[7, 13, 19, 25, 31, 37].map(
        (column) => `- b⏎## [error]c.txt:1:${column} major marks-lundi: “lundi” is French → Monday`,
      ),
      '::endgroup::',
      expect.stringMatching(/^25 findings in 2 articles: 15 major, 10 minor/u),
    ])
  })

  it('tells of rules that failed first of all', () => {
    expect(formatGithub([document('lundi dimanche', 'a.txt')]).split('\n')[0]).toBe(
      '::error file=a.txt,title=marks-dimanche::rule marks-dimanche failed: out of "ideas" & time',
    )
  })
})

describe('sarif', () => {
  it('shows what stands as suppressed, and then says of the others that they are not', () => {
    const [run] = JSON.parse(formatSarif([decided('On lundi, mardi.', 'lundi')])).runs
    expect(run.results.map(({ suppressions }: { suppressions: unknown }) => suppressions)).toEqual([
      [
        {
          kind: 'external',
          status: 'accepted',
          justification: 'As he said it',
          properties: { verdict: 'stet', by: 'desk', at: '2026-01-02T03:04:05Z' },
        },
      ],
      [],
    ])
    expect(JSON.parse(formatSarif([document('lundi')])).runs[0].results[0]).not.toHaveProperty('suppressions')
  })
})

describe('xliff', () => {
  it('annotates the English with localization quality issues, whatever the article was', () => {
    const html = '<h1>On <b>lundi</b></h1><p>Tea &amp; jeudi \u0001</p>'
    const xml = formatXliff([document(html, 'a.html', 'html'), document('', 'empty.txt')])
    expect(elements(xml, 'file')).toMatchObject([{ id: 'f1', original: 'a.html' }, { id: 'f2' }])
    expect(elements(xml, 'source').map(({ text }) => text)).toEqual(['On lundi', 'Tea & jeudi ', ''])
    expect(elements(xml, 'cp')).toMatchObject([{ hex: '0001' }])
    expect(xml).toContain('On <sm id="m1" its:locQualityIssueType="style"')
    expect(xml).toContain('/>lundi<em startRef="m1"/></source>')
    expect(elements(xml, 'sm')).toMatchObject([
      {
        'its:locQualityIssueComment': '“lundi” is French → Monday (marks-lundi)',
        'its:locQualityIssueSeverity': '75',
      },
      { 'its:locQualityIssueComment': '“jeudi” is French → delete (marks-jeudi)' },
    ])
  })

  it('says of what stands that it is not enabled', () => {
    const issues = elements(formatXliff([decided('lundi mardi', 'mardi')]), 'sm')
    expect(issues.map((issue) => issue['its:locQualityIssueEnabled'])).toEqual([undefined, 'no'])
  })
})
