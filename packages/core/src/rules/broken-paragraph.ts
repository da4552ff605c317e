import { TokenKind } from '../text/tokens.ts'
import { defineRule } from './rule.ts'

/** Words behind which a sentence must go on. */
const hanging = new Set(
  'the a an of and or to with from by at for in on his her its their our my this these into between during against'.split(
    ' ',
  ),
)
/** A line of fewer words may be a heading or an item of a list. */
const fewestTokens = 10

/** A paragraph that ends in the middle of its sentence: the next one goes on with it. */
export const brokenParagraph = defineRule({
  id: 'broken-paragraph',
  mqm: 'linguistic-conventions/punctuation',
  severity: 'major',
  fix: 'none',
  needs: 'either',
  round: 'sure',
  priority: 56,
  summary: 'A paragraph breaks off in the middle of a sentence and the next one goes on with it.',
  why: 'Italics, links and pictures inside the sentence become paragraphs of their own when the page is taken.',
  examples: {
    bad: [
      {
        text: 'He assures that the state will get out of it in an interview to be published in\n\nLe Figaro\n\nThe rest is known.',
        expected: null,
        actual: 'in',
      },
    ],
    good: [
      'He assures that the state will get out of it in an interview to be published.\n\nLe Figaro',
      'What it is for\n\nHe left.',
      'He assures that the state will get out of it in an interview that he took part in.\n\nThe end.',
    ],
  },
  prepare: () => ({
    triggers: { every: true },
    *checkDocument({ segments }) {
      for (const view of segments) {
        const next = segments[view.index + 1]
        const { tokens, prose } = view
        const last = tokens.count - 1
        if (next === undefined || view.segment.kind === 'heading' || tokens.count < fewestTokens) continue
        if (!tokens.isWord(last) || !hanging.has(tokens.text(last)) || prose.includes('\n')) continue
        // “all that he hoped for”, in a heading or a poem, has no sentence before it.
        if (tokens.kind(last - 1) === TokenKind.stop || tokens.startsSentence(last)) continue
        yield {
          view,
          start: tokens.start(last),
          end: tokens.end(last),
          expected: [],
          confidence: 0.88,
          weight: 2,
          reason: 'The sentence goes on in the next paragraph: join them',
        }
      }
    },
  }),
})
