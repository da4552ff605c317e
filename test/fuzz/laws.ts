import {
  applyEdits,
  type Checker,
  type CheckResult,
  type Edit,
  type Format,
  readSegments,
  repair,
  UsageError,
} from '@stet/core'
import { expect } from 'vitest'
import type { FuzzFormat } from './seeds.ts'

type FilterLine = (
  bytes: Uint8Array,
  name: string,
  fields: { readonly text: string; readonly source: string },
  check: (text: string, source: string | undefined) => CheckResult,
) => string

const fields = { text: 'text', source: 'source' }

// The command line exports nothing: what it does with a line is taken from where it stands.
const filterLineUrl = new URL('../../packages/cli/src/filter-line.ts', import.meta.url)
const { filterLine } = (await import(filterLineUrl.href)) as { filterLine: FilterLine }

/** What became of a text: refused with one line, checked, or checked and repaired. */
export type Fate = 'refused' | 'checked' | 'repaired'

/**
 * What holds for any text at all: it is refused with one line, or checked without a rule failing, findings quote it, a
 * repair changes what it says and nothing else, can be undone, and is finished.
 *
 * @throws whatever is wrong
 */
export function expectLaws(checker: Checker, text: string, format: FuzzFormat): Fate {
  return format === 'jsonl' ? expectLineLaws(checker, text) : expectArticleLaws(checker, text, format)
}

function expectArticleLaws(checker: Checker, source: string, format: Format): Fate {
  const texts: string[] = []
  let repaired: ReturnType<typeof repair>
  try {
    repaired = repair(source, (now) => {
      const result = checker.check(now, { format })
      expect(result.errors).toEqual([])
      for (const { start, end, actual, fixes } of result.findings) {
        expect(now.slice(start, end)).toBe(actual)
        for (const { edits } of fixes) applyEdits(now, edits)
      }
      texts.push(now)
      return result
    })
  } catch (error) {
    if (!(error instanceof UsageError) || texts.length > 0) throw error
    expect(error.message).toMatch(/^line \d+: [^\n]+$/u)
    return 'refused'
  }
  const { text, undo } = repaired
  const back = [...undo].reverse().reduce((now, edits) => applyEdits(now, edits).text, text)
  expect(back).toBe(source)
  for (const [pass, inverse] of undo.entries()) {
    const before = texts[pass] as string
    const after = pass + 1 === undo.length ? text : (texts[pass + 1] as string)
    expect(around(after, format, [])).toBe(around(before, format, forward(inverse)))
  }
  if (repaired.conflicts.length === 0 && undo.length < 10) {
    expect(repair(text, (now) => checker.check(now, { format, translated: repaired.result.translated })).text).toBe(
      text,
    )
  }
  return undo.length === 0 ? 'checked' : 'repaired'
}

/** The ranges that edits had in the text before them, from the edits that lead back. */
function forward(inverse: readonly Edit[]): Edit[] {
  let shift = 0
  return inverse.map(({ start, end, text }) => {
    const edit = { start: start + shift, end: start + shift + text.length, text: '' }
    shift += text.length - (end - start)
    return edit
  })
}

/** All that is no prose, and is not edited, without white space: what stands at the edge of prose may become prose or not. */
function around(source: string, format: Format, edits: readonly Edit[]): string {
  const kept = [...source]
    .flatMap((character) => [...Array(character.length).keys()].map((index) => character.charAt(index)))
    .map((unit) => (/\s/u.test(unit) ? '' : unit))
  const cut = (start: number, end: number) => kept.fill('', start, end)
  for (const { start, end } of edits) cut(start, end)
  for (const { runs, prose } of readSegments(source, format)) {
    for (const run of runs) {
      // What stands for a picture or the like is no prose either.
      const isObject = run.kind === 'entity' && prose.charAt(run.prose) === '\uFFFC'
      if (run.kind !== 'gap' && !isObject) cut(run.source, run.source + run.sourceLength)
    }
  }
  return kept.join('')
}

function expectLineLaws(checker: Checker, text: string): Fate {
  const bytes = new TextEncoder().encode(text)
  // Half a surrogate pair is no byte.
  const line = new TextDecoder().decode(bytes)
  const out = filterLine(bytes, 'line 1', fields, (text, source) =>
    checker.check(text, source === undefined ? {} : { source }),
  )
  expect(out).not.toContain('\n')
  const { stet, error, ...rest } = JSON.parse(out)
  if (stet === undefined) {
    expect(error).toMatch(/^line 1: /u)
    return 'refused'
  }
  const record = JSON.parse(line)
  expect(JSON.stringify(error === undefined ? rest : { ...rest, error })).toBe(
    JSON.stringify(Object.fromEntries(Object.entries(record).filter(([key]) => key !== 'stet'))),
  )
  return 'checked'
}
