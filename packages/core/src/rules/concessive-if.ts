import { TokenKind, type Tokens } from '../text/tokens.ts'
import { type Draft, defineRule } from './rule.ts'

/** Past acts that are told as facts: a condition would not name them. */
const facts = new Set(
  'acknowledged admitted affirmed announced assured called claimed conceded condemned confirmed considered criticised criticized declared defended denied denounced deplored estimated excluded explained expressed hailed insisted praised promised recalled recognised recognized refused regretted rejected said stressed supported underlined welcomed won lost obtained caused took remained allowed'.split(
    ' ',
  ),
)
const indicative = new Set(
  'is are was were has have had remains remain believes says insisted insists added adds assured stressed did does do keeps continues wants refuses intends seems knows'.split(
    ' ',
  ),
)
const modals = new Set('will would can could may might must should shall then ought'.split(' '))
/** A condition that anybody may meet. */
const anyone = new Set('i you we one anyone someone anybody somebody any they it there not'.split(' '))
const longestClause = 30
const longestSubject = 9

/** “If” for the French si that grants a fact. */
export const concessiveIf = defineRule({
  id: 'concessive-if',
  mqm: 'accuracy/mistranslation',
  severity: 'minor',
  fix: 'review',
  needs: 'either',
  round: 'weak',
  priority: 36,
  summary: '“If” opens a fact that is granted, where English says “while” or “although”.',
  why: 'French grants a fact with “si” (si le ministre a reconnu une erreur, il refuse de démissionner; Grevisse, Le Bon Usage, § 1155); in English “if” reads as a condition.',
  examples: {
    bad: [
      {
        text: 'If the minister acknowledged a mistake, he has refused to resign.',
        expected: 'While the minister acknowledged a mistake, he has refused to resign.',
        actual: 'If',
      },
      {
        text: 'If inflation has slowed in France, food prices are still rising.',
        expected: 'While inflation has slowed in France, food prices are still rising.',
      },
    ],
    good: [
      'If the minister has lied, he will have to resign. If you have eaten, you are ready.',
      'If approved, the plan is to start soon.',
    ],
  },
  prepare: () => ({
    triggers: { words: ['if'] },
    *check({ tokens, occurrences }) {
      for (const at of occurrences) {
        if (!tokens.startsSentence(at) || !tokens.isCapitalised(at) || !grantsFact(tokens, at)) continue
        yield {
          start: tokens.start(at),
          end: tokens.end(at),
          expected: ['While', 'Although'],
          confidence: 0.6,
          weight: 0.6,
          reason: 'This is no condition but a fact that is granted: “While”',
        } satisfies Draft
      }
    },
  }),
})

function grantsFact(tokens: Tokens, at: number): boolean {
  const end = tokens.sentenceEnd(at)
  if (anyone.has(tokens.lower(at + 1))) return false
  let fact = false
  let comma = -1
  for (let index = at + 1; index < Math.min(end, at + longestClause); index++) {
    if (tokens.text(index) === ',') {
      comma = index
      break
    }
    if (tokens.kind(index) === TokenKind.quote && !fact) return false
    const word = tokens.lower(index)
    if (word === 'not' || word === 'never' || (modals.has(word) && !fact)) return false
    if (!fact && index > at + 1 && index < at + longestSubject + 2) {
      if (facts.has(word) && !/^(?:has|have|had|is|are|was|were|be|been|who|that)$/u.test(tokens.lower(index - 1)))
        fact = true
      else if ((word === 'has' || word === 'have') && isParticiple(tokens, index + 1)) fact = true
      else if ((word === 'is' || word === 'are') && /^(?:observed|noted|confirmed)$/u.test(tokens.lower(index + 1)))
        fact = true
    }
  }
  return fact && comma > 0 && tellsFact(tokens, comma + 1, end)
}

function isParticiple(tokens: Tokens, at: number): boolean {
  const word = tokens.lower(/ly$/u.test(tokens.lower(at)) ? at + 1 : at)
  return /(?:ed|en|own|one|ought|aid|ost|un)$/u.test(word) || word === 'made' || word === 'become'
}

/** Does the main clause state something, rather than say what would follow? */
function tellsFact(tokens: Tokens, from: number, end: number): boolean {
  if (/^(?:and|or|but|who|which|then|if)$/u.test(tokens.lower(from))) return false
  let told = false
  for (let index = from; index < end; index++) {
    const word = tokens.lower(index)
    if (told && (word === 'who' || word === 'that')) break
    if (modals.has(word)) return false
    if (index >= from + 1 && index < from + longestSubject && (indicative.has(word) || facts.has(word))) told = true
    if (told && tokens.kind(index) === TokenKind.comma) break
  }
  return told
}
