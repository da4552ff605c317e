import { expect, it } from 'vitest'
import { loadLanguage } from '../language/language.ts'
import { sourcePassages } from './source-passages.ts'

const french = loadLanguage('fr')
const source = `Moscou répond à Washington

Jeudi 27 janvier, Sergueï Lavrov a regretté la réponse américaine. La Russie exige des garanties de l’OTAN.

L’Allemagne pourrait renoncer au gazoduc Nord Stream II, a déclaré Annalena Baerbock au Bundestag.

La Chine soutient Moscou, selon Victoria Nuland, numéro trois de la diplomatie américaine.
`
const translation = `Moscow answers Washington

On Thursday, January 27, Sergei Lavrov regretted the American response. Russia demands guarantees from NATO.

Also read: what is in the letter that nobody has seen so far

Germany could give up the Nord Stream II gas pipeline, Annalena Baerbock told the Bundestag.

China supports Moscow, according to Victoria Nuland, number three of American diplomacy.
`
const passageAt = sourcePassages({ text: translation, format: 'text' }, { text: source, format: 'text' }, french)
const at = (words: string) => passageAt(translation.indexOf(words))
const sentence = ({ text, start, end }: ReturnType<typeof at>): string => text.slice(start, end)

it('gives the paragraph and in it the sentence, also behind a paragraph that only one text has', () => {
  expect(at('Moscow answers').text).toBe('Moscou répond à Washington')
  expect(at('guarantees').text).toBe(
    'Jeudi 27 janvier, Sergueï Lavrov a regretté la réponse américaine. La Russie exige des garanties de l’OTAN.',
  )
  expect(sentence(at('guarantees'))).toBe('La Russie exige des garanties de l’OTAN.')
  expect(sentence(at('regretted'))).toBe('Jeudi 27 janvier, Sergueï Lavrov a regretté la réponse américaine.')
  expect(at('Germany').text).toContain('Nord Stream II')
  expect(at('number three').text).toContain('Victoria Nuland')
})

it('gives nothing where the source has nothing', () => {
  expect(at('Also read')).toEqual({ text: '', start: 0, end: 0 })
  expect(sourcePassages({ text: 'Germany.', format: 'text' }, { text: '\n', format: 'text' }, french)(0).text).toBe('')
})

it('reads each text in its own format', () => {
  const html = `<h1>Moscow answers Washington</h1><p>Germany could give up the <em>Nord Stream II</em> gas pipeline.</p>`
  const passage = sourcePassages(
    { text: html, format: 'html' },
    {
      text: '# Moscou répond à Washington\n\nL’Allemagne pourrait renoncer au gazoduc *Nord Stream II*.\n',
      format: 'markdown',
    },
    french,
  )(html.indexOf('Nord'))
  expect(passage.text).toBe('L’Allemagne pourrait renoncer au gazoduc Nord Stream II.')
})
