import { loadLanguage, NameForms } from '@stet/core'
import { describe, expect, it } from 'vitest'
import { NameSpellings } from './name-spellings.ts'

const forms = new NameForms(loadLanguage('fr'))

/** A surname that no other has: consonants between vowels, by number. */
const surname = (number: number) =>
  `B${[...number.toString(4).padStart(10, '0')].map((digit) => ['ado', 'emu', 'ila', 'orte'][Number(digit)]).join('')}`

describe('names in several forms over an archive', () => {
  it('are counted by article, each with an example', () => {
    const spellings = new NameSpellings(forms)
    spellings.add('a', ['Kyiv', 'Mikhail Michoustine', 'Paul Johnson'])
    spellings.add('b', ['Kyiv', 'Mikhail Michoustine', 'Paul Johnston'])
    spellings.add('c', ['Kiev', 'Mikhail Mishustin'])
    expect(spellings.several(10)).toEqual({
      total: 2,
      most: [
        {
          preferred: 'Mikhail Mishustin',
          by: 'index',
          others: 2,
          forms: [
            { form: 'Mikhail Michoustine', articles: 2, example: 'a' },
            { form: 'Mikhail Mishustin', articles: 1, example: 'c' },
          ],
        },
        {
          preferred: 'Kyiv',
          by: 'majority',
          others: 1,
          forms: [
            { form: 'Kyiv', articles: 2, example: 'a' },
            { form: 'Kiev', articles: 1, example: 'c' },
          ],
        },
      ],
    })
  })

  it('keep what is common among names without number', () => {
    const spellings = new NameSpellings(forms)
    for (let number = 0; number < 100_000; number++) {
      spellings.add(`a${number}`, [`Ivan ${surname(number)}`, number % 10 === 0 ? 'Zelenskyy' : 'Zelensky'])
    }
    expect(spellings.several(10).most.map(({ forms }) => forms.map(({ form, articles }) => [form, articles]))).toEqual([
      [
        ['Zelensky', 90_000],
        ['Zelenskyy', 10_000],
      ],
    ])
    expect(spellings.size).toBeLessThanOrEqual(40_000)
  })
})
