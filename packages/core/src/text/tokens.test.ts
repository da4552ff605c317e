import { describe, expect, it } from 'vitest'
import { TokenKind, type Tokens, tokenize } from './tokens.ts'
import { Vocabulary } from './vocabulary.ts'

const read = (text: string): Tokens => tokenize(text, new Vocabulary())
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
  })
})

describe('sentences', () => {
  it.each([
    ['Mr. Lavrov spoke. He left.', ['Mr. Lavrov spoke.', 'He left.']],
    ['He came at 5 p.m. on Monday. It rained.', ['He came at 5 p.m. on Monday.', 'It rained.']],
    ['The U.S. army left. J. Smith stayed.', ['The U.S. army left.', 'J. Smith stayed.']],
    ['“We go.” He left! Did he?', ['“We go.”', 'He left!', 'Did he?']],
  ])('finds the sentences of %s', (text, expected) => {
    expect(sentences(text)).toEqual(expected)
  })
})
