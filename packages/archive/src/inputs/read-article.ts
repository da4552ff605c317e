import { createHash } from 'node:crypto'
import type { Format } from '@stet/core'
import type { ArticleMeta } from '../article-row.ts'
import { type Columns, type Role, usualColumns } from './columns.ts'
import { mostArticleBytes, type RawArticle, tooLong } from './raw-article.ts'

/** An article that can be checked. */
export interface Article {
  readonly id: string
  readonly path: string
  readonly meta: ArticleMeta
  readonly text: string
  readonly format: Format
  /** The text that it was translated from, where the archive has it. */
  readonly source: { readonly text: string; readonly format: Format } | undefined
}

/** An article that cannot be checked, and why. */
export interface Unreadable {
  readonly id: string
  readonly path: string
  readonly error: string
}

/** How the records of a run are read. */
export interface Reading {
  readonly columns: Columns
  /** Read all texts as this. */
  readonly as?: Format | undefined
}

/** Understands what was cut out of an input. */
export function readArticle(raw: RawArticle, reading: Reading): Article | Unreadable {
  const { path, number } = raw
  const fallback = number === undefined ? path : `${path}:${number}`
  if (raw.form === 'error') return { id: fallback, path, error: raw.error }
  try {
    if (raw.form === 'text') {
      const text = decode(raw.bytes)
      return { id: path, path, meta: {}, text, format: reading.as ?? raw.format, source: undefined }
    }
    const record = raw.form === 'line' ? parseLine(raw.bytes) : raw.record
    return articleOf(record, path, fallback, reading)
  } catch (error) {
    if (!(error instanceof ArticleError)) throw error
    return { id: fallback, path, error: error.message }
  }
}

/** SHA-256 of all that a check depends on in the article. */
export function contentHash({ text, format, source }: Article): string {
  const hash = createHash('sha256').update(`${format}\0${text.length}\0`).update(text, 'utf8')
  if (source !== undefined) hash.update(`\0${source.format}\0`).update(source.text, 'utf8')
  return hash.digest('hex')
}

class ArticleError extends Error {}

function articleOf(
  record: Readonly<Record<string, unknown>>,
  path: string,
  fallback: string,
  { columns, as }: Reading,
): Article {
  const bodies = columns.body === undefined ? ninjsBody(record) : undefined
  const [field, body] = bodies ?? fieldOf(record, 'body', columns)
  if (body === undefined) {
    throw new ArticleError(
      columns.body === undefined
        ? 'has no text: no field is named body, text or content; say --columns body=…'
        : `has no text: field “${columns.body}” is missing`,
    )
  }
  if (typeof body !== 'string') throw new ArticleError(`field “${field}” is not a text`)
  if (body.length > mostArticleBytes) throw new ArticleError(tooLong(body.length))
  const meta: Partial<Record<keyof ArticleMeta, string>> = {}
  for (const role of ['date', 'outlet', 'author', 'url', 'engine', 'desk'] as const) {
    const value = shortText(fieldOf(record, role, columns)[1])
    if (value !== undefined) meta[role] = value
  }
  const format = as ?? formatOfField(record, field, columns)
  const [sourceField, source] = fieldOf(record, 'source', columns)
  const sourceFormat = /html$/iu.test(sourceField) ? 'html' : /text$/iu.test(sourceField) ? 'text' : format
  return {
    id: shortText(fieldOf(record, 'id', columns)[1]) ?? fallback,
    path,
    meta,
    text: body,
    format,
    source: typeof source === 'string' && source !== '' ? { text: source, format: sourceFormat } : undefined,
  }
}

function formatOfField(record: Readonly<Record<string, unknown>>, field: string, columns: Columns): Format {
  const said = fieldOf(record, 'format', columns)[1]
  if (said === 'html' || said === 'markdown' || said === 'text') return said
  return /html$/iu.test(field) ? 'html' : 'text'
}

/** ninjs 2 and 3 keep several bodies, each of a content type; plain text is taken first. */
function ninjsBody(record: Readonly<Record<string, unknown>>): [string, unknown] | undefined {
  const { bodies } = record
  if (!Array.isArray(bodies)) return undefined
  const typed = (bodies as { contenttype?: unknown; value?: unknown }[]).filter(
    ({ value }) => typeof value === 'string',
  )
  const isHtml = ({ contenttype }: { contenttype?: unknown }) => /html/iu.test(String(contenttype ?? ''))
  const best = typed.find((body) => !isHtml(body)) ?? typed[0]
  return best === undefined ? undefined : [isHtml(best) ? 'bodies.html' : 'bodies', best.value]
}

function fieldOf(record: Readonly<Record<string, unknown>>, role: Role, columns: Columns): [string, unknown] {
  const named = columns[role]
  if (named !== undefined) return [named, reach(record, named)]
  for (const name of usualColumns[role]) {
    const value = record[name]
    if (value !== undefined && value !== null) return [name, value]
  }
  return ['', undefined]
}

function reach(record: Readonly<Record<string, unknown>>, path: string): unknown {
  if (Object.hasOwn(record, path)) return record[path] ?? undefined
  let value: unknown = record
  for (const step of path.split('.')) {
    value = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[step] : undefined
  }
  return value ?? undefined
}

const mostMetaCharacters = 500

/** Metadata as a short text: lists and objects with a name are common (authors). */
function shortText(value: unknown): string | undefined {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (value instanceof Date) return value.toISOString()
  if (typeof value === 'string') return value === '' ? undefined : value.slice(0, mostMetaCharacters)
  if (Array.isArray(value)) {
    const parts = value.map(shortText).filter((part) => part !== undefined)
    return parts.length === 0 ? undefined : parts.join(', ').slice(0, mostMetaCharacters)
  }
  if (typeof value === 'object' && value !== null) return shortText((value as { name?: unknown }).name)
  return undefined
}

function parseLine(bytes: Uint8Array): Readonly<Record<string, unknown>> {
  const text = decode(bytes).replace(/^\uFEFF/u, '')
  let record: unknown
  try {
    record = JSON.parse(text)
  } catch {
    throw new ArticleError('is not JSON')
  }
  if (typeof record === 'object' && record !== null && !Array.isArray(record)) return record as Record<string, unknown>
  throw new ArticleError('is not a JSON object')
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

function decode(bytes: Uint8Array): string {
  if (bytes.includes(0)) throw new ArticleError('is not text: it holds NUL bytes (UTF-16?)')
  try {
    return decoder.decode(bytes)
  } catch {
    throw new ArticleError('is not valid UTF-8')
  }
}
