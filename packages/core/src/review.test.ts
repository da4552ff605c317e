import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createChecker } from './check/check.ts'
import type { Finding } from './check/finding.ts'
import {
  alike,
  isSuperseded,
  offeredRepairs,
  type Review,
  type ReviewAction,
  recheckReview,
  replayReview,
  reviewDecisions,
  reviewedText,
  reviewProgress,
  reviewStep,
  startReview,
} from './review.ts'

const source =
  'There is [cependant] a reaction.\n\nHe came despite the ” Difficult conditions “ [cependant].\n\nsource site\n'
const { findings } = createChecker().check(source)
const start = startReview(source, findings)
const run = (...actions: ReviewAction[]): Review => actions.reduce(reviewStep, start)
const accept: ReviewAction = { type: 'choose', choice: { kind: 'accept', fix: 0 } }
const stet: ReviewAction = { type: 'choose', choice: { kind: 'stet' } }

it('accepts, lets stand, takes an own text, and goes to the next open finding', () => {
  const review = run(accept, stet)
  expect(reviewedText(review)).toBe(source.replace('[cependant]', '[however]'))
  expect(review.cursor).toBe(2)
  expect(reviewedText(run({ type: 'choose', choice: { kind: 'own', text: '(but)' } }))).toContain(
    'There is (but) a reaction.',
  )
  expect(reviewProgress(review)).toMatchObject({ accepted: 1, stet: 1 })
})

it('undoes one step at a time, back to nothing', () => {
  const review = run(accept, stet, { type: 'undo' }, { type: 'undo' }, { type: 'undo' })
  expect(review.choices.size).toBe(0)
  expect(review.cursor).toBe(0)
})

it('decides all alike at once, and undoes that at once', () => {
  expect(alike(start)).toHaveLength(2)
  const review = run({ type: 'choose-alike', choice: { kind: 'accept', fix: 0 } })
  expect(reviewedText(review)).not.toContain('cependant')
  expect(reviewStep(review, { type: 'undo' }).choices.size).toBe(0)
})

it('asks no more about text that an own text replaces, and the newer choice wins', () => {
  const index = findings.findIndex((finding) => finding.ruleId === 'quote-direction')
  const inside = findings.findIndex((finding) => finding.ruleId === 'quote-capital')
  const review = reviewStep(
    { ...start, cursor: index },
    { type: 'choose', choice: { kind: 'own', text: '“hard” roads' } },
  )
  expect(isSuperseded(review, inside)).toBe(true)
  expect(reviewStep({ ...review, cursor: inside }, accept).choices.has(index)).toBe(false)
})

it('keeps decisions: stet and fixed, not skipped', () => {
  const review = run(accept, stet, { type: 'choose', choice: { kind: 'skip' } })
  expect(reviewDecisions(review, 'a.txt', { by: 'me' }).map(({ verdict }) => verdict)).toEqual(['fixed', 'stet'])
})

it('is the same after its journal is replayed, whatever was done', () => {
  const action = fc.oneof(
    fc.constant<ReviewAction>(stet),
    fc.constant<ReviewAction>(accept),
    fc.constantFrom<ReviewAction>(
      { type: 'undo' },
      { type: 'next' },
      { type: 'back' },
      { type: 'choose', choice: { kind: 'accept', fix: 7 } },
      { type: 'choose-alike', choice: { kind: 'skip' } },
      { type: 'choose', choice: { kind: 'own', text: 'x' } },
    ),
  )
  fc.assert(
    fc.property(fc.array(action, { maxLength: 25 }), (actions) => {
      const review = run(...actions)
      const again = replayReview(start, review.events)
      expect(again.lost).toBe(0)
      expect([...again.review.choices].sort()).toEqual([...review.choices].sort())
      expect(reviewedText(again.review)).toBe(reviewedText(review))
    }),
  )
})

it('leaves out journal entries whose finding is gone', () => {
  const { review, lost } = replayReview(start, [{ fingerprints: ['gone'], choice: { kind: 'stet' } }])
  expect(lost).toBe(1)
  expect(review.choices.size).toBe(0)
})

it('takes back the right event on replay, though one before it cannot be made any more', () => {
  const [first, second] = findings.map(({ fingerprint }) => fingerprint) as [string, string]
  const stands = { kind: 'stet' } as const
  const { review, lost } = replayReview(start, [
    { fingerprints: [first], choice: stands },
    { fingerprints: ['gone'], choice: stands },
    { fingerprints: [first], choice: { kind: 'accept', fix: 99 } },
    { fingerprints: [second], choice: stands },
    { fingerprints: [], choice: undefined },
    { fingerprints: [], choice: undefined },
  ])
  expect(lost).toBe(2)
  expect([...review.choices.keys()]).toEqual([0])
  expect(review.events).toEqual([{ fingerprints: [first], choice: stands }])
})

it('makes again what was undone, until something else is decided', () => {
  const review = run(accept, stet, { type: 'undo' }, { type: 'undo' }, { type: 'redo' }, { type: 'redo' })
  expect([...review.choices]).toEqual([...run(accept, stet).choices])
  expect(review.cursor).toBe(run(accept, stet).cursor)
  expect(run(accept, { type: 'undo' }, stet, { type: 'redo' }).choices.get(0)).toEqual({ kind: 'stet' })
  expect(run({ type: 'redo' })).toBe(start)
})

it('comes back to what was deferred when the others are decided', () => {
  const defer: ReviewAction = { type: 'choose', choice: { kind: 'defer' } }
  const review = run(defer, ...findings.slice(1).map(() => stet))
  expect(review.cursor).toBe(0)
  expect(reviewProgress(review)).toMatchObject({ deferred: 1, open: 0 })
  expect(reviewDecisions(review, 'a.txt', {})).toHaveLength(findings.length - 1)
})

it('records why something stands', () => {
  const review = run({ type: 'choose', choice: { kind: 'stet', reason: 'a quotation' } })
  expect(reviewDecisions(review, 'a.txt', {})).toMatchObject([{ verdict: 'stet', reason: 'a quotation' }])
})

it('settles what a new check no longer finds, and tells what it finds anew', () => {
  const own = reviewStep(start, { type: 'choose', choice: { kind: 'own', text: '[toujours]' } })
  const now = createChecker().check(reviewedText(own)).findings
  const { review, fresh } = recheckReview(own, now)
  expect(review.vanished.size).toBe(0)
  expect(fresh.map(({ actual }) => actual)).toEqual(['[toujours]'])
  const last = findings.length - 1
  const without = recheckReview(own, now.slice(0, -1)).review
  expect([...without.vanished]).toEqual([last])
  expect(isSuperseded(without, last)).toBe(true)
  expect(reviewProgress(without).open).toBe(reviewProgress(own).open - 1)
})

describe('findings that overlap', () => {
  const text = 'He came this Thursday evening.'
  const sample = findings[0] as Finding
  const finding = (fingerprint: string, start: number, end: number, ...texts: string[]): Finding => ({
    ...sample,
    fingerprint,
    ruleId: fingerprint,
    start,
    end,
    actual: text.slice(start, end),
    expected: texts,
    fixes: texts.map((each) => ({ safe: false, edits: [{ start, end, text: each }] })),
  })
  const twin = finding('date', 8, 29, 'on Thursday evening', 'tonight')
  const review = startReview(text, [finding('calque', 8, 29, 'on Thursday evening'), twin])

  it('are one choice where they mark the same words: their repairs stand together, what stands, stands for both', () => {
    expect(offeredRepairs(review)).toEqual([
      { index: 0, fix: 0 },
      { index: 1, fix: 1 },
    ])
    const other = reviewStep(review, { type: 'choose', choice: { kind: 'accept', fix: 1 }, index: 1 })
    expect(reviewedText(other)).toBe('He came tonight.')
    expect(reviewProgress(other)).toMatchObject({ accepted: 1, open: 0 })
    const stands = reviewStep(review, { type: 'choose', choice: { kind: 'stet' } })
    expect(reviewProgress(stands)).toMatchObject({ stet: 2, open: 0 })
    expect(replayReview(review, stands.events).review.choices.size).toBe(2)
    expect(reviewStep(stands, { type: 'undo' }).choices.size).toBe(0)
  })

  it('are two where both repairs can be made', () => {
    const spaced = '”says Jean Valjean'
    const both = startReview(spaced, [
      { ...finding('space', 0, 5), actual: '”says', fixes: [{ safe: true, edits: [{ start: 1, end: 1, text: ' ' }] }] },
      {
        ...finding('order', 1, 18),
        actual: 'says Jean Valjean',
        fixes: [{ safe: false, edits: [{ start: 1, end: 18, text: 'Jean Valjean says' }] }],
      },
    ])
    const first = reviewStep({ ...both, cursor: 1 }, accept)
    expect(isSuperseded(first, 0)).toBe(false)
    expect(reviewedText(reviewStep({ ...first, cursor: 0 }, accept))).toBe('” Jean Valjean says')
    const still = { ...(both.findings[0] as Finding), end: 5, actual: '”Jean' }
    expect(recheckReview(first, [still])).toMatchObject({ fresh: [], review: { vanished: new Set() } })
    expect([...recheckReview(first, []).review.vanished]).toEqual([0])
  })
})

it('records who chose, when, and by which rules, also after a replay', () => {
  const mark = { at: '2026-01-01T00:00:00.000Z', by: 'me', rules: '1.0+abc' }
  const review = run({ type: 'choose', choice: { kind: 'stet' }, mark })
  expect(reviewDecisions(review, 'a.txt', { at: 'later', by: 'you' })).toMatchObject([mark])
  const again = replayReview(start, review.events).review
  expect(reviewDecisions(again, 'a.txt', { at: 'later' })).toMatchObject([mark])
  const redone = [{ type: 'undo' }, { type: 'redo' }] as const
  expect(reviewDecisions(redone.reduce(reviewStep, review), 'a.txt', {})).toMatchObject([mark])
})
