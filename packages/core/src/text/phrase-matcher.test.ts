import { expect, it } from 'vitest'
import { PhraseMatcher } from './phrase-matcher.ts'
import { tokenize } from './tokens.ts'
import { Vocabulary } from './vocabulary.ts'

const vocabulary = new Vocabulary()
const places = new PhraseMatcher<string>(vocabulary)
places.add('mer Noire', 'Black Sea')
places.add('mer Noire orientale', 'eastern Black Sea')
places.add('l’Elysée', 'the Elysée')
const phrases = new PhraseMatcher<string>(vocabulary)
phrases.add('took 0 years', 'years')
phrases.add('the minister’s mer', 'sea')

const found = (matcher: PhraseMatcher<string>, text: string): unknown[] =>
  matcher.hits(tokenize(text, vocabulary)).map(({ start, end, values }) => [start, end, ...values])

it('finds the phrases of its own, in any case, and not those of another matcher', () => {
  expect(found(places, 'The MER Noire took 12 years')).toEqual([[1, 3, 'Black Sea']])
  expect(found(phrases, 'The MER Noire took 12 years')).toEqual([[3, 6, 'years']])
  expect(found(phrases, 'The minister’s mer Noire')).toEqual([[0, 4, 'sea']])
  expect(found(places, 'l’Elysée, mer morte')).toEqual([[0, 2, 'the Elysée']])
})

it('gives the longest, or all that start at a token', () => {
  const tokens = tokenize('of the mer Noire orientale', vocabulary)
  expect(places.starts(tokens)).toEqual([2])
  expect(places.match(tokens, 2)?.values).toEqual(['eastern Black Sea'])
  expect([...places.matches(tokens, 2)].map(({ values }) => values[0])).toEqual(['Black Sea', 'eastern Black Sea'])
  expect(places.match(tokens, 3)).toBeUndefined()
})
