import { describe, expect, it } from 'vitest'
import { type CheckResult, createChecker } from './check/check.ts'
import type { Finding } from './check/finding.ts'
import { gate } from './gate.ts'

const clean = createChecker({ rules: [] }).check(`${'word '.repeat(1000)}`)

function having(...findings: Partial<Finding>[]): CheckResult {
  return {
    ...clean,
    findings: findings.map((finding) => ({ actual: 'cependant', line: 3, ...finding }) as Finding),
  }
}

describe('gate', () => {
  it('publishes what is clean', () => {
    expect(gate(clean)).toEqual({ verdict: 'publish', reasons: [] })
    expect(gate(having({ severity: 'minor', confidence: 0.5 })).verdict).toBe('publish')
  })

  it('goes by severity and confidence together', () => {
    expect(gate(having({ severity: 'major', confidence: 0.95 }))).toEqual({
      verdict: 'block',
      reasons: ['1 major finding (confidence 0.9 or more) blocks; the first: “cependant” in line 3'],
    })
    expect(gate(having({ severity: 'major', confidence: 0.7 })).verdict).toBe('look')
    expect(gate(having({ severity: 'critical', confidence: 0.7 })).verdict).toBe('block')
    expect(gate(having({ severity: 'neutral', confidence: 1 })).verdict).toBe('publish')
  })

  it('goes by the score', () => {
    expect(gate({ ...clean, score: 94 })).toEqual({ verdict: 'look', reasons: ['MQM score 94.0 is below 95'] })
    expect(gate({ ...clean, score: 80 })).toEqual({ verdict: 'block', reasons: ['MQM score 80.0 is below 90'] })
  })

  it('lets a person look where a rule failed', () => {
    expect(gate({ ...clean, errors: [{ ruleId: 'mojibake', message: 'x' }] }).verdict).toBe('look')
  })

  it('honours the policy of the house', () => {
    const result = having({ severity: 'major', confidence: 0.95 })
    expect(gate(result, { block: { major: 'never' } }).verdict).toBe('look')
    expect(gate(result, { block: { major: 'never' }, look: { major: 'never' } }).verdict).toBe('publish')
    expect(gate({ ...clean, score: 94 }, { lookBelow: 90 }).verdict).toBe('publish')
  })
})
