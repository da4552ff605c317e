import { expect, it } from 'vitest'
import { sourceParagraphAt } from './source-paragraph.ts'

const source = 'Titre\n\nUn.\n\nDeux.\n\nTrois.\n'

it('gives the paragraph at the same place', () => {
  const translation = 'Title\n\nOne.\n\nTwo.\n\nThree.\n'
  expect(sourceParagraphAt(translation, 0, source)).toBe('Titre')
  expect(sourceParagraphAt(translation, translation.indexOf('Two'), source)).toBe('Deux.')
})

it('gives the one as far on where the texts have not as many', () => {
  const translation = 'Title\n\nOne.\n\nAlso read this\n\nTwo.\n\nThree.\n\nsource site\n'
  expect(sourceParagraphAt(translation, translation.indexOf('Three'), source)).toBe('Deux.')
  expect(sourceParagraphAt(translation, translation.length - 3, source)).toBe('Trois.')
  expect(sourceParagraphAt(translation, 0, ' \n')).toBeUndefined()
})
