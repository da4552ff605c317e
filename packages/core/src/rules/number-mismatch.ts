import { TokenKind, type Tokens } from '../text/tokens.ts'
import { defineRule, type SegmentDraft } from './rule.ts'

const beside =
  'President Emmanuel Macron visited Marseille on Monday. Interior minister Gérald Darmanin accompanied the president in Marseille.'
const besideSource =
  'Le président Emmanuel Macron a visité Marseille lundi. Le ministre de l’intérieur Gérald Darmanin accompagnait le président à Marseille.'

/** A percentage that is another one in the source text. */
export const numberMismatch = defineRule({
  id: 'number-mismatch',
  mqm: 'accuracy/mistranslation',
  severity: 'major',
  fix: 'review',
  needs: 'source',
  round: 'sure',
  priority: 60,
  summary: 'A percentage is not that of the source text.',
  why: 'Figures get lost or changed where the machine reads a decimal comma or a space wrongly. Told only where one sentence fits one, and each has one percentage.',
  examples: {
    bad: [
      {
        text: `${beside} Inflation in the eurozone reached 35% in September.`,
        source: `${besideSource} L’inflation de la zone euro a atteint 3,5 % en septembre.`,
        expected: `${beside} Inflation in the eurozone reached 3.5% in September.`,
        actual: '35',
      },
    ],
    good: [
      {
        text: `${beside} Inflation in the eurozone reached 3.5% in September.`,
        source: `${besideSource} L’inflation de la zone euro a atteint 3,5 % en septembre.`,
      },
      'Without a source 35% is right.',
    ],
  },
  prepare: () => ({
    triggers: { every: true },
    *checkDocument({ aligned, segments }) {
      if (aligned === undefined || aligned.trust < 0.6) return
      for (const { sourceFrom, sourceTo, targetFrom, targetTo, trust } of aligned.beads) {
        if (trust < 0.6 || sourceTo - sourceFrom !== 1 || targetTo - targetFrom !== 1) continue
        const source = aligned.source[sourceFrom]
        const target = aligned.target[targetFrom]
        const view = segments[target?.segment ?? -1]
        if (source === undefined || target === undefined || view === undefined) continue
        const [wanted, ...others] = percentages(source.tokens, source.from, source.to)
        const [given, ...more] = percentages(target.tokens, target.from, target.to)
        if (wanted === undefined || given === undefined || others.length > 0 || more.length > 0) continue
        const value = target.tokens.text(given).replace(',', '.')
        const right = source.tokens.text(wanted).replace(',', '.')
        if (Number(value) === Number(right)) continue
        yield {
          view,
          start: target.tokens.start(given),
          end: target.tokens.end(given),
          confidence: 0.9,
          weight: 0,
          expected: [right],
          reason: `The source has ${right}%`,
        } satisfies SegmentDraft
      }
    },
  }),
})

function percentages(tokens: Tokens, from: number, to: number): number[] {
  const found: number[] = []
  for (let at = from; at < to; at++) {
    if (tokens.kind(at) !== TokenKind.number) continue
    const next = tokens.lower(at + 1)
    if (next === '%' || next === 'percent' || (next === 'per' && tokens.lower(at + 2) === 'cent')) found.push(at)
    else if (next === 'pour' && tokens.lower(at + 2) === 'cent') found.push(at)
  }
  return found
}
