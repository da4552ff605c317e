import { TokenKind } from '../text/tokens.ts'
import { defineRule } from './rule.ts'

/** `(…)`: the French sign for a cut in a quotation. */
export const ellipsisCut = defineRule({
  id: 'ellipsis-cut',
  mqm: 'linguistic-conventions/punctuation',
  severity: 'minor',
  fix: 'safe',
  needs: 'either',
  round: 'sure',
  priority: 55,
  summary: 'A cut in a quotation is marked the French way, with round brackets.',
  why: 'French papers mark a cut with (…); English ones with […] or the three dots alone (Imprimerie nationale, Lexique; Chicago Manual of Style 13.50–58).',
  examples: {
    bad: [
      {
        text: '“The right to choose (…) their alliances”, he said.',
        expected: '“The right to choose […] their alliances”, he said.',
        actual: '(…)',
      },
      { text: '“We go (...) and we win.”', expected: '“We go [...] and we win.”' },
    ],
    good: ['“The right […] to choose … alliances”, he said (at last …).', 'Call f(x) or (see below) wait...'],
  },
  prepare: () => ({
    triggers: { marks: ['('] },
    *check({ tokens, occurrences }) {
      for (const at of occurrences) {
        let close = at + 1
        while (tokens.kind(close) === TokenKind.stop && '.…'.includes(tokens.text(close))) close++
        const dots = tokens.prose.slice(tokens.end(at), tokens.start(close)).trim()
        if (tokens.text(close) !== ')' || !/^(?:…|\.\.\.?)$/u.test(dots)) continue
        yield {
          start: tokens.start(at),
          end: tokens.end(close),
          expected: [dots.startsWith('…') ? '[…]' : '[...]', '…'],
          confidence: 0.95,
          safe: true,
          weight: 4,
          reason: 'A cut in a quotation is marked […] in English',
        }
      }
    },
  }),
})
