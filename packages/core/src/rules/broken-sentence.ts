import { isCommonWord } from '../language/common-words.ts'
import { isEnglishWord } from '../language/english-words.ts'
import { abbreviations } from '../text/abbreviations.ts'
import { Shape, TokenKind, type Tokens } from '../text/tokens.ts'
import { type Draft, defineRule } from './rule.ts'

/** Words that start a sentence of their own; others rather go on with the one before. */
const subjects = new Set(
  'he she it they we i you this these those there here the a an his her its their our my but however because if when while although despite since'.split(
    ' ',
  ),
)
/** Words that go on behind a comma. */
const relatives = new Set(['which', 'who', 'whom', 'whose', 'where'])
/** Short forms that English writes with a full stop and that no list of titles holds. */
const shortForms = new Set(
  'etc approx incl excl ext min max mins hrs secs tel dept govt intl natl misc temp vol vols pp ed eds cit viz ibid esp resp'.split(
    ' ',
  ),
)
const fewestWords = 5

/** A full stop before a small letter: the machine cut one sentence in two, or the next one lost its capital. */
export const brokenSentence = defineRule({
  id: 'broken-sentence',
  mqm: 'linguistic-conventions/punctuation',
  severity: 'minor',
  fix: 'review',
  needs: 'either',
  round: 'weak',
  priority: 49,
  summary: 'A full stop stands before a small letter.',
  why: 'The machine translates sentence by sentence and cuts long ones wrongly, so that a stop stands in the middle; or the capital was lost with a link.',
  examples: {
    bad: [
      {
        text: 'It has a share of 18% with the general public. according to the institute.',
        expected: 'It has a share of 18% with the general public according to the institute.',
        actual: 'public. according',
      },
      {
        text: 'He left the room after the vote. he will not come back.',
        expected: 'He left the room after the vote. He will not come back.',
        actual: 'vote. he',
      },
    ],
    good: [
      'He came at 5 p.m. on Monday, i.e. late, with bags, coats, etc. and left vs. nobody.',
      'He waited... then left. iPhone sales fell; the site lemonde.fr says so.',
      'Acme Inc. said so, and Jones Jr. agreed.',
    ],
  },
  prepare: () => ({
    triggers: { marks: ['.', '?', '!'] },
    check({ segment, tokens, occurrences }) {
      const drafts: Draft[] = []
      if (segment.kind === 'heading') return drafts
      for (const at of occurrences) {
        const draft = tokens.text(at) === '.' ? broken(tokens, at) : undefined
        if (draft !== undefined) drafts.push(draft)
      }
      return drafts
    },
  }),
})

/** Are there hardly any words about the stop, as in a list of short forms? */
function isShort(tokens: Tokens, at: number): boolean {
  let words = 0
  for (let index = at - fewestWords; index <= at + fewestWords; index++) if (tokens.isWord(index)) words++
  return words < fewestWords
}

/** Words that go on with a sentence behind a name. */
const linking = new Set(
  'to of in on at with for from by and or who which that according during after before'.split(' '),
)
/** Capitalised short forms: states, ranks, firms. */
const shortNames = new Set(
  'calif mass penn conn colo ariz mich minn tenn wash sask univ assn bros corp capt sgts lieut supt insp const dist natl intl assoc messrs'.split(
    ' ',
  ),
)

/** `Florent Boudié. to establish`: the last word of a name, not a short form. */
function isNameBeforeStop(tokens: Tokens, at: number): boolean {
  const word = tokens.text(at)
  return (
    tokens.shape(at) === Shape.capital &&
    word.length > 4 &&
    !shortNames.has(word.toLowerCase()) &&
    tokens.isCapitalised(at - 1)
  )
}

function broken(tokens: Tokens, at: number): Draft | undefined {
  const before = at - 1
  const after = at + 1
  if (!tokens.isWord(before) || !tokens.isWord(after) || tokens.spaceBefore(at) || !tokens.spaceBefore(after))
    return undefined
  const first = tokens.text(before)
  const second = tokens.text(after)
  const name = tokens.isCapitalised(before) && isNameBeforeStop(tokens, before) && linking.has(second)
  if ((tokens.shape(before) !== Shape.lower && !name) || tokens.shape(after) !== Shape.lower || first.length < 3)
    return undefined
  if (abbreviations.has(first.toLowerCase()) || shortForms.has(first) || tokens.kind(before - 1) === TokenKind.stop)
    return undefined
  const isWhole = first.length >= 6 || isCommonWord(first) || (first.length >= 4 && isEnglishWord(first))
  if (!name && !isWhole) return undefined
  if (!isCommonWord(second) && second.length < 4) return undefined
  // A name of the net, a version, a list of initials.
  if (tokens.kind(after + 1) === TokenKind.stop && !tokens.spaceBefore(after + 1) && second.length < 3) return undefined
  if (isShort(tokens, at)) return undefined
  const starts = subjects.has(second)
  const capital = second.charAt(0).toUpperCase() + second.slice(1)
  const joined = relatives.has(second) ? `${first}, ${second}` : `${first} ${second}`
  const parted = `${first}. ${capital}`
  return {
    start: tokens.start(before),
    end: tokens.end(after),
    expected: starts ? [parted, joined] : [joined, parted],
    confidence: name ? 0.72 : 0.8,
    // Between two everyday words it is no slip that edited copy makes.
    ...(isCommonWord(first) && isCommonWord(second) ? { round: 'sure' as const } : {}),
    weight: 0.7,
    reason: starts
      ? `A sentence starts at “${capital}”: it has a capital`
      : `The sentence goes on behind “${first}”: no full stop there`,
  }
}
