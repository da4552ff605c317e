import stringSimilarity from 'string-similarity'
import { isCommonWord } from '../language/common-words.ts'
import { fold } from '../text/fold.ts'
import { Shape, TokenKind, type Tokens } from '../text/tokens.ts'
import { type DocumentView, defineRule, type SegmentDraft, type SegmentView } from './rule.ts'

interface Mention {
  readonly view: SegmentView
  readonly at: number
  readonly given: string | undefined
}

const shortest = 6
const mostBearers = 20
/** Capitalised words before a name that are no given names. */
const notGiven = new Set(
  'latin south north west east central new saint van von mr mrs ms dr sir lord president minister chancellor prime general'.split(
    ' ',
  ),
)
/** Share of letter pairs in common (Dice) above which two surnames are spellings of one. */
const alike = 0.6

/** One person’s name in two spellings in the same article. */
export const nameConsistency = defineRule({
  id: 'name-consistency',
  mqm: 'style/inconsistent-style',
  severity: 'minor',
  fix: 'review',
  needs: 'either',
  round: 'weak',
  priority: 28,
  summary: 'The same name is spelt in two ways in the article.',
  why: 'A name that is romanised once by the machine and once by the original comes out in two forms (Michoustine, Mishustin; Zelensky, Zelenskiy).',
  examples: {
    bad: [
      {
        text: 'Mikhail Mishustin spoke on Monday. Mikhail Mishoustin was heard. Mishustin then left.',
        expected: 'Mikhail Mishustin spoke on Monday. Mikhail Mishustin was heard. Mishustin then left.',
        actual: 'Mishoustin',
      },
    ],
    good: [
      'Serena Williams beat Venus Williams; Robbie Williamson met Prince William. Williams won.',
      'Paul Johnson and Paul Johnston are two people, said Mr. Johnson.',
    ],
  },
  prepare: () => ({
    triggers: { every: true },
    *checkDocument(document) {
      const mentions = collect(document)
      const seen = new Set<string>()
      for (const names of byGivenName(mentions)) {
        for (const [index, first] of names.entries()) {
          for (const second of names.slice(index + 1)) {
            const pair = `${first} ${second}`
            if (seen.has(pair) || !oneName(first, second)) continue
            seen.add(pair)
            const [kept, other] =
              (mentions.get(first)?.length ?? 0) >= (mentions.get(second)?.length ?? 0)
                ? [first, second]
                : [second, first]
            for (const { view, at } of mentions.get(other) ?? []) yield draftOf(view, at, kept)
          }
        }
      }
    },
  }),
})

/** Capitalised words that are no common words, with what stands before them. */
function collect(document: DocumentView): Map<string, Mention[]> {
  const mentions = new Map<string, Mention[]>()
  for (const view of document.segments) {
    const { tokens } = view
    for (let at = 0; at < tokens.count; at++) {
      if (!endsName(tokens, at, shortest)) continue
      const text = tokens.text(at)
      const list = mentions.get(text)
      const mention = { view, at, given: givenBefore(tokens, at) }
      if (list === undefined) mentions.set(text, [mention])
      else list.push(mention)
    }
  }
  return mentions
}

/** Is it a capitalised word of at least so many letters, and no common one, with no other behind it? */
export function endsName(tokens: Tokens, at: number, least: number): boolean {
  return (
    tokens.shapes[at] === Shape.capital &&
    tokens.kinds[at] === TokenKind.word &&
    tokens.end(at) - tokens.start(at) >= least &&
    !(tokens.isCapitalised(at + 1) && tokens.spaceBefore(at + 1)) &&
    !isCommonWord(tokens.text(at))
  )
}

/** The given name before a surname, folded; undefined where none stands there. */
export function givenBefore(tokens: Tokens, at: number): string | undefined {
  const before = at - 1
  if (
    tokens.shape(before) !== Shape.capital ||
    !tokens.isWord(before) ||
    !tokens.spaceBefore(at) ||
    isCommonWord(tokens.text(before))
  )
    return undefined
  const given = fold(tokens.text(before))
  return notGiven.has(given) ? undefined : given
}

/** The surnames that stand after one given name, a list for each. A list of many is a list of people, not of spellings. */
function byGivenName(mentions: ReadonlyMap<string, readonly Mention[]>): string[][] {
  const groups = new Map<string, Set<string>>()
  for (const [surname, list] of mentions) {
    for (const { given } of list) {
      if (given === undefined) continue
      const group = groups.get(given) ?? new Set()
      group.add(surname)
      groups.set(given, group)
    }
  }
  return [...groups.values()].filter(({ size }) => size > 1 && size <= mostBearers).map((group) => [...group])
}

/** Are these two spellings of one surname? */
function oneName(first: string, second: string): boolean {
  const a = fold(first)
  const b = fold(second)
  if (a.charAt(0) !== b.charAt(0) || Math.abs(a.length - b.length) > 3 || a === b) return false
  // Johnson and Johnston, Martin and Martins are names of their own.
  if (a.length === b.length + 1 || b.length === a.length + 1) {
    const [short, long] = a.length < b.length ? [a, b] : [b, a]
    if (long === `${short}s` || long === `${short}n` || long.replace('t', '') === short) return false
  }
  return stringSimilarity.compareTwoStrings(a, b) >= alike
}

function draftOf(view: SegmentView, at: number, kept: string): SegmentDraft {
  const { tokens } = view
  return {
    view,
    start: tokens.start(at),
    end: tokens.end(at),
    expected: [kept],
    confidence: 0.68,
    weight: 0.5,
    reason: `The article also writes “${kept}”; one of the two`,
  }
}
