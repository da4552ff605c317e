import { readdirSync, readFileSync } from 'node:fs'
import { createChecker, type Decision, decide, formatOf, formatSarif } from '@stet/core'
import ajvDraft04 from 'ajv-draft-04'
import addFormats from 'ajv-formats'
import { expect, it } from 'vitest'

const schema = JSON.parse(readFileSync(new URL('schemas/sarif-2.1.0.json', import.meta.url), 'utf8'))
const ajv = new ajvDraft04.default({ strict: false, allErrors: true, unicodeRegExp: false })
addFormats.default(ajv)
const isSarif = ajv.compile(schema)
const checker = createChecker()

it('what is written is SARIF 2.1.0 by its schema, for every article of the corpus and every format, decided or not', () => {
  const folders = ['corpus/annotated', 'formats']
  const documents = folders.flatMap((folder) =>
    readdirSync(new URL(folder, import.meta.url)).map((name) => {
      const text = readFileSync(new URL(`${folder}/${name}`, import.meta.url), 'utf8')
      return { path: `${folder}/${name}`, result: checker.check(text, { format: formatOf(name) }) }
    }),
  )
  const [first, ...others] = documents
  const open = first?.result.findings.map(({ fingerprint, ruleId, actual: quote }): Decision => {
    return {
      doc: 'a',
      fingerprint,
      ruleId,
      quote,
      verdict: 'stet',
      reason: 'So it was said',
      by: 'a',
      at: '2026-01-01',
    }
  })
  const decided = decide(first?.result as NonNullable<typeof first>['result'], 'a', open ?? [])
  expect(decided.standing.length).toBeGreaterThan(0)
  const failed = { ...decided.result, errors: [{ ruleId: 'mojibake', message: 'failed' }] }
  for (const log of [
    formatSarif(documents),
    formatSarif([{ path: '/a b/ü:c.txt', ...decided, result: failed }, ...others]),
    formatSarif([]),
  ]) {
    expect(isSarif(JSON.parse(log)), JSON.stringify(isSarif.errors?.slice(0, 5))).toBe(true)
  }
  expect(isSarif({ version: '2.1.0', runs: [{}] })).toBe(false)
})
