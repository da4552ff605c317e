import { expect, it } from 'vitest'
import { indefiniteBefore, takesAn } from './indefinite.ts'

it.each([
  'advocate',
  'MP',
  'MPs’ vote',
  'NGO',
  'EU summit',
  'hour',
  'heir',
  'honest man',
  'unidentified man',
  'old one',
  'usher',
  'Iranian',
])('an %s', (text) => {
  expect(takesAn(text)).toBe(true)
})

it.each([
  'lawyer',
  'European',
  'one-off',
  'union',
  'university',
  'user',
  'UN envoy',
  'US senator',
  'utility',
  'historic day',
  'ewe',
  'GP',
  'NATO ally',
  'Unesco site',
])('a %s', (text) => {
  expect(takesAn(text)).toBe(false)
})

it('keeps the capital', () => {
  expect(indefiniteBefore('A', 'advocate')).toBe('An')
  expect(indefiniteBefore('an', 'lawyer')).toBe('a')
})
