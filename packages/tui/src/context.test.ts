import { expect, it } from 'vitest'
import { type ArticleView, contextOf, piecesOf } from './context.ts'

const textOf = (lines: readonly (readonly { text: string }[])[]) =>
  lines.map((line) => line.map(({ text }) => text).join(''))

const source = 'One [un] two [deux] three [trois].\n\nFour [quatre].\n\nFive.'
const at = (text: string) => ({ start: source.indexOf(text), end: source.indexOf(text) + text.length })
const paragraphs = source.split('\n\n').map(at)
const view: ArticleView = {
  source,
  paragraphs,
  finding: at('[deux]'),
  others: [at('[un]'), at('[deux] three'), at('[trois]'), at('[quatre]')],
  edits: [],
}

it('shows the finding in its article, marked without colour, and the other findings lightly', () => {
  const { lines } = contextOf(view, 80, 10)
  expect(textOf(lines)).toEqual(['One ⟨[un]⟩ two ⟦[deux]⟧ three ⟨[trois]⟩.', '', 'Four ⟨[quatre]⟩.', '', 'Five.'])
  expect(textOf(contextOf(view, 80, 10, 0, true).lines)).toHaveLength(1)
})

it('shows the text as the chosen repairs make it', () => {
  const edits = [
    { ...at('[un]'), text: 'a' },
    { ...at('[trois]'), text: '' },
  ]
  expect(textOf([piecesOf({ ...view, edits, others: [] }, { start: 0, end: 34 })])).toEqual([
    'One a two ⟦[deux]⟧ three .',
  ])
})

it('turns pages to both ends and no further', () => {
  const lines = Array.from({ length: 40 }, (_, index) => `Line ${index}.`)
  const text = lines.join('\n\n')
  const place = (line: string) => ({ start: text.indexOf(line), end: text.indexOf(line) + line.length })
  const long = { source: text, paragraphs: lines.map(place), finding: place('Line 20.'), others: [], edits: [] }
  expect(textOf(contextOf(long, 40, 9).lines)).toContain('⟦Line 20.⟧')
  const on = contextOf(long, 40, 9, 99)
  expect(textOf(on.lines).at(-1)).toBe('Line 39.')
  expect(on.pages).toBeLessThan(9)
  expect(textOf(contextOf(long, 40, 9, on.pages - 1).lines)).not.toContain('Line 39.')
  expect(textOf(contextOf(long, 40, 9, -99).lines)[0]).toBe('Line 0.')
})

it('cuts a paragraph as long as a book, not the finding', () => {
  const text = `${'a '.repeat(50_000)}[cependant]${' b'.repeat(50_000)}`
  const finding = { start: 100_000, end: 100_011 }
  const { lines } = contextOf(
    { source: text, paragraphs: [{ start: 0, end: text.length }], finding, others: [], edits: [] },
    80,
    20,
  )
  expect(lines).toHaveLength(20)
  expect(textOf(lines).join('')).toContain('⟦[cependant]⟧')
})
