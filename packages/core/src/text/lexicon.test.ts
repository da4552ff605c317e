import fc from 'fast-check'
import { expect, it } from 'vitest'
import { tokenize } from './tokenizer.ts'
import { Vocabulary } from './vocabulary.ts'

it('gives each word its own text, case and entry, also when spellings come again and the table grows', () => {
  const vocabulary = new Vocabulary()
  const minister = vocabulary.addWord('minister')
  const word = fc.stringMatching(/^[a-zA-ZéÉ]{1,20}$/u)
  fc.assert(
    fc.property(
      fc.array(fc.oneof(word, fc.constantFrom('Minister', 'MINISTER', 'minister')), { maxLength: 400 }),
      (words) => {
        const tokens = tokenize(words.join(' '), vocabulary)
        expect(tokens.count).toBe(words.length)
        for (const [at, text] of words.entries()) {
          expect(tokens.text(at)).toBe(text)
          expect(tokens.lower(at)).toBe(text.toLowerCase())
          expect(tokens.entry(at)).toBe(text.toLowerCase() === 'minister' ? minister : 0)
        }
      },
    ),
  )
})

it('knows a word that the vocabulary learns after the spelling was met', () => {
  const vocabulary = new Vocabulary()
  expect(tokenize('Poutine', vocabulary).entry(0)).toBe(0)
  const entry = vocabulary.addWord('poutine')
  expect(tokenize('Poutine', vocabulary).entry(0)).toBe(entry)
})
