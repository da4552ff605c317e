import { parse, postprocess, preprocess } from 'micromark'
import { decodeString } from 'micromark-util-decode-string'
import type { Token } from 'micromark-util-types'
import { syntaxFor } from './markdown-syntax.ts'
import { Segment, type SegmentKind } from './segment.ts'
import { objectReplacement, SegmentBuilder } from './segment-builder.ts'
import type { Span } from './span.ts'

/** Blocks that hold a line of thought; their tokens become one segment each. */
const blocks: Readonly<Record<string, SegmentKind>> = {
  paragraph: 'paragraph',
  atxHeadingText: 'heading',
  setextHeadingText: 'heading',
  tableHeader: 'cell',
  tableData: 'cell',
}
const containers = new Set(['blockQuote', 'listOrdered', 'listUnordered', 'gfmFootnoteDefinition', 'table'])
/** Blocks that can be taken out whole where they are no part of another. */
const wholes = new Set(['paragraph', 'atxHeading', 'setextHeading'])
/** Markup that continues a block on its next line. */
const lineStarts = new Set(['linePrefix', 'blockQuotePrefix', 'listItemIndent'])
/** Inline things that are no prose but stand between words. */
const opaque = new Set(['codeText', 'autolink', 'literalAutolink'])
/** Markup without prose. A call of a footnote is one too: it must not come between a full stop and the next sentence. */
const hidden = new Set([
  'resource',
  'reference',
  'labelMarker',
  'taskListCheck',
  'gfmFootnoteCall',
  'definition',
  'codeFenced',
  'codeIndented',
  'htmlFlow',
  'tableDelimiterRow',
])
const lineBreak = /^<br[\s/>]/iu
/** Keys of the front matter whose values readers see. */
const visibleKeys = new Set(['title', 'headline', 'subtitle', 'description', 'excerpt', 'summary'])

/**
 * The prose of a Markdown text (CommonMark, GFM, YAML front matter). Built from the events of micromark, the parser under
 * remark-parse, which carry the exact offset of every escape, reference and line prefix.
 * Code, addresses, link targets and HTML are no prose; titles in the front matter and alternative texts are.
 */
export function readMarkdown(source: string): Segment[] {
  // The parser drops a byte-order mark before it counts.
  const shift = source.charCodeAt(0) === 0xfeff ? 1 : 0
  const events = postprocess(
    parse({ extensions: syntaxFor(source) })
      .document()
      .write(preprocess()(source, undefined, true)),
  )
  const segments: Segment[] = []
  const open: { builder: SegmentBuilder; type: string; removal: Span | undefined }[] = []
  let depth = 0
  let whole: Span | undefined
  let skipped: string | undefined
  let skippedDepth = 0
  for (const [phase, token] of events) {
    const start = token.start.offset + shift
    const end = token.end.offset + shift
    const type: string = token.type
    if (skipped !== undefined) {
      if (type === skipped) skippedDepth += phase === 'enter' ? 1 : -1
      if (skippedDepth === 0) skipped = undefined
      continue
    }
    if (phase === 'exit') {
      if (containers.has(type)) depth--
      const current = open.at(-1)
      if (current !== undefined && current.type === type) {
        open.pop()
        const segment = current.builder.build(current.removal)
        if (segment !== undefined) segments.push(segment)
      }
      continue
    }
    if (containers.has(type)) depth++
    if (wholes.has(type)) whole = depth === 0 ? { start, end } : undefined
    const kind = blocks[type]
    const builder = open.at(-1)?.builder
    if (kind !== undefined) {
      const removal = kind === 'cell' || whole === undefined ? undefined : removalOf(source, whole)
      open.push({ builder: new SegmentBuilder(kind, source), type, removal })
    } else if (type === 'yaml') {
      readFrontMatter(source, start, end, segments)
    } else if (type === 'image') {
      builder?.object(start, end)
      // Until the image ends, what is prose belongs to its alternative text; also where images stand in that text.
      open.push({ builder: new SegmentBuilder('attribute', source), type, removal: undefined })
    } else if (type === 'htmlText') {
      if (lineBreak.test(source.slice(start, start + 4))) builder?.lineEnd(start, end)
      skipped = type
      skippedDepth = 1
    } else if (opaque.has(type) || hidden.has(type)) {
      if (type === 'codeText') builder?.object(start, end)
      else if (opaque.has(type)) builder?.replace('entity', objectReplacement, start, end)
      skipped = type
      skippedDepth = 1
    } else if (builder !== undefined) addLeaf(builder, token, source, start, end)
  }
  return segments.sort((a, b) => (a.runs[0]?.source ?? 0) - (b.runs[0]?.source ?? 0))
}

function addLeaf(builder: SegmentBuilder, token: Token, source: string, start: number, end: number): void {
  switch (token.type as string) {
    case 'data':
      builder.copy(start, end)
      break
    case 'characterEscape':
      builder.replace('escape', source.slice(start + 1, end), start, end)
      break
    case 'characterReference':
      builder.replace('entity', decodeString(source.slice(start, end)), start, end)
      break
    case 'lineSuffix':
    case 'hardBreakTrailing':
    case 'hardBreakEscape':
      builder.lineTail(start)
      break
    case 'lineEnding':
      builder.lineEnd(start, end)
      break
    default:
      if (lineStarts.has(token.type)) builder.lineStart(start, end)
  }
}

/**
 * What to cut when the block goes: its lines and the blank ones after it. Nothing where the rest could then be read
 * in another way: text that leans on the line before, an indented block that would join a list, a line of dashes that
 * would start a front matter.
 */
function removalOf(source: string, block: Span): Span | undefined {
  let start = block.start
  while (start > 0 && isBlank(source.charCodeAt(start - 1))) start--
  const first = start === 0 || (start === 1 && source.charCodeAt(0) === 0xfeff)
  if (!first && !/(?:^|\n)[ \t]*(?:---)?\r?\n$/u.test(source.slice(Math.max(0, start - 20), start))) return undefined
  let end = block.end
  for (let at = end; at < source.length; at++) {
    const code = source.charCodeAt(at)
    if (code === 10) end = at + 1
    else if (code !== 13 && !isBlank(code)) break
    else if (at === source.length - 1) end = source.length
  }
  if (end < source.length) {
    if (isBlank(source.charCodeAt(end))) return undefined
    if (first && /^(?:---|\+\+\+)/u.test(source.slice(end, end + 3))) return undefined
  }
  return { start, end }
}

function isBlank(code: number): boolean {
  return code === 32 || code === 9
}

/** Titles in YAML. Only values on one line without escapes: others have no exact place in the source. */
function readFrontMatter(source: string, start: number, end: number, segments: Segment[]): void {
  for (let line = start; line < end; ) {
    let lineEnd = source.indexOf('\n', line)
    if (lineEnd < 0 || lineEnd > end) lineEnd = end
    const next = lineEnd + 1
    const colon = source.indexOf(':', line)
    const continued = next < end && (source.charAt(next) === ' ' || source.charAt(next) === '\t')
    if (!continued && colon > line && colon < lineEnd && visibleKeys.has(source.slice(line, colon))) {
      const span = yamlScalar(source, colon + 1, lineEnd)
      if (span !== undefined) segments.push(Segment.plain('heading', source, span))
    }
    line = next
  }
}

function yamlScalar(source: string, from: number, to: number): Span | undefined {
  const text = source.slice(from, to)
  const value = text.trim()
  if (value === '' || !/^[ \t]/u.test(text)) return undefined
  const start = from + text.indexOf(value)
  const quote = value.charAt(0)
  if (quote === '"' || quote === "'") {
    const inner = value.slice(1, -1)
    if (inner === '' || !value.endsWith(quote) || inner.includes('\\') || inner.includes(quote)) return undefined
    return { start: start + 1, end: start + 1 + inner.length }
  }
  if (/^[|>&*!{[%@`#]|^[-?] |: |\s#|:$/u.test(value)) return undefined
  return { start, end: start + value.length }
}
