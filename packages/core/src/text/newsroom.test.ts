import { readdirSync, readFileSync } from 'node:fs'
import { DOMParser, onErrorStopParsing } from '@xmldom/xmldom'
import fc from 'fast-check'
import { po } from 'gettext-parser'
import { describe, expect, it } from 'vitest'
import { createChecker } from '../check/check.ts'
import { repair } from '../repair.ts'
import { applyEdits } from './edit.ts'
import { escapeText } from './escape.ts'
import { MalformedError } from './malformed.ts'
import { type Format, formatOf, readSegments } from './read.ts'
import type { Segment } from './segment.ts'

const folder = new URL('../../../../test/formats/', import.meta.url)
const samples = readdirSync(folder).map((name): [string, Format, string] => [
  name,
  formatOf(name),
  readFileSync(new URL(name, folder), 'utf8'),
])
const checker = createChecker()
const prose = (segments: readonly Segment[]) => segments.map((segment) => segment.prose)

/** Reads the file with a parser that is not ours, and fails as that parser does. */
function parseIndependently(text: string, format: Format): void {
  if (format === 'html') return // What is no HTML there is not.
  if (format === 'ninjs') JSON.parse(text)
  else if (format === 'po') po.parse(text, { validation: true })
  else new DOMParser({ onError: onErrorStopParsing }).parseFromString(text, 'text/xml')
}

/** What no repair may break: runs in order, copies that are copies. */
function expectLaw(source: string, segments: readonly Segment[]): void {
  for (const segment of segments) {
    let at = 0
    let position = 0
    for (const run of segment.runs) {
      expect(run.prose).toBe(at)
      expect(run.source).toBeGreaterThanOrEqual(position)
      at += run.proseLength
      position = run.source + run.sourceLength
      if (run.kind === 'copy') expect(source.slice(run.source, position)).toBe(segment.prose.slice(run.prose, at))
    }
    expect(at).toBe(segment.prose.length)
  }
}

describe.each(samples)('%s', (_name, format, source) => {
  it('is repaired in its texts and nowhere else, and parses still', () => {
    const { text, applied, result, undo } = repair(source, (now) => checker.check(now, { format }))
    expect(applied.length).toBeGreaterThan(0)
    expect(result.findings).toEqual([])
    parseIndependently(text, format)
    for (const french of text.matchAll(/.*cependant\]/gu)) expect(french[0]).toMatch(/lang="fr"|<pre>|<script/u)
    expect([...undo].reverse().reduce((now, edits) => applyEdits(now, edits).text, text)).toBe(source)
  })

  it('reads back whatever is put in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }), fc.nat(), (put, pick) => {
        const text = `x${put.replace(/[\p{Cc}\p{Cs}\ufffe\uffff<]/gu, '')}&"'\\x`
        const segments = readSegments(source, format)
        const segment = segments[pick % segments.length] as Segment
        const at = segment.prose.indexOf(' ') + 1
        const edit = { ...segment.toSource(at, at), text: escapeText(text, segment.escapes) }
        const changed = applyEdits(source, [edit]).text
        parseIndependently(changed, format)
        const expected = segments.map((other) =>
          other === segment ? other.prose.slice(0, at) + text + other.prose.slice(at) : other.prose,
        )
        expect(prose(readSegments(changed, format))).toEqual(expected)
      }),
      { numRuns: 50 },
    )
  })

  it('is read, or refused with its line, however it is mutilated', () => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(30), fc.string({ unit: 'binary', maxLength: 6 }), (start, length, put) => {
        const from = start % source.length
        const mutilated = source.slice(0, from) + put + source.slice(from + length)
        try {
          expectLaw(mutilated, readSegments(mutilated, format))
        } catch (error) {
          if (!(error instanceof MalformedError)) throw error
          expect(error.message).toMatch(/^line \d+: /u)
        }
      }),
      { numRuns: 150, seed: 7 },
    )
  })
})

describe('bilingual files', () => {
  it('give the text that was translated beside the translation', () => {
    const originals = (name: string) => {
      const [, format, source] = samples.find(([file]) => file === name) as [string, Format, string]
      return readSegments(source, format).map(({ original }) => original)
    }
    expect(originals('story.v12.xlf')).toEqual(['L’Alliance atlantique s’est réunie.'])
    expect(originals('story.v20.xliff')).toEqual(['Le ministre a dit non à Moscou.'])
    expect(originals('story.po')).toEqual(['Il est arrivé à Moscou.'])
  })
})

it('refuses what is not of the format, with the line and what to do', () => {
  const refused = (source: string, format: Format) => {
    try {
      readSegments(source, format)
    } catch (error) {
      if (error instanceof MalformedError) return error.in('a').message
      throw error
    }
    return 'read'
  }
  expect(refused('{\n"headline": "a",,}', 'ninjs')).toMatch(/^a:2: not well-formed JSON/u)
  expect(refused('{"name": "x"}', 'ninjs')).toMatch(/^a:1: JSON, but no ninjs news item/u)
  expect(refused('<nitf>\n<p>', 'nitf')).toMatch(/^a:2: not well-formed XML/u)
  expect(refused('<rss></rss>', 'xml')).toMatch(/^a:1: the root element is <rss>/u)
  expect(refused('msgid "a"\nmsgstr "b', 'po')).toMatch(/^a:2: no line of a gettext file/u)
})
