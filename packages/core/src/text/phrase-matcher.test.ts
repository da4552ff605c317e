import { describe, expect, it } from 'vitest'
import { PhraseMatcher } from './phrase-matcher.ts'
import { tokenize } from './tokenizer.ts'
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

describe('patterns', () => {
  const slots = {
    country: { name: '{country}', values: ['France', 'South Africa', 'South'] },
    put: { name: '<put>', values: ['put', 'puts', 'put'] },
    number: { name: '{number}', values: ['two', '0'] },
  }
  const read = (text: string) => {
    const vocabulary = new Vocabulary()
    const matcher = new PhraseMatcher<string>(vocabulary)
    matcher.addPattern(['the head of ', slots.country], ([country]) => `head ${country}`)
    matcher.addPattern([slots.country, '’s ', slots.number, ' coasts'], (choices) => `coasts ${choices}`)
    matcher.addPattern([slots.put, ' an end'], ([form]) => `end ${form}`)
    matcher.add('the head of France', 'plain')
    const tokens = tokenize(text, vocabulary)
    return matcher.hits(tokens).map(({ start, end, values }) => [start, end, ...values])
  }

  it('finds every value of a slot, by start and then by end', () => {
    expect(read('Then the head of South Africa spoke')).toEqual([
      [1, 5, 'head 2'],
      [1, 6, 'head 1'],
    ])
    expect(read('the head of Spain')).toEqual([])
  })

  it('gives the plain phrase and the pattern of one place together', () => {
    expect(read('the head of France')).toEqual([[0, 4, 'plain', 'head 0']])
  })

  it('gives each value that is written the same', () => {
    expect(read('He put an end to it')).toEqual([[1, 4, 'end 0', 'end 2']])
  })

  it('begins with a slot, and takes several', () => {
    expect(read('France’s 3 coasts, South Africa’s two coasts')).toEqual([
      [0, 4, 'coasts 0,1'],
      [5, 10, 'coasts 1,0'],
    ])
  })

  it('refuses a slot in the midst of a word', () => {
    const matcher = new PhraseMatcher<string>(new Vocabulary())
    expect(() => matcher.addPattern([slots.put, 'ting'], String)).toThrow(TypeError)
  })
})
