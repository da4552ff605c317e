import { UsageError } from '../usage-error.ts'
import { readHtml } from './html.ts'
import { readMarkdown } from './markdown.ts'
import { readNinjs } from './ninjs.ts'
import { readPlain } from './plain.ts'
import { readPo } from './po.ts'
import type { Segment } from './segment.ts'
import { readXml } from './xml.ts'

/** The formats that can be read, as they are named everywhere. */
export const formats = ['text', 'markdown', 'html', 'ninjs', 'nitf', 'newsml', 'xliff', 'tmx', 'xml', 'po'] as const

/**
 * How the text is to be read. Never guessed from the content: the file's extension or the caller says it. `xml` is NITF,
 * NewsML-G2, XLIFF or TMX, as the root element says.
 */
export type Format = (typeof formats)[number]

/**
 * The prose of a text, segment by segment in source order, each with an exact map back to `source`.
 *
 * @param language of the text: what the file marks as another one is left alone
 * @throws MalformedError (a UsageError) when the text is not of the format; never for text, Markdown and HTML
 * @throws UsageError when it is no string, or there is no such format
 */
export function readSegments(source: string, format: Format, language = 'en'): Segment[] {
  // Types are gone where JavaScript calls.
  if (typeof source !== 'string') {
    throw new UsageError(`the text is no string but ${source === null ? 'null' : typeof source}`, 'Give it as a string')
  }
  if (!formats.includes(format)) {
    throw new UsageError(`there is no format “${format}”`, `Formats are ${formats.join(', ')}`)
  }
  switch (format) {
    case 'text':
      return readPlain(source)
    case 'markdown':
      return readMarkdown(source)
    case 'html':
      return readHtml(source, language)
    case 'ninjs':
      return readNinjs(source, language)
    case 'po':
      return readPo(source)
    case 'xml':
      return readXml(source, language)
    default:
      return readXml(source, language, format)
  }
}

const extensions: readonly (readonly [RegExp, Format])[] = [
  [/\.(?:md|markdown|mdown)$/iu, 'markdown'],
  [/\.(?:html?|xhtml)$/iu, 'html'],
  [/\.(?:ninjs|json)$/iu, 'ninjs'],
  [/\.nitf(?:\.xml)?$/iu, 'nitf'],
  [/\.newsml(?:\.xml)?$/iu, 'newsml'],
  [/\.(?:xlf|xliff)$/iu, 'xliff'],
  [/\.tmx$/iu, 'tmx'],
  [/\.xml$/iu, 'xml'],
  [/\.po$/iu, 'po'],
]

/** The format that a file's name stands for; plain text where the name says nothing. */
export function formatOf(path: string): Format {
  return extensions.find(([pattern]) => pattern.test(path))?.[1] ?? 'text'
}
