import { TokenKind } from '../text/tokens.ts'
import { defineRule } from './rule.ts'

/** A comma after the dash that closes an aside. */
export const frenchDash = defineRule({
  id: 'french-dash',
  mqm: 'linguistic-conventions/punctuation',
  severity: 'minor',
  fix: 'safe',
  needs: 'either',
  round: 'sure',
  priority: 55,
  summary: 'A comma stands after a closing dash.',
  why: 'In French the comma of the main clause stays after the second dash of an aside; in English the dash takes its place (New Hart’s Rules 4.11.2).',
  examples: {
    bad: [
      {
        text: 'Its request – that of the summer –, it said, was refused.',
        expected: 'Its request – that of the summer – it said, was refused.',
        actual: '–,',
      },
      { text: 'The text — long awaited —, was adopted.', expected: 'The text — long awaited — was adopted.' },
    ],
    good: ['The text – long awaited – was adopted, he said.', 'From 1914–1918, and again in 1940–, it was shut.'],
  },
  prepare: () => ({
    triggers: { marks: ['–', '—'] },
    *check({ tokens, occurrences }) {
      for (const at of occurrences) {
        if (tokens.text(at + 1) !== ',' || tokens.kind(at - 1) === TokenKind.number || !tokens.spaceBefore(at)) continue
        yield {
          start: tokens.start(at),
          end: tokens.end(at + 1),
          expected: [tokens.text(at)],
          confidence: 0.95,
          safe: true,
          weight: 3,
          reason: 'No comma after the dash that closes an aside',
        }
      }
    },
  }),
})
