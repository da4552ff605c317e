import { expect, it } from 'vitest'
import { createChecker } from './check/check.ts'
import { type Decision, decide, parseDecisions, serialiseDecisions } from './decisions.ts'

const result = createChecker().check('There is [cependant] a reaction of [les Etats-Unis].')
const first = result.findings[0] as (typeof result.findings)[number]
const decision: Decision = {
  doc: 'a.txt',
  fingerprint: first.fingerprint,
  ruleId: first.ruleId,
  quote: first.actual,
  verdict: 'stet',
}

it('takes out what a person let stand, and counts the score again', () => {
  const decided = decide(result, 'a.txt', [decision])
  expect(decided.standing.map(({ finding }) => finding)).toEqual([first])
  expect(decided.result.findings).toEqual(result.findings.slice(1))
  expect(decided.result.score).toBeGreaterThan(result.score)
  expect(decide(result, 'b.txt', [decision]).result).toBe(result)
})

it('reports decisions whose finding is gone', () => {
  expect(decide(result, 'a.txt', [{ ...decision, fingerprint: 'gone' }]).stale).toHaveLength(1)
})

it('writes sorted lines that it reads again; the last verdict holds', () => {
  const text = serialiseDecisions([{ ...decision, doc: 'b.txt' }, decision, { ...decision, verdict: 'baseline' }])
  expect(parseDecisions(text, 'd.jsonl').map(({ doc, verdict }) => [doc, verdict])).toEqual([
    ['a.txt', 'baseline'],
    ['b.txt', 'stet'],
  ])
  expect(serialiseDecisions(parseDecisions(text, 'd.jsonl'))).toBe(text)
})

it('names the file and line that is no decision', () => {
  expect(() => parseDecisions('\n{"doc":1}\n', 'd.jsonl')).toThrow('d.jsonl:2: not a decision')
})
