import type { Bead } from '../bilingual/align.ts'
import type { AlignedSource } from '../bilingual/aligned-source.ts'
import { defineRule } from './rule.ts'
import { besides, isMovedTarget, isTrusted } from './support/source-places.ts'

const fewestWords = 6
/** Share of its words that the source sentences nearby may speak of. */
const mostShared = 0.35

/** A sentence of the translation that the source does not have. */
export const addedSentence = defineRule({
  id: 'added-sentence',
  mqm: 'accuracy/addition',
  severity: 'major',
  fix: 'review',
  needs: 'source',
  round: 'sure',
  priority: 34,
  summary: 'The source text has no such sentence.',
  why: 'Language models add what seems likely to them, and pages mix in sentences of other articles. The sentence must stand between two that fit, and the source nearby may have next to none of its words.',
  examples: {
    bad: [
      {
        text: besides.target.replace(
          ' Interior',
          ' Dock workers staged a large demonstration with the unions. Interior',
        ),
        source: besides.source,
        expected: besides.target,
        actual: 'Dock workers staged a large demonstration with the unions.',
      },
    ],
    good: [
      {
        text: `${besides.target} Trade unions staged a demonstration in the port. The dockers went home quietly.`,
        source: `${besides.source} Les syndicats ont organisé une manifestation sur le port et les dockers sont rentrés chez eux dans le calme.`,
      },
      'Without a source nothing is added.',
    ],
  },
  prepare: () => ({
    triggers: { every: true },
    *checkDocument({ aligned, segments }) {
      if (!isTrusted(aligned)) return
      const { beads } = aligned
      for (let index = 0; index < beads.length; index++) {
        if (!isAddition(beads[index])) {
          const added = addedInside(aligned, beads[index] as Bead)
          const view = segments[aligned.target[added ?? -1]?.segment ?? -1]
          if (added !== undefined && view !== undefined) yield { ...draftOf(aligned, added, 0.7), view }
          continue
        }
        const first = index
        while (isAddition(beads[index + 1])) index++
        const before = beads[first - 1]
        const after = beads[index + 1]
        if (before === undefined || before.trust < 0.4 || (after !== undefined && after.trust < 0.4)) continue
        for (const { targetFrom } of beads.slice(first, index + 1)) {
          const sentence = aligned.target[targetFrom]
          const view = segments[sentence?.segment ?? -1]
          if (sentence === undefined || view === undefined || !isStrange(aligned, targetFrom, before)) continue
          yield { ...draftOf(aligned, targetFrom, after === undefined ? 0.66 : 0.76), view }
        }
      }
    },
  }),
})

/** The sentence, to be cut out with the space before it. */
function draftOf({ target }: AlignedSource, at: number, confidence: number) {
  const { tokens, from, to } = target[at] as AlignedSource['target'][number]
  const start = tokens.start(from)
  const end = tokens.end(to - 1)
  const isWhole = from === 0 && to === tokens.count
  const cut = from > 0 ? { start: tokens.end(from - 1), end } : { start, end: tokens.start(to) }
  return {
    start,
    end,
    confidence,
    weight: 0,
    expected: [''],
    ...(isWhole ? {} : { fixes: [{ safe: false, edits: [{ ...cut, text: '' }] }] }),
    reason: 'The source has no such sentence here',
  }
}

const englishLength = 0.9
const longer = 1.35

/** Of several sentences that stand against fewer, the one that nothing in the source speaks of. */
function addedInside(aligned: AlignedSource, bead: Bead): number | undefined {
  const { source, target } = aligned
  const { sourceFrom, sourceTo, targetFrom, targetTo } = bead
  if (targetTo - targetFrom < 2 || bead.trust < 0.55) return undefined
  const sum = (from: number, to: number, list: readonly { readonly length: number }[]) =>
    list.slice(from, to).reduce((total, { length }) => total + length, 0)
  if (sum(targetFrom, targetTo, target) < sum(sourceFrom, sourceTo, source) * englishLength * longer) return undefined
  for (let at = targetFrom; at < targetTo; at++) {
    if ((target[at]?.weight ?? 0) >= 4 && isStrange(aligned, at, bead, 0.15)) return at
  }
  return undefined
}

function isAddition(bead: Bead | undefined): boolean {
  return bead !== undefined && bead.sourceFrom === bead.sourceTo && bead.targetTo > bead.targetFrom
}

function isStrange(aligned: AlignedSource, at: number, before: Bead, most = mostShared): boolean {
  const { source, target } = aligned
  const sentence = target[at]
  if (sentence === undefined || !/[.!?…]["”’»)]*$/u.test(sentence.text)) return false
  const words = sentence.text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0
  if (words < fewestWords) return false
  const shared = source
    .slice(Math.max(0, before.sourceFrom - 1), before.sourceTo + 2)
    .flatMap(({ clues }) => clues)
    .filter(({ anchors }) => anchors.some((anchor) => sentence.anchors.has(anchor)))
    .reduce((sum, { weight }) => sum + weight, 0)
  return shared <= Math.max(2, sentence.weight) * most && !isMovedTarget(aligned, at, before.sourceTo)
}
