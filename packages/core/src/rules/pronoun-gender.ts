import { fold } from '../text/fold.ts'
import { TokenKind, type Tokens } from '../text/tokens.ts'
import { type Draft, defineRule } from './rule.ts'
import { bodies } from './support/bodies.ts'

/** Words that name a person of either kind, so that “his” may be right. */
const people = new Set(
  'he him man boy king prince emperor pope minister president leader chief chairman mayor judge lawyer officer soldier player actor singer director author writer driver teacher doctor victim suspect father son brother husband uncle spokesman head chancellor ambassador deputy senator lawmaker coach captain candidate someone everyone anyone nobody who each person member citizen employee worker farmer owner patient student child baby mr sir lord governor prosecutor general colonel activist journalist founder boss ceo one mother she her woman girl queen'.split(
    ' ',
  ),
)
const states = new Set(['state', 'senate', 'assembly', 'prosecution', 'council', 'federation', 'executive'])
const places = new Set(['united', 'states', 'american', 'russian', 'north', 'south', 'european'])

/** “his” or “her” that follows the French noun instead of its owner. */
export const pronounGender = defineRule({
  id: 'pronoun-gender',
  mqm: 'linguistic-conventions/grammar',
  severity: 'major',
  fix: 'review',
  needs: 'either',
  round: 'weak',
  priority: 45,
  summary: 'A possessive has the wrong gender: “his” for a country or a woman.',
  why: 'French son, sa, ses agree with the thing owned, not with the owner, so the machine has to guess and takes “his”.',
  examples: {
    bad: [
      { text: 'China must use his influence.', expected: 'China must use its influence.', actual: 'his' },
      {
        text: 'Elisabeth Borne defended the policy of his government.',
        expected: 'Elisabeth Borne defended the policy of her government.',
      },
    ],
    good: [
      'China told the president that his influence was lost, and France took back her son.',
      'Emmanuel Macron defended his policy. Victoria Nuland met Antony Blinken and his staff.',
    ],
  },
  prepare(language) {
    const women = new Set(language.list('feminine-given-names').map(fold))
    return {
      triggers: { words: ['his', 'he'] },
      *check({ tokens, occurrences }) {
        let owner: string | undefined
        let sentence = -1
        for (const at of occurrences) {
          if (tokens.lower(at) === 'he') {
            if (standsForBody(tokens, at)) yield subjectDraft(tokens, at)
            continue
          }
          if (tokens.kind(at + 1) === TokenKind.stop || !tokens.spaceBefore(at)) continue
          const start = tokens.sentenceStart(at)
          if (start !== sentence) owner = ownerOf(tokens, start, at, women)
          sentence = start
          if (owner === undefined) continue
          const woman = owner === 'woman'
          const text = woman ? 'her' : 'its'
          yield {
            start: tokens.start(at),
            end: tokens.end(at),
            expected: [tokens.isCapitalised(at) ? text.charAt(0).toUpperCase() + text.slice(1) : text],
            confidence: woman ? 0.7 : 0.85,
            weight: 1,
            reason: woman ? 'The owner is a woman: “her”' : 'The owner is a country or a body: “its”',
          } satisfies Draft
        }
      },
    }
  },
})

/** Who owns, when the sentence before `at` names one possible owner only. */
function ownerOf(tokens: Tokens, start: number, at: number, women: ReadonlySet<string>): 'body' | 'woman' | undefined {
  let body = false
  let woman = false
  for (let index = start; index < at; index++) {
    if (!tokens.isWord(index)) continue
    const word = tokens.lower(index)
    if (woman && (tokens.isCapitalised(index) || word === 'minister' || word === 'she' || word === 'her')) {
      if (
        tokens.isCapitalised(index) &&
        tokens.isWord(index + 1) &&
        tokens.isCapitalised(index + 1) &&
        !women.has(fold(tokens.text(index))) &&
        !tokens.isCapitalised(index - 1)
      )
        return undefined
      continue
    }
    if (women.has(fold(tokens.text(index))) && tokens.isCapitalised(index) && tokens.isCapitalised(index + 1)) {
      woman = true
      continue
    }
    if (bodies.has(word)) body = true
    else if (people.has(word)) {
      if (!(word === 'minister' || word === 'president' || word === 'who' || word === 'head')) return undefined
      if (!woman && !womanFollows(tokens, index, at, women)) return undefined
    } else if (tokens.isCapitalised(index) && index !== start && !places.has(word) && !woman) {
      const full = tokens.isCapitalised(index + 1) || tokens.isCapitalised(index - 1)
      if (full || tokens.kind(index + 1) === TokenKind.possessive || !body) return undefined
    } else if (index === start && tokens.isCapitalised(index) && tokens.isCapitalised(index + 1)) return undefined
  }
  return woman ? 'woman' : body && bodies.has(tokens.lower(subjectHead(tokens, start))) ? 'body' : undefined
}

function womanFollows(tokens: Tokens, from: number, to: number, women: ReadonlySet<string>): boolean {
  for (let index = from + 1; index < Math.min(to, from + 4); index++)
    if (women.has(fold(tokens.text(index)))) return true
  return false
}

/** “The government met. He noted …”: the sentence before starts with a body and speaks of nobody else. */
function standsForBody(tokens: Tokens, at: number): boolean {
  if (at === 0 || !tokens.startsSentence(at) || !tokens.isCapitalised(at)) return false
  const start = tokens.sentenceStart(at - 1)
  const head = subjectHead(tokens, start)
  const noun = states.has(tokens.lower(head + 1)) ? head + 1 : head
  if (!bodies.has(tokens.lower(noun)) && !states.has(tokens.lower(noun))) return false
  // “The government spokesman”, “The party leader”: a person after all.
  if (!isFollowedByVerb(tokens, noun + 1)) return false
  for (let index = noun + 1; index < at; index++) {
    const word = tokens.lower(index)
    if (tokens.kind(index) === TokenKind.quote || (people.has(word) && word !== 'who')) return false
    // A full name: somebody whom “he” may mean.
    if (tokens.isCapitalised(index) && tokens.isCapitalised(index + 1) && !places.has(word)) return false
  }
  return true
}

function isFollowedByVerb(tokens: Tokens, at: number): boolean {
  return /^(?:is|has|was|had|will|would|said|issued|announced|decided|wants|plans|published|launched|refused|called|accused|rejected|also|,)$/u.test(
    tokens.lower(at),
  )
}

function subjectDraft(tokens: Tokens, at: number): Draft {
  return {
    start: tokens.start(at),
    end: tokens.end(at),
    expected: ['It'],
    confidence: 0.6,
    weight: 0.8,
    reason: 'The sentence before speaks of a body: “It”',
  }
}

/** The noun that the sentence starts with: `China …`, `The government …`, `In Moscow the …` gives none. */
function subjectHead(tokens: Tokens, start: number): number {
  let index = start
  while (tokens.kind(index) === TokenKind.quote) index++
  if (['the', 'this', 'that', 'for', 'but', 'and'].includes(tokens.lower(index))) index++
  if (tokens.lower(index).match(/(?:ian|ish|ese|an|ch)$/u) && bodies.has(tokens.lower(index + 1))) index++
  return index
}
