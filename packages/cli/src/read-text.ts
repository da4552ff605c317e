import { readFileSync, statSync } from 'node:fs'
import { UsageError } from '@stet/core'

/** No article is that long: what is longer was named by mistake. */
export const mostBytes = 64 * 1024 * 1024

/**
 * The text of a file, exactly as it stands: byte order mark and line ends are kept.
 *
 * @param name what to call the file in messages
 * @throws UsageError when it cannot be read as text
 */
export function readText(path: string, name = path): string {
  try {
    const size = statSync(path).size
    if (size > mostBytes) throw tooLong(name, size)
    return decode(readFileSync(path), name)
  } catch (error) {
    throw asUsageError(error, name)
  }
}

/**
 * Bytes as text.
 *
 * @throws UsageError when they are not UTF-8 text
 */
export function decode(bytes: Uint8Array, name: string): string {
  if (bytes.length > mostBytes) throw tooLong(name, bytes.length)
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  if (utf16) throw new UsageError(`${name}: is UTF-16, not UTF-8`, 'Convert it: iconv -f UTF-16 -t UTF-8')
  if (bytes.includes(0)) throw new UsageError(`${name}: is not text (it holds NUL bytes)`, 'Name text files only')
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw new UsageError(`${name}: is not valid UTF-8`, 'Convert it, for instance: iconv -f WINDOWS-1252 -t UTF-8')
  }
}

/** All of standard input. */
export async function readStandardInput(): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > mostBytes) throw tooLong('<stdin>', size)
    chunks.push(chunk)
  }
  return decode(Buffer.concat(chunks), '<stdin>')
}

const causes: Record<string, [string, string]> = {
  ENOENT: ['no such file', 'Check the spelling'],
  ENOTDIR: ['no such file', 'Check the spelling'],
  EACCES: ['no permission', 'Change its mode, or run as its owner'],
  EPERM: ['no permission', 'Change its mode, or run as its owner'],
  EISDIR: ['is a directory', 'Name a file'],
  ELOOP: ['is a link that leads back to itself', 'Mend the link'],
  EROFS: ['lies on a read-only disk', 'Copy it elsewhere first'],
  ENOSPC: ['no space left on the disk', 'Make room and run again'],
  EEXIST: ['is there already', 'Move it away first'],
}

/** What the system says about a file, in one line; anything else as it is. */
export function asUsageError(error: unknown, name: string): unknown {
  const [reason, hint] = causes[(error as NodeJS.ErrnoException).code ?? ''] ?? []
  return reason === undefined ? error : new UsageError(`${name}: ${reason}`, hint)
}

function tooLong(name: string, size: number): UsageError {
  const megabytes = Math.ceil(size / 1024 / 1024)
  return new UsageError(`${name}: ${megabytes} MB is more than the 64 MB that an article may have`, 'Split it')
}
