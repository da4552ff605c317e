import { expect, it } from 'vitest'
import { createChecker } from '../check/check.ts'
import { testRule } from '../testing.ts'
import { staleTranslation } from './stale-translation.ts'

testRule(staleTranslation)

it('tells once of an article whose source was changed since, where the caller knows', () => {
  const text = '\n\nThe minister arrives on Monday.\n\nHe will stay for a week.\n'
  const check = (sourceChanged: boolean) =>
    createChecker().check(text, { source: 'Le ministre arrive mardi.\n\nIl restera une semaine.', sourceChanged })
  expect(check(true).findings.filter(({ ruleId }) => ruleId === 'stale-translation')).toMatchObject([
    { actual: 'The minister arrives on Monday.', severity: 'major' },
  ])
  expect(check(false).findings.filter(({ ruleId }) => ruleId === 'stale-translation')).toEqual([])
})
