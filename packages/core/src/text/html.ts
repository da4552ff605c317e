import { type DefaultTreeAdapterTypes, parse, parseFragment } from 'parse5'
import type { Segment, SegmentKind } from './segment.ts'
import { objectReplacement, SegmentBuilder } from './segment-builder.ts'
import type { Span } from './span.ts'

type Node = DefaultTreeAdapterTypes.ChildNode
type Element = DefaultTreeAdapterTypes.Element

/** Elements that start a block of their own. */
const blocks: Readonly<Record<string, SegmentKind>> = {
  address: 'paragraph',
  article: 'paragraph',
  aside: 'paragraph',
  blockquote: 'paragraph',
  body: 'paragraph',
  caption: 'paragraph',
  dd: 'paragraph',
  details: 'paragraph',
  div: 'paragraph',
  dl: 'paragraph',
  dt: 'paragraph',
  fieldset: 'paragraph',
  figcaption: 'paragraph',
  figure: 'paragraph',
  footer: 'paragraph',
  form: 'paragraph',
  h1: 'heading',
  h2: 'heading',
  h3: 'heading',
  h4: 'heading',
  h5: 'heading',
  h6: 'heading',
  header: 'paragraph',
  hr: 'paragraph',
  html: 'paragraph',
  li: 'item',
  main: 'paragraph',
  nav: 'paragraph',
  ol: 'paragraph',
  p: 'paragraph',
  section: 'paragraph',
  summary: 'paragraph',
  table: 'paragraph',
  tbody: 'paragraph',
  td: 'cell',
  tfoot: 'paragraph',
  th: 'cell',
  thead: 'paragraph',
  title: 'heading',
  tr: 'paragraph',
  ul: 'paragraph',
}
/** Elements whose text is no prose. */
const opaque = new Set([
  'code',
  'iframe',
  'kbd',
  'math',
  'noscript',
  'object',
  'option',
  'pre',
  'samp',
  'script',
  'select',
  'style',
  'svg',
  'template',
  'textarea',
  'var',
  'video',
  'audio',
])
/** Blocks that can be taken out whole. */
const removable = new Set(['p', 'li', 'figcaption', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote'])
const visibleMeta = /^(?:description|og:title|og:description|twitter:title|twitter:description)$/iu
const reference = /^&(?:#[xX]?[0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);?/u

/**
 * The prose of an HTML page or fragment, after the positions of parse5. Inline markup is a gap, `<br>` a line end, character
 * references are decoded. Code, scripts and styles are no prose; `title`, alternative texts and the descriptions in `meta` are.
 */
export function readHtml(source: string): Segment[] {
  const segments: Segment[] = []
  new HtmlReader(source, segments).read()
  return segments.sort((a, b) => (a.runs[0]?.source ?? 0) - (b.runs[0]?.source ?? 0))
}

class HtmlReader {
  readonly #source: string
  readonly #segments: Segment[]
  #builder: SegmentBuilder
  #removal: Span | undefined

  constructor(source: string, segments: Segment[]) {
    this.#source = source
    this.#segments = segments
    this.#builder = new SegmentBuilder('paragraph', source)
  }

  read(): void {
    const document = parse(this.#source, { sourceCodeLocationInfo: true })
    for (const child of document.childNodes) this.#visit(child)
    this.#flush('paragraph')
  }

  #flush(kind: SegmentKind): void {
    const segment = this.#builder.build(this.#removal)
    if (segment !== undefined) this.#segments.push(segment)
    this.#builder = new SegmentBuilder(kind, this.#source)
    this.#removal = undefined
  }

  #visit(node: Node): void {
    if (node.nodeName === '#text') {
      this.#text(node as DefaultTreeAdapterTypes.TextNode)
      return
    }
    if (!('tagName' in node)) return
    const element = node
    const { tagName } = element
    const location = element.sourceCodeLocation
    if (tagName === 'meta') this.#meta(element)
    this.#attribute(element, tagName === 'img' || tagName === 'area' ? 'alt' : undefined)
    if (tagName === 'br' && location) {
      this.#builder.lineEnd(location.startOffset, location.endOffset)
      return
    }
    if (opaque.has(tagName) || tagName === 'img') {
      if (location && !['script', 'style', 'template', 'noscript'].includes(tagName)) {
        this.#builder.replace('entity', objectReplacement, location.startOffset, location.endOffset)
      }
      return
    }
    const kind = blocks[tagName]
    if (kind === undefined) {
      for (const child of element.childNodes) this.#visit(child)
      return
    }
    this.#flush(kind)
    if (
      location?.endTag &&
      removable.has(tagName) &&
      !element.childNodes.some((child) => 'tagName' in child && blocks[child.tagName] !== undefined)
    ) {
      this.#removal = { start: location.startOffset, end: lineAfter(this.#source, location.endOffset) }
    }
    for (const child of element.childNodes) this.#visit(child)
    this.#flush('paragraph')
  }

  #text(node: DefaultTreeAdapterTypes.TextNode): void {
    const location = node.sourceCodeLocation
    if (!location) return
    addText(this.#builder, this.#source, location.startOffset, location.endOffset, node.value)
  }

  #meta(element: Element): void {
    const name = element.attrs.find((attribute) => attribute.name === 'name' || attribute.name === 'property')?.value
    if (name !== undefined && visibleMeta.test(name)) this.#attribute(element, 'content')
  }

  /** The value of an attribute that readers see, as a segment of its own. */
  #attribute(element: Element, name: string | undefined): void {
    if (name === undefined) return
    const location = element.sourceCodeLocation?.attrs?.[name]
    const value = element.attrs.find((attribute) => attribute.name === name)?.value
    if (location === undefined || value === undefined || value.trim() === '') return
    const text = this.#source.slice(location.startOffset, location.endOffset)
    const opening = /^[^=]*=\s*(["'])/u.exec(text)
    if (opening === null || !text.endsWith(opening[1] as string)) return
    const builder = new SegmentBuilder('attribute', this.#source)
    addText(builder, this.#source, location.startOffset + opening[0].length, location.endOffset - 1, value)
    const segment = builder.build()
    if (segment !== undefined) this.#segments.push(segment)
  }
}

/** Adds the text between two offsets; `value` is what the parser made of it. Nothing is added where the two do not agree. */
function addText(builder: SegmentBuilder, source: string, start: number, end: number, value: string): void {
  const pieces: { kind: 'copy' | 'entity'; from: number; to: number; text: string }[] = []
  let text = ''
  let from = start
  const copyTo = (to: number): void => {
    if (to <= from) return
    const piece = source.slice(from, to)
    pieces.push({ kind: 'copy', from, to, text: piece })
    text += piece
  }
  for (let at = start; at < end; ) {
    const code = source.charCodeAt(at)
    if (code === 38) {
      const match = reference.exec(source.slice(at, Math.min(end, at + 40)))
      const decoded = match === null ? undefined : decode(match[0])
      if (match !== null && decoded !== undefined && decoded !== match[0]) {
        copyTo(at)
        pieces.push({ kind: 'entity', from: at, to: at + match[0].length, text: decoded })
        text += decoded
        at += match[0].length
        from = at
        continue
      }
    } else if (code === 13) {
      copyTo(at)
      const length = source.charCodeAt(at + 1) === 10 ? 2 : 1
      pieces.push({ kind: 'entity', from: at, to: at + length, text: '\n' })
      text += '\n'
      at += length
      from = at
      continue
    }
    at++
  }
  copyTo(end)
  if (text !== value) return
  for (const piece of pieces) {
    if (piece.kind === 'copy') builder.copy(piece.from, piece.to)
    else builder.replace('entity', piece.text, piece.from, piece.to)
  }
}

const decoded = new Map<string, string>()

/** What the parser reads for a character reference. */
function decode(text: string): string {
  let value = decoded.get(text)
  if (value === undefined) {
    const [node] = parseFragment(text).childNodes
    value = node?.nodeName === '#text' ? (node as DefaultTreeAdapterTypes.TextNode).value : text
    decoded.set(text, value)
  }
  return value
}

function lineAfter(source: string, end: number): number {
  const blank = /^[ \t]*\r?\n/u.exec(source.slice(end, end + 200))
  return end + (blank?.[0].length ?? 0)
}
