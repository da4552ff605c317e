import type { Bead } from '../bilingual/align.ts'
import type { AlignedSource } from '../bilingual/aligned-source.ts'
import { fold } from '../text/fold.ts'
import { defineRule, type SegmentDraft } from './rule.ts'
import { besides, endOfSentence, isMovedSource, isTrusted, quoted } from './support/source-places.ts'

const fewestWords = 4
const fewestClues = 2
/** Share of its clues that may stand in the sentences beside the gap. */
const mostShared = 0.4

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
        text: besides.target,
        source: besides.source.replace(
          ' Le ministre',
          ' Les syndicats de dockers ont organisé une grande manifestation sur le port. Le ministre',
        ),
        expected: null,
        actual: 'Monday.',
      },
      {
        text: besides.target,
        source: `${besides.source} Les syndicats de dockers ont organisé une grande manifestation sur le port.`,
        expected: null,
        actual: 'Marseille.',
      },
    ],
    good: [
      { text: besides.target, source: besides.source },
      {
        text: besides.target,
        source: `${besides.source} Propos recueillis par Nadège Kermarrec. Lire aussi : Marseille attend son nouveau port depuis dix ans.`,
      },
      {
        text: `${besides.target} Trade unions staged a demonstration in the port and the dockers went home quietly.`,
        source: `${besides.source} Les syndicats ont organisé une manifestation sur le port. Les dockers sont rentrés chez eux dans le calme.`,
      },
    ],
  },
  prepare: (language) => {
    const beginnings = language.list('unmissed')
    const isMissed = ({ text }: { readonly text: string }): boolean => {
      const start = fold(text.slice(0, longestBeginning)).replace(/^[^\p{L}]+/u, '')
      return isSentence.test(text) && !beginnings.some((beginning) => start.startsWith(beginning))
    }
    return {
      triggers: { every: true },
      *checkDocument({ aligned, segments }) {
        if (!isTrusted(aligned)) return
        const { beads } = aligned
        for (let index = 0; index < beads.length; index++) {
          if (!isGap(beads[index])) {
            const lost = lostInside(aligned, beads[index] as Bead)
            const draft = lost === undefined ? undefined : draftOf(aligned, [lost], beads[index] as Bead, 0.6, isMissed)
            const view = segments[aligned.target[(beads[index] as Bead).targetTo - 1]?.segment ?? -1]
            if (draft !== undefined && view !== undefined) yield { ...draft, view } satisfies SegmentDraft
            continue
          }
          const first = index
          while (isGap(beads[index + 1])) index++
          const before = beads[first - 1]
          const after = beads[index + 1]
          if (before === undefined || before.trust < 0.4 || (after !== undefined && after.trust < 0.4)) continue
          const gone = beads.slice(first, index + 1).map(({ sourceFrom }) => sourceFrom)
          const draft = draftOf(aligned, gone, before, after === undefined ? 0.72 : 0.82, isMissed)
          const view = segments[aligned.target[before.targetTo - 1]?.segment ?? -1]
          if (draft !== undefined && view !== undefined) yield { ...draft, view } satisfies SegmentDraft
        }
      },
    }
  },
})

/** Headlines, captions and the lines around an article end without a stop. */
const isSentence = /[.!?…][\s"”’»)\]]*$/u
const longestBeginning = 40

function isGap(bead: Bead | undefined): boolean {
  return bead !== undefined && bead.targetFrom === bead.targetTo && bead.sourceTo > bead.sourceFrom
}

const englishLength = 0.9
/** How much longer the source must be than the translation before one of its sentences counts as lost. */
const longer = 1.35

/** Of several sentences that stand together, the one that nothing in the translation speaks of. */
function lostInside({ source, target }: AlignedSource, bead: Bead): number | undefined {
  const { sourceFrom, sourceTo, targetFrom, targetTo } = bead
  if (sourceTo - sourceFrom < 2 || bead.trust < 0.55) return undefined
  const sum = (list: readonly { readonly length: number }[]) => list.reduce((total, { length }) => total + length, 0)
  const sources = source.slice(sourceFrom, sourceTo)
  const targets = target.slice(targetFrom, targetTo)
  if (sum(sources) * englishLength < sum(targets) * longer) return undefined
  for (const [index, { clues, text }] of sources.entries()) {
    // Code and other objects say more than their words.
    if (text.includes('\u{fffc}')) continue
    const others = new Set(
      sources.flatMap((other, at) => (at === index ? [] : other.clues.flatMap(({ anchors }) => anchors))),
    )
    const isSpokenOf = clues.some(({ anchors }) =>
      anchors.some((anchor) => !others.has(anchor) && targets.some((sentence) => sentence.anchors.has(anchor))),
    )
    if (clues.length >= fewestOwn && !isSpokenOf) return sourceFrom + index
  }
  return undefined
}

const fewestOwn = 5

/** The mark stands at the end of the sentence before the gap: what is missing has no place of its own. */
function draftOf(
  aligned: AlignedSource,
  gone: readonly number[],
  before: Bead,
  confidence: number,
  isMissed: (sentence: { readonly text: string }) => boolean,
) {
  const { source, target } = aligned
  const last = target[before.targetTo - 1]
  // It may stand, in other words, inside a sentence beside the gap.
  const near = target.slice(Math.max(0, before.targetFrom - 1), before.targetTo + 2)
  const missing = gone
    .filter((index) => !isMovedSource(aligned, index, before.targetTo))
    .map((index) => source[index])
    .filter((sentence) => {
      if (sentence === undefined || !isMissed(sentence)) return false
      const { clues, text } = sentence
      const words = text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0
      const shared = clues.filter(({ anchors }) =>
        anchors.some((anchor) => near.some((beside) => beside.anchors.has(anchor))),
      ).length
      return words >= fewestWords && clues.length >= fewestClues && shared <= clues.length * mostShared
    })
  const [first] = missing
  if (first === undefined || last === undefined) return undefined
  const others = missing.length - 1
  return {
    ...endOfSentence(last),
    confidence,
    weight: 0,
    expected: [],
    reason: `A sentence of the source is missing after this: ${quoted(first.text)}${others > 0 ? ` and ${others} more` : ''}`,
  }
}
