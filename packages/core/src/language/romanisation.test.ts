import { describe, expect, it } from 'vitest'
import { frenchArabicSign, romaniseArabic } from './arabic-romanisation.ts'
import { romanise } from './romanisation.ts'
import { frenchSigns } from './romanisation-signs.ts'
import { romaniseSerbian } from './serbian-romanisation.ts'

describe('romanise', () => {
  it.each([
    ['Khrouchtchev', 'Khrushchev'],
    ['Choïgou', 'Shoigu'],
    ['Guerassimov', 'Gerasimov'],
    ['Politkovskaïa', 'Politkovskaya'],
    ['Jirinovski', 'Zhirinovsky'],
    ['Iouchtchenko', 'Yushchenko'],
    ['Briantchaninov', 'Bryanchaninov'],
    ['Kara-Mourza', 'Kara-Murza'],
    ['Saakachvili', 'Saakashvili'],
    ['POUTINE', 'PUTIN'],
    ['Sargsian', 'Sargsyan'],
    ['Tsimanouskaïa', 'Tsimanouskaya'],
    ['Safioullina', 'Safiullina'],
    ['Sapounov', 'Sapunov'],
  ])('writes %s as %s', (french, english) => {
    expect(romanise(french)[0]).toBe(english)
  })

  it('has nothing to say of English forms', () => {
    expect(romanise('Petrov')).toEqual([])
  })

  it('takes time in proportion to the length', () => {
    expect(romanise(`${'chtchiou'.repeat(400)}ine`).length).toBeGreaterThan(0)
  })
})

describe('frenchSigns', () => {
  it.each(['Toumanchouk', 'Khatchapouridze', 'Gorbatchev', 'Narychkine', 'Tokaïev'])('is sure of %s', (name) => {
    expect(frenchSigns(name)).toBe('sure')
  })
  it.each(['Thatcher', 'Petrov', 'Tkachenko', 'Cousteau', 'Pritchard', 'Chekhov', 'Strasbourg'])(
    'is not of %s',
    (name) => {
      expect(frenchSigns(name)).not.toBe('sure')
    },
  )
})

describe('romaniseArabic', () => {
  it('knows French letter groups', () => {
    expect(romaniseArabic('Charaa')[0]).toBe('Sharaa')
    expect(romaniseArabic('Sahraoui')[0]).toBe('Sahrawi')
    expect(romaniseArabic('Moubarak')[0]).toBe('Mubarak')
    expect(romaniseArabic('Chaoukat')[0]).toBe('Shawkat')
    expect(romaniseArabic('Karoubi', 'fa')[0]).toBe('Karoubi')
    expect(frenchArabicSign('Houthi')).toBe(0)
    expect(frenchArabicSign('Djazira')).toBeGreaterThan(0.7)
  })
})

describe('romaniseSerbian', () => {
  it.each([
    ['Karadjitch', 'Karadzic'],
    ['Djordjévitch', 'Djordjevic'],
    ['Djindjitch', 'Djindjic'],
    ['Drachkovitch', 'Draskovic'],
  ])('writes %s as %s', (french, english) => {
    expect(romaniseSerbian(french)[0]).toBe(english)
  })
})
