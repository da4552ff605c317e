import type { InlineCode, UnitCodes } from '../text/inline-codes.ts'
import type { Segment } from '../text/segment.ts'
import type { Span } from '../text/span.ts'
import { defineRule, type SegmentDraft, type SegmentView } from './rule.ts'

const unit = (source: string, target: string) =>
  `<xliff version="1.2"><file source-language="fr" target-language="en"><body><trans-unit id="1"><source>${source}</source><target>${target}</target></trans-unit></body></file></xliff>`
const segment = (source: string, target: string) =>
  `<xliff version="2.1" srcLang="fr" trgLang="en"><file id="f"><unit id="u"><segment><source>${source}</source><target>${target}</target></segment></unit></file></xliff>`

/** An inline code of XLIFF or TMX that the translation lost, has too often, or closes before it opens. */
export const inlineCodeMismatch = defineRule({
  id: 'inline-code-mismatch',
  mqm: 'design-and-markup/markup-tag',
  severity: 'major',
  fix: 'none',
  needs: 'either',
  round: 'sure',
  priority: 24,
  summary: 'An inline code of the segment is not as in its source.',
  why: 'Codes hold links, bold type and line ends of the page that the file was made from; where one is lost or closes too early, the page cannot be put together again. Codes may change places with the words that they belong to, but not what stands inside of what, nor where the file forbids it (canReorder).',
  examples: {
    bad: [
      {
        format: 'xliff',
        text: unit('Le <g id="1">port</g> est fermé.<x id="2"/>', 'The <g id="1">port</g> is closed.'),
        expected: null,
        actual: 'closed.',
      },
      {
        format: 'xliff',
        text: segment('Le <pc id="1">port</pc> est fermé.', 'The <pc id="1">port</pc> is <ph id="2"/>closed.'),
        expected: null,
        actual: 'closed',
      },
      {
        format: 'xliff',
        text: unit('Le <bx id="1"/>port<ex id="1"/> est fermé.', 'The <ex id="1"/>port<bx id="1"/> is closed.'),
        expected: null,
        actual: 'port',
      },
    ],
    good: [
      {
        format: 'xliff',
        text: unit(
          'Le <g id="1">port</g> <g id="2">français</g> est fermé.<x id="3"/>',
          'The <g id="2">French</g> <g id="1">port</g> is closed.<x id="3"/>',
        ),
      },
      {
        format: 'xliff',
        text: segment(
          'Le <pc id="1">port</pc> est <mrk id="m" type="term">fermé</mrk>.',
          'The <sc id="1"/>port<ec startRef="1"/> is closed.',
        ),
      },
      'The <g id="1">port is closed.',
    ],
  },
  prepare: () => ({
    triggers: { every: true },
    *checkDocument({ segments }) {
      // Escaped markup makes several segments of one translation.
      for (const [codes, views] of Map.groupBy(segments, ({ segment }) => segment.codes)) {
        if (codes === undefined) continue
        for (const { code, reason, confidence } of differences(codes)) {
          const place = placeOf(code, views)
          if (place !== undefined)
            yield { ...place, confidence, weight: 0, expected: [], reason } satisfies SegmentDraft
        }
      }
    },
  }),
})

interface Difference {
  /** Where it is told; undefined: at the end of the translation. */
  readonly code: InlineCode | undefined
  readonly reason: string
  readonly confidence: number
}

const sure = 0.95
const likely = 0.8

function* differences({ source, target }: UnitCodes): Generator<Difference> {
  const missing = without(source, target)
  const added = without(target, source)
  if (missing.length > 0) {
    const reason = `Inline ${missing.length > 1 ? 'codes' : 'code'} of the source missing here: ${missing.map(({ text }) => text).join(' ')}`
    yield { code: undefined, reason, confidence: sure }
  }
  for (const code of added) {
    yield { code, reason: `The source has no such inline code, or not so often: ${code.text}`, confidence: sure }
  }
  const turned = target.find((code, index) => closesBeforeOpening(code, index, target))
  if (turned !== undefined && !source.some((code, index) => closesBeforeOpening(code, index, source))) {
    yield { code: turned, reason: `${turned.text} stands before the code that it closes`, confidence: sure }
    return
  }
  if (missing.length > 0 || added.length > 0) return
  const moved = outOfOrder(source, target)
  if (moved !== undefined) {
    yield { code: moved, reason: `${moved.text} stands in another order than in the source`, confidence: likely }
  }
}

/** Those of the one list that the other has not as often; of a pair that is gone, its opening only. */
function without(list: readonly InlineCode[], other: readonly InlineCode[]): InlineCode[] {
  const counts = new Map<string, number>()
  for (const code of other) counts.set(keyOf(code), (counts.get(keyOf(code)) ?? 0) + 1)
  const gone = list.filter((code) => {
    const left = counts.get(keyOf(code)) ?? 0
    counts.set(keyOf(code), left - 1)
    return left <= 0
  })
  const opened = new Set(gone.flatMap(({ side, id }) => (side === 'open' ? [id] : [])))
  return gone.filter(({ side, id }) => side !== 'close' || !opened.has(id))
}

function keyOf({ side, id }: InlineCode): string {
  return `${side} ${id}`
}

function closesBeforeOpening({ side, id }: InlineCode, index: number, codes: readonly InlineCode[]): boolean {
  if (side !== 'close') return false
  const opens = codes.findIndex((code) => code.side === 'open' && code.id === id)
  return opens > index
}

/** A code that stands in another pair than in the source, or has changed places where the file forbids it. */
function outOfOrder(source: readonly InlineCode[], target: readonly InlineCode[]): InlineCode | undefined {
  const fixed = (codes: readonly InlineCode[]) => codes.filter(({ isFixed }) => isFixed)
  const wanted = fixed(source)
  const given = fixed(target)
  if (wanted.length === given.length) {
    const moved = given.find((code, index) => keyOf(code) !== keyOf(wanted[index] as InlineCode))
    if (moved !== undefined) return moved
  }
  const homes = homesOf(source)
  for (const [code, home] of homesOf(target)) {
    const same = [...homes].some(([other, its]) => keyOf(other) === keyOf(code) && its === home)
    if (!same) return code
  }
  return undefined
}

/** For each code, the pairs that are open where it stands. */
function homesOf(codes: readonly InlineCode[]): Map<InlineCode, string> {
  const homes = new Map<InlineCode, string>()
  const open: string[] = []
  for (const code of codes) {
    if (code.side === 'close') {
      const at = open.lastIndexOf(code.id)
      if (at >= 0) open.splice(at, 1)
    }
    homes.set(code, [...open].sort().join(' '))
    if (code.side === 'open') open.push(code.id)
  }
  return homes
}

/** The word that follows the code, else the last one of the translation. */
function placeOf(code: InlineCode | undefined, views: readonly SegmentView[]) {
  for (const view of code === undefined ? [] : views) {
    const start = proseBehind(view.segment, (code as InlineCode).at)
    for (let at = 0; start !== undefined && at < view.tokens.count; at++) {
      const span = { start: view.tokens.start(at), end: view.tokens.end(at) }
      if (span.start >= start && view.tokens.isWord(at)) return { view, ...span }
    }
  }
  const view = views.at(-1)
  if (view === undefined) return undefined
  const { tokens } = view
  let word = tokens.count - 1
  while (word > 0 && !tokens.isWord(word)) word--
  return { view, start: tokens.start(word), end: tokens.end(tokens.count - 1) }
}

function proseBehind({ runs }: Segment, { end }: Span): number | undefined {
  const run = runs.find(({ source, sourceLength, proseLength }) => proseLength > 0 && source + sourceLength > end)
  return run === undefined ? undefined : run.prose + Math.max(0, run.kind === 'copy' ? end - run.source : 0)
}
