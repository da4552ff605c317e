import { type CheckResult, publicResult, UsageError } from '@stet/core'
import { decode } from './read-text.ts'

/**
 * A line of JSON as it came, with what was found in one of its fields under `stet`; what is no such line becomes an object
 * with `error`.
 *
 * @param name what to call the line in the error
 * @param fields where the text stands, and where the text that it was translated from may stand
 */
export function filterLine(
  bytes: Uint8Array,
  name: string,
  fields: { readonly text: string; readonly source: string },
  check: (text: string, source: string | undefined) => CheckResult,
): string {
  try {
    const line = decode(bytes, name)
    const record = parseRecord(line, name)
    const text = record[fields.text]
    if (typeof text !== 'string') {
      throw new UsageError(`${name}: field “${fields.text}” is ${text === undefined ? 'missing' : 'not a text'}`)
    }
    // Many records have a field of this name that holds something else: the outlet, a list, nothing.
    const source = record[fields.source]
    const result = check(text, typeof source === 'string' && source !== '' ? source : undefined)
    const { path: _, ...found } = publicResult({ path: '', result })
    return withFound(line, record, found)
  } catch (error) {
    return JSON.stringify({ error: error instanceof Error ? error.message : String(error) })
  }
}

function parseRecord(line: string, name: string): Record<string, unknown> {
  let record: unknown
  try {
    record = JSON.parse(line)
  } catch {
    throw new UsageError(`${name}: not JSON`)
  }
  if (typeof record === 'object' && record !== null && !Array.isArray(record)) return record as Record<string, unknown>
  throw new UsageError(`${name}: not a JSON object`)
}

/** The line as it came, with one more field: reading and writing it anew would round long numbers. */
function withFound(line: string, record: Record<string, unknown>, stet: object): string {
  if (Object.hasOwn(record, 'stet')) return JSON.stringify({ ...record, stet })
  const open = line.trim().slice(0, -1).trimEnd()
  return `${open}${open === '{' ? '' : ','}"stet":${JSON.stringify(stet)}}`
}
