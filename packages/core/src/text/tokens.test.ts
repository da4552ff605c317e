import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tokenize } from './tokenizer.ts'
import { TokenKind, type Tokens } from './tokens.ts'
import { Vocabulary } from './vocabulary.ts'

const read = (text: string): Tokens => tokenize(text, new Vocabulary())
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters count as spaces here
const space = /^[\x00-\x20\x85\u00a0\u2000-\u200a\u2028\u2029\u202f\u3000]*$/u
const texts = (tokens: Tokens): string[] => Array.from({ length: tokens.count }, (_, index) => tokens.text(index))
const kindsOf = (text: string, kind: number): string[] => {
  const tokens = read(text)
  return texts(tokens).filter((_, index) => tokens.kind(index) === kind)
}
const sentences = (text: string): string[] => {
  const tokens = read(text)
  const starts = texts(tokens).flatMap((_, index) => (tokens.startsSentence(index) ? [tokens.start(index)] : []))
  return starts.map((start, index) => text.slice(start, starts[index + 1] ?? text.length).trim())
}

describe('words', () => {
  it('keeps apostrophes, and parts possessives and French elisions', () => {
    expect(texts(read("Putin’s don’t l’Elysée o'clock"))).toEqual(['Putin', '’s', 'don’t', 'l’', 'Elysée', "o'clock"])
    expect(kindsOf('Putin’s aim', TokenKind.possessive)).toEqual(['’s'])
    expect(kindsOf('l’Elysée d’Orsay', TokenKind.elision)).toEqual(['l’', 'd’'])
    expect(kindsOf("Qu'il jusqu’au D'you don’t aujourd’hui", TokenKind.elision)).toEqual(["Qu'", 'jusqu’'])
    expect(kindsOf("NATO’S and the boss's", TokenKind.possessive)).toEqual(['’S', "'s"])
  })

  it('parts hyphenated words into words that touch', () => {
    const tokens = read('a German-Russian pipeline')
    expect(texts(tokens)).toEqual(['a', 'German', '-', 'Russian', 'pipeline'])
    expect(tokens.spaceBefore(2)).toBe(false)
  })
})

describe('numbers, marks and addresses', () => {
  it('keeps numbers whole', () => {
    expect(kindsOf('1,200 and 49.3 or 16:47.', TokenKind.number)).toEqual(['1,200', '49.3', '16', '47'])
  })

  it('tells quotation marks from apostrophes', () => {
    expect(kindsOf('“It’s” \'90s "no" « oui »', TokenKind.quote).join('')).toContain('“”')
    expect(kindsOf('the voters’ choice', TokenKind.word)).toContain('choice')
  })

  it('leaves web addresses, mail addresses and user names alone', () => {
    expect(kindsOf('See https://x.org/les?a=1, @nous or #UKRAINE.', TokenKind.address)).toEqual([
      'https://x.org/les?a=1',
      '@nous',
      '#UKRAINE',
    ])
    expect(kindsOf('Mail jean.du-pont@x.org, a1@x.fr or him.', TokenKind.address)).toEqual([
      'jean.du-pont@x.org',
      'a1@x.fr',
    ])
    expect(kindsOf('[see https://x.org/a] (www.x.org)… He left.@nous', TokenKind.address)).toEqual([
      'https://x.org/a',
      'www.x.org',
      '@nous',
    ])
  })
})

describe('every text', () => {
  const piece = fc.constantFrom(
    ...[
      'the',
      'Mr.',
      'U.S.',
      'p.m.',
      'l’Elysée',
      'Putin’s',
      'well-known',
      '1,200',
      '49.3',
      '20h30',
      '“',
      '”',
      '« ',
      ' »',
    ],
    ...[
      "'",
      '’',
      '"',
      '[',
      ']',
      '(',
      ')',
      '@',
      '#',
      'a@b',
      'www.',
      '://',
      '.',
      '…',
      '...',
      '!',
      ' ',
      '\n',
      '\u00a0',
      '\u202f',
    ],
    ...['😀', '\ufffc', '\u00ad', 'é', '-', '–', '/', '&', '%', '€'],
  )
  const anyText = fc.oneof(
    fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join('')),
    fc.string({ unit: 'binary', maxLength: 60 }),
  )

  it('is tokens and spaces, in order, and nothing is left out', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const tokens = read(text)
        let position = 0
        for (let index = 0; index < tokens.count; index++) {
          expect(tokens.start(index)).toBeGreaterThanOrEqual(position)
          expect(tokens.end(index)).toBeGreaterThan(tokens.start(index))
          expect(text.slice(position, tokens.start(index))).toMatch(space)
          expect(tokens.at(tokens.start(index))).toBe(index)
          position = tokens.end(index)
        }
        expect(text.slice(position)).toMatch(space)
      }),
      { numRuns: 500 },
    )
  })

  it('is sentences without holes: the first token starts one', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const tokens = read(text)
        if (tokens.count > 0) expect(tokens.startsSentence(0)).toBe(true)
        for (let index = 0; index < tokens.count; index++) {
          expect(tokens.sentenceStart(index)).toBeLessThanOrEqual(index)
          expect(tokens.sentenceEnd(index)).toBeGreaterThan(index)
        }
      }),
      { numRuns: 500 },
    )
  })
})

describe('sentences', () => {
  it.each([
    ['Mr. Lavrov spoke. He left.', ['Mr. Lavrov spoke.', 'He left.']],
    ['He came at 5 p.m. on Monday. It rained.', ['He came at 5 p.m. on Monday.', 'It rained.']],
    ['The U.S. army left. J. Smith stayed.', ['The U.S. army left.', 'J. Smith stayed.']],
    [
      'J. K. Rowling met George W. Bush. W. H. Auden did not.',
      ['J. K. Rowling met George W. Bush.', 'W. H. Auden did not.'],
    ],
    ['He left the U.S. The president stayed.', ['He left the U.S.', 'The president stayed.']],
    ['It is plan B. They know.', ['It is plan B.', 'They know.']],
    [
      'He came at 5 p.m. Monday. It closed at 9 a.m. Macron left.',
      ['He came at 5 p.m. Monday.', 'It closed at 9 a.m.', 'Macron left.'],
    ],
    ['At 5 p.m. Paris time and 4 p.m. GMT it ended.', ['At 5 p.m. Paris time and 4 p.m. GMT it ended.']],
    [
      'He told me. Then he said no. See No. 10 and Art. 49.',
      ['He told me.', 'Then he said no.', 'See No. 10 and Art. 49.'],
    ],
    [
      'Lt. Col. Smith met Sen. Paul in St. Petersburg on Nov. 3. In 2024. He left.',
      ['Lt. Col. Smith met Sen. Paul in St. Petersburg on Nov. 3.', 'In 2024.', 'He left.'],
    ],
    ['Some, e.g. France, i.e. Paris, won Roe v. Wade.', ['Some, e.g. France, i.e. Paris, won Roe v. Wade.']],
    ['It fell 3.5%… He left... Then 1,200. End.', ['It fell 3.5%…', 'He left...', 'Then 1,200.', 'End.']],
    [
      '“Go!” he said. "No." "Yes." (He left.) \'So.\' She',
      ['“Go!” he said.', '"No."', '"Yes."', '(He left.)', "'So.'", 'She'],
    ],
    ['« Oui. » Il part. « Non ! » dit-il.', ['« Oui. »', 'Il part.', '« Non ! » dit-il.']],
    [
      'He wrote to a.b@x.org. See https://x.org/a.b. End.',
      ['He wrote to a.b@x.org.', 'See https://x.org/a.b.', 'End.'],
    ],
    ['“We go.” He left! Did he?', ['“We go.”', 'He left!', 'Did he?']],
  ])('finds the sentences of %s', (text, expected) => {
    expect(sentences(text)).toEqual(expected)
  })
})
