import type { Escape } from './escape.ts'
import type { UnitCodes } from './inline-codes.ts'
import type { Span } from './span.ts'

/**
 * How a stretch of prose relates to the source:
 * `copy` the same characters · `entity` a decoded character reference · `escape` a decoded backslash escape ·
 * `break` a line end with whatever markup continues the block (prose has one character for it) ·
 * `gap` markup that has no prose at all (`proseLength` 0)
 */
export type RunKind = 'copy' | 'entity' | 'escape' | 'break' | 'gap'

export interface Run {
  readonly kind: RunKind
  /** Where the run starts in the prose, and how long it is there. */
  readonly prose: number
  readonly proseLength: number
  /** Where the run starts in the source text, and how long it is there. */
  readonly source: number
  readonly sourceLength: number
}

export type SegmentKind = 'paragraph' | 'heading' | 'item' | 'cell' | 'attribute'

/** What only some formats know of a segment. */
export interface SegmentMore {
  readonly escapes?: readonly Escape[]
  readonly original?: string
  readonly isStale?: boolean
  readonly part?: number
  readonly codes?: UnitCodes
}

/** A paragraph, heading … of prose, with an exact map back to the source. Prose offsets are UTF-16 code units. */
export class Segment {
  readonly kind: SegmentKind
  readonly prose: string
  /** Sorted, without holes on the prose side. */
  readonly runs: readonly Run[]
  /** What to cut from the source when the whole segment goes: the block and the blank lines after it. */
  readonly removal: Span | undefined
  /** What a text that is put in has to be escaped for, the innermost first. */
  readonly escapes: readonly Escape[]
  /** What it was translated from, where the file holds both: XLIFF, TMX, gettext. */
  readonly original: string | undefined
  /** Does the file say that the source has changed since it was translated? gettext: fuzzy; XLIFF 1.2: state needs-… */
  readonly isStale: boolean
  /** Which of the texts of the file it belongs to: one item may hold its body as plain text and again as XHTML. */
  readonly part: number
  /** Inline codes of the translation and of its source, in XLIFF and TMX where there are any; one object for a unit. */
  readonly codes: UnitCodes | undefined

  constructor(kind: SegmentKind, prose: string, runs: readonly Run[], removal?: Span, more: SegmentMore = {}) {
    this.kind = kind
    this.prose = prose
    this.runs = runs
    this.removal = removal
    this.escapes = more.escapes ?? []
    this.original = more.original
    this.isStale = more.isStale ?? false
    this.part = more.part ?? 0
    this.codes = more.codes
  }

  /** The same segment, with more known of it. */
  with(more: SegmentMore): Segment {
    const { escapes, isStale, original, part, codes } = this
    const known = {
      escapes,
      isStale,
      part,
      ...(original === undefined ? {} : { original }),
      ...(codes === undefined ? {} : { codes }),
      ...more,
    }
    return new Segment(this.kind, this.prose, this.runs, this.removal, known)
  }

  /** The segment that is one plain stretch of the source. */
  static plain(kind: SegmentKind, source: string, span: Span, removal?: Span): Segment {
    const length = span.end - span.start
    const run: Run = { kind: 'copy', prose: 0, proseLength: length, source: span.start, sourceLength: length }
    return new Segment(kind, source.slice(span.start, span.end), [run], removal)
  }

  /**
   * From prose to source. A boundary inside an entity, escape or break takes the whole of it;
   * markup at either edge of the span is left out, markup inside it is included.
   */
  toSource(start: number, end: number): Span {
    if (start === end) {
      const at = this.#insertionPoint(start)
      return { start: at, end: at }
    }
    const first = this.runs[this.#runAt(start)]
    const last = this.runs[this.#runAt(end - 1)]
    if (first === undefined || last === undefined) throw new RangeError(`No prose at ${start}-${end}`)
    return {
      start: first.kind === 'copy' ? first.source + (start - first.prose) : first.source,
      end: last.kind === 'copy' ? last.source + (end - last.prose) : last.source + last.sourceLength,
    }
  }

  /** From source to prose: what of the span is prose of this segment; undefined where nothing is. */
  toProse({ start, end }: Span): Span | undefined {
    let from: number | undefined
    let to = 0
    for (let index = this.#firstReaching(start); index < this.runs.length; index++) {
      const run = this.runs[index] as Run
      if (run.source > end) break
      // A span that only touches the run has nothing of it, unless it is empty itself.
      const touches = run.source + run.sourceLength === start || run.source === end
      if (run.proseLength === 0 || (start < end && touches)) continue
      const exact = run.kind === 'copy'
      from ??= run.prose + (exact ? Math.max(0, start - run.source) : 0)
      to = run.prose + (exact ? Math.min(run.proseLength, end - run.source) : run.proseLength)
    }
    return from === undefined ? undefined : { start: from, end: Math.max(from, to) }
  }

  /** Index of the first run that ends at the offset of the source or behind it. */
  #firstReaching(offset: number): number {
    let low = 0
    let high = this.runs.length
    while (low < high) {
      const middle = (low + high) >> 1
      const run = this.runs[middle] as Run
      if (run.source + run.sourceLength < offset) low = middle + 1
      else high = middle
    }
    return low
  }

  /** Does markup stand between the first and the last character of the prose span? Such a span cannot be one edit. */
  crossesGap(start: number, end: number): boolean {
    if (end - start < 2 || this.runs.length === 1) return false
    const from = this.#runAt(start)
    const to = this.#runAt(end - 1)
    for (let index = from; index <= to; index++) {
      if (this.runs[index]?.kind === 'gap') return true
    }
    return false
  }

  #insertionPoint(offset: number): number {
    if (offset === 0) {
      const first = this.runs.find((run) => run.proseLength > 0)
      return first?.source ?? this.runs[0]?.source ?? 0
    }
    const run = this.runs[this.#runAt(offset - 1)]
    if (run === undefined) throw new RangeError(`No prose at ${offset}`)
    return run.kind === 'copy' ? run.source + (offset - run.prose) : run.source + run.sourceLength
  }

  /** Index of the run with prose that holds the character at `offset`. */
  #runAt(offset: number): number {
    let low = 0
    let high = this.runs.length - 1
    while (low <= high) {
      const middle = (low + high) >> 1
      const run = this.runs[middle] as Run
      if (offset < run.prose) high = middle - 1
      else if (offset >= run.prose + run.proseLength) low = middle + 1
      else return middle
    }
    throw new RangeError(`No prose at ${offset}`)
  }
}
