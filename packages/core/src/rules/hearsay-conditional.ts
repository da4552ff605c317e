import { Shape, type Tokens } from '../text/tokens.ts'
import { type Draft, defineRule } from './rule.ts'

/** Words that name where the news comes from. */
const sources = new Set(
  'according source sources reported reportedly suspected accused alleged police prosecutor prosecutors investigators investigation newspaper daily report reports afp media'.split(
    ' ',
  ),
)
const adverbs = new Set(['then', 'also', 'thus', 'first', 'already', 'subsequently', 'notably'])
/** Words of a true conditional. */
const conditions = new Set(
  'if unless otherwise without had could might should were whether wish wished rather hypothetically never even instead provided said says promised warned added told announced hoped expected thought knew believed predicted'.split(
    ' ',
  ),
)

/** The French conditional of hearsay, put into English as a conditional. */
export const hearsayConditional = defineRule({
  id: 'hearsay-conditional',
  mqm: 'accuracy/mistranslation',
  severity: 'major',
  fix: 'review',
  needs: 'either',
  round: 'weak',
  priority: 41,
  summary: 'The French conditional of hearsay reads as a condition in English.',
  why: 'French reports what is not confirmed in the conditional: “il aurait informé”, he is said to have informed (Grevisse, Le Bon Usage, § 889).',
  examples: {
    bad: [
      {
        text: 'According to the police, the suspect would have informed his brother.',
        expected: 'According to the police, the suspect allegedly informed his brother.',
        actual: 'would have informed',
      },
    ],
    good: [
      'According to the police, he would have died if the ambulance had been late.',
      'The reform would have cost too much, the minister said.',
    ],
  },
  prepare: () => ({
    triggers: { words: ['would'] },
    *check({ tokens, occurrences }) {
      for (const at of occurrences) {
        const draft = hearsay(tokens, at)
        if (draft !== undefined) yield draft
      }
    },
  }),
})

function hearsay(tokens: Tokens, at: number): Draft | undefined {
  const have = adverbs.has(tokens.lower(at + 1)) ? at + 2 : at + 1
  if (tokens.lower(have) !== 'have' || tokens.lower(have + 1) === 'to') return undefined
  if (tokens.shape(have + 1) !== Shape.lower || !tokens.isWord(have + 1)) return undefined
  let source = false
  for (let index = tokens.sentenceStart(at); index < tokens.sentenceEnd(at); index++) {
    const word = tokens.lower(index)
    if (conditions.has(word)) return undefined
    if (sources.has(word)) source = true
  }
  if (!source) return undefined
  const been = tokens.lower(have + 1) === 'been'
  const participle = tokens.text(have + 1)
  const regular = participle.endsWith('ed')
  return {
    start: tokens.start(at),
    end: tokens.end(have + 1),
    expected: been
      ? ['was reportedly', 'were reportedly']
      : regular
        ? [`allegedly ${participle}`, `reportedly ${participle}`]
        : [`is said to have ${participle}`, `are said to have ${participle}`],
    confidence: 0.62,
    weight: 0.7,
    reason: 'French reports hearsay in the conditional; English says “reportedly” or “allegedly”',
  }
}
