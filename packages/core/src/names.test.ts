import { expect, it } from 'vitest'
import { createChecker } from './check/check.ts'
import { lookUpName } from './names.ts'

const checker = createChecker({ minConfidence: 0.05 })

it('finds a name in the tables, accents aside, and reads it in a sentence', () => {
  const answer = lookUpName('Vladimir Poutine', checker)
  expect(answer.rows).toContainEqual(expect.objectContaining({ table: 'people', target: 'Vladimir Putin' }))
  expect(answer.readings[0]).toMatchObject({ ruleId: 'name-form', expected: ['Putin'] })
  expect(lookUpName('tchetchenie', checker).rows[0]).toMatchObject({ table: 'places', target: 'Chechnya' })
})

it('derives a name that no table has', () => {
  const answer = lookUpName('Sergueï Toumanovitch', checker)
  expect(answer.rows).toEqual([])
  expect(answer.readings[0]?.expected[0]).toContain('Tumanovich')
})

it('says when a form is kept, or is an English word too', () => {
  expect(lookUpName('Zourabichvili', checker)).toMatchObject({ kept: true, readings: [] })
  expect(lookUpName('Nice', checker)).toMatchObject({ homograph: true, readings: [] })
})

it('tells what houses write where they differ', () => {
  const { houses } = lookUpName('Volodymyr Zelenskyy', checker)
  expect(houses).toContainEqual(expect.objectContaining({ house: 'bbc', write: 'Zelensky' }))
  expect(lookUpName('Boris Johnson', checker).houses).toEqual([])
})
