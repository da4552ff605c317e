import type { SegmentView } from '../rules/rule.ts'
import type { Segment } from '../text/segment.ts'
import { tokenize } from '../text/tokenizer.ts'
import { TokenKind, type Tokens } from '../text/tokens.ts'
import type { Vocabulary } from '../text/vocabulary.ts'

/** A segment as one rule sees it. */
export class View implements SegmentView {
  readonly segment: Segment
  readonly prose: string
  readonly tokens: Tokens
  readonly index: number
  readonly occurrences: number[]

  constructor(segment: Segment, tokens: Tokens, index: number, occurrences: number[]) {
    this.segment = segment
    this.prose = segment.prose
    this.tokens = tokens
    this.index = index
    this.occurrences = occurrences
  }
}

/** Who wants to hear what of an article. */
export interface Listeners {
  readonly vocabulary: Vocabulary
  /** How many rules there are. */
  readonly rules: number
  /** Matchers by number, each with the rule that it wakes. */
  readonly wokenByPhrases: readonly (readonly [matcher: number, rule: number])[]
}

/** An article as it was heard. */
export interface Heard {
  readonly views: readonly View[]
  readonly words: number
  /** For each rule that was woken, its views of the segments that it was woken in. */
  readonly byRule: readonly (readonly View[])[]
}

/** Never added to: views without occurrences share it. */
const none: number[] = []

// What runs for every token or finding stands in functions of their own: V8 drops the machine code of a closure that was
// made for one article when the article is done, and has to make it anew.

/** Cuts the segments into tokens and finds the rules that want to hear of each. */
export function listen(segments: readonly Segment[], listeners: Listeners): Heard {
  const byRule: View[][] = []
  for (let rule = 0; rule < listeners.rules; rule++) byRule.push([])
  const views: View[] = []
  let words = 0
  for (let index = 0; index < segments.length; index++) {
    const segment = segments[index] as Segment
    const tokens = tokenize(segment.prose, listeners.vocabulary)
    words += wake(segment, tokens, index, listeners, byRule)
    views.push(new View(segment, tokens, index, none))
  }
  return { views, words, byRule }
}

/** @returns how many words the segment has */
function wake(
  segment: Segment,
  tokens: Tokens,
  index: number,
  { vocabulary, wokenByPhrases }: Listeners,
  byRule: readonly View[][],
): number {
  const { entries, kinds, count } = tokens
  let words = 0
  for (let at = 0; at < count; at++) {
    if (kinds[at] === TokenKind.word) words++
    const entry = entries[at] as number
    if (entry === 0) continue
    const listeners = vocabulary.listeners(entry)
    for (let listener = 0; listener < listeners.length; listener++) {
      const own = byRule[listeners[listener] as number] as View[]
      const last = own.length === 0 ? undefined : own[own.length - 1]
      if (last !== undefined && last.index === index) last.occurrences.push(at)
      else own.push(new View(segment, tokens, index, [at]))
    }
  }
  const { byMatcher } = vocabulary.phrases.hits(tokens)
  if (byMatcher.length === 0) return words
  for (let number = 0; number < wokenByPhrases.length; number++) {
    const [matcher, rule] = wokenByPhrases[number] as readonly [number, number]
    if (byMatcher[matcher] === undefined) continue
    const own = byRule[rule] as View[]
    if (own[own.length - 1]?.index !== index) own.push(new View(segment, tokens, index, none))
  }
  return words
}

/** All views, with a rule’s own where it was woken. */
export function withOwn(views: readonly View[], own: readonly View[]): readonly View[] {
  if (own.length === 0) return views
  const all = views.slice()
  for (const view of own) all[view.index] = view
  return all
}
