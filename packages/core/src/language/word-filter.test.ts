import { expect, it } from 'vitest'
import { loadLanguage } from './language.ts'
import { WordFilter } from './word-filter.ts'

it('holds every word that was put in, and next to no other', () => {
  const words = Array.from({ length: 5000 }, (_, index) => `mot${index}`)
  const filter = WordFilter.of(words)
  expect(words.every((word) => filter.has(word))).toBe(true)
  const others = Array.from({ length: 5000 }, (_, index) => `word${index}`).filter((word) => filter.has(word))
  expect(others.length).toBeLessThan(30)
  expect(new WordFilter(new Uint8Array()).has('mot')).toBe(false)
})

it('the French one knows French that is not English', () => {
  const filter = loadLanguage('fr').words()
  for (const word of ['cependant', 'rentrée', 'mairie', 'malgré', 'chômage', 'pouvoir'])
    expect(filter.has(word), word).toBe(true)
  for (const word of ['president', 'minister', 'voted', 'café', 'agreement', 'resume', 'policymakers'])
    expect(filter.has(word), word).toBe(false)
})
