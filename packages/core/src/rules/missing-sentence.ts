import type { Bead } from '../bilingual/align.ts'
import type { AlignedSource } from '../bilingual/aligned-source.ts'
import { defineRule, type SegmentDraft } from './rule.ts'
import { endOfSentence } from './support/source-places.ts'

const fewestWords = 5
const shown = 120

/** Sentences of the source that have no counterpart in the translation. */
export const missingSentence = defineRule({
  id: 'missing-sentence',
  mqm: 'accuracy/omission',
  severity: 'major',
  fix: 'none',
  needs: 'source',
  round: 'sure',
  priority: 30,
  summary: 'A sentence of the source text is missing.',
  why: 'Machine translation and the desk lose sentences unseen; source and translation are aligned by length, numbers, names and cognates (Gale & Church 1993), and the gap must lie between two sentences that fit.',
  examples: {
    bad: [
      {
        text: 'President Emmanuel Macron visited Marseille on Monday. Interior minister Gérald Darmanin accompanied the president in Marseille.',
        source:
          'Le président Emmanuel Macron a visité Marseille lundi. Les syndicats de dockers ont organisé une grande manifestation sur le port. Le ministre de l’intérieur Gérald Darmanin accompagnait le président à Marseille.',
        expected: null,
        actual: 'Monday.',
      },
    ],
    good: [
      {
        text: 'President Emmanuel Macron visited Marseille on Monday. Interior minister Gérald Darmanin accompanied the president in Marseille.',
        source:
          'Le président Emmanuel Macron a visité Marseille lundi. Le ministre de l’intérieur Gérald Darmanin accompagnait le président à Marseille.',
      },
      'Without a source nothing is missing.',
    ],
  },
  prepare: () => ({
    triggers: { every: true },
    *checkDocument({ aligned, segments }) {
      if (aligned === undefined || aligned.trust < 0.6) return
      for (const [index, bead] of aligned.beads.entries()) {
        if (!isGap(bead)) continue
        const before = aligned.beads[index - 1]
        const after = aligned.beads[index + 1]
        if (before === undefined || after === undefined || before.trust < 0.5 || after.trust < 0.5) continue
        const draft = draftOf(aligned, bead, before)
        const view = segments[aligned.target[before.targetTo - 1]?.segment ?? -1]
        if (draft !== undefined && view !== undefined) yield { ...draft, view } satisfies SegmentDraft
      }
    },
  }),
})

function isGap(bead: Bead): boolean {
  return bead.targetFrom === bead.targetTo && bead.sourceTo > bead.sourceFrom
}

/** The mark stands at the end of the sentence before the gap: what is missing has no place of its own. */
function draftOf({ source, target }: AlignedSource, bead: Bead, before: Bead) {
  const missing = source[bead.sourceFrom]
  const last = target[before.targetTo - 1]
  if (missing === undefined || last === undefined) return undefined
  const words = missing.text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0
  // It may stand, in other words, inside a sentence beside the gap.
  const near = target.slice(before.targetFrom, before.targetTo + 2)
  const shared = missing.clues.filter((clue) =>
    clue.anchors.some((anchor) => near.some(({ anchors }) => anchors.has(anchor))),
  ).length
  const { clues } = missing
  if (words < fewestWords || clues.length < 2 || shared > clues.length * 0.4) return undefined
  const text = missing.text.length > shown ? `${missing.text.slice(0, shown)}…` : missing.text
  return {
    ...endOfSentence(last),
    confidence: 0.8,
    weight: 0,
    expected: [],
    reason: `A sentence of the source is missing after this: “${text}”`,
  }
}
