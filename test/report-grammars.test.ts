import { readdirSync, readFileSync } from 'node:fs'
import {
  createChecker,
  type Decision,
  decide,
  formatCheckstyle,
  formatGitlab,
  formatJunit,
  formatOf,
  formatXliff,
  type ReportDocument,
} from '@stet/core'
import { DOMParser, type Element, onErrorStopParsing } from '@xmldom/xmldom'
import Ajv from 'ajv'
import { expect, it } from 'vitest'

/** What one element may hold: a pattern for each attribute, those that must be there with `!`, and the elements inside. */
interface Allowed {
  readonly attributes: Readonly<Record<string, RegExp>>
  readonly inside: readonly string[]
  /** May text stand in it? */
  readonly text?: boolean
}
type Grammar = Readonly<Record<string, Allowed>>

const any = /^/u
const number = /^\d+$/u
const message: Allowed = { attributes: { type: any, message: any }, inside: [], text: true }

/**
 * The elements and attributes of https://github.com/jenkinsci/xunit-plugin (junit-10.xsd), as far as we write them; `file`
 * and `line` of a case are what GitLab and others read besides (https://docs.gitlab.com/ci/testing/unit_test_reports/).
 */
const junit: Grammar = {
  testsuites: { attributes: { name: any, tests: number, failures: number, errors: number }, inside: ['testsuite'] },
  testsuite: {
    attributes: { 'name!': any, 'tests!': number, 'failures!': number, 'errors!': number, skipped: number },
    inside: ['testcase'],
  },
  testcase: {
    attributes: { 'name!': any, classname: any, file: any, line: number },
    inside: ['skipped', 'error', 'failure', 'system-out'],
  },
  skipped: message,
  error: message,
  failure: message,
  'system-out': { attributes: {}, inside: [], text: true },
}

/** What Checkstyle's XMLLogger writes (https://checkstyle.org/apidocs/com/puppycrawl/tools/checkstyle/XMLLogger.html). */
const checkstyle: Grammar = {
  checkstyle: { attributes: { 'version!': /^\d+(?:\.\d+)*$/u }, inside: ['file'] },
  file: { attributes: { 'name!': any }, inside: ['error'] },
  error: {
    attributes: {
      'line!': /^[1-9]\d*$/u,
      column: /^[1-9]\d*$/u,
      'severity!': /^(?:error|warning|info|ignore)$/u,
      'message!': any,
      source: any,
    },
    inside: [],
  },
}

const issueTypes =
  'terminology|mistranslation|omission|untranslated|addition|duplication|inconsistency|grammar|legal|register|locale-specific-content|locale-violation|style|characters|misspelling|typographical|formatting|inconsistent-entities|numbers|markup|pattern-problem|whitespace|internationalization|length|non-conformance|uncategorized|other'
const nmtoken = /^[\w:.-]+$/u

/** The part of XLIFF 2.1 and of its ITS module that we write (https://docs.oasis-open.org/xliff/xliff-core/v2.1/). */
const xliff: Grammar = {
  xliff: {
    attributes: {
      'xmlns!': /^urn:oasis:names:tc:xliff:document:2\.0$/u,
      'xmlns:its': /^http:\/\/www\.w3\.org\/2005\/11\/its$/u,
      'its:version': /^2\.0$/u,
      'version!': /^2\.1$/u,
      'srcLang!': /^en$/u,
      'xml:space': /^(?:preserve|default)$/u,
    },
    inside: ['file'],
  },
  file: { attributes: { 'id!': nmtoken, original: any }, inside: ['unit'] },
  unit: { attributes: { 'id!': nmtoken }, inside: ['segment'] },
  segment: { attributes: { id: nmtoken }, inside: ['source'] },
  source: { attributes: {}, inside: ['sm', 'em', 'cp'], text: true },
  sm: {
    attributes: {
      'id!': nmtoken,
      'its:locQualityIssueType': new RegExp(`^(?:${issueTypes})$`, 'u'),
      'its:locQualityIssueComment': any,
      'its:locQualityIssueSeverity': /^(?:100|\d?\d)$/u,
      'its:locQualityIssueEnabled': /^(?:yes|no)$/u,
    },
    inside: [],
  },
  em: { attributes: { 'startRef!': nmtoken }, inside: [] },
  cp: { attributes: { 'hex!': /^[0-9A-F]{4}$/u }, inside: [] },
}

/** What an element and all inside it have that the grammar does not allow. */
function faults(element: Element, grammar: Grammar): string[] {
  const name = element.nodeName
  const allowed = grammar[name]
  if (allowed === undefined) return [`<${name}>`]
  const found = [...element.attributes].flatMap(({ name: key, value }) => {
    const pattern = allowed.attributes[key] ?? allowed.attributes[`${key}!`]
    return pattern?.test(value) === true ? [] : [`<${name} ${key}="${value}">`]
  })
  const missing = Object.keys(allowed.attributes)
    .filter((key) => key.endsWith('!') && !element.hasAttribute(key.slice(0, -1)))
    .map((key) => `<${name}> without ${key}`)
  const inner = [...element.childNodes].flatMap((node) => {
    if (node.nodeType === node.ELEMENT_NODE) {
      return allowed.inside.includes(node.nodeName)
        ? faults(node as Element, grammar)
        : [`<${node.nodeName}> in <${name}>`]
    }
    return allowed.text === true || (node.nodeValue ?? '').trim() === '' ? [] : [`text in <${name}>`]
  })
  return [...found, ...missing, ...inner]
}

function parsed(xml: string): Element {
  return new DOMParser({ onError: onErrorStopParsing }).parseFromString(xml, 'text/xml').documentElement as Element
}

const checker = createChecker()
const documents = ['corpus/annotated', 'formats'].flatMap((folder) =>
  readdirSync(new URL(folder, import.meta.url)).map((name): ReportDocument => {
    const text = readFileSync(new URL(`${folder}/${name}`, import.meta.url), 'utf8')
    return { path: `${folder}/${name}`, result: checker.check(text, { format: formatOf(name) }) }
  }),
)

/** With articles of every kind: with findings, decided, failed, with a hostile name, without any finding. */
function allKinds(): ReportDocument[] {
  const [first, second, ...others] = documents as [ReportDocument, ReportDocument, ...ReportDocument[]]
  const decisions = first.result.findings.slice(0, 3).map(
    ({ fingerprint, ruleId, actual: quote }): Decision => ({
      ...{ doc: 'a', fingerprint, ruleId, quote, verdict: 'stet', reason: 'He said "so" & <meant> it' },
      ...{ by: 'a', at: '2026-01-01' },
    }),
  )
  const failed = { ...second.result, errors: [{ ruleId: 'mojibake', message: 'failed\u0000 <here>' }] }
  return [
    { path: first.path, ...decide(first.result, 'a', decisions) },
    { path: 'a "b" <c>&\u0001\uD800.txt', result: failed },
    { path: 'clean.txt', result: checker.check('All is well.') },
    ...others,
  ]
}

it.each([
  ['JUnit', formatJunit, junit, '<testsuites><testsuite name="a" tests="x"/></testsuites>'],
  [
    'Checkstyle',
    formatCheckstyle,
    checkstyle,
    '<checkstyle version="4.3"><file name="a"><error line="0"/></file></checkstyle>',
  ],
  ['XLIFF', formatXliff, xliff, '<xliff version="2.1"><file><unit id="u1">text</unit></file></xliff>'],
] as const)(
  '%s keeps to its grammar, for every article of the corpus and every format',
  (_name, format, grammar, wrong) => {
    expect(faults(parsed(format(allKinds())), grammar)).toEqual([])
    expect(faults(parsed(format([])), grammar)).toEqual([])
    // The check itself can fail.
    expect(faults(parsed(wrong), grammar).length).toBeGreaterThan(2)
  },
)

it('XLIFF: each start of an annotation has its end in the same segment, and ids are there once', () => {
  const root = parsed(formatXliff(allKinds()))
  const ids = (elements: Iterable<Element>, name: string) => [...elements].map((each) => each.getAttribute(name) ?? '')
  expect(new Set(ids(root.getElementsByTagName('file'), 'id')).size).toBe(allKinds().length)
  for (const unit of root.getElementsByTagName('unit')) {
    const starts = ids(unit.getElementsByTagName('sm'), 'id')
    expect(new Set(starts).size).toBe(starts.length)
    expect(ids(unit.getElementsByTagName('em'), 'startRef').sort()).toEqual(starts.sort())
  }
})

it('GitLab: each issue has what Code Quality asks for (https://docs.gitlab.com/ci/testing/code_quality/)', () => {
  const isReport = new Ajv.default().compile({
    type: 'array',
    items: {
      type: 'object',
      required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
      properties: {
        description: { type: 'string', minLength: 1 },
        check_name: { type: 'string', minLength: 1 },
        fingerprint: { type: 'string', minLength: 1 },
        severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
        location: {
          type: 'object',
          required: ['path', 'lines'],
          properties: {
            path: { type: 'string', pattern: '^(?!\\./|/)' },
            lines: { type: 'object', required: ['begin'], properties: { begin: { type: 'integer', minimum: 1 } } },
          },
        },
      },
    },
  })
  const issues = JSON.parse(formatGitlab(allKinds()))
  expect(isReport(issues), JSON.stringify(isReport.errors)).toBe(true)
  expect(new Set(issues.map(({ fingerprint }: { fingerprint: string }) => fingerprint)).size).toBe(issues.length)
  expect(isReport([{ description: 'x', severity: 'high' }])).toBe(false)
})
