import { PhraseMatcher } from '../text/phrase-matcher.ts'
import { TokenKind, type Tokens } from '../text/tokens.ts'
import { type Draft, defineRule, type SegmentView } from './rule.ts'
import {
  besideFurniture,
  breadcrumb,
  isAddressed,
  isArrowLink,
  isByline,
  isCall,
  isGluedLink,
  isLabelledLink,
  isMessageSignature,
  isNotice,
  isPageCall,
  isRobotByline,
  isTimeStamp,
  linksAbove,
  linksBelow,
} from './support/page-shape.ts'

interface Phrase {
  readonly place: string
  readonly confidence: number
  readonly safe: boolean
}

/** Longer paragraphs are no furniture, whatever they start with or hold. */
const longest = { start: 45, part: 70 }
/** “See also the earlier work on airports.” may be a pointer; longer ones are sentences. */
const longestPointer = 7
const fewestTags = 3
const longestTag = 5
const longestLine = 12

/** Links, credits, newsletter lines and other parts of the source page that came along with the article. */
export const pageFurniture = defineRule({
  id: 'page-furniture',
  mqm: 'accuracy/addition',
  severity: 'major',
  fix: 'safe',
  needs: 'either',
  round: 'sure',
  mutes: [
    'added-sentence',
    'quote-spacing',
    'quote-direction',
    'quote-capital',
    'punctuation-spacing',
    'stray-capital',
    'date-form',
    'time-form',
    'outlet-name',
    'untranslated-french',
    'quote-unpaired',
    'honorific',
  ],
  priority: 90,
  summary: 'A part of the page, not of the article: a link to another article, a credit, a newsletter line.',
  why: 'The robot that took the page took its furniture too, and the machine translated it: “Lire aussi”, “La suite après cette publicité”, “Article réservé aux abonnés”.',
  examples: {
    bad: [
      {
        text: 'He left.\n\nAlso listen Why is the price of gas rising?\n\nShe stayed.',
        expected: 'He left.\n\nShe stayed.',
      },
      { text: 'He left.\n\nsource site', expected: 'He left.\n\n' },
      {
        text: 'He spoke to the paper (article reserved for subscribers) on Monday.',
        expected: 'He spoke to the paper on Monday.',
      },
    ],
    good: [
      'Also listening was the minister, who will read our report.',
      'See also how the source of the Nile was found: the site is open to subscribers only.',
      'Posted abroad, he wrote home every evening from six.',
    ],
  },
  prepare(language, vocabulary) {
    const matcher = new PhraseMatcher<Phrase>(vocabulary)
    for (const { phrase = '', place = '', confidence, safe } of language.table('page-furniture')) {
      matcher.add(phrase, { place, confidence: Number(confidence), safe: safe === 'yes' })
    }
    return {
      triggers: { phrases: matcher, marks: ['•'], every: true },
      *checkDocument({ segments }) {
        const drafts = new Map<SegmentView, readonly Draft[]>()
        const add = (view: SegmentView, confidence: number): void => {
          if (!drafts.has(view)) drafts.set(view, [furniture(view, 0, view.prose.length, confidence, false)])
        }
        const tags = [...tagLines(segments)]
        for (const view of tags) add(view, 0.85)
        if (tags.length > 0) for (const view of linksAbove(segments, tags)) add(view, 0.6)
        for (const view of segments) {
          if (view.index > 0 && isTimeStamp(view.prose)) add(view, 0.85)
          if (view.index > 0 && (isByline(view) || isCall(view) || isRobotByline(view) || isArrowLink(view)))
            add(view, 0.85)
          if (/^(?:-{1,2}|\d{1,2} mins?(?: read)?|-? ?\d+ (?:reads|views|shares|comments)\.?)$/u.test(view.prose))
            add(view, 0.75)
          if (view.index > 0 && /^VIDEO [–-] [^.]*$/u.test(view.prose)) add(view, 0.75)
          if (view.index > 1 && isLabelledLink(view)) add(view, 0.75)
          if (view.index > 0 && (isGluedLink(view) || isAddressed(view))) add(view, 0.9)
          if (view.index > 0 && (isPageCall(view) || isNotice(view))) add(view, 0.8)
          const path = view.index === 0 ? breadcrumb(view.prose) : 0
          if (path > 0) drafts.set(view, [furniture(view, 0, path, 0.9, false)])
          for (const line of messageSignatures(view)) drafts.set(view, [line])
          if (matcher.hits(view.tokens).length === 0 || drafts.has(view)) continue
          const best = strongest(view, [...found(view, matcher)])
          if (best.length > 0) drafts.set(view, best)
        }
        const isKnown = (view: SegmentView): boolean => drafts.get(view)?.[0]?.removesSegment === true
        for (const view of [...between(segments, isKnown), ...besideFurniture(segments, isKnown)]) add(view, 0.7)
        for (const view of linksBelow(segments, isKnown)) add(view, 0.65)
        for (const [view, found] of drafts) for (const draft of found) yield { view, ...draft }
      },
    }
  },
})

const fewestAlone = 0.7

/** Of drafts that overlap the surest; one for the whole paragraph where all of its lines are furniture. */
function strongest(view: SegmentView, drafts: readonly Draft[]): readonly Draft[] {
  const kept: Draft[] = []
  for (const draft of [...drafts].sort((a, b) => b.confidence - a.confidence))
    if (kept.every(({ start, end }) => draft.end <= start || end <= draft.start)) kept.push(draft)
  const lines = [...kept].sort((a, b) => a.start - b.start)
  const all =
    lines.length > 1 &&
    lines.every(
      ({ start, end }, index) =>
        isBlank(view, index === 0 ? 0 : (lines[index - 1]?.end ?? 0), start) &&
        (index < lines.length - 1 || isBlank(view, end, view.prose.length)),
    )
  return all
    ? [furniture(view, 0, view.prose.length, Math.min(...lines.map(({ confidence }) => confidence)), false)]
    : kept
}

function* messageSignatures(view: SegmentView): Generator<Draft> {
  let start = 0
  for (const line of view.prose.split('\n')) {
    if (isMessageSignature(line)) yield furniture(view, start, start + line.length, 0.85, false)
    start += line.length + 1
  }
}

function isBlank({ prose }: SegmentView, from: number, to: number): boolean {
  return prose.slice(from, to).trim() === ''
}

function* found(view: SegmentView, matcher: PhraseMatcher<Phrase>): Generator<Draft> {
  const { tokens } = view
  for (const at of matcher.starts(tokens)) {
    for (const { values, end } of matcher.matches(tokens, at)) {
      const [from, to] = lineAround(tokens, at)
      for (const { place, confidence, safe } of values) {
        if (place === 'whole' && isWhole(tokens, from, to, at, end))
          yield furniture(view, tokens.start(from), tokens.end(to - 1), confidence, safe)
        if (
          place === 'start' &&
          startsHere(tokens, from, at) &&
          to - from <= longest.start &&
          !goesOnAsProse(tokens, end, to, safe)
        ) {
          yield furniture(view, tokens.start(from), tokens.end(to - 1), confidence, safe)
        }
        if (place === 'part' && to - from <= longest.part)
          yield furniture(view, tokens.start(from), tokens.end(to - 1), confidence, safe)
        if (place === 'end' && endsBehindText(tokens, from, to, at, end)) {
          yield behindText(tokens, at, to, confidence)
        }
        if (place === 'inline') {
          const draft = inBrackets(tokens, at, end, confidence, safe)
          if (draft !== undefined) yield draft
        }
        if (place === 'sentence') yield sentence(view, tokens.sentenceStart(at), tokens.sentenceEnd(at), confidence)
      }
    }
  }
}

/** Token range of the line that holds token `at`. */
function lineAround(tokens: Tokens, at: number): [number, number] {
  if (!tokens.prose.includes('\n')) return [0, tokens.count]
  const before = tokens.prose.lastIndexOf('\n', tokens.start(at))
  const after = tokens.prose.indexOf('\n', tokens.start(at))
  return [tokens.at(before + 1), after < 0 ? tokens.count : tokens.at(after)]
}

/** Bullets, arrows and the like in front of a line. */
function startsHere(tokens: Tokens, from: number, at: number): boolean {
  for (let index = from; index < at; index++) {
    const kind = tokens.kind(index)
    if (kind === TokenKind.word || kind === TokenKind.number) return false
  }
  return tokens.isCapitalised(at) || tokens.shape(at) === 0
}

function isWhole(tokens: Tokens, from: number, to: number, at: number, end: number): boolean {
  if (!startsHere(tokens, from, at)) return false
  for (let index = end; index < to; index++) {
    if (tokens.kind(index) === TokenKind.word || tokens.kind(index) === TokenKind.quote) return false
  }
  return true
}

/** `… of the animal. A bat that … Read more`: a link behind the text that it cut off. */
function endsBehindText(tokens: Tokens, from: number, to: number, at: number, end: number): boolean {
  if (at === from || !tokens.isCapitalised(at) || !/^[.…!?»”"\])]$/u.test(tokens.text(at - 1))) return false
  for (let index = end; index < to; index++)
    if (tokens.kind(index) === TokenKind.word || tokens.kind(index) === TokenKind.number) return false
  return true
}

function behindText(tokens: Tokens, at: number, to: number, confidence: number): Draft {
  return {
    start: tokens.end(at - 1),
    end: tokens.end(to - 1),
    expected: [''],
    confidence,
    weight: 2,
    reason: `“${tokens.prose.slice(tokens.start(at), tokens.end(to - 1))}” is a link of the page; remove it`,
  }
}

const copulas = new Set([
  'is',
  'are',
  'was',
  'were',
  'has',
  'have',
  'had',
  'will',
  'would',
  'can',
  'could',
  'and',
  'but',
])

/** “Posted on the border, he was …” is a sentence of the article: it starts small, has its verb and its full stop. */
function goesOnAsProse(tokens: Tokens, end: number, to: number, unmistakable: boolean): boolean {
  if (tokens.kind(end) === TokenKind.comma) return false
  const small = tokens.isWord(end) && !tokens.isCapitalised(end)
  if (!small || tokens.text(to - 1) !== '.') return copulas.has(tokens.lower(end))
  if (!unmistakable && to - end >= longestPointer) return true
  for (let index = end; index < to; index++) if (copulas.has(tokens.lower(index))) return true
  return false
}

function furniture(view: SegmentView, start: number, end: number, confidence: number, safe: boolean): Draft {
  const all = start === 0 && end === view.prose.length
  const actual = view.prose.slice(start, end)
  const cut = cutLine(view.prose, start, end)
  return {
    start,
    end,
    expected: [''],
    ...(all ? { removesSegment: true } : { fixes: [{ safe, edits: [{ ...cut, text: '' }] }] }),
    confidence,
    safe,
    // “Weather” and “Politics” head parts of good articles too.
    ...(confidence < fewestAlone ? { round: 'weak' as const, weight: 0.5 } : { weight: 2 }),
    reason: `“${actual.length > 40 ? `${actual.slice(0, 40)}…` : actual}” belongs to the page, not to the article; remove it`,
  }
}

/** The line with the line end before it, or after it when it is the first. */
function cutLine(prose: string, start: number, end: number): { start: number; end: number } {
  const before = prose.lastIndexOf('\n', start)
  if (before >= 0) return { start: before, end }
  const after = prose.indexOf('\n', end)
  return { start, end: after < 0 ? end : after + 1 }
}

function inBrackets(tokens: Tokens, at: number, end: number, confidence: number, safe: boolean): Draft | undefined {
  if (tokens.text(at - 1) !== '(' && tokens.text(at - 1) !== '[') return undefined
  let close = end
  while (close < tokens.count && close < end + 8 && tokens.kind(close) !== TokenKind.bracket) close++
  if (tokens.kind(close) !== TokenKind.bracket) return undefined
  const start = tokens.spaceBefore(at - 1) ? tokens.end(at - 2) : tokens.start(at - 1)
  return {
    start,
    end: tokens.end(close),
    expected: [''],
    confidence,
    safe,
    weight: 2,
    reason: 'A note of the source page, not of the article; remove it',
  }
}

function sentence(view: SegmentView, from: number, to: number, confidence: number): Draft {
  const { tokens } = view
  if (from === 0 && to === tokens.count) return furniture(view, 0, view.prose.length, confidence, false)
  const start = from === 0 ? tokens.start(from) : tokens.end(from - 1)
  const end = from === 0 ? tokens.start(to) : tokens.end(to - 1)
  return {
    start,
    end,
    expected: [''],
    confidence,
    weight: 2,
    reason: 'A pointer to another page of the source; remove the sentence',
  }
}

/** Short lines without a full stop between two pieces of furniture belong to them. */
function* between(segments: readonly SegmentView[], isKnown: (view: SegmentView) => boolean): Generator<SegmentView> {
  let last = -1
  for (const [index, view] of segments.entries()) {
    if (!isKnown(view)) continue
    if (last >= 0 && index - last > 1 && index - last <= 3) {
      const inside = segments.slice(last + 1, index)
      if (inside.every(({ tokens }) => tokens.count <= longestLine && tokens.text(tokens.count - 1) !== '.'))
        yield* inside
    }
    last = index
  }
}

/** A list of subject tags: short bulleted lines without a sentence, several together at the end of the article. */
function* tagLines(segments: readonly SegmentView[]): Generator<SegmentView> {
  const run: SegmentView[] = []
  for (const view of [...segments.slice(Math.floor(segments.length / 2))].reverse()) {
    const { tokens } = view
    const bulleted = tokens.text(0) === '•' || tokens.text(0) === '#'
    if (bulleted && tokens.count <= longestTag + 1) run.push(view)
    else if (run.length > 0) break
  }
  if (run.length >= fewestTags) yield* run.reverse()
}
