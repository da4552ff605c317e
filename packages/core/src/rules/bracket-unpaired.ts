import { TokenKind, type Tokens } from '../text/tokens.ts'
import { type Draft, defineRule } from './rule.ts'

const partners: Readonly<Record<string, string>> = { '(': ')', ')': '(', '[': ']', ']': '[' }
const farthest = 120

/** A round or square bracket that nothing closes, or that closes nothing. */
export const bracketUnpaired = defineRule({
  id: 'bracket-unpaired',
  mqm: 'linguistic-conventions/punctuation',
  severity: 'minor',
  fix: 'none',
  needs: 'either',
  round: 'weak',
  priority: 21,
  summary: 'A bracket has no partner.',
  why: 'Where a link or a note stood in brackets, one of them goes with its markup.',
  examples: {
    bad: [
      { text: 'He left the party (in 2019 and founded one of his own.', expected: null, actual: '(' },
      { text: 'He left in 2019) and founded a party of his own.', expected: null, actual: ')' },
    ],
    good: [
      'He left (in 2019), founded [sic] a party and smiled :) at a) the press and b) the party.',
      '1) He left. 2) She stayed (as did he).',
    ],
  },
  prepare: () => ({
    triggers: { marks: Object.keys(partners) },
    check({ tokens, occurrences }) {
      const open: number[] = []
      const alone: number[] = []
      for (const at of occurrences) {
        if (tokens.kind(at) !== TokenKind.bracket) continue
        const mark = tokens.text(at)
        if (mark === '(' || mark === '[') open.push(at)
        else if (tokens.text(open.at(-1) ?? -1) === partners[mark]) open.pop()
        else if (!endsLabel(tokens, at)) alone.push(at)
      }
      // What is cut off at its end, or very long, may go on elsewhere.
      for (const at of open)
        if (tokens.count - at < farthest && tokens.count - at > 2 && !isSmiley(tokens, at)) alone.push(at)
      return alone.length === 1 ? alone.map((at) => draftOf(tokens, at)) : []
    },
  }),
})

/** `a)`, `12)`, `:)` */
function endsLabel(tokens: Tokens, at: number): boolean {
  if (at === 0 || tokens.spaceBefore(at)) return at === 0 || isSmiley(tokens, at)
  const label = tokens.text(at - 1)
  const starts = at < 2 || tokens.spaceBefore(at - 1)
  return isSmiley(tokens, at) || (starts && (label.length === 1 || /^\d{1,2}$|^[ivx]+$/u.test(label)))
}

function isSmiley(tokens: Tokens, at: number): boolean {
  return /^[:;=-]$/u.test(tokens.text(at - 1))
}

function draftOf(tokens: Tokens, at: number): Draft {
  const mark = tokens.text(at)
  return {
    start: tokens.start(at),
    end: tokens.end(at),
    expected: [],
    confidence: 0.6,
    weight: 0.5,
    reason: mark === '(' || mark === '[' ? 'Nothing closes this bracket' : 'This bracket closes nothing',
  }
}
