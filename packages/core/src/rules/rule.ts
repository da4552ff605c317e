import type { AlignedSource } from '../bilingual/aligned-source.ts'
import type { Language } from '../language/language.ts'
import type { PhraseMatcher } from '../text/phrase-matcher.ts'
import type { Format } from '../text/read.ts'
import type { Segment } from '../text/segment.ts'
import type { Span } from '../text/span.ts'
import type { Tokens } from '../text/tokens.ts'
import type { Vocabulary } from '../text/vocabulary.ts'

/** MQM 2.0 error types that Stet's rules report (themqm.org). */
export type MqmType =
  | 'accuracy/mistranslation'
  | 'accuracy/untranslated'
  | 'accuracy/omission'
  | 'accuracy/addition'
  | 'terminology/wrong-term'
  | 'terminology/inconsistent-with-terminology-resource'
  | 'linguistic-conventions/grammar'
  | 'linguistic-conventions/punctuation'
  | 'linguistic-conventions/spelling'
  | 'linguistic-conventions/unintelligible'
  | 'linguistic-conventions/character-encoding'
  | 'style/unidiomatic-style'
  | 'style/awkward-style'
  | 'style/inconsistent-style'
  | 'locale-conventions/number-format'
  | 'locale-conventions/currency-format'
  | 'locale-conventions/date-format'
  | 'locale-conventions/time-format'
  | 'locale-conventions/name-format'
  | 'design-and-markup/markup-tag'

export type Severity = 'critical' | 'major' | 'minor' | 'neutral'

/** The most that a rule's findings may offer: the engine throws when a finding offers more. */
type FixKind = 'safe' | 'review' | 'none'

/** One paragraph of the article as rules see it. Offsets are into `prose`. */
export interface SegmentView {
  readonly segment: Segment
  readonly prose: string
  readonly tokens: Tokens
  /** Position among the document's segments. */
  readonly index: number
  /** Indexes of the tokens that this rule asked for with its triggers, ascending. */
  readonly occurrences: readonly number[]
}

/** The whole article as rules see it. */
export interface DocumentView {
  readonly source: string
  readonly segments: readonly SegmentView[]
  readonly format: Format
  /** Words in the whole article. */
  readonly words: number
  /** The text it was translated from, where that is known. */
  readonly aligned?: AlignedSource
  /** That text was changed since, as the caller knows. */
  readonly sourceChanged?: boolean
}

/** A replacement inside one segment, in prose offsets. */
export interface ProseEdit extends Span {
  readonly text: string
}

export interface DraftFix {
  /** Making it without a person can only make the text better. */
  readonly safe: boolean
  /** All are made or none. */
  readonly edits: readonly ProseEdit[]
}

/** What a rule yields: a finding in prose offsets of one segment; the engine maps it to the source. */
export interface Draft extends Span {
  /** How sure Stet is that an editor would mark this, 0 to 1, given that the article is a translation. */
  readonly confidence: number
  /** What the text between start and end could become, best first. An empty string: delete. Empty list: only a person can say. */
  readonly expected: readonly string[]
  /** Only when a fix is not simply "put expected[i] where the span stands". Same order as `expected`. */
  readonly fixes?: readonly DraftFix[]
  /** Is the first repair safe? (ignored when `fixes` is given) */
  readonly safe?: boolean
  /** What is wrong and what instead, one sentence for an editor. */
  readonly reason: string
  readonly note?: string
  /** What made the rule sure: short phrases. */
  readonly evidence?: readonly string[]
  /** Remove the whole segment with its blank lines: the span must be the whole prose, `expected` is `['']`. */
  readonly removesSegment?: boolean
  /** How strongly this finding shows that the article is a translation from the source language (log odds). */
  readonly weight?: number
  /** `weak` where a finding of a sure rule is no more than a hint. */
  readonly round?: 'sure' | 'weak'
  /** Where a finding of this rule is less or more grave than the rule says. */
  readonly severity?: Severity
}

export interface SegmentDraft extends Draft {
  readonly view: SegmentView
}

interface Triggers {
  /** Words in lower case: each occurrence of them is handed to the rule. */
  readonly words?: Iterable<string>
  /** Marks, one character each: `“`, `[`, `:`. */
  readonly marks?: Iterable<string>
  /** Woken where one of the matcher’s phrases stands; they are asked of the matcher, not counted as occurrences. */
  readonly phrases?: PhraseMatcher<unknown>
  /** Every number. */
  readonly numbers?: boolean
  /** Call the rule for every segment, with or without an occurrence. */
  readonly every?: boolean
}

/** A rule made ready for one source language: its tables compiled, its triggers known. */
export interface PreparedRule {
  readonly triggers: Triggers
  /** Looks at one segment that has a trigger in it. */
  check?(view: SegmentView, document: DocumentView): Iterable<Draft>
  /** Looks at the article as a whole, once. */
  checkDocument?(document: DocumentView): Iterable<SegmentDraft>
}

interface BadExample {
  readonly text: string
  /** The text after the first repair, or null where only a person can repair it. */
  readonly expected: string | null
  /** The text that is marked, when the example should say it. */
  readonly actual?: string
  /** The text it was translated from. */
  readonly source?: string
  /** How the text is read, where it is no plain text. */
  readonly format?: Format
}

/** Good English, with the text it was translated from, or its format, where that matters. */
type GoodExample = string | { readonly text: string; readonly source?: string; readonly format?: Format }

export interface Rule {
  readonly id: string
  readonly mqm: MqmType
  readonly severity: Severity
  readonly fix: FixKind
  /** Can it work without the source text? */
  readonly needs: 'target' | 'source' | 'either'
  /** Do its weak findings count in a text that is too short to show other traces of translation? */
  readonly tellsAlone?: boolean
  /** Its findings say that these very words were left from the source, which can confirm or refute it. */
  readonly carriedOver?: boolean
  /**
   * `sure` findings stand by themselves. `weak` ones are multiplied with the evidence that the article is a
   * translation at all, so that they stay silent in good English.
   */
  readonly round: 'sure' | 'weak'
  /** Rules that stay silent where this one fires: the reason is already given. */
  readonly mutes?: readonly string[]
  /** Who wins an overlap, 0 to 100. */
  readonly priority: number
  /** One sentence: what is wrong. */
  readonly summary: string
  /** Why French or the machine leaves this, with its source where it is a linguistic claim. */
  readonly why: string
  /** Run as tests and printed in the docs. Each bad text is an article of its own. */
  readonly examples: { readonly bad: readonly BadExample[]; readonly good: readonly GoodExample[] }
  /** Compiles the language's tables. Called once per checker. A rule whose tables the language lacks returns undefined. */
  prepare(language: Language, vocabulary: Vocabulary): PreparedRule | undefined
}

/** Checks at the door what the types cannot say. */
export function defineRule(rule: Rule): Rule {
  if (!/^[a-z]+(?:-[a-z]+)*$/u.test(rule.id)) throw new TypeError(`Rule id “${rule.id}” is not kebab-case`)
  if (rule.priority < 0 || rule.priority > 100) throw new TypeError(`Priority of rule ${rule.id} is not 0 to 100`)
  if (rule.examples.bad.length < 1 || rule.examples.good.length < 2) {
    throw new TypeError(`Rule ${rule.id} needs at least one bad example and two good ones`)
  }
  return rule
}
