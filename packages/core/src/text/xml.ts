import { SaxesParser } from 'saxes'
import type { Escape } from './escape.ts'
import { readHtml } from './html.ts'
import { codesOfTags, type InlineCode, type UnitCodes } from './inline-codes.ts'
import { mayBeIn } from './language-tag.ts'
import { MalformedError } from './malformed.ts'
import { hasTags } from './markup-sign.ts'
import { nested } from './nested.ts'
import type { Segment, SegmentKind } from './segment.ts'
import { objectReplacement, SegmentBuilder } from './segment-builder.ts'
import type { Span } from './span.ts'
import { readUnits, type Units } from './translation-units.ts'
import { type Treatment, type Vocabulary, vocabularies, type XmlFormat } from './xml-vocabularies.ts'

const reference = /&(?:#x([\da-f]+)|#(\d+)|([^;&\s]+));|\r\n?/giu
const predefined: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
/** Elements that can be taken out whole. */
const removable = new Set(['p', 'li', 'hl2', 'bq', 'figcaption', 'media-caption'])

/**
 * The prose of an XML file, after the positions of the parser. The root element says what it is: NITF, NewsML-G2, XLIFF, TMX.
 * A text in another language (`xml:lang`) is left alone.
 *
 * @param format what it has to be; absent: whatever of these the root element says
 * @throws MalformedError when it is not well-formed or is none of these
 */
export function readXml(source: string, language: string, format?: XmlFormat): Segment[] {
  return new XmlReader(source, language, format).read()
}

interface OpenElement {
  readonly name: string
  readonly start: number
  readonly treatment: Treatment
  /** Is text here prose? */
  readonly prose: boolean
  /** Does the text of the element hold markup, escaped? */
  readonly html: boolean
  readonly language: string | undefined
}

class XmlReader {
  readonly #source: string
  readonly #language: string
  readonly #wanted: XmlFormat | undefined
  readonly #parser = new SaxesParser<{ xmlns: false; position: true }>({ xmlns: false, position: true })
  readonly #open: OpenElement[] = []
  readonly #segments: Segment[] = []
  /** Tags of HTML that stood as text in the unit that is being read. */
  #tags: InlineCode[] = []
  #vocabulary: Vocabulary | undefined
  #units: Units | undefined
  #escape: Escape = 'xml'
  #builder: SegmentBuilder
  #inCdata = false
  #removal: Span | undefined
  #isDeclared = false
  /** Where the last piece of the file ended. */
  #position = 0
  #part = 0

  constructor(source: string, language: string, format: XmlFormat | undefined) {
    this.#source = source
    this.#language = language
    this.#wanted = format
    this.#builder = this.#newBuilder('paragraph')
  }

  read(): Segment[] {
    const parser = this.#parser
    parser.on('error', (error) => this.#fail(error))
    parser.on('xmldecl', ({ encoding }) => {
      if (encoding !== undefined && !/^utf-?8$/iu.test(encoding)) this.#escape = 'ascii-xml'
      this.#skip()
    })
    parser.on('doctype', () => {
      this.#isDeclared = true
      this.#skip()
    })
    parser.on('comment', () => this.#skip())
    parser.on('processinginstruction', () => this.#skip())
    parser.on('text', () => this.#text(this.#position, parser.position - 1, false))
    parser.on('cdata', () => {
      const end = parser.position
      this.#text(this.#position + '<![CDATA['.length, end - ']]>'.length, true)
      this.#position = end
    })
    parser.on('opentag', ({ name, attributes }) => this.#start(name, attributes))
    parser.on('closetag', () => this.#end())
    // The parser takes a byte-order mark for none of its characters.
    parser.write(this.#source)
    parser.close()
    return this.#segments
  }

  #skip(): void {
    this.#position = this.#parser.position
  }

  #fail(error: Error): void {
    // Entities may be declared where we do not look.
    if (this.#isDeclared && error.message.includes('undefined entity')) return
    const [, line, problem = error.message] = /^(\d+):\d+: (.*?)\.?$/su.exec(error.message) ?? []
    const offset = line === undefined ? this.#position : offsetOfLine(this.#source, Number(line))
    throw new MalformedError(this.#source, offset, `not well-formed XML: ${problem}`, 'Mend the file and run again')
  }

  #newBuilder(kind: SegmentKind): SegmentBuilder {
    return new SegmentBuilder(kind, this.#source, [this.#inCdata ? 'cdata' : this.#escape])
  }

  #start(qualified: string, attributes: Readonly<Record<string, string>>): void {
    const start = this.#position
    this.#skip()
    const name = qualified.slice(qualified.indexOf(':') + 1)
    const parent = this.#open.at(-1)
    if (parent === undefined) this.#chooseVocabulary(name, attributes)
    const vocabulary = this.#vocabulary as Vocabulary
    const treatment =
      parent?.treatment === 'skip' || parent?.treatment === 'object'
        ? 'skip'
        : vocabulary.treat({ name, attributes, parent: parent?.name, isProse: parent?.prose === true })
    const language = attributes['xml:lang'] ?? attributes['lang'] ?? parent?.language
    const prose =
      (treatment === 'inline' ? parent?.prose === true : isBlock(treatment)) && mayBeIn(this.#language, language)
    if (isBlock(treatment) || treatment === 'part') {
      this.#removal = undefined
      this.#flush(isBlock(treatment) ? treatment : 'paragraph')
      if (treatment === 'part' || this.#units !== undefined) this.#part++
    }
    const html = vocabulary.isHtml?.(name, attributes) === true
    this.#open.push({ name, start, treatment, prose, html, language })
    if (prose && isBlock(treatment) && removable.has(name)) this.#removal = { start, end: start }
    this.#units?.start({
      name,
      attributes,
      text: this.#source.slice(start, this.#position),
      at: { start, end: this.#position },
      isInTarget: parent?.prose === true,
      isSkipped: parent?.treatment === 'skip' || parent?.treatment === 'object',
    })
  }

  #chooseVocabulary(root: string, attributes: Readonly<Record<string, string>>): void {
    const found = vocabularies.find(({ roots }) => roots.includes(root))
    if (found !== undefined && (this.#wanted === undefined || found.format === this.#wanted)) {
      this.#vocabulary = found
      this.#units = found.units === undefined ? undefined : readUnits(found.units, attributes)
      return
    }
    const wanted = this.#wanted === undefined ? 'NITF, NewsML-G2, XLIFF or TMX' : shownFormat(this.#wanted)
    const problem = `the root element is <${root}>: this is not ${wanted}`
    throw new MalformedError(this.#source, this.#position - 1, problem, 'Say with --as what it is, or leave it out')
  }

  #end(): void {
    const start = this.#position
    this.#skip()
    const element = this.#open.pop() as OpenElement
    const { name, treatment } = element
    const parent = this.#open.at(-1)
    if (treatment === 'break' && parent?.prose === true) this.#builder.lineEnd(element.start, this.#position)
    else if (treatment === 'object' && parent?.prose === true) this.#builder.object(element.start, this.#position)
    else if (isBlock(treatment)) {
      if (this.#removal !== undefined)
        this.#removal = { start: element.start, end: lineAfter(this.#source, this.#position) }
      this.#flush(parent !== undefined && isBlock(parent.treatment) ? parent.treatment : 'paragraph', element.html)
    } else if (treatment === 'part') this.#part++
    const units = this.#units
    if (units !== undefined) {
      const more = units.end(name, { start, end: this.#position })
      const escaped =
        more?.original === undefined || more.codes !== undefined ? undefined : this.#tagsBeside(more.original)
      for (let at = more?.from ?? Number.POSITIVE_INFINITY; at < this.#segments.length; at++) {
        if (more?.original !== undefined) {
          const { original, isStale } = more
          const codes = more.codes ?? escaped
          const known = { original, isStale, ...(codes === undefined ? {} : { codes }) }
          this.#segments[at] = (this.#segments[at] as Segment).with(known)
        }
      }
      if (more !== undefined) this.#tags = []
      units.count = this.#segments.length
    }
  }

  /** The tags of HTML that stands as text in the source and the translation of a unit; undefined without any. */
  #tagsBeside(original: string): UnitCodes | undefined {
    const source = hasTags(original) ? codesOfTags(original, (start, end) => ({ start, end })) : []
    return source.length + this.#tags.length === 0 ? undefined : { source, target: this.#tags }
  }

  /** Ends a segment. Nothing may be cut out with a removal that was not closed. */
  #flush(kind: SegmentKind, html = false): void {
    const removal = this.#removal
    const built = this.#builder.build(removal !== undefined && removal.end > removal.start ? removal : undefined)
    this.#removal = undefined
    if (built !== undefined) {
      const isMarkup = html || (this.#units !== undefined && hasTags(built.prose))
      const found = isMarkup ? readHtml(built.prose, this.#language).map((inner) => nested(inner, built)) : [built]
      const wanted = this.#units?.isWanted !== false
      if (wanted) this.#segments.push(...found.map((segment) => segment.with({ part: this.#part })))
      if (wanted && isMarkup && !html)
        this.#tags.push(...codesOfTags(built.prose, (start, end) => built.toSource(start, end)))
    }
    this.#inCdata = false
    this.#builder = this.#newBuilder(kind)
  }

  #text(start: number, end: number, cdata: boolean): void {
    this.#position = cdata ? this.#position : end
    const element = this.#open.at(-1)
    this.#units?.text(() => (cdata ? this.#source.slice(start, end) : decode(this.#source.slice(start, end))))
    if (element?.prose !== true) return
    if (cdata !== this.#inCdata) {
      // Escapes differ: what stands in a CDATA section is a segment of its own.
      const { kind } = this.#builder
      this.#removal = undefined
      this.#flush(kind, element.html)
      this.#inCdata = cdata
      this.#builder = this.#newBuilder(kind)
    }
    if (cdata) {
      this.#copy(start, end)
      return
    }
    const text = this.#source.slice(start, end)
    let from = 0
    for (const match of text.matchAll(reference)) {
      this.#copy(start + from, start + match.index)
      from = match.index + match[0].length
      const kind = match[0].startsWith('\r') ? 'break' : 'entity'
      this.#builder.replace(kind, decode(match[0]), start + match.index, start + from)
    }
    this.#copy(start + from, end)
  }

  /** Line ends of Windows are line ends in a CDATA section too. */
  #copy(start: number, end: number): void {
    if (!this.#inCdata) {
      this.#builder.copy(start, end)
      return
    }
    let from = start
    for (let at = this.#source.indexOf('\r', start); at >= 0 && at < end; at = this.#source.indexOf('\r', from)) {
      this.#builder.copy(from, at)
      from = at + (this.#source[at + 1] === '\n' && at + 1 < end ? 2 : 1)
      this.#builder.replace('break', '\n', at, from)
    }
    this.#builder.copy(from, end)
  }
}

function isBlock(treatment: Treatment): treatment is SegmentKind {
  return treatment === 'paragraph' || treatment === 'heading' || treatment === 'item' || treatment === 'cell'
}

/** What the parser reads for references and line ends. An entity that only a DTD declares stands for something unknown. */
function decode(text: string): string {
  return text.replace(reference, (whole, hex?: string, decimal?: string, name?: string) => {
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16))
    if (decimal !== undefined) return String.fromCodePoint(Number.parseInt(decimal, 10))
    return whole.startsWith('\r') ? '\n' : (predefined[name as string] ?? objectReplacement)
  })
}

function shownFormat(format: XmlFormat): string {
  return { nitf: 'NITF', newsml: 'NewsML-G2', xliff: 'XLIFF', tmx: 'TMX' }[format]
}

function offsetOfLine(source: string, line: number): number {
  let at = 0
  for (let count = 1; count < line && at >= 0; count++) at = source.indexOf('\n', at) + 1 || source.length
  return at
}

function lineAfter(source: string, end: number): number {
  const blank = /^[ \t]*\r?\n/u.exec(source.slice(end, end + 200))
  return end + (blank?.[0].length ?? 0)
}
