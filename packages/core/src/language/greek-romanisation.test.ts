import { describe, expect, it } from 'vitest'
import { isGreekSurname, romaniseGreek } from './greek-romanisation.ts'

describe('romaniseGreek', () => {
  it.each([
    ['Papandréou', 'Papandreou'],
    ['Théodorakis', 'Theodorakis'],
    ['Mitsotákis', 'Mitsotakis'],
    ['Konstantópoulos', 'Konstantopoulos'],
  ])('writes %s as %s', (french, english) => {
    expect(isGreekSurname(french)).toBe(true)
    expect(romaniseGreek(french)).toBe(english)
  })

  it.each(['Lévy', 'Thomas', 'Hollande', 'Dupontel', 'Andrée', 'Denis'])('does not take %s for Greek', (name) => {
    expect(isGreekSurname(name)).toBe(false)
  })
})
