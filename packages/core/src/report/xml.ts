/** What no XML can hold, not even as a reference: control characters, halves of surrogate pairs, U+FFFE and U+FFFF. */
export const impossibleInXml = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu

const references: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** A text as the content of an element; what XML cannot hold becomes U+FFFD. */
export function xmlText(text: string): string {
  return text
    .replace(impossibleInXml, '\uFFFD')
    .replace(/[&<>]/gu, (sign) => references[sign] as string)
    .replaceAll('\r', '&#13;')
}

/** Attributes with a blank before each, in their order; those without a value are left out. */
export function xmlAttributes(values: Readonly<Record<string, string | number | undefined>>): string {
  return Object.entries(values)
    .flatMap(([name, value]) => (value === undefined ? [] : [` ${name}="${attribute(String(value))}"`]))
    .join('')
}

function attribute(text: string): string {
  return xmlText(text).replaceAll('"', '&quot;').replaceAll('\t', '&#9;').replaceAll('\n', '&#10;')
}

/** The first line of every XML that is written. */
export const xmlDeclaration = '<?xml version="1.0" encoding="UTF-8"?>'
