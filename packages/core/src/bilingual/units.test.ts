import { expect, it } from 'vitest'
import { createChecker } from '../check/check.ts'

const checker = createChecker()

function found(text: string, format: 'po' | 'xliff' | 'tmx'): string[] {
  const { errors, findings } = checker.check(text, { format })
  expect(errors).toEqual([])
  for (const { start, end, actual } of findings) expect(text.slice(start, end)).toBe(actual)
  return findings.map(({ ruleId, actual, expected }) => `${ruleId} ${actual} → ${expected[0] ?? '?'}`)
}

const po = `msgid ""
msgstr "Language: en\\n"

msgid "Le ministre a reçu 3,5 millions d’euros de la banque à Lyon."
msgstr "The minister received 35 million euros from the bank in Lyon."

msgid "Le gouvernement n’a pas confirmé cette information hier soir."
msgstr "The government confirmed this information last night."

msgid "Vous avez %d messages dans la boîte de {nom}."
msgstr "You have %d messages in the box of {name}."

msgid "Le président visitera Bamako lundi avec trois ministres."
msgstr "The president will visit Bamako on Monday with three ministers."
`

it('weighs each translation of a gettext file by its own msgid', () => {
  expect(found(po, 'po')).toEqual([
    'number-mismatch 35 → 3.5',
    'negation-mismatch confirmed → ?',
    'placeholder-mismatch {name} → ?',
  ])
})

it('takes no msgid in English for a source in French', () => {
  const english = po.replaceAll(
    /msgid "(?!").*/gu,
    'msgid "The government did not confirm that 12 ministers were in Rome."',
  )
  expect(found(english, 'po')).toEqual([])
})

it('weighs units of XLIFF', () => {
  const unit = (id: number, source: string, target: string) =>
    `<trans-unit id="${id}"><source>${source}</source><target>${target}</target></trans-unit>`
  const text = `<?xml version="1.0"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a" source-language="fr" target-language="en" datatype="plaintext"><body>
${unit(1, 'Le tribunal de Nîmes a condamné Robert Salvat à trois ans de prison.', 'The Nîmes court sentenced Robert Salvat to three years in prison.')}
${unit(2, 'Son avocate, Hélène Combes, a annoncé un appel le 12 mars.', 'His lawyer, Hélène Combes, announced an appeal on March 21.')}
</body></file></xliff>`
  expect(found(text, 'xliff')).toEqual(['number-mismatch 21 → 12'])
})
