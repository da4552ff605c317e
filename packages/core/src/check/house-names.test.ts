import { describe, expect, it } from 'vitest'
import type { NameStyle } from '../language/house-styles.ts'
import { UsageError } from '../usage-error.ts'
import { createChecker } from './check.ts'

/** `actual → first repair` of each finding. */
function found(text: string, names?: NameStyle): string[] {
  const { findings } = createChecker({ translated: true, ...(names === undefined ? {} : { names }) }).check(text)
  return findings.map(({ actual, expected }) => `${actual} → ${expected[0]}`)
}

describe('house styles of names', () => {
  const text = 'Volodymyr Zelensky, Moammar Gaddafi and NATO generals met in Kyiv. The Quran was read.'
  it.each([
    ['ap', ['Zelensky → Zelenskyy', 'Gaddafi → Gadhafi']],
    ['guardian', ['Zelensky → Zelenskyy', 'NATO → Nato', 'Quran → Qur’an']],
    ['bbc', ['NATO → Nato', 'Quran → Koran']],
  ])('marks what %s writes in another way', (profile, expected) => {
    expect(found(text, { profile })).toEqual(expected)
  })

  it('says nothing without a profile', () => {
    expect(found(text)).toEqual([])
  })

  it('gives the repairs of French forms in the style of the house', () => {
    const french = 'Volodymyr Zelenski spoke in Kiev of the OTAN.'
    expect(found(french, { profile: 'bbc' })).toEqual(['Zelenski → Zelensky', 'Kiev → Kyiv', 'OTAN → Nato'])
    expect(found(french, { profile: 'ap' })).toEqual(['Zelenski → Zelenskyy', 'Kiev → Kyiv', 'OTAN → NATO'])
  })

  it('takes the style of the day that it is told', () => {
    expect(found('They met in Kiev.', { profile: 'guardian', on: '2015-06-01' })).toEqual([])
    expect(found('They met in Kyiv.', { profile: 'guardian', on: '2015-06-01' })).toEqual(['Kyiv → Kiev'])
    expect(found('Volodymyr Zelensky left.', { profile: 'guardian', on: '2020-06-01' })).toEqual([
      'Zelensky → Zelenskiy',
    ])
  })

  it('puts the house’s own forms before the profile', () => {
    const names = { profile: 'bbc', write: { Türkiye: ['Turkey'], 'al-Qaïda': ['al-Qaeda'] } }
    expect(found('Turkey fought al-Qaeda and NATO.', names)).toEqual([
      'Turkey → Türkiye',
      'al-Qaeda → al-Qaïda',
      'NATO → Nato',
    ])
    expect(found('Türkiye stands.', names)).toEqual([])
    expect(found('The Turquie of today.', names)).toEqual(['Turquie → Türkiye'])
  })

  it('lets other things of the same name stand', () => {
    const good = 'Cold turkey and chicken Kiev at Dynamo Kiev; Odessa, Texas; Peking University; he aids Bombay Duck.'
    for (const profile of ['ap', 'guardian', 'bbc']) expect(found(good, { profile })).toEqual([])
  })

  it('refuses a profile that there is not', () => {
    expect(() => createChecker({ names: { profile: 'gaurdian' } })).toThrow(UsageError)
    expect(() => createChecker({ names: { profile: 'gaurdian' } })).toThrow(
      'names.profile: there is no profile “gaurdian”; did you mean “guardian”?',
    )
  })
})
