import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { expect, it } from 'vitest'
import { createChecker } from './check/check.ts'
import { stet } from './plugin.ts'
import { bracketedSource } from './rules/bracketed-source.ts'

const checker = createChecker({ rules: [bracketedSource] })

it('puts a message on the file for each finding, and leaves the tree alone', async () => {
  const { VFile } = await import('vfile')
  const file = new VFile('# News\n\nThe *talks* \\[cependant] went on.\n')
  const processor = unified().use(remarkParse).use(stet, { checker })
  const tree = processor.parse(file)
  const before = structuredClone(tree)
  expect(await processor.run(tree, file)).toEqual(before)
  const [message, ...more] = file.messages
  expect(more).toEqual([])
  expect(message).toMatchObject({ ruleId: 'bracketed-source', source: 'stet', fatal: false })
  expect(message?.expected?.[0]).toContain('however')
  const place = message?.place as { start: { line: number; offset: number }; end: { offset: number } }
  expect(place.start.line).toBe(3)
  expect(String(file).slice(place.start.offset, place.end.offset)).toBe(message?.actual)
})

it('makes its own checker from options', () => {
  expect(stet({ rules: [bracketedSource], format: 'text' })).toBeTypeOf('function')
  expect(() => stet({ language: 'xx' })).toThrow('No language pack')
})
