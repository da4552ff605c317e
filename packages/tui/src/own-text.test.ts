import { expect, it } from 'vitest'
import { type OwnText, type OwnTextStep, stepInto, typeInto } from './own-text.ts'

const at = (marked: string): OwnText => ({ text: marked.replace('|', ''), cursor: marked.indexOf('|') })
const shown = ({ text, cursor }: OwnText): string => `${text.slice(0, cursor)}|${text.slice(cursor)}`

it('types at the cursor, on one line', () => {
  expect(shown(typeInto(at('the | party'), 'far\r\nright'))).toBe('the far right| party')
})

it.each<[OwnTextStep, string, string]>([
  ['left', 'ab|c', 'a|bc'],
  ['left', '|abc', '|abc'],
  ['right', 'ab|c', 'abc|'],
  ['right', 'abc|', 'abc|'],
  ['home', 'ab|c', '|abc'],
  ['end', 'ab|c', 'abc|'],
  ['erase-before', 'ab|c', 'a|c'],
  ['erase-before', '|abc', '|abc'],
  ['erase-after', 'a|bc', 'a|c'],
  ['erase-to-start', 'ab|c', '|c'],
  ['erase-to-end', 'ab|c', 'ab|'],
  ['word-left', 'one two |', 'one |two '],
  ['word-left', 'one t|wo', 'one |two'],
  ['word-left', 'o|ne', '|one'],
  ['word-right', 'one| two', 'one two|'],
  ['word-right', 'one|', 'one|'],
  ['erase-word', 'one two|!', 'one |!'],
  ['erase-before', 'e\u0301👨‍👩‍👧|!', 'e\u0301|!'],
  ['left', 'e\u0301|!', '|e\u0301!'],
])('%s: %s becomes %s', (step, before, after) => {
  expect(shown(stepInto(at(before), step))).toBe(after)
})
