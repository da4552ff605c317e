import { expect, it } from 'vitest'
import { parseTable } from './table.ts'

it('cuts lines into the columns of the header, leaves out comments, and takes cells that are not there for empty', () => {
  const rows = parseTable(
    '# a table\nsource\ttarget\tnote\nMoscou\tMoscow\tthe city\n\n# rivers\nMeuse\n',
    'places.tsv',
  )
  expect(rows.map(({ source, target, note, other }) => [source, target, note, other])).toEqual([
    ['Moscou', 'Moscow', 'the city', undefined],
    ['Meuse', '', '', undefined],
  ])
})

it('names the file and the line that has too many cells', () => {
  expect(() => parseTable('source\ttarget\n# one\nMoscou\tMoscow\nLondres\tLondon\tUK\n', 'places.tsv')).toThrow(
    'places.tsv:4: 3 cells, but the header has 2: Londres\tLondon\tUK',
  )
})
