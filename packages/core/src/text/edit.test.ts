import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyEdits, collide, type Edit, shiftOffset } from './edit.ts'

/** A text and edits of it that do not collide. */
const edited = fc
  .tuple(
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.array(fc.tuple(fc.nat(60), fc.string({ maxLength: 5 })), { maxLength: 6 }),
  )
  .map(([text, pieces]) => {
    const places = pieces.map(([at]) => at % (text.length + 1)).sort((a, b) => a - b)
    const edits: Edit[] = []
    for (let index = 0; index + 1 < places.length; index += 2) {
      const [start, end] = [places[index] as number, places[index + 1] as number]
      const edit = { start, end, text: pieces[index]?.[1] ?? '' }
      if (!edits.some((other) => collide(other, edit))) edits.push(edit)
    }
    return { text, edits }
  })

describe('applyEdits', () => {
  it('gives what single edits from the end give', () => {
    fc.assert(
      fc.property(edited, ({ text, edits }) => {
        const one = edits.reduceRight(
          (now, { start, end, text: put }) => now.slice(0, start) + put + now.slice(end),
          text,
        )
        expect(applyEdits(text, edits).text).toBe(one)
      }),
    )
  })

  it('is undone by its inverse, in any order of the edits', () => {
    fc.assert(
      fc.property(edited, ({ text, edits }) => {
        const result = applyEdits(text, [...edits].reverse())
        expect(applyEdits(result.text, result.inverse).text).toBe(text)
      }),
    )
  })

  it('refuses edits that collide or leave the text', () => {
    const edits = (...spans: [number, number][]) => spans.map(([start, end]) => ({ start, end, text: 'x' }))
    expect(() => applyEdits('abcdef', edits([0, 3], [2, 4]))).toThrow(RangeError)
    expect(() => applyEdits('abcdef', edits([4, 7]))).toThrow(RangeError)
    expect(() => applyEdits('abcdef', edits([4, 3]))).toThrow(RangeError)
    expect(applyEdits('abcdef', edits([0, 3], [3, 4])).text).toBe('xxef')
  })
})

describe('collide', () => {
  it('lets edits touch, but not overlap or insert at one place', () => {
    const edit = (start: number, end: number): Edit => ({ start, end, text: '' })
    expect(collide(edit(0, 3), edit(3, 5))).toBe(false)
    expect(collide(edit(0, 3), edit(2, 5))).toBe(true)
    expect(collide(edit(2, 2), edit(2, 2))).toBe(true)
  })
})

describe('shiftOffset', () => {
  it('keeps the characters after an edit in their places', () => {
    fc.assert(
      fc.property(edited, fc.nat(60), ({ text, edits }, pick) => {
        const offset = pick % (text.length + 1)
        if (edits.some(({ start, end }) => start <= offset && offset < Math.max(end, start + 1))) return
        const sorted = [...edits].sort((a, b) => a.start - b.start)
        const { text: after } = applyEdits(text, sorted)
        expect(after.charAt(shiftOffset(offset, sorted))).toBe(text.charAt(offset))
      }),
    )
  })

  it('moves an offset inside a replaced range to its end', () => {
    expect(shiftOffset(3, [{ start: 2, end: 5, text: 'xy' }])).toBe(4)
  })
})
