import { parse, postprocess, preprocess } from 'micromark'
import { frontmatter } from 'micromark-extension-frontmatter'
import { gfm } from 'micromark-extension-gfm'
import { decodeString } from 'micromark-util-decode-string'
import type { Token } from 'micromark-util-types'
import { Segment, type SegmentKind } from './segment.ts'
import { objectReplacement, SegmentBuilder } from './segment-builder.ts'
import type { Span } from './span.ts'

const extensions = [frontmatter(['yaml', 'toml']), gfm()]
/** Blocks that hold a line of thought; their tokens become one segment each. */
const blocks: Readonly<Record<string, SegmentKind>> = {
  paragraph: 'paragraph',
  atxHeadingText: 'heading',
  setextHeadingText: 'heading',
  tableHeader: 'cell',
  tableData: 'cell',
}
const containers = new Set(['blockQuote', 'listOrdered', 'listUnordered', 'gfmFootnoteDefinition', 'table'])
/** Inline things that are no prose but stand between words. */
const opaque = new Set(['codeText', 'autolink', 'literalAutolink', 'gfmFootnoteCall'])
/** Markup without prose. */
const hidden = new Set([
  'htmlText',
  'resource',
  'reference',
  'labelMarker',
  'taskListCheck',
  'definition',
  'codeFenced',
  'codeIndented',
  'htmlFlow',
  'tableDelimiterRow',
])
/** Front matter that readers see. */
const visibleKeys = /^(title|headline|subtitle|description|excerpt|summary):[ \t]+(\S.*?)[ \t]*\r?$/gmu

/**
 * The prose of a Markdown text (CommonMark, GFM, YAML front matter). Built from the events of micromark, the parser under
 * remark-parse, which carry the exact offset of every escape, reference and line prefix.
 * Code, addresses, link targets and HTML are no prose; titles in the front matter and alternative texts are.
 */
export function readMarkdown(source: string): Segment[] {
  // The parser drops a byte-order mark before it counts.
  const shift = source.charCodeAt(0) === 0xfeff ? 1 : 0
  const events = postprocess(
    parse({ extensions })
      .document()
      .write(preprocess()(source, undefined, true)),
  )
  const segments: Segment[] = []
  const open: { builder: SegmentBuilder; type: string; removal: Span | undefined }[] = []
  let depth = 0
  let skipped: string | undefined
  let skippedDepth = 0
  let image: SegmentBuilder | undefined
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
        add(segments, current.builder.build(current.removal))
      }
      if (type === 'image') {
        add(segments, image?.build())
        image = undefined
      }
      continue
    }
    if (containers.has(type)) depth++
    const kind = blocks[type]
    if (kind !== undefined) {
      const removal = depth === 0 && type === 'paragraph' ? { start, end: nextBlock(source, end) } : undefined
      open.push({ builder: new SegmentBuilder(kind, source), type, removal })
      continue
    }
    if (type === 'yaml') {
      readFrontMatter(source, start, end, segments)
      continue
    }
    const builder = open.at(-1)?.builder
    if (type === 'image') {
      builder?.replace('entity', objectReplacement, start, end)
      image = new SegmentBuilder('attribute', source)
      continue
    }
    if (opaque.has(type) || hidden.has(type)) {
      if (opaque.has(type) && image === undefined) builder?.replace('entity', objectReplacement, start, end)
      skipped = type
      skippedDepth = 1
      continue
    }
    const target = image ?? builder
    if (target !== undefined) addLeaf(target, token, source, start, end)
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
    case 'lineEnding':
      builder.lineEnd(start, end)
      break
  }
}

function add(segments: Segment[], segment: Segment | undefined): void {
  if (segment !== undefined) segments.push(segment)
}

/** Where the next block starts: after the line end and the blank lines. */
function nextBlock(source: string, end: number): number {
  let at = end
  let line = end
  while (at < source.length && /[ \t\r\n]/u.test(source.charAt(at))) {
    if (source.charAt(at) === '\n') line = at + 1
    at++
  }
  return at >= source.length ? source.length : line
}

function readFrontMatter(source: string, start: number, end: number, segments: Segment[]): void {
  for (const match of source.slice(start, end).matchAll(visibleKeys)) {
    const value = match[2] as string
    const at = start + match.index + (match[0].indexOf(value, (match[1] as string).length + 1) as number)
    const quote = value.charAt(0)
    if (quote === '"' || quote === "'") {
      const inner = value.slice(1, -1)
      // Escapes of YAML strings have no exact map; such a title is left alone.
      if (value.length < 2 || !value.endsWith(quote) || inner.includes('\\') || inner.includes(quote)) continue
      if (inner !== '') segments.push(Segment.plain('heading', source, { start: at + 1, end: at + 1 + inner.length }))
    } else if (!/^[|>&*!{[%@`]|: | #/u.test(value)) {
      segments.push(Segment.plain('heading', source, { start: at, end: at + value.length }))
    }
  }
}
