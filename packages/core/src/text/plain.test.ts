import { describe, expect, it } from 'vitest'
import { readPlain } from './plain.ts'

const proses = (source: string): string[] => readPlain(source).map(({ prose }) => prose)
const removals = (source: string): (string | undefined)[] =>
  readPlain(source).map(({ removal }) => removal && source.slice(removal.start, removal.end))

describe('readPlain', () => {
  it('parts paragraphs at blank lines and keeps the lines of one together', () => {
    expect(proses('One\ntwo.\n\n\nThree.\n')).toEqual(['One\ntwo.', 'Three.'])
    expect(proses('One\r\n \t\u00a0\u202f\r\nTwo')).toEqual(['One', 'Two'])
  })

  it('keeps inner spaces of any width, and leaves those at the edges out', () => {
    expect(proses('  1\u202f000\u00a0%  \n')).toEqual(['1\u202f000\u00a0%'])
  })

  it('counts a byte-order mark but does not read it', () => {
    const [segment] = readPlain('\ufeffOne')
    expect(segment?.prose).toBe('One')
    expect(segment?.toSource(0, 3)).toEqual({ start: 1, end: 4 })
  })

  it('takes nothing for markup', () => {
    expect(proses('    four spaces\n\n<p>a &amp; b</p>\n\n# one *two*')).toEqual([
      'four spaces',
      '<p>a &amp; b</p>',
      '# one *two*',
    ])
  })

  it('cuts a paragraph with the blank lines after it', () => {
    expect(removals('One.\n\nTwo.\n\n\n  Three.\n')).toEqual(['One.\n\n', 'Two.\n\n\n', 'Three.\n'])
    expect(removals('One.')).toEqual(['One.'])
  })

  it('has no segments in an empty text', () => {
    expect(proses('')).toEqual([])
    expect(proses('\ufeff \n\n')).toEqual([])
  })
})
