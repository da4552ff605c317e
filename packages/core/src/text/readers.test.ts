import fc from 'fast-check'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { describe, expect, it } from 'vitest'
import { applyEdits } from './edit.ts'
import { type Format, readSegments } from './read.ts'
import type { Segment } from './segment.ts'
import { TokenKind, tokenize } from './tokens.ts'
import { Vocabulary } from './vocabulary.ts'

const vocabulary = new Vocabulary()
const proseOf = (source: string, format: Format) => readSegments(source, format).map((segment) => segment.prose)

/** The law of the map: runs have no holes, copies are copies, and what is marked in the source is what the prose says. */
function expectLaw(source: string, segments: readonly Segment[]): void {
  for (const segment of segments) {
    let prose = 0
    let position = -1
    for (const run of segment.runs) {
      expect(run.prose).toBe(prose)
      expect(run.source).toBeGreaterThanOrEqual(position)
      prose += run.proseLength
      position = run.source + run.sourceLength
      if (run.kind === 'copy') {
        expect(source.slice(run.source, position)).toBe(segment.prose.slice(run.prose, prose))
      }
    }
    expect(prose).toBe(segment.prose.length)
    const tokens = tokenize(segment.prose, vocabulary)
    for (let index = 0; index < tokens.count; index++) {
      const span = segment.toSource(tokens.start(index), tokens.end(index))
      expect(span.end).toBeGreaterThan(span.start)
      if (
        tokens.kind(index) === TokenKind.word &&
        /^[a-z]+$/u.test(tokens.text(index)) &&
        !segment.crossesGap(tokens.start(index), tokens.end(index))
      ) {
        expect(source.slice(span.start, span.end)).toBe(tokens.text(index))
      }
    }
  }
}

const word = fc.constantFrom(
  'the',
  'house',
  'été',
  'Mr.',
  'said',
  '“war”',
  '[atlantique]',
  'defend[ent]',
  '😀',
  'l’Elysée',
  '1\u202f000',
  'no\u00a0:',
  'AT&T',
)
const markdownPiece = fc.oneof(
  { weight: 5, arbitrary: word },
  fc.constantFrom(
    '\\[sic\\]',
    '&amp;',
    '&eacute;',
    '&#8217;',
    '*soft*',
    '**loud *both* loud**',
    '`code`',
    '[link](https://x.org/a_b)',
    '![alt text](a.png)',
    '<b>bold</b>',
    'https://example.org',
    '~~gone~~',
    '\\*',
  ),
)
const htmlPiece = fc.oneof(
  { weight: 5, arbitrary: word },
  fc.constantFrom(
    '&amp;',
    '&nbsp;',
    '&eacute;',
    '&#x2019;',
    '<b>loud</b>',
    '<i>a <b>c</b></i>',
    '<code>x</code>',
    '<br>',
    '<a href="x">link</a>',
    '<img alt="a picture" src=x>',
    '&copy',
  ),
)
const line = (piece: fc.Arbitrary<string>) =>
  fc.array(piece, { minLength: 1, maxLength: 8 }).map((pieces) => pieces.join(' '))
const ending = fc.constantFrom('\n', '\r\n')
const bom = fc.constantFrom('', '\ufeff')

const markdown = fc
  .tuple(
    bom,
    ending,
    fc.array(
      fc.tuple(
        fc.constantFrom('', '> ', '- ', '# ', '1. ', '> - '),
        line(markdownPiece),
        fc.option(line(markdownPiece)),
      ),
      { minLength: 1, maxLength: 5 },
    ),
  )
  .map(
    ([mark, end, blocks]) =>
      mark +
      blocks
        .map(
          ([prefix, first, second]) =>
            prefix + first + (second === null || prefix === '# ' ? '' : end + prefix.replace(/[-\d.]/gu, ' ') + second),
        )
        .join(end + end),
  )
const html = fc
  .tuple(
    bom,
    ending,
    fc.array(fc.tuple(fc.constantFrom('p', 'h2', 'li', 'div', 'td'), line(htmlPiece)), { minLength: 1, maxLength: 5 }),
  )
  .map(([mark, end, blocks]) => mark + blocks.map(([tag, text]) => `<${tag}>${text}</${tag}>`).join(end))
const plain = fc
  .tuple(bom, ending, fc.array(fc.array(line(word), { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 4 }))
  .map(([mark, end, paragraphs]) => mark + paragraphs.map((lines) => lines.join(end)).join(end + end))
const documents: readonly [Format, fc.Arbitrary<string>][] = [
  ['text', plain],
  ['markdown', markdown],
  ['html', html],
]

describe.each(documents)('%s', (format, document) => {
  it('maps every token to its own place in the source', () => {
    fc.assert(fc.property(document, (source) => expectLaw(source, readSegments(source, format))))
  })

  it('changes one word and nothing else when one word is replaced', () => {
    fc.assert(
      fc.property(document, fc.nat(), (source, pick) => {
        const segments = readSegments(source, format)
        const places = segments.flatMap((segment, at) =>
          [...segment.prose.matchAll(/\bhouse\b/gu)].map((match) => ({ at, start: match.index })),
        )
        const place = places[pick % Math.max(1, places.length)]
        if (place === undefined) return
        const segment = segments[place.at] as Segment
        const edit = { ...segment.toSource(place.start, place.start + 5), text: 'garden' }
        const after = readSegments(applyEdits(source, [edit]).text, format)
        const expected = segments.map((old, index) =>
          index === place.at
            ? `${old.prose.slice(0, place.start)}garden${old.prose.slice(place.start + 5)}`
            : old.prose,
        )
        expect(after.map(({ prose }) => prose)).toEqual(expected)
      }),
    )
  })
})

it('reads any text at all without failing, as each format', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.constantFrom<Format>('text', 'markdown', 'html'),
      (source, format) => {
        expectLaw(source, readSegments(source, format))
      },
    ),
  )
})

describe('plain text', () => {
  it('leaves nothing but white space outside the segments', () => {
    fc.assert(
      fc.property(plain, (source) => {
        const outside = readSegments(source, 'text').reduceRight((text, segment) => {
          const { start, end } = segment.toSource(0, segment.prose.length)
          return text.slice(0, start) + text.slice(end)
        }, source)
        expect(outside.replace(/^\ufeff/u, '').trim()).toBe('')
      }),
    )
  })
})

describe('Markdown', () => {
  it('agrees with remark-parse on the text of paragraphs', () => {
    const source = 'He *said* that\n[atlantique] defend[ent] &amp; more.\n\n> A [link](x) here.\n\n## A heading\n'
    const tree = unified().use(remarkParse).use(remarkGfm).parse(source)
    const texts: string[] = []
    const walk = (node: { type: string; value?: string; children?: unknown[] }): string =>
      node.value ?? (node.children ?? []).map((child) => walk(child as never)).join('')
    for (const node of tree.children) texts.push(walk(node as never))
    expect(proseOf(source, 'markdown')).toEqual(texts)
  })

  it('has no code, address, link target or HTML block in the prose', () => {
    const source =
      'Use `l’Etat` and <https://les.fr/nous>.\n\n    les mots\n\n```\nnous\n```\n\n<p>nous</p>\n\n[les]: https://nous.fr\n'
    expect(proseOf(source, 'markdown')).toEqual(['Use \ufffc and \ufffc.'])
  })

  it('reads titles of the front matter and alternative texts', () => {
    const source =
      '---\ntitle: "A war"\nslug: les-mots\ndescription: Some: thing\nheadline: A day\n---\n\n![A house](les.png)\n'
    expect(proseOf(source, 'markdown')).toEqual(['A war', 'A day', 'A house'])
  })
})

describe('HTML', () => {
  it('has no script, style or code in the prose, but titles and descriptions', () => {
    const source =
      '<title>War &amp; peace</title><meta name="description" content="A &quot;day&quot;"><script>les</script><p>One<br>two <code>nous</code></p>'
    expect(proseOf(source, 'html')).toEqual(['War & peace', 'A "day"', 'One\ntwo \ufffc'])
  })
})
