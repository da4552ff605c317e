import type { SegmentKind } from './segment.ts'
import type { UnitElements } from './translation-units.ts'

export type XmlFormat = 'nitf' | 'newsml' | 'xliff' | 'tmx'

/**
 * What becomes of an element. A kind of segment: its text is prose · `inline` belongs to the text around it · `break` a line
 * end · `object` no prose, but it stands between words · `skip` nothing that readers see · `part` holds a text of its own,
 * not prose itself · `none` holds other elements only
 */
export type Treatment = SegmentKind | 'inline' | 'break' | 'object' | 'skip' | 'part' | 'none'

/** An element as it opens, without its namespace prefix. */
interface Opening {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly parent: string | undefined
  /** Does it stand in prose? */
  readonly isProse: boolean
}

/** A format of XML: which of its elements hold prose. */
export interface Vocabulary {
  readonly format: XmlFormat
  readonly roots: readonly string[]
  treat(opening: Opening): Treatment
  /** Does the element hold HTML, escaped or in a CDATA section? */
  isHtml?(name: string, attributes: Readonly<Record<string, string>>): boolean
  readonly units?: UnitElements
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '))

/** Blocks of text in NITF and XHTML; a text may stand in them directly or in further blocks. */
const paragraphs = words(
  'p abstract block body.content bq blockquote div section article aside main header footer figure figcaption caption media media-caption content note fn fn-group dl dt dd ol ul table nitf-table nitf-table-metadata tbody thead tfoot tr address body.end tagline distributor body hedline',
)
const headings = words('hl1 hl2 h1 h2 h3 h4 h5 h6 headline title')
const cells = words('td th')
/** No prose, and nothing that readers see in the line. */
const unseen = words(
  'media-metadata media-reference media-producer media-object nitf-table-metadata script style template noscript docdata meta head tobject series bibliography col colgroup distributor byline dateline',
)
/** No prose, but seen. */
const objects = words('pre code kbd samp var img iframe object video audio svg math virtloc frac')

function treatArticle({ name, isProse }: Opening): Treatment {
  if (unseen.has(name)) return 'skip'
  if (name === 'br') return 'break'
  if (name === 'li') return 'item'
  if (headings.has(name)) return 'heading'
  if (cells.has(name)) return 'cell'
  if (objects.has(name)) return name === 'pre' ? 'skip' : 'object'
  if (paragraphs.has(name)) return 'paragraph'
  return isProse ? 'inline' : 'none'
}

const nitf: Vocabulary = {
  format: 'nitf',
  roots: ['nitf'],
  treat(opening) {
    // The head of the file holds its title among metadata.
    if (opening.name === 'head') return 'none'
    if (opening.parent === 'head') return opening.name === 'title' ? 'heading' : 'skip'
    if (opening.name === 'body.head' || opening.name === 'body') return 'part'
    return treatArticle(opening)
  },
}

const newsmlTexts = words('headline title description edNote')
const newsml: Vocabulary = {
  format: 'newsml',
  roots: ['newsItem', 'newsMessage', 'packageItem', 'contentSet'],
  treat(opening) {
    const { name, attributes, parent, isProse } = opening
    if (name === 'inlineXML') return 'part'
    if (name === 'inlineData')
      return /^text\/|html/iu.test(attributes['contenttype'] ?? 'text/plain') ? 'paragraph' : 'skip'
    if (parent === 'contentMeta' || parent === 'itemMeta') {
      return newsmlTexts.has(name) && name !== 'edNote' ? (name === 'description' ? 'paragraph' : 'heading') : 'skip'
    }
    if (parent === 'head') return name === 'title' ? 'heading' : 'skip'
    if (name === 'head' || name === 'nitf' || name === 'html' || name === 'body' || name === 'body.head') return 'none'
    if (parent === 'newsItem' || parent === 'packageItem')
      return name === 'contentSet' || /Meta$/u.test(name) ? 'none' : 'skip'
    if (!isProse && wrappers.has(name)) return 'none'
    return treatArticle(opening)
  },
  isHtml: (name, attributes) => name === 'inlineData' && /html/iu.test(attributes['contenttype'] ?? ''),
}
const wrappers = words('newsMessage itemSet newsItem packageItem header contentSet contentMeta itemMeta partMeta')

/** Codes of another format round or in a translation. */
const pairedCodes = words('bpt ept bx ex it sc ec sub')
const translation: Omit<Vocabulary, 'format' | 'roots'> = {
  treat({ name, attributes, parent, isProse }) {
    if (isProse) {
      if (pairedCodes.has(name)) return 'skip'
      if (name === 'x' || name === 'ph' || name === 'cp' || name === 'ut') return 'object'
      return attributes['translate'] === 'no' || attributes['mtype'] === 'protected' ? 'object' : 'inline'
    }
    if (/^(?:alt-trans|matches|match|notes|note|glossary|skl|header|metadata|ignorable|originalData)$/u.test(name))
      return 'skip'
    if ((name === 'trans-unit' || name === 'unit' || name === 'group') && attributes['translate'] === 'no')
      return 'skip'
    return name === 'target' && (parent === 'trans-unit' || parent === 'segment') ? 'paragraph' : 'none'
  },
}

/** XLIFF 1.2 has `trans-unit` in `file`, XLIFF 2 `segment` in `unit`. */
const xliff: Vocabulary = {
  ...translation,
  format: 'xliff',
  roots: ['xliff'],
  units: { units: ['trans-unit', 'segment'], source: 'source', targetLanguage: ['trgLang', 'target-language'] },
}

const tmx: Vocabulary = {
  format: 'tmx',
  roots: ['tmx'],
  treat(opening) {
    if (opening.isProse) return opening.name === 'hi' ? 'inline' : translation.treat(opening)
    if (opening.name === 'header' || opening.name === 'note' || opening.name === 'prop') return 'skip'
    return opening.name === 'seg' ? 'paragraph' : 'none'
  },
  units: { units: ['tu'], source: 'seg', variant: 'tuv', targetLanguage: [] },
}

/** The formats of XML that are read. */
export const vocabularies: readonly Vocabulary[] = [nitf, newsml, xliff, tmx]
