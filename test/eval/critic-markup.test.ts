import { expect, it } from 'vitest'
import { readCriticMarkup } from './critic-markup.ts'

it('gives the text, the gold and the spans', () => {
  const { text, gold, spans } = readCriticMarkup(
    'He met {~~Poutine~>Putin~~}{>>name-form or Vladimir Putin<<}.\n\n{--source site--}{>>page-furniture<<} {==odd==}{>>calque B<<}',
    'a.md',
  )
  expect(text).toBe('He met Poutine.\n\nsource site odd')
  expect(gold).toBe('He met Putin.\n\n odd')
  expect(spans).toEqual([
    { start: 7, end: 14, actual: 'Poutine', type: 'name-form', expected: ['Putin', 'Vladimir Putin'], tier: 'A' },
    { start: 17, end: 28, actual: 'source site', type: 'page-furniture', expected: [''], tier: 'A' },
    { start: 29, end: 32, actual: 'odd', type: 'calque', expected: [], tier: 'B' },
  ])
})

it('names file and line of a mark without a comment', () => {
  expect(() => readCriticMarkup('One\n{--two--} three', 'a.md')).toThrow('a.md:2: a mark without a comment')
})
