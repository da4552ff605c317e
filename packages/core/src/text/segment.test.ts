import { describe, expect, it } from 'vitest'
import { Segment } from './segment.ts'
import { SegmentBuilder } from './segment-builder.ts'

// He *said*⏎> AT&amp;T
const source = 'He *said*\n> AT&amp;T'
const built = (): Segment => {
  const builder = new SegmentBuilder('paragraph', source)
  builder.copy(0, 3)
  builder.copy(4, 8)
  builder.lineEnd(9, 10)
  builder.lineStart(10, 12)
  builder.copy(12, 14)
  builder.replace('entity', '&', 14, 19)
  builder.copy(19, 20)
  return builder.build() as Segment
}
const marked = (segment: Segment, start: number, end: number): string => {
  const span = segment.toSource(start, end)
  return source.slice(span.start, span.end)
}

describe('Segment', () => {
  it('has the prose of its runs', () => {
    expect(built().prose).toBe('He said\nAT&T')
    expect(built().runs.map(({ kind }) => kind)).toEqual([
      'copy',
      'gap',
      'copy',
      'gap',
      'break',
      'copy',
      'entity',
      'copy',
    ])
  })

  it('leaves markup at the edges out of a span and takes markup inside it along', () => {
    expect(marked(built(), 3, 7)).toBe('said')
    expect(marked(built(), 0, 7)).toBe('He *said')
    expect(marked(built(), 8, 12)).toBe('AT&amp;T')
  })

  it('takes the whole of a reference or a line end', () => {
    expect(marked(built(), 10, 11)).toBe('&amp;')
    expect(marked(built(), 7, 8)).toBe('\n> ')
  })

  it('finds its prose again from the source', () => {
    const segment = built()
    for (let start = 0; start < segment.prose.length; start++) {
      for (let end = start + 1; end <= segment.prose.length; end++) {
        expect(segment.toProse(segment.toSource(start, end))).toEqual({ start, end })
      }
    }
    expect(segment.toProse({ start: 3, end: 4 })).toBeUndefined()
    expect(segment.toProse({ start: 15, end: 17 })).toEqual({ start: 10, end: 11 })
    expect(segment.toProse({ start: 6, end: 6 })).toEqual({ start: 5, end: 5 })
    expect(segment.toProse({ start: 30, end: 40 })).toBeUndefined()
  })

  it('inserts behind the character before, and at the first character of the block', () => {
    expect(built().toSource(0, 0)).toEqual({ start: 0, end: 0 })
    expect(built().toSource(7, 7)).toEqual({ start: 8, end: 8 })
    expect(built().toSource(11, 11)).toEqual({ start: 19, end: 19 })
    expect(built().toSource(12, 12)).toEqual({ start: 20, end: 20 })
  })

  it('tells which spans cannot be one edit', () => {
    expect(built().crossesGap(0, 7)).toBe(true)
    expect(built().crossesGap(3, 7)).toBe(false)
    expect(built().crossesGap(8, 12)).toBe(false)
    expect(built().crossesGap(6, 8)).toBe(true)
  })

  it('refuses offsets outside the prose', () => {
    expect(() => built().toSource(0, 13)).toThrow(RangeError)
    expect(() => built().toSource(-1, 2)).toThrow(RangeError)
  })

  it('is one run for a plain stretch of the source', () => {
    const segment = Segment.plain('paragraph', source, { start: 4, end: 8 })
    expect(segment.prose).toBe('said')
    expect(segment.toSource(1, 3)).toEqual({ start: 5, end: 7 })
    expect(segment.crossesGap(0, 4)).toBe(false)
  })
})

describe('SegmentBuilder', () => {
  it('drops line ends at the edges and blocks without a word', () => {
    const builder = new SegmentBuilder('paragraph', source)
    builder.lineEnd(0, 0)
    builder.copy(0, 2)
    builder.lineEnd(9, 10)
    expect(builder.build()?.prose).toBe('He')
    const empty = new SegmentBuilder('paragraph', source)
    empty.object(0, 2)
    empty.copy(2, 3)
    expect(empty.build()).toBeUndefined()
  })

  it('offers no removal of a block with an object in it', () => {
    const builder = new SegmentBuilder('paragraph', source)
    builder.copy(0, 3)
    builder.object(3, 9)
    expect(builder.build({ start: 0, end: 20 })?.removal).toBeUndefined()
  })
})
