import { type Checker, type CheckResult, createChecker } from '@stet/core'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { expectLaws } from './laws.ts'
import { mutants } from './mutations.ts'
import { seeds } from './seeds.ts'

const checker = createChecker({ translated: true })

it.each(seeds)('$format: whatever happens to a file, it is checked and repaired by the laws, or refused', (seed) => {
  fc.assert(
    fc.property(mutants(seed), ({ text }) => {
      expectLaws(checker, text, seed.format)
    }),
    { numRuns: 40, seed: 20260101 },
  )
})

it('the laws can be broken: a repair of what is no prose, a finding that quotes another place, a failure', () => {
  const source = '<p>The talks [cependant] went on.</p>'
  const breaking = (change: (result: CheckResult) => object): Checker => ({
    ...checker,
    check: (text, options) => ({ ...checker.check(text, options), ...change(checker.check(text, options)) }),
  })
  const first = ({ findings }: CheckResult) => findings.filter(({ ruleId }) => ruleId === 'bracketed-source')
  const outside = breaking((result) => ({
    findings: first(result).map((finding) => ({
      ...finding,
      fixes: [{ safe: true, edits: [{ start: 1, end: 1, text: 'b' }] }],
    })),
  }))
  const elsewhere = breaking((result) => ({ findings: first(result).map((finding) => ({ ...finding, start: 0 })) }))
  const failing = breaking(() => ({ errors: [{ ruleId: 'a', message: 'b' }] }))
  for (const broken of [outside, elsewhere, failing]) expect(() => expectLaws(broken, source, 'html')).toThrow()
  expect(expectLaws(checker, source, 'html')).toBe('repaired')
})

it('a good file of every format is taken', () => {
  for (const { format, text } of seeds) {
    expect([format, expectLaws(checker, text, format)]).toEqual([format, format === 'jsonl' ? 'checked' : 'repaired'])
  }
})

it('all formats are fuzzed', () => {
  expect([...new Set(seeds.map(({ format }) => format))].sort().join(' ')).toBe(
    'html jsonl markdown newsml ninjs nitf po text tmx xliff',
  )
})
