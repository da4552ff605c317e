import type { Span } from './span.ts'

/** A code of another format in a segment of XLIFF or TMX: where bold begins or ends, an image, a line end. */
export interface InlineCode {
  /** What it is in source and translation alike. */
  readonly id: string
  readonly side: 'open' | 'close' | 'alone'
  /** As the file has it. */
  readonly text: string
  /** Where it stands in the file. */
  readonly at: Span
  /** Does the file forbid that it changes places with others? */
  readonly isFixed: boolean
}

/** The codes of a translation and of what it was translated from, each in its order. */
export interface UnitCodes {
  readonly source: readonly InlineCode[]
  readonly target: readonly InlineCode[]
}

type Attributes = Readonly<Record<string, string>>

/** Elements that hold the words between both ends of a code: XLIFF 1.2, XLIFF 2, TMX. */
const around = new Set(['g', 'pc', 'hi'])
const opening = new Set(['bx', 'bpt', 'sc'])
const closing = new Set(['ex', 'ept', 'ec'])
const alone = new Set(['x', 'ph', 'it', 'ut'])
const shown = 60

/** The code that begins with the element; undefined where it is none (`mrk` and `sub` hold text). */
export function codeOf(name: string, attributes: Attributes, text: string, at: Span): InlineCode | undefined {
  const side = around.has(name) || opening.has(name) ? 'open' : closing.has(name) ? 'close' : 'alone'
  if (side === 'alone' && !alone.has(name)) return undefined
  const pair = attributes['startRef'] ?? attributes['rid'] ?? attributes['i']
  // A second copy of a code has an id of its own.
  const own = attributes['copyOf'] ?? attributes['id'] ?? attributes['x'] ?? ''
  const id = side === 'alone' ? `${own}${attributes['pos'] ?? ''}` : (pair ?? own)
  return { id, side, text: text.slice(0, shown), at, isFixed: /^(?:no|firstNo)$/u.test(attributes['canReorder'] ?? '') }
}

/** The end of a code whose element holds words; undefined where it holds none. */
export function endOfCode(name: string, start: InlineCode, at: Span): InlineCode | undefined {
  return around.has(name) ? { ...start, side: 'close', text: `</${name}>`, at } : undefined
}

const tags = /<(\/?)([a-z][a-z\d]*)(?:\s[^<>]*?)?(\/?)>/giu
const empty = new Set(['br', 'hr', 'img', 'input', 'wbr'])

/**
 * The tags of HTML that stands as text in a file for translators.
 *
 * @param place where a stretch of the text stands in the file
 */
export function codesOfTags(text: string, place: (start: number, end: number) => Span): InlineCode[] {
  return [...text.matchAll(tags)].map(({ index, 0: tag, 1: slash, 2: name = '', 3: closed }) => {
    const id = name.toLowerCase()
    const side = closed === '/' || empty.has(id) ? 'alone' : slash === '/' ? 'close' : 'open'
    return { id, side, text: tag.slice(0, shown), at: place(index, index + tag.length), isFixed: false }
  })
}
