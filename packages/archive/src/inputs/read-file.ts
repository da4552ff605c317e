import { createReadStream } from 'node:fs'
import type { Transform } from 'node:stream'
import zlib from 'node:zlib'
import { formatOf } from '@stet/core'
import { mostArticleBytes, mostPieceBytes, type RawArticle, tooLong } from './raw-article.ts'
import { splitLines } from './split-lines.ts'
import { tableArticles } from './table-articles.ts'
import { TarParts } from './tar-parts.ts'
import { through } from './through.ts'

/** Ends of names that an archive's files may have; a compressed one has `.gz` or `.zst` besides. */
export const archiveFile = /\.(?:txt|md|markdown|html?|jsonl|ndjson|json|csv|tsv|tar)(?:\.(?:gz|zst))?$|\.tgz$/iu

/** Where to begin in a file. */
export interface FileStart {
  /** Articles to leave out. */
  readonly skip: number
  /** Of plain lines: the byte at which the first wanted article begins, and the number of that line. */
  readonly offset?: number
  readonly line?: number
}

type Bytes = AsyncIterable<Uint8Array>

/**
 * The articles of a file, in order. What cannot be read is an article with an error, never an exception: the rest of the
 * archive goes on.
 *
 * @param name the file as it is shown
 * @param onBytes is given every byte of the file as it lies on the disk
 */
export async function* readFileArticles(
  path: string,
  name: string,
  start: FileStart = { skip: 0 },
  onBytes?: (bytes: Uint8Array) => void,
): AsyncGenerator<RawArticle> {
  const { offset } = start
  const stream = createReadStream(path, {
    highWaterMark: 256 * 1024,
    ...(offset === undefined ? {} : { start: offset }),
  })
  try {
    const bytes = onBytes === undefined ? stream : watched(stream, onBytes)
    let skip = offset === undefined ? start.skip : 0
    const first = offset === undefined ? 1 : (start.line ?? 1)
    for await (const article of unpacked(bytes, name, name, offset ?? 0, first)) {
      if (skip > 0) skip--
      else yield article
    }
  } catch (error) {
    yield { form: 'error', path: name, error: reasonOf(error) }
  } finally {
    stream.destroy()
  }
}

/** Can a run begin in the middle of this file without reading what stands before? */
export function isPlainLines(name: string): boolean {
  return /\.(?:jsonl|ndjson)$/iu.test(name)
}

async function* watched(stream: Bytes, onBytes: (bytes: Uint8Array) => void): Bytes & AsyncGenerator<Uint8Array> {
  for await (const chunk of stream) {
    onBytes(chunk)
    yield chunk
  }
}

/** @param kind the name without the ends that are unpacked already */
async function* unpacked(
  bytes: Bytes,
  name: string,
  kind: string,
  offset: number,
  first: number,
): AsyncGenerator<RawArticle> {
  if (/\.tgz$/iu.test(kind)) yield* unpacked(bytes, name, `${kind.slice(0, -4)}.tar.gz`, offset, first)
  else if (/\.gz$/iu.test(kind))
    yield* unpacked(decompressed(bytes, zlib.createGunzip()), name, kind.slice(0, -3), 0, 1)
  else if (/\.zst$/iu.test(kind))
    yield* unpacked(decompressed(bytes, zlib.createZstdDecompress()), name, kind.slice(0, -4), 0, 1)
  else if (/\.tar$/iu.test(kind)) yield* tarArticles(bytes, name)
  else if (/\.csv$/iu.test(kind)) yield* tableArticles(bytes, name, ',')
  else if (/\.tsv$/iu.test(kind)) yield* tableArticles(bytes, name, '\t')
  else if (/\.json$/iu.test(kind)) yield* jsonArticles(bytes, name)
  else if (isPlainLines(kind)) yield* lineArticles(bytes, name, offset, first)
  else yield await textArticle(bytes, name, kind)
}

function decompressed(bytes: Bytes, decompressor: Transform): AsyncGenerator<Uint8Array> {
  const made: Uint8Array[] = []
  decompressor.on('data', (chunk: Uint8Array) => made.push(chunk))
  return through(bytes, decompressor, made)
}

async function* lineArticles(bytes: Bytes, path: string, base: number, first: number): AsyncGenerator<RawArticle> {
  let number = first - 1
  for await (const line of splitLines(bytes, mostArticleBytes)) {
    number++
    if (line.length > mostArticleBytes) yield { form: 'error', path, number, error: tooLong(line.length) }
    else if (!isBlank(line.bytes)) yield { form: 'line', path, number, bytes: line.bytes, offset: base + line.offset }
  }
}

function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 32 || byte === 9)
}

async function textArticle(bytes: Bytes, path: string, kind: string): Promise<RawArticle> {
  const whole = await collect(bytes)
  if (typeof whole === 'number') return { form: 'error', path, error: tooLong(whole) }
  return { form: 'text', path, format: formatOf(kind), bytes: whole }
}

/** All bytes; only their number where an article may not have so many. */
async function collect(bytes: Bytes, most = mostArticleBytes): Promise<Uint8Array | number> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of bytes) {
    size += chunk.length
    if (size <= most) chunks.push(chunk)
    else chunks.length = 0
  }
  return size > most ? size : Buffer.concat(chunks)
}

/** One object (ninjs, for instance), or a list of them. */
async function* jsonArticles(bytes: Bytes, path: string): AsyncGenerator<RawArticle> {
  const whole = await collect(bytes, mostPieceBytes)
  if (typeof whole === 'number') {
    yield {
      form: 'error',
      path,
      error: `${Math.ceil(whole / 1024 / 1024)} MB of JSON in one piece: make it JSON lines`,
    }
    return
  }
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(whole))
  } catch (error) {
    yield { form: 'error', path, error: error instanceof SyntaxError ? 'is not JSON' : 'is not valid UTF-8' }
    return
  }
  const many = Array.isArray(value)
  for (const [index, record] of (many ? (value as unknown[]) : [value]).entries()) {
    const place = many ? { path, number: index + 1 } : { path }
    if (typeof record === 'object' && record !== null && !Array.isArray(record)) {
      yield { form: 'record', ...place, record: record as Record<string, unknown> }
    } else yield { form: 'error', ...place, error: 'is not a JSON object' }
  }
}

async function* tarArticles(bytes: Bytes, path: string): AsyncGenerator<RawArticle> {
  const parts = new TarParts(bytes)
  for (let part = await parts.next(); part !== undefined; part = await parts.next()) {
    if (part === 'end' || part instanceof Uint8Array) continue
    if (!archiveFile.test(part.name)) continue
    const inner = `${path}/${part.name.replace(/^\.\//u, '')}`
    try {
      yield* unpacked(parts.file(), inner, inner, 0, 1)
    } catch (error) {
      // A damaged file in a whole tar: the others are not.
      if (parts.failed) throw error
      yield { form: 'error', path: inner, error: reasonOf(error) }
    }
  }
}

const reasons: Record<string, string> = {
  Z_BUF_ERROR: 'ends too early: the compressed file is truncated, what follows is missing',
  Z_DATA_ERROR: 'the compressed data is damaged: what follows is missing',
  'Unexpected end of data': 'ends too early: the tar is truncated, what follows is missing',
  ENOENT: 'no such file',
  EACCES: 'no permission to read it',
  EISDIR: 'is a directory',
}

function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException
  return reasons[code ?? message] ?? `cannot be read: ${(message ?? String(error)).split('\n')[0]}`
}
