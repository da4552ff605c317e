import type { Bead } from '../bilingual/align.ts'
import type { AlignedSource } from '../bilingual/aligned-source.ts'
import { type Denial, denyingSide, NegationWords, negationsOf } from '../bilingual/negation.ts'
import { defineRule, type SegmentDraft } from './rule.ts'
import { besides, isTrusted } from './support/source-places.ts'

const fewestTrust = 0.65

/** A denial that was lost or has come in. */
export const negationMismatch = defineRule({
  id: 'negation-mismatch',
  mqm: 'accuracy/mistranslation',
  severity: 'critical',
  fix: 'review',
  needs: 'source',
  round: 'sure',
  priority: 58,
  summary: 'The source text denies what stands here, or the other way round.',
  why: 'A lost “ne … pas” turns the sense round and reads well. Told only where the sentences fit, and the other language has no word at all that denies, doubts, lacks or refuses.',
  examples: {
    bad: [
      {
        text: `${besides.target} The general staff in Kyiv has confirmed this information.`,
        source: `${besides.source} L’état-major à Kiev n’a pas confirmé cette information.`,
        expected: `${besides.target} The general staff in Kyiv has not confirmed this information.`,
        actual: 'has',
      },
      {
        text: `${besides.target} The agency in Bordeaux says the closure will not be temporary.`,
        source: `${besides.source} L’agence de Bordeaux assure que la fermeture sera temporaire.`,
        expected: `${besides.target} The agency in Bordeaux says the closure will be temporary.`,
        actual: 'not',
      },
    ],
    good: [
      {
        text: `${besides.target} The general staff in Kyiv declined to confirm this information.`,
        source: `${besides.source} L’état-major à Kiev n’a pas souhaité confirmer cette information.`,
      },
      {
        text: `${besides.target} Only three hospitals in Bordeaux remain open.`,
        source: `${besides.source} Il ne reste que trois hôpitaux ouverts à Bordeaux.`,
      },
    ],
  },
  prepare: (language) => {
    let words: NegationWords | undefined
    return {
      triggers: { every: true },
      *checkDocument({ aligned, segments }) {
        if (!isTrusted(aligned)) return
        words ??= new NegationWords(language)
        const list = words
        for (const [index, bead] of aligned.beads.entries()) {
          if (bead.trust < fewestTrust) continue
          const { sources, targets } = sentencesOf(aligned, bead)
          const denial = negationsOf(aligned, sources, targets, words)
          const view = segments[denial?.sentence.segment ?? -1]
          if (denial === undefined || view === undefined) continue
          // A quotation that moved takes its denial along: one beside has too many where this has too few.
          const isMoved = [aligned.beads[index - 1], aligned.beads[index + 1]].some((beside) => {
            if (beside === undefined) return false
            const near = sentencesOf(aligned, beside)
            return denyingSide(near.sources, near.targets, list) === (denial.isLost ? 'target' : 'source')
          })
          if (isMoved) continue
          const draft = draftOf(denial)
          const confidence = sources.length + targets.length > 2 ? draft.confidence * 0.85 : draft.confidence
          yield { view, weight: 0, ...draft, confidence } satisfies SegmentDraft
        }
      },
    }
  },
})

function sentencesOf({ source, target }: AlignedSource, { sourceFrom, sourceTo, targetFrom, targetTo }: Bead) {
  return { sources: source.slice(sourceFrom, sourceTo), targets: target.slice(targetFrom, targetTo) }
}

/** Without the denial, where it is more than n’t that goes. */
const positives = new Map([
  ["can't", 'can'],
  ["won't", 'will'],
  ["shan't", 'shall'],
  ['cannot', 'can'],
])

function draftOf(denial: Denial) {
  const { at, isLost, verb } = denial
  const { tokens } = denial.sentence
  const start = tokens.start(at)
  const end = tokens.end(at)
  if (isLost) {
    const word = tokens.text(at)
    const expected = denial.isAuxiliary ? [word.toLowerCase() === 'can' ? `${word}not` : `${word} not`] : []
    return { start, end, confidence: 0.82, expected, reason: `The source denies this: “${verb}”` }
  }
  const text = tokens.text(at)
  const positive = positives.get(tokens.lower(at)) ?? /^(.+)n[’']t$/u.exec(text)?.[1]
  const reason = 'The source does not deny this'
  if (positive !== undefined) return { start, end, confidence: 0.74, expected: [positive], reason }
  const edits = [{ start: at === 0 ? start : tokens.end(at - 1), end, text: '' }]
  return { start, end, confidence: 0.76, expected: [''], fixes: [{ safe: false, edits }], reason }
}
