import type { Escape } from './escape.ts'
import type { Run } from './segment.ts'
import { Segment } from './segment.ts'

const backslash = 92

/** The text of a string of JSON, with the map back to the file. @param span the string with its quotation marks */
export function jsonString(source: string, start: number, end: number, kind: Escape): Segment {
  const runs: Run[] = []
  let prose = ''
  let from = start + 1
  const push = (runKind: 'copy' | 'escape', text: string, at: number, length: number): void => {
    if (length === 0) return
    runs.push({ kind: runKind, prose: prose.length, proseLength: text.length, source: at, sourceLength: length })
    prose += text
  }
  for (let at = from; at < end - 1; ) {
    if (source.charCodeAt(at) !== backslash) {
      at++
      continue
    }
    push('copy', source.slice(from, at), from, at - from)
    const length = source[at + 1] === 'u' ? 6 : 2
    push('escape', JSON.parse(`"${source.slice(at, at + length)}"`) as string, at, length)
    at += length
    from = at
  }
  push('copy', source.slice(from, end - 1), from, end - 1 - from)
  return new Segment('paragraph', prose, runs, undefined, { escapes: [kind] })
}
