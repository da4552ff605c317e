import { type Node, parseTree } from 'jsonc-parser'
import type { Escape } from './escape.ts'
import { readHtml } from './html.ts'
import { jsonString } from './json-string.ts'
import { mayBeIn } from './language-tag.ts'
import { MalformedError } from './malformed.ts'
import { nested } from './nested.ts'
import { readPlain } from './plain.ts'
import type { Segment } from './segment.ts'

/** Texts of an item that readers see: ninjs 1 has `headline`, `body_text`, `body_xhtml`, `description_caption` … */
const textKey = /^(?:title|headline(?:_[a-z\d_]+)?|(?:body|description)(?:_[a-z\d_]+)?)$/iu
const htmlKey = /x?html$/iu
/** ninjs 2 and 3: lists of `{ role, contenttype, value }`. */
const listKey = /^(?:headlines|bodies|descriptions)$/u
/** Items inside an item: pictures with captions, related articles, the hits of a search. */
const itemsKey = /^(?:associations|items|_items|hits)$/u

/**
 * The prose of a news item in ninjs (IPTC News in JSON, versions 1 to 3) or of a list of them: headlines, bodies and
 * descriptions, XHTML read as XHTML. Items in another language are left alone.
 *
 * @throws MalformedError when the text is not JSON, or nothing in it is a news item
 */
export function readNinjs(source: string, language: string): Segment[] {
  const mark = source.charCodeAt(0) === 0xfeff ? 1 : 0
  assertJson(source, mark)
  let root: Node | undefined
  try {
    root = parseTree(source, [], { disallowComments: true })
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    throw new MalformedError(source, 0, 'nested too deep to read', 'Check whether this is a news item')
  }
  const reader = new NinjsReader(source, language)
  if (root !== undefined) reader.items(root)
  if (reader.itemCount === 0) {
    const problem = 'JSON, but no ninjs news item: it has no headline, body or description'
    throw new MalformedError(source, 0, problem, 'Check ninjs items only, or say with --as what it is')
  }
  return reader.segments
}

function assertJson(source: string, mark: number): void {
  try {
    JSON.parse(mark === 0 ? source : source.slice(1))
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const position = /at position (\d+)/u.exec(message)?.[1]
    const offset = position === undefined ? source.length : Number(position) + mark
    const what = message.split(/ in JSON| at position|, (?:"|\.\.\.)/u)[0]
    throw new MalformedError(source, offset, `not well-formed JSON: ${what}`, 'Mend the file and run again')
  }
}

class NinjsReader {
  readonly segments: Segment[] = []
  itemCount = 0
  readonly #source: string
  readonly #language: string
  readonly #escape: Escape
  #part = 0

  constructor(source: string, language: string) {
    this.#source = source
    this.#language = language
    // Who writes every other character as an escape goes on to do so.
    this.#escape = /[^\0-~\ufeff]/u.test(source) ? 'json' : 'ascii-json'
  }

  items(node: Node): void {
    if (node.type === 'object') this.#item(node)
    for (const child of node.type === 'array' ? (node.children ?? []) : []) this.items(child)
  }

  #item(item: Node): void {
    const language = propertiesOf(item).find(([key]) => key === 'language')?.[1].value
    const isWanted = mayBeIn(this.#language, typeof language === 'string' ? language : undefined)
    for (const [key, value] of propertiesOf(item)) {
      if (itemsKey.test(key)) this.#nestedItems(value)
      else if (textKey.test(key) && value.type === 'string') {
        this.itemCount++
        if (isWanted) this.#text(value, htmlKey.test(key))
      } else if (listKey.test(key) && value.type === 'array') {
        this.itemCount++
        if (isWanted) for (const entry of value.children ?? []) this.#entry(entry)
      }
    }
  }

  /** ninjs 1 names associations by key, ninjs 2 and 3 list them. */
  #nestedItems(node: Node): void {
    if (node.type === 'array') this.items(node)
    else if (node.type === 'object') for (const [, value] of propertiesOf(node)) this.items(value)
  }

  #entry(entry: Node): void {
    const properties = new Map(propertiesOf(entry))
    const value = properties.get('value')
    if (value?.type !== 'string') return
    const type = properties.get('contentType') ?? properties.get('contenttype')
    this.#text(value, typeof type?.value === 'string' && /html|xml/iu.test(type.value))
  }

  #text(node: Node, isHtml: boolean): void {
    const outer = jsonString(this.#source, node.offset, node.offset + node.length, this.#escape)
    const inner = isHtml ? readHtml(outer.prose, this.#language) : readPlain(outer.prose)
    this.#part++
    for (const segment of inner) this.segments.push(nested(segment, outer).with({ part: this.#part }))
  }
}

function propertiesOf(node: Node): [string, Node][] {
  return (node.type === 'object' ? (node.children ?? []) : []).flatMap(({ children }) => {
    const [key, value] = children ?? []
    return typeof key?.value === 'string' && value !== undefined ? [[key.value, value]] : []
  })
}
