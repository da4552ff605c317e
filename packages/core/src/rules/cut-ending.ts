import { Shape, TokenKind } from '../text/tokens.ts'
import { defineRule, type SegmentView } from './rule.ts'

/** Words that never end a sentence of prose. */
const hanging = new Set(
  'the a an of and or but nor to with from by at for as that which whose because although his its their our your my this these into onto upon during between among than if when while where who he she they we very is was were are be been has had will would could should must can'.split(
    ' ',
  ),
)
/** A line of fewer words may be a heading or a list. */
const fewestWords = 12
const fewestParagraphs = 3

/** The article breaks off in the middle of a sentence. */
export const cutEnding = defineRule({
  id: 'cut-ending',
  mqm: 'accuracy/omission',
  severity: 'major',
  fix: 'none',
  needs: 'either',
  round: 'sure',
  priority: 60,
  summary: 'The article breaks off in the middle of a sentence.',
  why: 'Behind the paywall of the source the text ends where the free part does; the robot takes what it gets.',
  examples: {
    bad: [
      {
        text: 'The vote is over.\n\n“We have done a lot”, said the president, recalling the end of the housing tax, the bonus and the',
        expected: null,
        actual: 'the',
      },
    ],
    good: [
      'The vote is over.\n\n“We have done a lot”, said the president, recalling what the bonus was for.',
      'A list of things\n\nWhat the bonus is and who it is',
    ],
  },
  prepare: () => ({
    triggers: { every: true },
    *checkDocument({ segments, words }) {
      const view = lastProse(segments)
      if (view === undefined || words < fewestWords) return
      const { tokens } = view
      let last = tokens.count - 1
      // “and the…”, “and the [...]”: the paywall’s own dots.
      while (last > 0 && (tokens.kind(last) === TokenKind.bracket || '….'.includes(tokens.text(last)))) last--
      const dots = tokens.prose.slice(tokens.end(last)).trim()
      if (!tokens.isWord(last) || !/^(?:|…|\.\.\.|[[(](?:…|\.\.\.)[\])])$/u.test(dots)) return
      const hangs = hanging.has(tokens.text(last)) && !tokens.startsSentence(last)
      if (!hangs && (dots !== '' || !breaksOff(view, segments))) return
      yield {
        view,
        start: tokens.start(last),
        end: tokens.end(last),
        expected: [],
        confidence: hangs ? (dots === '' ? 0.9 : 0.75) : 0.6,
        ...(hangs ? { weight: 1 } : { weight: 0.3, round: 'weak' as const }),
        reason: 'The article breaks off here: find the rest, or end it with the sentence before',
      }
    },
  }),
})

/** A long sentence without its stop, where all paragraphs before have theirs. */
function breaksOff({ tokens, index }: SegmentView, segments: readonly SegmentView[]): boolean {
  const start = tokens.sentenceStart(tokens.count - 1)
  if (tokens.count - start < fewestWords || tokens.shape(tokens.count - 1) !== Shape.lower) return false
  const before = segments.slice(1, index).filter((other) => other.tokens.count >= fewestWords)
  return before.length >= fewestParagraphs && before.every((other) => /[.!?…:”"»)\]]$/u.test(other.prose.trim()))
}

/** The last paragraph that is long enough to be prose; lines of the page may stand behind it. */
function lastProse(segments: readonly SegmentView[]): SegmentView | undefined {
  for (let index = segments.length - 1; index >= Math.max(0, segments.length - 4); index--) {
    const view = segments[index]
    if (view !== undefined && view.segment.kind !== 'heading' && view.tokens.count >= fewestWords) return view
  }
  return undefined
}
