import { readSegments, UsageError } from '@stet/core'
import fc from 'fast-check'
import { type FuzzFormat, type Seed, seeds } from './seeds.ts'

/** One thing that happens to a file: so many characters at a place are replaced. */
interface Mutation {
  /** As a share of the length, 0 to 1. */
  readonly at: number
  readonly length: number
  readonly put: string
}

/** What breaks parsers, and what rules look for. */
const pieces = [
  ...['<', '>', '&', '"', "'", '\\', '/', '{', '}', '[', ']', ',', ':', '#', '*', '_', '`', '|', '~', '-', '='],
  ...['\n', '\r', '\r\n', '\n\n', '\t', ' ', '\u00A0', '\u202F', '\uFEFF', '\u2028', '\u0085', '\0', '\u001B'],
  ...['\uD83D\uDE00', '\uD83D', '\uDE00', 'e\u0301', '\u202E', '\uFFFC', '\uFFFE', '\u200D', '\u00AD'],
  ...['&amp;', '&#0;', '&#xD800;', '&#x110000;', '&nbsp', '&lt;p&gt;', '&unknown;', '&#91;'],
  ...['<p>', '</p>', '<br/>', '<!--', '-->', '<![CDATA[', ']]>', '<?xml', '?>', '<!DOCTYPE x [', '<script>', '<pre>'],
  ...['xml:lang="fr"', 'translate="no"', '</target>', '<target>', '</seg>', '<seg>', '<mrk>', '<x id="1"/>'],
  ...['\\"', '\\u005b', '\\uD83D', '\\n', '\\', '\\x', 'msgid "', 'msgstr "', 'msgid_plural "x"', '"\n"', '#~ '],
  ...['    ', '> ', '- ', '1. ', '# ', '```\n', '~~~', '| - |', '[^1]', '[^1]: ', '![', '](', '\\[', '---\n'],
  ...[
    ' [cependant] ',
    '[atlantique]',
    ' [dit-il]',
    '[',
    'Poutine',
    ' “ ',
    ' ” ',
    '«',
    ' »',
    "'",
    '’',
    '20h45',
    '3 000',
  ],
  ...['12,5 %', '. “', '” .', 'Read also: x', '(AFP)', 'the the ', 'he.She', 'Ã©', '€', 'https://x.y/[donc]', '@x'],
]

const anywhere = seeds.map(({ text }) => text)

const put = fc.oneof(
  { arbitrary: fc.constant(''), weight: 2 },
  { arbitrary: fc.constantFrom(...pieces), weight: 8 },
  { arbitrary: fc.string({ unit: 'binary', maxLength: 5 }), weight: 2 },
  // A stretch of a good file, of this format or another.
  {
    arbitrary: fc
      .record({ text: fc.constantFrom(...anywhere), from: fc.nat(3000), length: fc.integer({ min: 1, max: 80 }) })
      .map(({ text, from, length }) => text.slice(from % text.length).slice(0, length)),
    weight: 3,
  },
)

const length = fc.oneof(
  { arbitrary: fc.constant(0), weight: 5 },
  { arbitrary: fc.integer({ min: 1, max: 3 }), weight: 3 },
  { arbitrary: fc.integer({ min: 4, max: 120 }), weight: 1 },
)

const mutation: fc.Arbitrary<Mutation> = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), length, put })

const list = fc.array(mutation, { minLength: 1, maxLength: 6 })

/** A file that was mutated, and how. */
export interface Mutant {
  readonly text: string
  readonly mutations: readonly Mutation[]
}

/**
 * A good file with one to six mutations. Of the formats that can be malformed most keep their form: there the words change
 * and the markup between them, or all files would be refused.
 */
export function mutants(seed: Seed): fc.Arbitrary<Mutant> {
  const wild = list.map((mutations) => ({ text: mutations.reduce(mutated, seed.text), mutations }))
  const tokens = markup[seed.format]
  if (tokens === undefined) return wild
  const gentle = list.map((mutations) => ({ text: withWords(seed, mutations, tokens), mutations }))
  return fc.oneof({ arbitrary: gentle, weight: 4 }, { arbitrary: wild, weight: 1 })
}

function mutated(text: string, { at, length: cut, put: piece }: Mutation): string {
  const from = Math.floor(at * text.length)
  return text.slice(0, from) + piece + text.slice(from + cut)
}

const xml = ['&amp;', '&lt;', '&#8220;', '&#x5b;', '<!-- x -->', '<?x y?>', '<![CDATA[ [donc] & ]]>']
const json = ['\\n', '\\"', '\\u201c', '\\u005bdonc\\u005d', '\\/', '\\\\', '\\t']
/** What may stand among the words of a format, as it is written there. */
const markup: Readonly<Partial<Record<FuzzFormat, readonly string[]>>> = {
  nitf: [...xml, '<br/>', '<em>[aussi]</em>', '</p><p>', '<p xml:lang="fr">[donc]</p>', '<pre>[donc]</pre>'],
  newsml: [...xml, '<!-- y -->', '&#160;'],
  xliff: [...xml, '<x id="7"/>', '<g id="8">[donc]</g>', '<mrk mtype="protected">[donc]</mrk>', '<ph id="9">[</ph>'],
  tmx: [...xml, '<ph>[</ph>', '<hi>[donc]</hi>', '<bpt i="5">&lt;i&gt;</bpt>', '<ept i="5"/>'],
  ninjs: [...json, '<br>', '&nbsp;', '<b>[donc]</b>', '</p><p>', '\\u003cb\\u003e', '&lt;'],
  po: ['\\"', '\\n', '\\\\', '"\n"', '%s', '<b>[donc]</b>', '&amp;', '\\x5b'],
  jsonl: json,
}
/** Would end the text, or cannot stand in it. */
const unfit = /[<>&"\\\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu

/** Mutates the words of a file where they stand, so that it keeps its form. */
function withWords(
  { format, text: original }: Seed,
  mutations: readonly Mutation[],
  tokens: readonly string[],
): string {
  let text = original
  for (const [index, { at, length: cut, put: piece }] of mutations.entries()) {
    const stretches = copies(text, format)
    const place = at * stretches.length
    const stretch = stretches[Math.floor(place)]
    if (stretch === undefined) return text
    const from = stretch.start + Math.floor((place % 1) * (stretch.end - stretch.start))
    const fit = index % 2 === 0 ? piece.replace(unfit, '') : (tokens[piece.length % tokens.length] as string)
    text = text.slice(0, from) + fit + text.slice(Math.min(from + cut, stretch.end))
  }
  return text
}

/** Where words stand in the file as they are. */
function copies(text: string, format: FuzzFormat): { start: number; end: number }[] {
  if (format === 'jsonl') {
    const [whole = '', before = '', value = ''] = /("text":")((?:[^"\\]|\\.)*)"/su.exec(text) ?? []
    const start = text.indexOf(whole) + before.length
    return [{ start, end: start + value.length }]
  }
  try {
    return readSegments(text, format).flatMap(({ runs }) =>
      runs
        .filter(({ kind }) => kind === 'copy')
        .map(({ source, sourceLength }) => ({ start: source, end: source + sourceLength })),
    )
  } catch (error) {
    if (error instanceof UsageError) return []
    throw error
  }
}
