import { PhraseMatcher } from '../text/phrase-matcher.ts'
import type { Tokens } from '../text/tokens.ts'
import { defineRule, type SegmentDraft } from './rule.ts'

interface Institution {
  readonly source: string
  readonly targets: readonly string[]
  readonly confidence: number
  readonly known: ReadonlySet<string>
}

/** How many tokens before and after a name may explain it. */
const reach = 8

/** The first mention of an institution that only French readers know. */
export const institutionGloss = defineRule({
  id: 'institution-gloss',
  mqm: 'style/unidiomatic-style',
  severity: 'minor',
  fix: 'review',
  needs: 'either',
  round: 'weak',
  priority: 20,
  summary: 'An institution that English readers do not know is named without saying what it is.',
  why: 'French news calls ministries by their street and units by their initials (Matignon, Bercy, IGPN); English news says what they are at the first mention (AFP and Reuters style: gloss local institutions).',
  examples: {
    bad: [
      {
        text: 'She spoke to the press at Matignon.',
        expected: 'She spoke to the press at the prime minister’s office, Matignon.',
      },
      {
        text: 'The youth was arrested by the BRAV-M.',
        expected: 'The youth was arrested by the BRAV-M motorcycle police unit.',
      },
    ],
    good: [
      'She spoke at her Matignon office.',
      'The police watchdog, the IGPN, opened an inquiry. Later the IGPN closed it.',
      'Police raid homes in Paris.',
    ],
  },
  prepare: (language, vocabulary) => {
    const rows = language.table('institutions')
    if (rows.length === 0) return undefined
    const matcher = new PhraseMatcher<Institution>(vocabulary)
    for (const { source = '', target = '', confidence = '', known = '' } of rows) {
      matcher.add(source, {
        source,
        targets: target.split('|'),
        confidence: Number(confidence),
        known: new Set(known.split(' ').filter(Boolean)),
      })
    }
    return {
      triggers: { phrases: matcher },
      *checkDocument({ segments }): Generator<SegmentDraft> {
        const seen = new Set<string>()
        for (const view of segments) {
          const { tokens } = view
          for (const from of matcher.starts(tokens)) {
            const match = matcher.match(tokens, from)
            const institution = match?.values[0]
            if (match === undefined || institution === undefined || seen.has(institution.targets[0] as string)) continue
            const start = tokens.start(from)
            const end = tokens.end(match.end - 1)
            const actual = tokens.prose.slice(start, end)
            if (actual.replaceAll('’', "'") !== institution.source.replaceAll('’', "'")) continue
            seen.add(institution.targets[0] as string)
            if (isKnown(tokens, from, match.end, institution.known)) continue
            yield {
              view,
              start,
              end,
              expected: institution.targets,
              confidence: institution.confidence,
              weight: 0.5,
              reason: `English readers may not know “${actual}”; say what it is: “${institution.targets[0]}”`,
            }
          }
        }
      },
    }
  },
})

/** Do the words around the name say what it is, or is it part of a longer name or in brackets after its full form? */
function isKnown(tokens: Tokens, from: number, to: number, known: ReadonlySet<string>): boolean {
  if (tokens.text(from - 1) === '(' || tokens.text(from - 1) === '-' || tokens.text(to) === '-') return true
  if (tokens.text(to) === '(' || tokens.isCapitalised(to)) return true
  for (let index = from - reach; index < to + reach; index++) if (known.has(tokens.lower(index))) return true
  return false
}
