import { fold } from '../text/fold.ts'
import { TokenKind, type Tokens } from '../text/tokens.ts'
import { type Draft, defineRule } from './rule.ts'
import { givenNamesOf } from './support/bearers.ts'

/** What belongs to a person so closely that English hardly says “of”. */
const belongings = [
  'advisers',
  'allies',
  'cabinet',
  'camp',
  'entourage',
  'family',
  'government',
  'lawyer',
  'lawyers',
  'list',
  'office',
  'party',
  'program',
  'programme',
  'relatives',
  'spokesman',
  'spokesperson',
  'spokeswoman',
  'supporters',
  'team',
]
/** “Julien Martin, the lawyer of …”, “as the lawyer of …”: there it says who someone is. */
const predicates = new Set([',', 'as', 'is', 'was', 'became', 'become', 'remains', 'and', '–', '—', '('])

/** What says more of the person. */
const goingOn = new Set(['and', 'or', 'who', 'whose', 'a', 'an', 'then', 'now', 'former', 'the'])

/** “the government of Elisabeth Borne” for “Elisabeth Borne’s government”. */
export const namePossessive = defineRule({
  id: 'name-possessive',
  mqm: 'style/unidiomatic-style',
  severity: 'neutral',
  fix: 'review',
  needs: 'either',
  round: 'weak',
  priority: 29,
  summary: 'A possessive is put with “of” before a person’s name.',
  why: 'French has no possessive case (le gouvernement d’Elisabeth Borne); of persons English prefers ’s (Quirk et al., A Comprehensive Grammar of the English Language, § 5.116).',
  examples: {
    bad: [
      {
        text: 'It could bring down the government of Elisabeth Borne this week.',
        expected: 'It could bring down Elisabeth Borne’s government this week.',
        actual: 'the government of Elisabeth Borne',
      },
    ],
    good: [
      'The government of France met the family of Jean Martin’s friend and the team of the year.',
      'Julien Martin, the lawyer of Marie Dupont, is the spokesman of Jeanne Martin and Paul Durand.',
    ],
  },
  prepare(language) {
    const given = givenNamesOf(language)
    return {
      triggers: { words: belongings },
      *check({ tokens, occurrences }) {
        for (const at of occurrences) {
          const draft = possessive(tokens, at, given)
          if (draft !== undefined) yield draft
        }
      },
    }
  },
})

function possessive(tokens: Tokens, noun: number, given: ReadonlySet<string>): Draft | undefined {
  if (tokens.lower(noun - 1) !== 'the' || tokens.lower(noun + 1) !== 'of' || tokens.isCapitalised(noun))
    return undefined
  if (predicates.has(tokens.lower(noun - 2)) || tokens.startsSentence(noun - 1)) return undefined
  const name = noun + 2
  if (!tokens.isCapitalised(name) || !given.has(fold(tokens.text(name))) || !tokens.isCapitalised(name + 1))
    return undefined
  let end = name + 2
  if (tokens.isCapitalised(end) && tokens.isWord(end)) end++
  // A longer phrase takes no ’s: “of Jean Martin and Paul Durand”, “of Jean Martin, who …”.
  if (tokens.kind(end) === TokenKind.possessive || tokens.isCapitalised(end)) return undefined
  const goesOn = tokens.text(end) === ',' ? end + 1 : end
  if (goingOn.has(tokens.lower(goesOn)) && !(goesOn > end && tokens.isCapitalised(goesOn + 1))) return undefined
  if (tokens.text(end) === '(' || tokens.text(end) === '-') return undefined
  const person = tokens.prose.slice(tokens.start(name), tokens.end(end - 1))
  const expected = `${person}’s ${tokens.text(noun)}`
  return {
    start: tokens.start(noun - 1),
    end: tokens.end(end - 1),
    expected: [expected],
    confidence: 0.6,
    weight: 0.2,
    reason: `French has no possessive case; English says “${expected}”`,
  }
}
