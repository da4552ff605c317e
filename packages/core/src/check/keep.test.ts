import { expect, it } from 'vitest'
import { createChecker } from './check.ts'
import type { Finding } from './finding.ts'
import { withoutKept } from './keep.ts'

const source = 'Vladimir Poutine met the Poutines; a poutine was served.'
const at = (text: string, edited = text) => {
  const start = source.indexOf(text)
  const from = source.indexOf(edited, start)
  return {
    start,
    end: start + text.length,
    actual: text,
    fixes: [{ safe: false, edits: [{ start: from, end: from + edited.length, text: '' }] }],
  } as unknown as Finding
}
const left = (finding: Finding, ...keep: string[]) => withoutKept([finding], source, [], keep).length

it('lets kept words stand, letter for letter and as whole words', () => {
  expect(left(at('Poutine'), 'Poutine')).toBe(0)
  expect(left(at('Poutines'), 'Poutine')).toBe(1)
  expect(left(at('poutine was', 'poutine was'), 'Poutine')).toBe(1)
})

it('looks at what would change where the finding marks more', () => {
  expect(left(at('Vladimir Poutine', 'Poutine'), 'Poutine')).toBe(0)
  expect(left(at('Vladimir Poutine'), 'Poutine')).toBe(1)
  expect(left(at('Poutine'), 'Vladimir Poutine')).toBe(0)
})

it('does not mind which space or apostrophe stands in the article, nor how the file writes a letter', () => {
  const checker = createChecker({ keep: ["conseil d'État", 'garde à vue'] })
  const text = 'The conseil d’État heard of a garde\u00a0à vue, a garde à\nvue and a garde à vue.'
  expect(checker.check(text).findings).toEqual([])
  expect(createChecker().check(text).findings).toHaveLength(4)
  const html = '<p>The <i>conseil d&rsquo;&Eacute;tat</i> heard of a garde&nbsp;&agrave; <b>vue</b>.</p>'
  expect(checker.check(html, { format: 'html' }).findings).toEqual([])
  expect(createChecker().check(html, { format: 'html' }).findings).toHaveLength(2)
})
