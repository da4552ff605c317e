import fc from 'fast-check'
import stringWidth from 'string-width'
import { expect, it } from 'vitest'
import { fitted, markedPieces, paragraphAround, windowOf, wrapPieces } from './layout.ts'

const textOf = (lines: readonly (readonly { text: string }[])[]) =>
  lines.map((line) => line.map(({ text }) => text).join(''))

it('shows the paragraph of the finding, marked without colour', () => {
  const source = 'One.\n\nTwo [cependant] three\nfour.\r\n\r\nFive.'
  const start = source.indexOf('[cep')
  const finding = { start, end: start + 11 }
  expect(source.slice(...(Object.values(paragraphAround(source, finding)) as [number, number]))).toBe(
    'Two [cependant] three\nfour.',
  )
  expect(textOf([markedPieces(source, finding)])).toEqual(['Two ⟦[cependant]⟧ three four.'])
})

it('marks the other findings of the paragraph lightly', () => {
  const source = 'One [un] two [deux] three [trois].\n\nFour [quatre].'
  const at = (text: string) => ({ start: source.indexOf(text), end: source.indexOf(text) + text.length })
  const others = [at('[un]'), at('[deux] three'), at('[trois]'), at('[quatre]')]
  expect(textOf([markedPieces(source, at('[deux]'), others)])).toEqual(['One ⟨[un]⟩ two ⟦[deux]⟧ three ⟨[trois]⟩.'])
})

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
