import { TokenKind, type Tokens } from '../text/tokens.ts'
import { defineRule } from './rule.ts'

/** Participles that do not end in -ed, and their -ing forms. */
const irregular: Readonly<Record<string, string>> = {
  become: 'becoming',
  been: 'being',
  begun: 'beginning',
  bought: 'buying',
  broken: 'breaking',
  brought: 'bringing',
  built: 'building',
  caught: 'catching',
  chosen: 'choosing',
  come: 'coming',
  cut: 'cutting',
  done: 'doing',
  driven: 'driving',
  fallen: 'falling',
  fled: 'fleeing',
  fought: 'fighting',
  found: 'finding',
  given: 'giving',
  gone: 'going',
  had: 'having',
  heard: 'hearing',
  held: 'holding',
  hidden: 'hiding',
  hit: 'hitting',
  kept: 'keeping',
  known: 'knowing',
  led: 'leading',
  left: 'leaving',
  lost: 'losing',
  made: 'making',
  met: 'meeting',
  paid: 'paying',
  put: 'putting',
  received: 'receiving',
  run: 'running',
  said: 'saying',
  seen: 'seeing',
  sent: 'sending',
  set: 'setting',
  shot: 'shooting',
  shown: 'showing',
  sold: 'selling',
  spent: 'spending',
  spoken: 'speaking',
  stolen: 'stealing',
  struck: 'striking',
  taken: 'taking',
  thrown: 'throwing',
  told: 'telling',
  won: 'winning',
  worked: 'working',
  written: 'writing',
}

const accusations = new Set(['suspected', 'accused', 'suspects', 'suspect'])

/** “after having done” for the French infinitive of the past. */
export const havingClause = defineRule({
  id: 'having-clause',
  mqm: 'style/unidiomatic-style',
  severity: 'minor',
  fix: 'review',
  needs: 'either',
  round: 'weak',
  priority: 33,
  summary: '“after having done” where English says “after doing”.',
  why: 'French must put the infinitive of the past after “après” (après avoir fait) and after “soupçonné de”; in English “after” already says that it is past (Grevisse, Le Bon Usage, “infinitif passé”).',
  examples: {
    bad: [
      {
        text: 'She left the room after having used the article.',
        expected: 'She left the room after using the article.',
        actual: 'after having used',
      },
      {
        text: 'He is suspected of having taken part in the theft.',
        expected: 'He is suspected of taking part in the theft.',
        actual: 'having taken',
      },
    ],
    good: [
      'After having dinner, they left; the house, having burned, was sold.',
      'He spoke of having loved her and was proud of having won.',
    ],
  },
  prepare: () => ({
    triggers: { words: ['having'] },
    *check({ tokens, occurrences }) {
      for (const at of occurrences) {
        const before = tokens.lower(at - 1)
        const accused = before === 'of' && accusations.has(tokens.lower(at - 2))
        if (before !== 'after' && !accused) continue
        const participle = participleAfter(tokens, at)
        if (participle === undefined) continue
        const ing = present(tokens.lower(participle))
        if (ing === undefined) continue
        const start = accused ? at : at - 1
        const kept = tokens.prose.slice(tokens.start(start), tokens.start(at))
        const adverb = tokens.prose.slice(tokens.start(at + 1), tokens.start(participle))
        yield {
          start: tokens.start(start),
          end: tokens.end(participle),
          expected: [kept + adverb + ing],
          confidence: accused ? 0.5 : 0.75,
          weight: accused ? 0.2 : 1,
          reason: `“${before}” already says that it is past: “${before} ${adverb}${ing}”`,
        }
      }
    },
  }),
})

/** The participle that follows “having”, with at most one adverb between. */
function participleAfter(tokens: Tokens, at: number): number | undefined {
  const next = tokens.lower(at + 1).endsWith('ly') ? at + 2 : at + 1
  return tokens.kind(next) === TokenKind.word ? next : undefined
}

/** The -ing form of a participle; undefined where the word is none. */
function present(participle: string): string | undefined {
  const known = irregular[participle]
  if (known !== undefined) return known
  if (!participle.endsWith('ed') || participle.length < 4) return undefined
  const stem = participle.slice(0, -2)
  if (stem.endsWith('i')) return `${stem.slice(0, -1)}ying`
  // agreed, freed, decreed: only the d is the ending.
  return stem.endsWith('e') ? `${stem}eing` : `${stem}ing`
}
