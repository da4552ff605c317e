import { type DefaultTreeAdapterTypes, parse, parseFragment } from 'parse5'
import { copyAround } from './embeds.ts'
import { mayBeIn } from './language-tag.ts'
import type { Segment, SegmentKind } from './segment.ts'
import { SegmentBuilder } from './segment-builder.ts'
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
  center: 'paragraph',
  dd: 'paragraph',
  details: 'paragraph',
  dialog: 'paragraph',
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
  hgroup: 'paragraph',
  hr: 'paragraph',
  html: 'paragraph',
  legend: 'paragraph',
  li: 'item',
  main: 'paragraph',
  menu: 'paragraph',
  nav: 'paragraph',
  ol: 'paragraph',
  p: 'paragraph',
  search: 'paragraph',
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
/** Opaque, and nothing that readers see in the line. */
const unseen = new Set(['noscript', 'script', 'style', 'template'])
/** Opaque, and a block of its own. */
const opaqueBlocks = new Set(['pre', 'textarea'])
/** Whose language is often wrong: a page keeps the one of the site that it was translated from. */
const wholePage = new Set(['html', 'body', 'main', 'article'])
/** Blocks that can be taken out whole. */
const removable = new Set(['p', 'li', 'figcaption', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote'])
const visibleMeta = /^(?:description|og:title|og:description|twitter:title|twitter:description)$/iu
const tagStart = /^<[A-Za-z/!?]/u
const reference = /^&(?:#[xX]?[0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);?/u

/**
 * The prose of an HTML page or fragment, after the positions of parse5. Inline markup is a gap, `<br>` a line end, character
 * references are decoded. Code, scripts, styles, and what is marked as of another language are no prose; `title`, alternative texts and the descriptions in `meta` are.
 */
export function readHtml(source: string, language: string): Segment[] {
  const segments: Segment[] = []
  new HtmlReader(source, language, segments).read()
  return segments.sort((a, b) => (a.runs[0]?.source ?? 0) - (b.runs[0]?.source ?? 0))
}

/** Stands in the list of what is to be read after the children of a block. */
const endOfBlock = Symbol('end of block')

class HtmlReader {
  readonly #source: string
  readonly #language: string
  readonly #segments: Segment[]
  #builder: SegmentBuilder
  #removal: Span | undefined
  /** Where the last text of the builder ended in the source. */
  #position = 0

  constructor(source: string, language: string, segments: Segment[]) {
    this.#source = source
    this.#language = language
    this.#segments = segments
    this.#builder = new SegmentBuilder('paragraph', source, ['html'])
  }

  read(): void {
    const document = parse(this.#source, { sourceCodeLocationInfo: true })
    // Not recursive: a page may be nested deeper than the call stack.
    const pending: (Node | typeof endOfBlock)[] = [...document.childNodes].reverse()
    for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
      if (node === endOfBlock) {
        this.#flush('paragraph')
        continue
      }
      if (node.nodeName === '#text') {
        this.#text(node as DefaultTreeAdapterTypes.TextNode)
        continue
      }
      if (!('tagName' in node) || !this.#enter(node)) continue
      if (blocks[node.tagName] !== undefined) pending.push(endOfBlock)
      for (let index = node.childNodes.length - 1; index >= 0; index--) pending.push(node.childNodes[index] as Node)
    }
    this.#flush('paragraph')
  }

  #flush(kind: SegmentKind): void {
    const segment = this.#builder.build(this.#removal)
    if (segment !== undefined) this.#segments.push(segment)
    this.#builder = new SegmentBuilder(kind, this.#source, ['html'])
    this.#position = 0
    this.#removal = undefined
  }

  /** Does what the start of an element asks for; true when its children are to be read. */
  #enter(element: Element): boolean {
    const { tagName } = element
    const location = element.sourceCodeLocation
    if (tagName === 'meta') this.#meta(element)
    if (tagName === 'img' || tagName === 'area') {
      this.#attribute(element, 'alt')
      this.#attribute(element, 'title')
    }
    if (tagName === 'br') {
      if (location && this.#inOrder(location.startOffset, location.endOffset)) {
        this.#builder.lineEnd(location.startOffset, location.endOffset)
      }
      return false
    }
    const leftAlone = isLeftAlone(element, this.#language)
    if (leftAlone || opaque.has(tagName) || tagName === 'img') {
      if (opaqueBlocks.has(tagName) || (leftAlone && blocks[tagName] !== undefined)) {
        this.#removal = undefined
        this.#flush('paragraph')
      } else if (location && !unseen.has(tagName) && this.#inOrder(location.startOffset, location.endOffset)) {
        this.#builder.object(location.startOffset, location.endOffset)
      }
      return false
    }
    const kind = blocks[tagName]
    if (kind === undefined) return true
    // What stood before belongs to a block that holds this one: it cannot go as a whole.
    this.#removal = undefined
    this.#flush(kind)
    if (location?.endTag && removable.has(tagName)) {
      this.#removal = { start: location.startOffset, end: lineAfter(this.#source, location.endOffset) }
    }
    return true
  }

  /** The parser moves what stands astray in tables; what comes out of turn is a segment of its own. */
  #inOrder(start: number, end: number): boolean {
    if (start < this.#position) {
      this.#removal = undefined
      this.#flush('paragraph')
    }
    this.#position = end
    return end > start
  }

  #text(node: DefaultTreeAdapterTypes.TextNode): void {
    const location = node.sourceCodeLocation
    if (!location || !this.#inOrder(location.startOffset, location.endOffset)) return
    addText(this.#builder, this.#source, location.startOffset, location.endOffset, node.value, true)
  }

  #meta(element: Element): void {
    const name = element.attrs.find((attribute) => attribute.name === 'name' || attribute.name === 'property')?.value
    if (name !== undefined && visibleMeta.test(name)) this.#attribute(element, 'content')
  }

  /** The value of an attribute that readers see, as a segment of its own. */
  #attribute(element: Element, name: string): void {
    const location = element.sourceCodeLocation?.attrs?.[name]
    const value = element.attrs.find((attribute) => attribute.name === name)?.value
    if (location === undefined || value === undefined || value.trim() === '') return
    const text = this.#source.slice(location.startOffset, location.endOffset)
    const opening = /^[^=]*=\s*(["'])/u.exec(text)
    if (opening === null || !text.endsWith(opening[1] as string)) return
    const builder = new SegmentBuilder('attribute', this.#source, ['attribute'])
    addText(builder, this.#source, location.startOffset + opening[0].length, location.endOffset - 1, value, false)
    const segment = builder.build()
    if (segment !== undefined) this.#segments.push(segment)
  }
}

/** Is the element marked as of another language, or as not to be translated? */
function isLeftAlone({ tagName, attrs }: Element, wanted: string): boolean {
  if (wholePage.has(tagName)) return false
  const value = (attribute: string) => attrs.find(({ name }) => name === attribute)?.value
  return !mayBeIn(wanted, value('lang') ?? value('xml:lang')) || /^no$/iu.test(value('translate') ?? '')
}

/** Adds the text between two offsets; `value` is what the parser made of it. Nothing is added where the two do not agree. */
function addText(
  builder: SegmentBuilder,
  source: string,
  start: number,
  end: number,
  value: string,
  markup: boolean,
): void {
  const pieces: { kind: 'copy' | 'entity' | 'break'; from: number; to: number; text: string }[] = []
  let text = ''
  // The parser counts a byte-order mark as text; it is none.
  const mark = start === 0 && source.charCodeAt(0) === 0xfeff ? 1 : 0
  let from = start + mark
  const copyTo = (to: number): void => {
    if (to <= from) return
    const piece = source.slice(from, to)
    pieces.push({ kind: 'copy', from, to, text: piece })
    text += piece
  }
  for (let at = from; at < end; ) {
    const code = source.charCodeAt(at)
    if (code === 38) {
      const match = reference.exec(source.slice(at, Math.min(end, at + 40)))
      const decoded = match === null ? undefined : decode(match[0])
      if (decoded !== undefined && decoded.length > 0) {
        copyTo(at)
        pieces.push({ kind: 'entity', from: at, to: at + decoded.length, text: decoded.text })
        text += decoded.text
        at += decoded.length
        from = at
        continue
      }
    } else if (code === 60 && markup && tagStart.test(source.slice(at, at + 2))) {
      // A tag that the parser ignored, such as an end without a start: the text goes on behind it.
      copyTo(at)
      at = tagEnd(source, at, end)
      from = at
      continue
    } else if (code === 13) {
      copyTo(at)
      const length = source.charCodeAt(at + 1) === 10 ? 2 : 1
      pieces.push({ kind: 'break', from: at, to: at + length, text: '\n' })
      text += '\n'
      at += length
      from = at
      continue
    }
    at++
  }
  copyTo(end)
  if (text !== (mark === 1 ? value.slice(1) : value)) return
  for (const piece of pieces) {
    if (piece.kind === 'copy') copyAround(builder, source, piece.from, piece.to)
    else builder.replace(piece.kind, piece.text, piece.from, piece.to)
  }
}

interface Reference {
  /** How long the reference is in the source; 0 where it is none. */
  readonly length: number
  readonly text: string
}

const decoded = new Map<string, Reference>()
/** So that no page can fill the memory of a process that reads many. */
const decodedLimit = 5000

/** What the parser reads for a character reference. `&ampfoo` is a reference of four characters and a word. */
function decode(source: string): Reference {
  let value = decoded.get(source)
  if (value === undefined) {
    const [node] = parseFragment(source).childNodes
    let text = node?.nodeName === '#text' ? (node as DefaultTreeAdapterTypes.TextNode).value : source
    let length = text === source ? 0 : source.length
    while (length > 0 && text.length > 1 && text.at(-1) === source.charAt(length - 1)) {
      text = text.slice(0, -1)
      length--
    }
    value = { length, text }
    if (decoded.size < decodedLimit) decoded.set(source, value)
  }
  return value
}

/** Where a tag ends; a `>` in a quoted attribute does not end it. */
function tagEnd(source: string, start: number, limit: number): number {
  let quote = 0
  for (let at = start + 1; at < limit; at++) {
    const code = source.charCodeAt(at)
    if (quote !== 0) {
      if (code === quote) quote = 0
    } else if (code === 62) return at + 1
    else if ((code === 34 || code === 39) && source.charCodeAt(at - 1) === 61) quote = code
  }
  return limit
}

function lineAfter(source: string, end: number): number {
  const blank = /^[ \t]*\r?\n/u.exec(source.slice(end, end + 200))
  return end + (blank?.[0].length ?? 0)
}
