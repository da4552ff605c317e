import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createChecker } from './check/check.ts'
import { hasSafeFix, repair, selectFixes } from './repair.ts'
import { rules } from './rules/index.ts'
import { applyEdits, type Edit } from './text/edit.ts'

const checker = createChecker()
const check = (text: string) => checker.check(text)
const sample = readFileSync(new URL('../../../examples/sample-article/article.txt', import.meta.url), 'utf8')

/** Pieces of translated news, so that random texts are full of artefacts that touch and overlap. */
const pieces = [
  'the Alliance [atlantique] “',
  '” There is [cependant] a reaction',
  '[les Etats-Unis] defend[ent]',
  'must use his ” affecting “ on Russia',
  'Vladimir Poutine',
  'despite the ” Difficult conditions “,',
  'Ukraine –,',
  '« Who can imagine? »',
  '“twenty years”defends Gérald Darmanin',
  '(…)',
  'Also listen Should we fear an invasion?',
  'source site',
  'the President of the French Republic',
  'this Thursday evening',
  '12 %',
  '"straight" and ’90s',
  'The World with AFP',
  'said.',
  '\n\n',
  ' ',
]
const article = fc
  .array(fc.constantFrom(...pieces, ...sample.split('\n\n')), { minLength: 1, maxLength: 12 })
  .map((parts) => parts.join(' '))

describe('repair', () => {
  it('of the sample article is the golden text', async () => {
    await expect(repair(sample, check).text).toMatchFileSnapshot(
      '../../../examples/sample-article/article.repaired.golden.txt',
    )
  })

  it('leaves no safe finding, and a second repair changes nothing', () => {
    const once = repair(sample, check)
    expect(once.result.findings.filter(hasSafeFix)).toEqual([])
    expect(once.conflicts).toEqual([])
    expect(repair(once.text, check).text).toBe(once.text)
  })

  it('is idempotent on any text', () => {
    fc.assert(
      fc.property(article, (text) => {
        const once = repair(text, check)
        expect(repair(once.text, check).text).toBe(once.text)
      }),
      { numRuns: 150 },
    )
  })

  it('is undone by its inverse edits, byte for byte', () => {
    fc.assert(
      fc.property(article, (text) => {
        const repaired = repair(text, check)
        const undone = [...repaired.undo].reverse().reduce((now, edits) => applyEdits(now, edits).text, repaired.text)
        expect(undone).toBe(text)
      }),
      { numRuns: 100 },
    )
  })

  it('does not depend on the order of the rules', () => {
    const reversed = createChecker({ rules: [...rules].reverse() })
    fc.assert(
      fc.property(article, (text) => {
        expect(repair(text, (now) => reversed.check(now)).text).toBe(repair(text, check).text)
      }),
      { numRuns: 60 },
    )
  })

  it('changes nothing where nothing is accepted', () => {
    expect(repair(sample, check, { accept: () => false }).text).toBe(sample)
  })
})

describe('findings', () => {
  it('quote the source exactly, with offsets, line and column', () => {
    fc.assert(
      fc.property(article, fc.constantFrom('text' as const, 'markdown' as const, 'html' as const), (text, format) => {
        const result = checker.check(text, { format })
        expect(result.errors).toEqual([])
        for (const finding of result.findings) {
          expect(text.slice(finding.start, finding.end)).toBe(finding.actual)
          const lines = text.slice(0, finding.start).split('\n')
          expect([finding.line, finding.column]).toEqual([lines.length, (lines.at(-1)?.length ?? 0) + 1])
          for (const fix of finding.fixes)
            for (const edit of fix.edits) expect(edit.end <= text.length && edit.start >= 0).toBe(true)
        }
      }),
      { numRuns: 150 },
    )
  })
})

describe('applyEdits', () => {
  it('touches no byte outside the edits, and is undone by its inverse', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.tuple(fc.nat(40), fc.nat(5), fc.string({ maxLength: 4 }))), (text, raw) => {
        const edits: Edit[] = []
        let from = 0
        for (const [gap, length, replacement] of raw) {
          const start = from + gap
          const end = start + length
          if (end > text.length) break
          edits.push({ start, end, text: replacement })
          from = end + 1
        }
        const done = applyEdits(text, edits)
        expect(applyEdits(done.text, done.inverse).text).toBe(text)
        const kept = (source: string, spans: readonly Edit[]) =>
          applyEdits(
            source,
            spans.map((span) => ({ ...span, text: '' })),
          ).text
        expect(kept(done.text, done.inverse)).toBe(kept(text, edits))
      }),
    )
  })

  it('refuses edits that collide', () => {
    expect(() =>
      applyEdits('abc', [
        { start: 0, end: 2, text: 'x' },
        { start: 1, end: 3, text: 'y' },
      ]),
    ).toThrow(RangeError)
  })

  it('makes edits that touch in one pass', () => {
    const findings = checker
      .check('It denounced “the expansion of the Alliance [atlantique] “.')
      .findings.filter(hasSafeFix)
    expect(selectFixes(findings).length).toBe(findings.length)
  })
})
