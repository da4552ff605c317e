import { shownText } from '@stet/core'

/** Markup that may stand in the page as it is. */
export class Html {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}

type Value = Html | string | number | undefined | false | readonly Value[]

/**
 * Markup with values in it. Whatever is not {@link Html} is escaped: articles are hostile input. Good for text and for
 * quoted attributes, nowhere else.
 */
export function html(markup: TemplateStringsArray, ...values: readonly Value[]): Html {
  return new Html(markup.reduce((text, piece, index) => text + inserted(values[index - 1]) + piece))
}

function inserted(value: Value): string {
  if (value === undefined || value === false) return ''
  if (value instanceof Html) return value.text
  if (typeof value === 'object') return value.map(inserted).join('')
  return escaped(String(value))
}

const references: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

function escaped(text: string): string {
  return oneLine(text).replace(/[&<>"']/gu, (character) => references[character] as string)
}

/** As it may be shown: on one line, without characters that turn the direction of the text or are none. */
export function oneLine(text: string): string {
  return shownText(text.replace(/\s+/gu, ' ')).replace(/\p{Surrogate}/gu, '\ufffd')
}

/** Cut to so many UTF-16 code units, never in the middle of a character. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text
  return `${text.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/u, '')}…`
}

/** An address that a link may lead to, or undefined. */
export function webAddress(url: string | undefined): string | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined
  const { protocol, href } = new URL(url)
  return protocol === 'https:' || protocol === 'http:' ? href : undefined
}
