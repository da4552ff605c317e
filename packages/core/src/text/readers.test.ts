import fc from 'fast-check'
import { parse, postprocess, preprocess } from 'micromark'
import { decodeString } from 'micromark-util-decode-string'
import type { Extension } from 'micromark-util-types'
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { describe, expect, it } from 'vitest'
import { applyEdits } from './edit.ts'
import { fullSyntax, syntaxFor } from './markdown-syntax.ts'
import { type Format, readSegments } from './read.ts'
import type { Segment } from './segment.ts'
import { tokenize } from './tokenizer.ts'
import { Vocabulary } from './vocabulary.ts'

const vocabulary = new Vocabulary()
const proseOf = (source: string, format: Format) => readSegments(source, format).map((segment) => segment.prose)

/** What a stretch of source without markup reads as, by the parsers' own decoders. */
function decode(source: string, format: Format): string {
  if (format === 'text') return source
  if (format === 'markdown') return decodeString(source)
  return parseFragment(source)
    .childNodes.map((node) => ('value' in node ? (node as DefaultTreeAdapterTypes.TextNode).value : ''))
    .join('')
}

/** The law of the map: runs have no holes, and what is marked in the source is, decoded, what the prose says. */
function expectLaw(source: string, segments: readonly Segment[], format: Format): void {
  for (const segment of segments) {
    let prose = 0
    let position = -1
    for (const run of segment.runs) {
      expect(run.prose).toBe(prose)
      expect(run.source).toBeGreaterThanOrEqual(position)
      prose += run.proseLength
      position = run.source + run.sourceLength
      const from = source.slice(run.source, position)
      const to = segment.prose.slice(run.prose, prose)
      if (run.kind === 'copy') expect(from).toBe(to)
      else if (run.kind === 'escape') expect(from).toBe(`\\${to}`)
      else if (run.kind === 'gap') expect(to).toBe('')
      else if (run.kind === 'break') {
        expect(to).toBe('\n')
        expect(from).toMatch(/^(?:[ \t]*\\?(?:\r\n|\r|\n)[ \t>]*|<br[^>]*>)$/iu)
      } else if (to !== '\ufffc') expect(decode(from, format)).toBe(to)
    }
    expect(prose).toBe(segment.prose.length)
    const tokens = tokenize(segment.prose, vocabulary)
    for (let index = 0; index < tokens.count; index++) {
      const [start, end] = [tokens.start(index), tokens.end(index)]
      const span = segment.toSource(start, end)
      expect(span.end).toBeGreaterThan(span.start)
      if (segment.crossesGap(start, end) || tokens.text(index).includes('\ufffc')) continue
      const runs = segment.runs.filter((run) => run.prose < end && run.prose + run.proseLength > start)
      // A token that ends inside a reference of two characters (&fjlig;) takes the whole of it.
      if (runs.some((run) => run.kind === 'entity' && (run.prose < start || run.prose + run.proseLength > end)))
        continue
      expect(decode(source.slice(span.start, span.end), format)).toBe(tokens.text(index))
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
    '_a **b ~~c~~ b** a_',
    'lo**ud**er',
    '<br>',
    '![a ![b](c.png) `d`](e.png)',
    'l&#8217;Elys&eacute;e',
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
    '&notit;',
    '&ampfoo',
    'l&#8217;Elys&eacute;e',
    'lo<em>ud</em>er',
    'stray</span> tag',
    '<!-- les -->',
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
        fc.constantFrom('', '', '> ', '- ', '# ', '1. ', '> - ', '> > ', '- > '),
        line(markdownPiece),
        fc.option(line(markdownPiece)),
        fc.constantFrom('', '', '  ', '\\'),
      ),
      { minLength: 1, maxLength: 5 },
    ),
  )
  .map(
    ([mark, end, blocks]) =>
      mark +
      blocks
        .map(
          ([prefix, first, second, hardBreak]) =>
            prefix +
            first +
            (second === null || prefix === '# ' ? '' : hardBreak + end + prefix.replace(/[-\d.]/gu, ' ') + second),
        )
        .join(end + end),
  )
const cell = (text: string): string => `<table><tr><td>${text}</td></tr></table>`
const html = fc
  .tuple(
    bom,
    ending,
    fc.array(fc.tuple(fc.constantFrom('p', 'h2', 'li', 'div', 'td'), line(htmlPiece)), { minLength: 1, maxLength: 5 }),
  )
  .map(
    ([mark, end, blocks]) =>
      mark + blocks.map(([tag, text]) => (tag === 'td' ? cell(text) : `<${tag}>${text}</${tag}>`)).join(end),
  )
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
    fc.assert(fc.property(document, (source) => expectLaw(source, readSegments(source, format), format)))
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

describe.each(documents)('%s', (format, document) => {
  it('loses one segment and no other word when a whole block is cut', () => {
    fc.assert(
      fc.property(document, fc.nat(), (source, pick) => {
        const segments = readSegments(source, format)
        const removable = segments.flatMap((segment, at) => (segment.removal === undefined ? [] : [at]))
        const at = removable[pick % Math.max(1, removable.length)]
        const removal = at === undefined ? undefined : segments[at]?.removal
        if (removal === undefined) return
        const after = readSegments(applyEdits(source, [{ ...removal, text: '' }]).text, format)
        expect(after.map(({ prose }) => prose)).toEqual(
          segments.filter((_, index) => index !== at).map(({ prose }) => prose),
        )
      }),
    )
  })
})

const scraps = fc.array(
  fc.constantFrom(
    ...[
      '<p>',
      '</p>',
      '<b>',
      '</b>',
      '<td>',
      '<table>',
      '</table>',
      '<tr>',
      '<li>',
      '<br>',
      '<a href="a>b">',
      '</span>',
    ],
    ...['<!--', '-->', '&', '&amp', ';', '<', '>', '\r', '\n', '\t', ' ', '* ', '**', '_', '> ', '- ', '`', '[', ']('],
    ...[
      ')',
      '![',
      '|',
      '\n|-|\n',
      '~',
      '\\',
      '# ',
      '---\n',
      'title: ',
      'é',
      '😀',
      'word',
      'l’',
      '\u00a0',
      '\u202f',
      '\0',
    ],
  ),
  { maxLength: 40 },
)

it('reads any text at all without failing, as each format', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary', maxLength: 100 }),
        scraps.map((pieces) => pieces.join('')),
      ),
      fc.constantFrom<Format>('text', 'markdown', 'html'),
      (source, format) => {
        expectLaw(source, readSegments(source, format), format)
      },
    ),
    { numRuns: 300 },
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

it('reads Markdown with the syntax that it needs as with the whole syntax', () => {
  const events = (source: string, extensions: Extension[]) =>
    postprocess(
      parse({ extensions })
        .document()
        .write(preprocess()(source, undefined, true)),
    ).map(([phase, { type, start, end }]) => `${phase} ${type} ${start.offset} ${end.offset}`)
  const more = fc.constantFrom(
    'http://x.org ',
    'WWW.x.org ',
    'a@b.org ',
    'a\n:-\n',
    '|a|\n|-|\n',
    'a: -',
    'ftp://x ',
    '@',
  )
  fc.assert(
    fc.property(scraps, fc.array(more, { maxLength: 3 }), (pieces, others) => {
      const source = [...pieces.slice(0, 10), ...others, ...pieces.slice(10)].join('')
      expect(events(source, syntaxFor(source))).toEqual(events(source, fullSyntax))
    }),
    { numRuns: 300 },
  )
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

describe('Markdown line ends and markup', () => {
  const runsOf = (source: string) =>
    readSegments(source, 'markdown')[0]?.runs.map((run) => [
      run.kind,
      source.slice(run.source, run.source + run.sourceLength),
    ])

  it('keeps emphasis marks beside a line end out of the break', () => {
    expect(runsOf('> *a*\n> **b** c')).toEqual([
      ['copy', 'a'],
      ['gap', '*'],
      ['break', '\n> '],
      ['gap', '**'],
      ['copy', 'b'],
      ['gap', '**'],
      ['copy', ' c'],
    ])
  })

  it('reads hard breaks and <br> as line ends', () => {
    expect(proseOf('one  \ntwo\\\nthree<br/>four', 'markdown')).toEqual(['one\ntwo\nthree\nfour'])
  })

  it('keeps brackets that are no link, and the text of those that are', () => {
    expect(proseOf('The [atlantique] alliance defend[ent] its [aim][x].\n\n[aim]: x', 'markdown')).toEqual([
      'The [atlantique] alliance defend[ent] its [aim][x].',
    ])
    expect(proseOf('The [aim] here.\n\n[aim]: x', 'markdown')).toEqual(['The aim here.'])
  })

  it('does not let the call of a footnote stand between two sentences', () => {
    expect(proseOf('One.[^1] Two.\n\n[^1]: Note.', 'markdown')).toEqual(['One. Two.', 'Note.'])
  })

  it('keeps alternative texts apart, one inside another too', () => {
    expect(proseOf('![a ![b](c) d](e) tail', 'markdown')).toEqual(['\ufffc tail', 'a \ufffc d', 'b'])
  })

  it('does not cut a block that holds an image or that holds others apart', () => {
    const removals = (source: string) => readSegments(source, 'markdown').map(({ removal }) => removal !== undefined)
    expect(removals('One.\n\nTwo ![](x.png).\n\n> Three.')).toEqual([true, false, false])
    expect(removals('- a\n\nmiddle\n\n    code')).toEqual([false, false])
    expect(removals('first\n\n---\ntitle: x\n---\n')).toEqual([false, true])
  })

  it('leaves alone titles in YAML that have no exact place', () => {
    const source = "---\ntitle: a\n  b\ndescription: \"x \\\" y\"\nexcerpt: >\nheadline: 'it''s'\nsummary: [a]\n---\n"
    expect(proseOf(source, 'markdown')).toEqual([])
  })
})

describe('HTML', () => {
  it('has no script, style or code in the prose, but titles and descriptions', () => {
    const source =
      '<title>War &amp; peace</title><meta name="description" content="A &quot;day&quot;"><script>les</script><p>One<br>two <code>nous</code></p>'
    expect(proseOf(source, 'html')).toEqual(['War & peace', 'A "day"', 'One\ntwo \ufffc'])
  })

  it('leaves alone what is marked as of another language, or as not to be translated, but not for the whole page', () => {
    const source =
      '<html lang="fr"><body lang=fr><p>One <i lang="fr-FR">esprit de corps</i> two</p><blockquote lang="fr"><p>nous</p></blockquote><p lang="en-GB">three</p><p translate="no">[donc]</p></body></html>'
    expect(proseOf(source, 'html')).toEqual(['One \ufffc two', 'three'])
  })

  it('reads on behind a tag that the parser ignores', () => {
    expect(proseOf('<p>One</span> two</p>', 'html')).toEqual(['One two'])
    expect(proseOf('<body>\nOne &amp; two\n</body>\n</html>\n', 'html').map((text) => text.trim())).toEqual([
      'One & two',
    ])
  })

  it('takes no more than the reference itself', () => {
    const [segment] = readSegments('<p>&ampfoo</p>', 'html')
    expect(segment?.prose).toBe('&foo')
    expect(segment?.toSource(1, 4)).toEqual({ start: 7, end: 10 })
  })

  it('reads the words of images and parts blocks', () => {
    expect(
      proseOf('<div>one<p>two <img alt="a house" title="a day"></p>three<pre>les</pre>four</div>', 'html'),
    ).toEqual(['one', 'two \ufffc', 'a house', 'a day', 'three', 'four'])
  })

  it('does not cut an element that holds another block', () => {
    const source = '<ul><li>one <span>two<div>three</div></span></li><li>four</li></ul>'
    const removals = readSegments(source, 'html').map(
      ({ removal }) => removal && source.slice(removal.start, removal.end),
    )
    expect(removals).toEqual([undefined, undefined, '<li>four</li>'])
  })

  it('reads a page nested deeper than the call stack', () => {
    expect(proseOf(`${'<div>'.repeat(20_000)}word`, 'html')).toEqual(['word'])
  })
})

describe('the language that a file is marked as', () => {
  const item = (language: string) =>
    JSON.stringify({ language, headlines: [{ value: 'Grève' }], body_xhtml: '<p>Une.</p>' })
  const wire = (language: string) =>
    `<nitf xml:lang="${language}"><body><body.content><p>Une.</p></body.content></body></nitf>`
  const page = (language: string) => `<div lang="${language}"><p>Une.</p></div>`
  const count = (language: string, wanted?: string) => [
    readSegments(item(language), 'ninjs', wanted).length,
    readSegments(wire(language), 'nitf', wanted).length,
    readSegments(page(language), 'html', wanted).length,
  ]

  it('leaves alone what is of another language than the one that is read', () => {
    expect(count('fr')).toEqual([0, 0, 0])
    expect(count('fr', 'fr')).toEqual([2, 1, 1])
    expect(count('fr-CA', 'fr')).toEqual([2, 1, 1])
    expect(count('en', 'fr')).toEqual([0, 0, 0])
  })

  it('reads locales, and what is marked as of no language', () => {
    for (const language of ['en_US', 'EN', '', 'und']) expect(count(language)).toEqual([2, 1, 1])
    expect(count('enm')).toEqual([0, 0, 0])
  })
})

describe('what a content management system puts in the place of a code', () => {
  const prose = (source: string) => readSegments(source, 'html').map((segment) => segment.prose)

  it('is no prose: shortcodes of WordPress, media of Drupal', () => {
    expect(prose('<p>Before</p>[[{"fid":"1","view_mode":"default"}]]<p>After [[{"fid":"2"}]] all</p>')).toEqual([
      'Before',
      'After \ufffc all',
    ])
    expect(prose('[caption id="a_6" width=\'300\']<img src="a.jpg" /> A dish[/caption]')).toEqual(['\ufffc A dish'])
    expect(prose('[gallery ids="1,2"]\n[embed]https://video.example/1[/embed]')).toEqual([
      '\ufffc\nhttps://video.example/1',
    ])
  })

  it('is no word in brackets', () => {
    const text = 'The talks [cependant] and [l’accord = rien] and [a [b] c] went on [alors].'
    expect(prose(`<p>${text}</p>`)).toEqual([text])
  })
})
