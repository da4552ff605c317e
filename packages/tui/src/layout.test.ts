import fc from 'fast-check'
import stringWidth from 'string-width'
import { expect, it } from 'vitest'
import { columnsOf, fitted, visible, windowOf, wrapPieces } from './layout.ts'

const textOf = (lines: readonly (readonly { text: string }[])[]) =>
  lines.map((line) => line.map(({ text }) => text).join(''))

it('never writes a line wider than the terminal, whatever the letters', () => {
  const piece = fc.record({
    text: fc.string({ unit: 'grapheme', maxLength: 60 }),
    tone: fc.constantFrom('plain' as const, 'mark' as const),
  })
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 5 }), fc.integer({ min: 4, max: 40 }), (pieces, width) => {
      for (const line of textOf(wrapPieces(pieces, width))) expect(stringWidth(line)).toBeLessThanOrEqual(width)
    }),
  )
})

it('keeps the marked line in a short window', () => {
  const lines = Array.from({ length: 30 }, (_, index) => [
    { text: `${index}`, tone: index === 20 ? ('mark' as const) : ('plain' as const) },
  ])
  expect(textOf(windowOf(lines, 5))).toContain('20')
  expect(windowOf(lines, 5)).toHaveLength(5)
})

it('cuts a text to the columns that it may have', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.integer({ min: 1, max: 40 }), (text, width) => {
      expect(stringWidth(fitted(text, width))).toBeLessThanOrEqual(width)
    }),
  )
})

it('measures what terminals measure differently by the widest way', () => {
  expect(columnsOf('plain')).toBe(5)
  expect(columnsOf('北京')).toBe(4)
  expect(columnsOf('e\u0301te\u0301')).toBe(3)
  expect(columnsOf('👩‍👩‍👧‍👦')).toBe(8)
  expect(columnsOf('👍🏽')).toBe(4)
  expect(columnsOf('❤️')).toBe(2)
  expect(columnsOf('🇫🇷')).toBeGreaterThanOrEqual(2)
})

it('shows signs that terminals measure differently by ones that they do not', () => {
  expect(visible('👩‍👩‍👧‍👦 met 👍🏽 in 🇫🇷 with ❤️ and 1️⃣')).toBe('👩 met 👍 in FR with ❤ and 1')
  expect(visible('क्‍ष été 習近平')).toBe('क्‍ष été 習近平')
  expect(visible('a\u0007b\u202ec\td')).toBe('a\ufffdb\ufffdc d')
})
