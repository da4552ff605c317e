import { expect, it } from 'vitest'
import { createChecker } from './check.ts'
import { parseGlossary } from './house-glossary.ts'

const glossary = parseGlossary(
  '# the desk\nle Fouquet\tFouquet’s\r\nCour\tthe Court of Auditors\n\nhalf\nCour\tCourt of Auditors\n',
)
const checker = createChecker({ glossary })
const found = (text: string) =>
  checker
    .check(text)
    .findings.filter(({ ruleId }) => ruleId === 'house-glossary')
    .map(({ actual, expected }) => [actual, expected[0]])

it('reads lines of source and target, the last one on a source', () => {
  expect(glossary).toEqual([
    { source: 'le Fouquet', target: 'Fouquet’s' },
    { source: 'Cour', target: 'Court of Auditors' },
  ])
})

it('finds the phrases as words of their own, and not inside their own English', () => {
  expect(found('They dined at le Fouquet. The Cour said so, in Courtrai.')).toEqual([
    ['le Fouquet', 'Fouquet’s'],
    ['Cour', 'Court of Auditors'],
  ])
  expect(found('The Court of Auditors said so.')).toEqual([])
})

it('finds small words capital and in the plural, never inside others; forbids without a better one', () => {
  const words =
    'militant\tactivist\nmember of staff\temployee\nministry of X\tX ministry\nillegals\t\tforbidden\nmilitant wing\tarmed wing\n'
  const more = createChecker({ glossary: parseGlossary(words) })
  const marked = (text: string) =>
    more
      .check(text)
      .findings.map(({ actual, expected }) => (expected[0] === undefined ? actual : [actual, expected[0]]))
  expect(marked('Militants met a militant’s friend, members of staff and illegals.')).toEqual([
    ['Militants', 'Activists'],
    ['a militant', 'an activist'],
    ['members of staff', 'employees'],
    'illegals',
  ])
  expect(marked('The militant wing, militantly non-militant? The MILITANT.')).toEqual([
    ['militant wing', 'armed wing'],
    ['militant', 'activist'],
  ])
})

it('takes thousands of lines at the cost of one look a word', () => {
  const many = Array.from({ length: 5000 }, (_, index) => ({ source: `x${index} y`, target: 'z' }))
  const big = createChecker({ glossary: [...many, { source: 'l’Élysée', target: 'the Elysee' }] })
  expect(big.check('At l’Élysée, x4999 y.').findings.map(({ actual }) => actual)).toEqual(['l’Élysée', 'x4999 y'])
})

it('is no sign of translation by itself, and silent without a glossary', () => {
  expect(checker.check('The Cour said so.').translated).toBeLessThan(0.1)
  expect(createChecker().check('The Cour said so.').findings).toEqual([])
})

it('changes the article with the word, and tells a phrase inside another once', () => {
  const words =
    'lawyer\tadvocate\ndeputy\tMP\nillegal\tforeigner\nprefect\tgovernor\nsous-préfet\tsub-prefect\npréfet\tprefect\npoliceman\tpolice officer\nsocial partners\tunions and employers\n'
  const more = createChecker({ glossary: parseGlossary(words) })
  const marked = (text: string) => more.check(text).findings.map(({ actual, expected }) => `${actual} → ${expected[0]}`)
  expect(marked('A lawyer, a young lawyer, a deputy and an illegal.')).toEqual([
    'A lawyer → An advocate',
    'lawyer → advocate',
    'a deputy → an MP',
    'an illegal → a foreigner',
  ])
  expect(marked('The sub-prefect and the sous-préfets met the prefect.')).toEqual([
    'sous-préfets → sub-prefects',
    'prefect → governor',
  ])
  expect(marked('Policemen met the social partners.')).toEqual([
    'Policemen → Police officers',
    'social partners → unions and employers',
  ])
})

it('does not mind which space or apostrophe stands between the words, but where the house changes just that', () => {
  const words = "maire d'arrondissement\tdistrict mayor\nl'Humanité\tl’Humanité\n"
  const more = createChecker({ glossary: parseGlossary(words) })
  const marked = (text: string) => more.check(text).findings.map(({ actual, expected }) => [actual, expected[0]])
  const apart = 'a maire\u00a0d’arrondissement and a maire\nd’arrondissement'
  expect(marked(`They met ${apart}.`)).toEqual([
    ['maire\u00a0d’arrondissement', 'district mayor'],
    ['maire\nd’arrondissement', 'district mayor'],
  ])
  expect(marked("It stood in l’Humanité, said l'Humanité.")).toEqual([["l'Humanité", 'l’Humanité']])
})
