import fc from 'fast-check'
import { expect, it } from 'vitest'
import { createChecker } from './check.ts'

const checker = createChecker()
const beside =
  ' The government published the official statistics of the national institute in September. The opposition demanded an immediate parliamentary debate.'
const original =
  ' Le gouvernement a publié les statistiques officielles de l’institut national en septembre. L’opposition a demandé un débat parlementaire immédiat.'

function confidenceOf(text: string, source: string): number | undefined {
  return checker.check(text + beside, { source: source + original }).findings.find(({ actual }) => actual === 'Poutine')
    ?.confidence
}

it('a French name that stands so in the source is certain', () => {
  const text = 'President Vladimir Poutine visited Kazan.'
  expect(confidenceOf(text, 'Le président Vladimir Poutine a visité Kazan.')).toBeGreaterThanOrEqual(0.99)
})

it('a dish with a small letter in the source refutes the name', () => {
  const text = 'Poutine is the national speciality of Quebec.'
  expect(
    checker.check(text + beside, { source: `La poutine est la spécialité nationale du Québec.${original}` }).findings,
  ).toEqual([])
})

it('the sentence decides where president and dish stand in one article', () => {
  const text = 'President Vladimir Poutine visited Montreal on Monday. Poutine is the national speciality of Quebec.'
  const source =
    'Le président Vladimir Poutine a visité Montréal lundi. La poutine est la spécialité nationale du Québec.'
  const { findings } = checker.check(text + beside, { source: source + original })
  expect(findings.map(({ actual, start }) => [actual, start])).toEqual([['Poutine', 19]])
})

it('a bracket whose words stand in the source is certain, with brackets there or without', () => {
  const bracket = (text: string, source: string) =>
    checker
      .check(text + beside, { source: source + original })
      .findings.find(({ ruleId }) => ruleId === 'bracketed-source')?.confidence
  const text = 'The strike [reconductible] at the port of Marseille lasted twelve days.'
  expect(bracket(text, 'La grève reconductible au port de Marseille a duré douze jours.')).toBe(0.99)
  expect(bracket(text, 'La grève [reconductible] au port de Marseille a duré douze jours.')).toBe(0.99)
  expect(bracket(text, 'La grève au port de Marseille a duré douze jours.')).toBeLessThan(0.7)
  const half = 'They “defend[ent] the port of Marseille” every day.'
  expect(bracket(half, 'Ils « défend[ent] le port de Marseille » chaque jour.')).toBeGreaterThanOrEqual(0.95)
  expect(bracket(half, 'Ils disent « défendre le port de Marseille » chaque jour.')).toBe(0.95)
})

it('compares what is read, not how either file writes it', () => {
  const page = `<p>Le président Fran&ccedil;ois Mitt&eacute;rand a visit&eacute; Kazan.</p><p>${original}</p>`
  const text = `<p>The [pr&eacute;fet d&rsquo;outre-mer] visited Kazan.</p><p>${beside}</p>`
  const source = page.replace('président', 'préfet d&#8217;outre-mer')
  const { findings } = checker.check(text, { format: 'html', source })
  expect(findings.find(({ ruleId }) => ruleId === 'bracketed-source')?.confidence).toBe(0.99)
})

it('a text that is not the source says nothing', () => {
  const text = 'President Vladimir Poutine visited Kazan.'
  const alone = checker.check(text)
  const { findings, aligned } = checker.check(text, { source: 'La pluie tombe. Il fait froid. Rien ne va plus.' })
  expect(aligned).toBeLessThan(0.5)
  expect(findings).toEqual(alone.findings)
})

it('takes any pair of texts, and its offsets hold', () => {
  const piece = fc.constantFrom(
    'Poutine ',
    '3,5 % ',
    '« oui ». ',
    '\n\n',
    'The Alliance met. ',
    '[cependant] ',
    '”',
    'é',
    '. ',
    '\ud800',
  )
  const texts = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''))
  fc.assert(
    fc.property(texts, texts, (text, source) => {
      const result = checker.check(text, { source })
      expect(result.errors).toEqual([])
      for (const { start, end, actual } of result.findings) expect(text.slice(start, end)).toBe(actual)
    }),
    { numRuns: 150, seed: 7 },
  )
})
