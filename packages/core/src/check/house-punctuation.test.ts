import { expect, it } from 'vitest'
import { repair } from '../repair.ts'
import { createChecker } from './check.ts'

const american = createChecker({ quotations: { stops: 'inside' } })
const set = (text: string) => repair(text, (now) => american.check(now)).text

it('sets commas and full stops before the closing mark where the house does', () => {
  expect(set('“We will go”, he said, and spoke of a “last chance”. They left.')).toBe(
    '“We will go,” he said, and spoke of a “last chance.” They left.',
  )
  expect(set('He called it "a mistake", she "a crime".')).toBe('He called it "a mistake," she "a crime."')
})

it('leaves what belongs outside, and what has a mark of its own', () => {
  for (const good of [
    '“Why?”, he asked.',
    'The “plan”: it failed; the “vote”; a “yes”?',
    'It is 6" long.',
    '“So…”, he said.',
  ])
    expect(set(good)).toBe(good)
})

it('says nothing where the house has not settled it', () => {
  expect(createChecker().check('The “last chance”, he said.').findings).toEqual([])
})
