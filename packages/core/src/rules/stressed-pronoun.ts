import { Shape, type Tokens } from '../text/tokens.ts'
import { type Draft, defineRule } from './rule.ts'

const possessives: Readonly<Record<string, string>> = { me: 'my', him: 'his', her: 'her', them: 'their', us: 'our' }

/** The French stressed pronoun (moi, lui, eux) between commas. */
export const stressedPronoun = defineRule({
  id: 'stressed-pronoun',
  mqm: 'linguistic-conventions/grammar',
  severity: 'major',
  fix: 'review',
  needs: 'either',
  round: 'sure',
  priority: 46,
  summary: 'A pronoun stands between commas to stress the subject, as French does with lui, elle, eux.',
  why: 'French stresses a subject with a second pronoun (Michel Barnier, lui, oscillerait entre 7 et 9 %; Grevisse, Le Bon Usage, § 663); English has nothing there, or “for his part”.',
  examples: {
    bad: [
      {
        text: 'Michel Barnier, him, is at 7%.',
        expected: 'Michel Barnier is at 7%.',
        actual: ', him,',
      },
      {
        text: 'The unions, them, are calling for a strike.',
        expected: 'The unions are calling for a strike.',
      },
    ],
    good: [
      'She told him, her, them and us, he said. Between you and me, it is over.',
      'We saw her, him, and the dog. He thanked them, and her, for coming.',
    ],
  },
  prepare: () => ({
    triggers: { words: Object.keys(possessives) },
    *check({ tokens, occurrences }) {
      for (const at of occurrences) {
        const draft = stress(tokens, at)
        if (draft !== undefined) yield draft
      }
    },
  }),
})

function stress(tokens: Tokens, at: number): Draft | undefined {
  if (tokens.shape(at) !== Shape.lower || tokens.text(at + 1) !== ',' || tokens.text(at - 1) !== ',') return undefined
  if (!followsSubject(tokens, at - 1) || !startsVerb(tokens, at + 2)) return undefined
  return {
    start: tokens.start(at - 1),
    end: tokens.end(at + 1),
    expected: ['', `, for ${possessives[tokens.lower(at)]} part,`],
    confidence: 0.9,
    weight: 3,
    reason: `“${tokens.text(at)}” only stresses the subject, as in French; English leaves it out`,
  }
}

/** A noun or name before the comma: a pronoun there is a list (“she, her, hers”). */
function followsSubject(tokens: Tokens, comma: number): boolean {
  const before = comma - 1
  if (!tokens.isWord(before)) return false
  return !/^(?:i|he|she|they|we|it|him|her|them|us|me|you|his|hers|theirs|said|told|and|or)$/u.test(
    tokens.lower(before),
  )
}

const verbs = new Set(
  'is are was were has have had will would can could did does do says said believes wants remains remain prefers sees thinks considers plans intends refuses hopes estimates assures'.split(
    ' ',
  ),
)

function startsVerb(tokens: Tokens, at: number): boolean {
  return verbs.has(tokens.lower(at))
}
