import { expect, it } from 'vitest'
import { createChecker } from './check.ts'
import { parseGlossary } from './house-glossary.ts'

const glossary = parseGlossary(
  '# the desk\nle Fouquet\tFouquet’s\r\nCour\tthe Court of Auditors\n\nhalf\nCour\tCourt of Auditors\n',
)
const checker = createChecker({ glossary })
const found = (text: string) =>
  checker
    .check(text)
    .findings.filter(({ ruleId }) => ruleId === 'house-glossary')
    .map(({ actual, expected }) => [actual, expected[0]])

it('reads lines of source and target, the last one on a source', () => {
  expect(glossary).toEqual([
    { source: 'le Fouquet', target: 'Fouquet’s' },
    { source: 'Cour', target: 'Court of Auditors' },
  ])
})

it('finds the phrases as words of their own, and not inside their own English', () => {
  expect(found('They dined at le Fouquet. The Cour said so, in Courtrai.')).toEqual([
    ['le Fouquet', 'Fouquet’s'],
    ['Cour', 'Court of Auditors'],
  ])
  expect(found('The Court of Auditors said so.')).toEqual([])
})

it('is no sign of translation by itself, and silent without a glossary', () => {
  expect(checker.check('The Cour said so.').translated).toBeLessThan(0.1)
  expect(createChecker().check('The Cour said so.').findings).toEqual([])
})
