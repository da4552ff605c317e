/** How a text has to be written where it stands in the source, so that the format reads it as that text again. */
export type Escape = 'html' | 'attribute' | 'xml' | 'ascii-xml' | 'cdata' | 'json' | 'ascii-json' | 'po'

const markup = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
/** A text that is not ASCII would be misread in a file that declares another encoding. */
const asciiReferences = (text: string): string =>
  text.replace(/[^\0-~]/gu, (character) => `&#${character.codePointAt(0)};`)
/** Without the quotation marks round it; half a surrogate pair is written as an escape. */
const json = (text: string): string => JSON.stringify(text).slice(1, -1)
const cEscapes: Readonly<Record<string, string>> = { '\\': '\\\\', '"': '\\"', '\n': '\\n', '\r': '\\r', '\t': '\\t' }

const writers: Readonly<Record<Escape, (text: string) => string>> = {
  html: markup,
  attribute: (text) => markup(text).replaceAll('"', '&quot;').replaceAll("'", '&#39;'),
  xml: markup,
  'ascii-xml': (text) => asciiReferences(markup(text)),
  cdata: (text) => text.replaceAll(']]>', ']]]]><![CDATA[>'),
  json,
  'ascii-json': (text) =>
    json(text).replace(/[^\0-~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
  po: (text) => text.replace(/[\\"\n\r\t]/gu, (character) => cEscapes[character] as string),
}

/** The text as it has to stand in the source; the innermost escape comes first. */
export function escapeText(text: string, escapes: readonly Escape[]): string {
  return escapes.reduce((now, kind) => writers[kind](now), text)
}
