import { type Draft, defineRule } from './rule.ts'

/** Two single marks, commas or angle brackets in the place of a double mark, and what closes them. */
const doubled =
  /(?<open>''|``|‘‘|,,|<<\s?)(?=[\p{L}\p{N}«“"])[^<>\n`‘]{2,200}?(?<close>''|’’|``|‘‘|“|”|\s?>>)(?![\p{L}\p{N}'’])/gu
const escaped = /\\(?<mark>["'“”’])/gu
const anySign = /''|``|‘‘|,,|<<|\\/u

/** Quotation marks made of other signs: two apostrophes, angle brackets, marks behind a backslash. */
export const quoteForm = defineRule({
  id: 'quote-form',
  mqm: 'linguistic-conventions/punctuation',
  severity: 'minor',
  fix: 'review',
  needs: 'either',
  round: 'weak',
  priority: 47,
  summary: 'A quotation mark is made of other signs.',
  why: 'Guillemets that pass through programs and machines become <<…>>, two apostrophes or marks behind a backslash.',
  examples: {
    bad: [
      { text: 'He said <<we will go>> to them.', expected: 'He said “we will go” to them.' },
      { text: "He said ''we will go'' to them.", expected: 'He said “we will go” to them.' },
      { text: 'He left \\"alone\\" that day.', expected: 'He left "alone" that day.' },
    ],
    good: [
      "He said “we will go” to them; it was 6 ft 2'' tall and 5,,6 wide.",
      'In C++ a << b shifts; the path is C:\\new and the rock ’n’ roll of the ’90s.',
    ],
  },
  prepare: () => ({
    triggers: { every: true },
    *check({ prose }) {
      if (!anySign.test(prose)) return
      for (const match of prose.matchAll(doubled)) {
        const { open = '', close = '' } = match.groups ?? {}
        const start = match.index
        const end = start + match[0].length
        yield draftOf(start, start + open.length, '“')
        yield draftOf(end - close.length, end, '”')
      }
      for (const { index, 0: text, groups } of prose.matchAll(escaped))
        yield draftOf(index, index + text.length, groups?.['mark'] ?? '')
    },
  }),
})

function draftOf(start: number, end: number, mark: string): Draft {
  return { start, end, expected: [mark], confidence: 0.88, weight: 1, reason: `The mark should be ${mark}` }
}
