import { describe, expect, it } from 'vitest'
import { defineRule, type Rule } from '../rules/rule.ts'
import { UsageError } from '../usage-error.ts'
import { createChecker } from './check.ts'

/** A rule that marks one word, for looking at the engine alone. */
function marks(
  word: string,
  more: Partial<Rule> & { confidence?: number; weight?: number; safe?: boolean } = {},
): Rule {
  const { confidence = 0.9, weight, safe = false, ...rule } = more
  return defineRule({
    id: `marks-${word}`,
    mqm: 'style/unidiomatic-style',
    severity: 'minor',
    fix: 'safe',
    needs: 'either',
    round: 'sure',
    priority: 50,
    summary: 'A word.',
    why: 'For the test.',
    examples: { bad: [{ text: word, expected: null }], good: ['a', 'b'] },
    prepare: () => ({
      triggers: { words: [word] },
      *check({ tokens, occurrences }) {
        for (const at of occurrences) {
          yield {
            start: tokens.start(at),
            end: tokens.end(at),
            confidence,
            expected: ['better'],
            safe,
            reason: `“${word}” is wrong`,
            ...(weight === undefined ? {} : { weight }),
          }
        }
      },
    }),
    ...rule,
  })
}

const quotes = (rules: readonly Rule[], text: string, options = {}) =>
  createChecker({ rules, ...options })
    .check(text)
    .findings.map((finding) => finding.actual)

describe('check', () => {
  it('keeps weak rules silent where nothing else shows a translation', () => {
    const weak = marks('actual', { round: 'weak' })
    expect(quotes([weak], 'The actual cost was higher.')).toEqual([])
    expect(quotes([weak, marks('cependant')], 'The actual cost was cependant higher.')).toEqual(['actual', 'cependant'])
  })

  it('lets many different weak signs convict together, and one repeated sign never', () => {
    const weak = ['alpha', 'beta', 'gamma', 'delta', 'epsilon', 'zeta'].map((word) => marks(word, { round: 'weak' }))
    expect(quotes(weak, 'alpha beta gamma delta epsilon zeta')).toHaveLength(6)
    expect(quotes(weak, 'alpha alpha alpha alpha alpha alpha')).toEqual([])
  })

  it('drops what another rule has explained', () => {
    const loud = marks('inner', { id: 'loud', mutes: ['marks-inner'] })
    expect(
      createChecker({ rules: [marks('inner'), loud] })
        .check('an inner word')
        .findings.map((finding) => finding.ruleId),
    ).toEqual(['loud'])
  })

  it('goes on when a rule throws, and names it', () => {
    const broken = marks('word', {
      id: 'broken',
      prepare: () => ({
        triggers: { every: true },
        // biome-ignore lint/correctness/useYield: it is meant to fail before it yields
        *check() {
          throw new Error('out of ideas')
        },
      }),
    })
    const result = createChecker({ rules: [broken, marks('inner')] }).check('an inner word')
    expect(result.errors).toEqual([{ ruleId: 'broken', message: 'out of ideas' }])
    expect(result.findings).toHaveLength(1)
  })

  it('refuses a safe fix from a rule that may only suggest', () => {
    const result = createChecker({ rules: [marks('inner', { fix: 'review', safe: true })] }).check('an inner word')
    expect(result.findings.some((finding) => finding.fixes.some((fix) => fix.safe))).toBe(false)
    expect(result.errors.map((error) => error.ruleId)).toEqual(['marks-inner'])
  })

  it('honours severities of the house', () => {
    const rule = marks('inner')
    expect(quotes([rule], 'an inner word', { severities: { 'marks-inner': 'off' } })).toEqual([])
    expect(
      createChecker({ rules: [rule], severities: { 'marks-inner': 'critical' } }).check('an inner word').findings[0]
        ?.severity,
    ).toBe('critical')
  })

  it('gives equal places fingerprints of their own, which do not move with the text above', () => {
    const rule = marks('inner')
    const keys = (text: string) =>
      createChecker({ rules: [rule] })
        .check(text)
        .findings.map((finding) => finding.fingerprint)
    const plain = keys('an inner word, an inner word')
    expect(new Set(plain).size).toBe(2)
    expect(keys('Something above.\n\nan inner word, an inner word')[1]).toBe(plain[1])
  })

  it('scores by MQM severity', () => {
    expect(
      createChecker({ rules: [marks('inner', { severity: 'major' })] }).check(`${'word '.repeat(99)}inner`).score,
    ).toBe(95)
    expect(createChecker({ rules: [] }).check('').score).toBe(100)
  })
})

it('counts weak signs in full when all articles are known to be translations', () => {
  const text = 'The minister took the decision to leave the city.'
  expect(createChecker().check(text).findings).toEqual([])
  const known = createChecker({ translated: true }).check(text)
  expect(known.findings.map(({ actual }) => actual)).toEqual(['took the decision to'])
  expect(known.translated).toBe(1)
})

it('asks a long article for more evidence than a short one', () => {
  const doubtful = 'A great number of men came back on the question.'
  const filler = 'The old farmer walked his dog down to the river and sat there until it was dark. '
  const short = createChecker().check(doubtful).translated
  expect(createChecker().check(`${doubtful} ${filler.repeat(200)}`).translated).toBeLessThan(short / 100)
})

it('says in one line what JavaScript gives wrong', () => {
  const checker = createChecker()
  const refused = (run: () => unknown) => {
    try {
      run()
    } catch (error) {
      return error instanceof UsageError ? error.message : String(error)
    }
    return 'taken'
  }
  const text = null as unknown as string
  expect(refused(() => checker.check(text))).toBe('the text is no string but null')
  expect(refused(() => checker.check('a', { source: 5 as unknown as string }))).toBe('the text is no string but number')
  expect(refused(() => checker.check('a', { format: 'pdf' as 'text' }))).toBe('there is no format “pdf”')
  expect(refused(() => createChecker({ minConfidence: Number.NaN }))).toBe('minConfidence is NaN')
  expect(refused(() => createChecker({ severities: { mojibak: 'off' } }))).toContain('did you mean “mojibake”')
  expect(refused(() => createChecker({ severities: { 'house-glossary': 'minor' } }))).toBe('taken')
})

const longStory =
  'The town has grown by a third in twenty years. There is a new school, a hall for the band and, since the spring, a bridge that nobody asked for.\n\nPeople here say little about it. They came from the farms, they bought the land when it was cheap, and they mean to stay.'

it('leaves a name alone as a whole: no word of a known French name is marked by itself', () => {
  const text = 'She works for Médecins sans frontières and sat on the conseil municipal of Lille.'
  const long = `${text}\n\n${longStory}`
  expect(createChecker().check(long).findings).toEqual([])
})

it('asks about a name that English writes too where the text is too short to show anything else', () => {
  const text = 'The Conseil constitutionnel met on Monday.'
  const found = (source: string) =>
    createChecker()
      .check(source)
      .findings.map(({ actual, confidence }) => [actual, confidence < 0.6])
  expect(found(text)).toEqual([['Conseil constitutionnel', true]])
  expect(found(`${text}\n\n${longStory}`)).toEqual([])
})
