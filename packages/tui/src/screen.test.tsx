import { readFileSync } from 'node:fs'
import { createChecker, type Finding, type Review, readSegments, reviewStep, startReview } from '@stet/core'
import { render } from 'ink-testing-library'
import stringWidth from 'string-width'
import { afterEach, describe, expect, it } from 'vitest'
import { Screen } from './screen.tsx'
import type { ScreenProps } from './screen-lines.ts'

const sample = readFileSync(new URL('../../../examples/sample-article/article.txt', import.meta.url), 'utf8')
const { findings } = createChecker().check(sample)
const start = startReview(sample, findings)
const paragraphs = readSegments(sample, 'text').map((segment) => segment.toSource(0, segment.prose.length))
const keys = 'a ok s stet e own u undo q quit ? help'

function frameOf(columns: number, rows: number, more: Partial<ScreenProps> = {}): string {
  const screen = (
    <Screen
      name="article.txt"
      place=""
      review={start}
      paragraphs={paragraphs}
      columns={columns}
      rows={rows}
      message=""
      keys={keys}
      draft={undefined}
      help={undefined}
      {...more}
    />
  )
  const { lastFrame, unmount } = render(screen)
  const frame = lastFrame() ?? ''
  unmount()
  return frame
}

function expectToFit(frame: string, columns: number, rows: number): void {
  const lines = frame.split('\n')
  expect(lines.length).toBeLessThan(rows)
  for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(columns)
}

afterEach(() => {
  delete process.env['NO_COLOR']
})

describe.each([
  [80, 24],
  [40, 12],
  [200, 60],
])('at %ix%i', (columns, rows) => {
  it('shows of each finding the mark, what it is, a repair and the keys', () => {
    for (let cursor = 0; cursor < findings.length; cursor++) {
      const frame = frameOf(columns, rows, { review: { ...start, cursor } })
      expectToFit(frame, columns, rows)
      expect(frame).toContain('⟦')
      expect(frame).toContain(`${cursor + 1}/${findings.length}`)
      expect(frame).toMatch(/(?:sure|likely|maybe) · /u)
      expect(frame).toMatch(/\n1 |No repair is known/u)
      expect(frame).toContain(keys)
    }
  })

  it('fits with a long name, question and own text', () => {
    const long = 'Ein sehr langer Satz über 習近平 und andere '.repeat(12)
    for (const draft of [undefined, { text: long, cursor: 3 }, { text: long, cursor: long.length }]) {
      const frame = frameOf(columns, rows, { name: `${long}/${long}.txt`, message: long, draft })
      expectToFit(frame, columns, rows)
      if (draft === undefined) expect(frame).toMatch(/\n1 /u)
      else expect(frame).toContain('▏')
      expect(frame).toContain('⟦')
    }
  })

  it('fits whatever was decided', () => {
    const choices = [
      { kind: 'accept', fix: 0 },
      { kind: 'own', text: 'x' },
      { kind: 'stet' },
      { kind: 'skip' },
      { kind: 'defer' },
      { kind: 'stet', reason: 'a quotation' },
    ] as const
    const words = ['→ accepted 1', '→ own text', '→ stet', '→ skipped', '→ deferred', '→ stet: ']
    for (const [index, choice] of choices.entries()) {
      const review: Review = { ...reviewStep(start, { type: 'choose', choice }), cursor: 0 }
      const frame = frameOf(columns, rows, { review })
      expectToFit(frame, columns, rows)
      expect(frame).toContain(words[index])
    }
  })
})

it('says what speaks for the finding, where there is room', () => {
  const [first] = findings
  const review = startReview(sample, [{ ...(first as Finding), evidence: ['so in the source text'] }])
  expect(frameOf(80, 24, { review })).toMatch(/(?:sure|likely|maybe) · .* · so in the source text/u)
  expectToFit(frameOf(40, 12, { review }), 40, 12)
})

it('fits into anything', () => {
  for (const [columns, rows] of [
    [20, 6],
    [12, 4],
  ] as const) {
    expectToFit(frameOf(columns, rows), columns, rows)
  }
})

it('says so where there is nothing to mark', () => {
  expect(frameOf(80, 24, { review: startReview('Good English.', []) })).toContain('Nothing to mark')
})

it('has the same words with and without colour', () => {
  const frame = frameOf(80, 24)
  process.env['NO_COLOR'] = '1'
  expect(frameOf(80, 24)).toBe(frame)
})

it('has a bar of progress where there is room, and marks the other findings lightly', () => {
  expect(frameOf(80, 24)).toMatch(/▱{10} 1\/\d/u)
  const other = findings.findIndex(
    ({ line, group }, index) => findings[index + 1]?.line === line && findings[index + 1]?.group !== group,
  )
  expect(other).toBeGreaterThanOrEqual(0)
  expect(frameOf(200, 60, { review: { ...start, cursor: other } })).toMatch(/⟦[^⟧]+⟧[\s\S]*⟨[^⟩]+⟩/u)
})

describe('the source text', () => {
  const text =
    'La Russie a pris acte de la position américaine. Jeudi 27 janvier, le chef de la diplomatie russe a regretté.'
  const original = { text, start: text.indexOf('Jeudi'), end: text.length }

  it.each([
    [80, 24],
    [40, 12],
    [200, 60],
  ])('fits at %ix%i, and the finding stays in view', (columns, rows) => {
    const frame = frameOf(columns, rows, { original })
    expectToFit(frame, columns, rows)
    expect(frame).toContain('⟦')
  })

  it('stands below the paragraph, and beside it in a wide terminal', () => {
    expect(frameOf(80, 24, { original })).toContain('Source: La Russie a pris acte')
    expect(frameOf(200, 60, { original })).toContain('│ La Russie a pris acte')
  })
})
