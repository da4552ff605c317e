import { expect, it } from 'vitest'
import { createChecker } from './check.ts'

const checker = createChecker({ translated: true })
const repairs = (text: string, rule: string) =>
  checker
    .check(text)
    .findings.filter(({ ruleId }) => ruleId === rule)
    .map(({ expected }) => expected)

it('moves words as other findings would have them, and keeps the plain move as a second repair', () => {
  expect(repairs('“We will go”, declared the Head of State.', 'inverted-attribution')).toEqual([
    ['the president said', 'the Head of State said', 'said the Head of State'],
  ])
})

it('leaves a repair alone whose words no other finding touches', () => {
  expect(repairs('“We will go”, declared the mayor of Lille.', 'inverted-attribution')).toEqual([
    ['the mayor of Lille said', 'said the mayor of Lille'],
  ])
})

it('gives repairs that fit the text: each edit makes what the repair says', () => {
  const text = '“We will go”, declared the Head of State.'
  for (const { start, end, expected, fixes } of checker.check(text).findings) {
    for (const [index, { edits }] of fixes.entries()) {
      const [edit] = edits
      if (edit === undefined || edits.length > 1) continue
      const made = text.slice(start, edit.start) + edit.text + text.slice(edit.end, end)
      expect(made).toBe(expected[index])
    }
  }
})
