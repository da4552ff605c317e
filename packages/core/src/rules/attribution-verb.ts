import { Shape, TokenKind, type Tokens } from '../text/tokens.ts'
import { type Draft, defineRule } from './rule.ts'

const pronouns = new Set(['he', 'she', 'they'])
const adverbs = new Set('also then thus again further finally simply still immediately recently even later'.split(' '))
/** What may follow where the attribution ends or goes on with its circumstances. */
const followers = new Set(
  'on in at to during with before after about from by without this yesterday again while when as . , : ; ! ?'.split(
    ' ',
  ),
)

/** “…,” she slips: a verb that reports words in French, but not in English. */
export const attributionVerb = defineRule({
  id: 'attribution-verb',
  mqm: 'style/unidiomatic-style',
  severity: 'minor',
  fix: 'review',
  needs: 'either',
  round: 'weak',
  priority: 39,
  summary: 'A quotation is attributed with a verb that reports speech in French only.',
  why: 'French varies the verb after a quotation (glisse-t-elle, martèle-t-il, tacle-t-il, estime-t-il); English news says “said” (The Guardian style guide, “said”).',
  examples: {
    bad: [
      { text: '“I am hopeful,” she slips.', expected: '“I am hopeful,” she says.', actual: 'slips' },
      {
        text: '“They went home”, he completed.',
        expected: '“They went home”, he added.',
      },
    ],
    good: [
      '“I am hopeful,” she said. “They went home”, he added, and slipped out.',
      'He completed “Ulysses” in 1921. In “Faust” he slips on a shoe.',
    ],
  },
  prepare(language) {
    const verbs = new Map<string, { target: string; confidence: number }>()
    for (const { source = '', target = '', uninverted = '' } of language.table('attribution-verbs'))
      if (uninverted !== '') verbs.set(source, { target, confidence: Number(uninverted) })
    if (verbs.size === 0) return undefined
    return {
      triggers: { words: verbs.keys() },
      *check({ tokens, occurrences }) {
        for (const at of occurrences) {
          const verb = verbs.get(tokens.lower(at))
          if (verb === undefined || !reports(tokens, at)) continue
          yield {
            start: tokens.start(at),
            end: tokens.end(at),
            expected: [verb.target],
            confidence: verb.confidence,
            weight: verb.confidence >= 0.7 ? 1.5 : 0.3,
            reason: `“${tokens.text(at)}” reports words in French; English says “${verb.target}”`,
          } satisfies Draft
        }
      },
    }
  },
})

/** Is the verb that of “…,” she [also] slips? */
function reports(tokens: Tokens, verb: number): boolean {
  if (tokens.shape(verb) !== Shape.lower) return false
  const pronoun = adverbs.has(tokens.lower(verb - 1)) ? verb - 2 : verb - 1
  if (!pronouns.has(tokens.lower(pronoun))) return false
  const comma = tokens.text(pronoun - 1) === ','
  const quote = comma ? pronoun - 2 : pronoun - 1
  if (tokens.kind(quote) !== TokenKind.quote) return false
  // The title “Faust” is followed by no comma within or without.
  const inner = tokens.text(quote - 1)
  if (!comma && inner !== ',' && inner !== '!' && inner !== '?' && inner !== '.') return false
  return followers.has(tokens.lower(verb + 1)) || tokens.lower(verb + 1) === ''
}
