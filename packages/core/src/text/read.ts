import { readHtml } from './html.ts'
import { readMarkdown } from './markdown.ts'
import { readPlain } from './plain.ts'
import type { Segment } from './segment.ts'

/** How the text is to be read. Never guessed from the content: the file's extension or the caller says it. */
export type Format = 'text' | 'markdown' | 'html'

/** The prose of a text, segment by segment in source order, each with an exact map back to `source`. */
export function readSegments(source: string, format: Format): Segment[] {
  if (format === 'markdown') return readMarkdown(source)
  if (format === 'html') return readHtml(source)
  return readPlain(source)
}

/** The format that a file's name stands for; plain text where the name says nothing. */
export function formatOf(path: string): Format {
  if (/\.(?:md|markdown|mdown)$/iu.test(path)) return 'markdown'
  if (/\.(?:html?|xhtml)$/iu.test(path)) return 'html'
  return 'text'
}
