import { describe, expect, it } from 'vitest'
import { createChecker } from '../check/check.ts'
import { loadLanguage } from './language.ts'
import { NameForms } from './name-spellings.ts'

const forms = new NameForms(loadLanguage('fr'))
const same = (one: string, other: string) => {
  const key = forms.keyOf(one)
  return key !== undefined && key === forms.keyOf(other)
}

describe('forms of one name', () => {
  it.each([
    ['Andrei Sidorenkov', 'Andreï Sidorenkoff'],
    ['Anatoly Shcherbakov', 'Anatoly Chtcherbakov'],
    ['Dzhokhar Dudayev', 'Dzhokhar Doudaïev'],
    ['Oleg Tyagnybokov', 'Oleg Tiagnybokov'],
    // One that only the table of names can tell.
    ['Vladimir Putin', 'Vladimir Poutine'],
    // Forms that houses differ on.
    ['Zelensky', 'Zelenskyy'],
    ['Kyiv', 'Kiev'],
    ['Gaddafi', 'Qaddafi'],
    ['Zelenskiy', 'Volodymyr Zelenski'],
  ])('%s, %s', (one, other) => {
    expect(same(one, other)).toBe(true)
  })

  it.each([
    ['Paul Johnson', 'Paul Johnston'],
    ['John Smithers', 'John Smythers'],
    ['Mark Phillips', 'Mark Philips'],
    ['Serena Williams', 'Venus Williams'],
    ['Robbie Williams', 'Robbie Williamson'],
    ['Li Chang', 'Li Shang'],
    ['Alan Clarkson', 'Alan Clarkston'],
    ['Peter Allan', 'Peter Allen'],
    ['Jonathan Stewart', 'Jonathan Stuart'],
  ])('two persons: %s, %s', (one, other) => {
    expect(same(one, other)).toBe(false)
  })

  it('the house, then the table, says which is preferred', () => {
    const ap = new NameForms(loadLanguage('fr'), { profile: 'ap', write: { Odesa: ['Odessa'] } })
    const preferred = (names: NameForms, form: string) => names.preferred(names.keyOf(form) as string)
    expect(preferred(ap, 'Zelensky')).toEqual({ form: 'Zelenskyy', by: 'house' })
    expect(preferred(ap, 'Odessa')).toEqual({ form: 'Odesa', by: 'house' })
    expect(preferred(forms, 'Zelensky')).toBeUndefined()
    expect(preferred(forms, 'Mikhail Michoustine')).toEqual({ form: 'Mikhail Mishustin', by: 'index' })
  })
})

it('an article tells which names it writes, each once, only when it is asked', () => {
  const text = `President Volodymyr Zelenskyy met Mikhail Mishustin in Kiev on Monday. Zelenskyy ate chicken Kiev, and
Mikhail Mishustin left the White House. Prime Minister Keir Starmer was in New York.`
  expect(createChecker({ writtenNames: true }).check(text).names).toEqual([
    'Zelenskyy',
    'Kiev',
    'Mikhail Mishustin',
    'Keir Starmer',
  ])
  expect(createChecker().check(text)).not.toHaveProperty('names')
})
