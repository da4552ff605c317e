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
  #break: { from: number; to: number } | undefined

  constructor(kind: SegmentKind, source: string) {
    this.kind = kind
    this.#source = source
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
  replace(kind: 'entity' | 'escape', prose: string, start: number, end: number): void {
    this.#reach(start)
    this.#push(kind, prose, start, end)
  }

  /** A line end; the markup that continues the block on the next line goes with it. */
  lineEnd(start: number, end: number): void {
    if (this.#prose === '') return
    this.#break = { from: this.#break?.from ?? this.#position ?? start, to: end }
  }

  build(removal?: Span): Segment | undefined {
    return /[^\s\ufffc]/u.test(this.#prose) ? new Segment(this.kind, this.#prose, this.#runs, removal) : undefined
  }

  #reach(start: number): void {
    if (this.#break !== undefined) {
      const { from } = this.#break
      this.#break = undefined
      this.#position = from
      this.#push('break', '\n', from, start)
      return
    }
    if (this.#position !== undefined && this.#position < start) this.#push('gap', '', this.#position, start)
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
