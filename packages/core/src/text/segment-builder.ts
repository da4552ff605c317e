import type { Escape } from './escape.ts'
import { type Run, type RunKind, Segment, type SegmentKind } from './segment.ts'
import type { Span } from './span.ts'

/** Stands in the prose for what is not prose but stands between words: inline code, an image, a web address. */
export const objectReplacement = '\ufffc'

/** Collects the prose of one block in source order and keeps the map to the source without holes. */
export class SegmentBuilder {
  readonly kind: SegmentKind
  readonly #source: string
  readonly #runs: Run[] = []
  #prose = ''
  /** Where the last run ended in the source; undefined before the first. */
  #position: number | undefined
  /** Line ends that count only when prose follows them. */
  #breaks: { from: number; to: number }[] = []
  #tail: number | undefined
  #removable = true
  readonly #escapes: readonly Escape[]

  constructor(kind: SegmentKind, source: string, escapes: readonly Escape[] = []) {
    this.kind = kind
    this.#source = source
    this.#escapes = escapes
  }

  /** Characters of the source as they stand. */
  copy(start: number, end: number): void {
    if (end <= start) return
    this.#reach(start)
    const last = this.#runs.at(-1)
    if (last?.kind === 'copy' && last.source + last.sourceLength === start) {
      this.#runs[this.#runs.length - 1] = {
        ...last,
        proseLength: last.proseLength + end - start,
        sourceLength: last.sourceLength + end - start,
      }
      this.#prose += this.#source.slice(start, end)
      this.#position = end
      return
    }
    this.#push('copy', this.#source.slice(start, end), start, end)
  }

  /** A stretch of source that reads as `prose`. */
  replace(kind: 'entity' | 'escape' | 'break', prose: string, start: number, end: number): void {
    this.#reach(start)
    this.#push(kind, prose, start, end)
  }

  /** Something that is no prose but that readers would miss: the block is not removed with its words. */
  object(start: number, end: number): void {
    this.replace('entity', objectReplacement, start, end)
    this.fix()
  }

  /** The block holds what must not go with its words. */
  fix(): void {
    this.#removable = false
  }

  /** White space (or a backslash) that belongs to the line end after it. */
  lineTail(start: number): void {
    this.#tail = start
  }

  /** A line end. Emphasis marks and the like around it are gaps of their own, so that no repair swallows them. */
  lineEnd(start: number, end: number): void {
    if (this.#prose !== '') this.#breaks.push({ from: this.#tail ?? start, to: end })
    this.#tail = undefined
  }

  /** Markup straight after a line end that continues the block on the new line: `> `, an indent. */
  lineStart(start: number, end: number): void {
    const last = this.#breaks.at(-1)
    if (last?.to === start) last.to = end
  }

  build(removal?: Span): Segment | undefined {
    if (!/[^\s\ufffc]/u.test(this.#prose)) return undefined
    return new Segment(this.kind, this.#prose, this.#runs, this.#removable ? removal : undefined, {
      escapes: this.#escapes,
    })
  }

  #reach(start: number): void {
    if (this.#breaks.length > 0) {
      const breaks = this.#breaks
      this.#breaks = []
      for (const { from, to } of breaks) {
        this.#gap(from)
        this.#push('break', '\n', from, to)
      }
    }
    this.#gap(start)
  }

  #gap(end: number): void {
    if (this.#position !== undefined && this.#position < end) this.#push('gap', '', this.#position, end)
  }

  #push(kind: RunKind, prose: string, start: number, end: number): void {
    this.#runs.push({
      kind,
      prose: this.#prose.length,
      proseLength: prose.length,
      source: start,
      sourceLength: end - start,
    })
    this.#prose += prose
    this.#position = end
  }
}
