import { expect, it } from 'vitest'
import { createChecker } from '../check/check.ts'
import { missingNumber } from '../rules/missing-number.ts'
import { numberMismatch } from '../rules/number-mismatch.ts'

const checker = createChecker({ rules: [numberMismatch, missingNumber] })
const beside = {
  source: 'Le président Emmanuel Macron a visité Marseille lundi. ',
  target: 'President Emmanuel Macron visited Marseille on Monday. ',
}
/** The sentence needs company, and words that both languages share, to be aligned. */
function found(french: string, english: string): string[] {
  const source = `${beside.source}Gérald Darmanin est à Strasbourg et parle de ceci dans le journal : ${french}, à Bruxelles.`
  const target = `${beside.target}Gérald Darmanin is in Strasbourg and speaks of this in the journal: ${english}, in Brussels.`
  const { aligned, findings } = checker.check(target, { source })
  expect(aligned).toBe(1)
  return findings.map(({ actual, expected }) => `${actual} → ${expected[0] ?? '?'}`)
}

it.each([
  ['3,5 %', '3.5%'],
  ['3,5 %', '3.5 per cent'],
  ['1 500 soldats', '1,500 soldiers'],
  ['1 500 soldats', '1 500 soldiers'],
  ['1.500 soldats', '1,500 soldiers'],
  ['12 milliards d’euros', '12 billion euros'],
  ['12 milliards d’euros', '€12bn'],
  ['2,5 millions de personnes', '2.5m people'],
  ['un million et demi de personnes', '1.5 million people'],
  ['500 000 personnes', 'half a million people'],
  ['mille milliards de dollars', 'a trillion dollars'],
  ['dix-sept départements', '17 departments'],
  ['quatre-vingt-dix-sept maires', 'ninety-seven mayors'],
  ['soixante-et-onze ans', '71 years'],
  ['deux cent cinquante maires', '250 mayors'],
  ['vingt et un députés', '21 deputies'],
  ['à 20 heures', 'at 8pm'],
  ['à 20 h 30', 'at 8:30 p.m.'],
  ['à 20 h 11', 'at 8.11pm'],
  ['à 14h', 'at two in the afternoon'],
  ['de midi à minuit', 'from noon to midnight'],
  ['pendant 48 heures', 'for two days'],
  ['depuis quinze jours', 'for two weeks'],
  ['dans huit jours', 'in a week'],
  ['un an et demi', '18 months'],
  ['une heure et demie', '90 minutes'],
  ['une demi-heure', 'half an hour'],
  ['2 h 40 de film', 'two hours and 40 minutes of film'],
  ['le 1er mars', 'on March 1'],
  ['le 1er mars', 'on 1st March'],
  ['du 12 au 14 mars', 'from March 12 to 14'],
  ['les années 1960', 'the 1960s'],
  ['les années 1960', 'the 60s'],
  ['au XXIe siècle', 'in the 21st century'],
  ['la 89e minute', 'the 89th minute'],
  ['un tiers des élèves', 'a third of pupils'],
  ['25 % des élèves', 'a quarter of pupils'],
  ['les trois quarts des élèves', 'three-quarters of pupils'],
  ['un élève sur cinq', '20% of pupils'],
  ['un élève sur trois', 'one pupil in three'],
  ['une dizaine de témoins', 'about ten witnesses'],
  ['une centaine de témoins', 'around 100 witnesses'],
  ['les deux témoins', 'both witnesses'],
  ['10 kilomètres', 'six miles'],
  ['10 000 mètres', '33,000 feet'],
  ['9 hectares', '22 acres'],
  ['4 °C', '39F'],
  ['90 km/h', '56 mph'],
  ['près de 1 970 morts', 'nearly 2,000 deaths'],
  ['un Airbus A320', 'an Airbus A320'],
  ['le Covid-19', 'Covid'],
  ['en 2023', 'last year'],
  ['1,97 %', 'almost two percent'],
  ['5 millions d’euros', '5 million euros ($5.4 million)'],
  ['le XIXe siècle', 'the 19th century'],
  ['le XIXᵉ siècle', 'the nineteenth century'],
  ['le XIXe siècle', 'the 1800s'],
  ['le dix-neuvième siècle', 'the 19th century'],
  ['du XVIIIe au XXe siècle', 'from the 18th to the 20th century'],
  ['aux XVIIIe et XIXe siècles', 'in the 18th- and 19th-century town'],
  ['le Ier siècle avant J.-C.', 'the first century BC'],
  ['la Ve République', 'the Fifth Republic'],
  ['le XVIe arrondissement', 'the 16th arrondissement'],
  ['sa vingt et unième victoire', 'its 21st victory'],
  ['les années 70', 'the 1970s'],
  ['les années soixante-dix', 'the seventies'],
  ['des dizaines de vols', 'some 70 flights'],
  ['une trentaine de vols', 'some 28 flights'],
  ['de 4 % à 6 %', 'to 6% from 4%'],
  ['12 points contre 8 points', '8 points against 12 points'],
])('takes “%s” and “%s” for the same', (french, english) => {
  expect(found(french, english)).toEqual([])
})

it.each([
  ['3,5 % des élèves', '35% of pupils', '35 → 3.5'],
  ['12 milliards d’euros', '12 million euros', 'million → billion'],
  ['12 milliards d’euros', '€12m', 'm → bn'],
  ['1 500 soldats', '15,000 soldiers', '15,000 → 1,500'],
  ['dix-sept départements', 'seventy departments', 'seventy → seventeen'],
  ['à 20 heures', 'at 10 p.m.', '10 → 8'],
  ['le 12 mars', 'on March 21', '21 → 12'],
  ['le 12 mars', 'on May 12', 'May → March'],
  ['la 89e minute', 'the 98th minute', '98th → 89th'],
  ['en 1998', 'in 1989', '1989 → 1998'],
  ['5 millions d’euros', '5 million dollars', 'dollars → ?'],
  ['2,45 %', '2.42%', '2.42 → 2.45'],
  ['350 hôpitaux', 'the hospitals', 'Brussels. → ?'],
  ['des hôpitaux', '350 hospitals', '350 → ?'],
  ['le XIXe siècle', 'the 18th century', '18th → 19th'],
  ['le XIXe siècle', 'the eighteenth-century town', 'eighteenth → nineteenth'],
  ['le dix-neuvième siècle', 'the 18th century', '18th → 19th'],
  ['aux XVIIIe et XIXe siècles', 'in the 18th and 20th centuries', '20th → 19th'],
  ['la Ve République', 'the Fourth Republic', 'Fourth → Fifth'],
  ['le XVIe arrondissement', 'the 15th arrondissement', '15th → 16th'],
  ['les années 1970', 'the 1930s', '1930 → 1970'],
  ['les années 1970', 'the 30s', '30 → 70'],
  ['une trentaine de vols', 'some 300 flights', '300 → 30'],
])('“%s” is not “%s”', (french, english, wanted) => {
  expect(found(french, english)).toEqual([wanted])
})

it.each([
  ['12 morts et 34 blessés', '17 dead and 38 injured', ['17 → 12', '38 → 34']],
  ['34 blessés et 12 morts en 2019', '17 dead and 38 injured in 2018', ['17 → 12', '38 → 34', '2018 → 2019']],
  ['de 3,5 à 4,2 milliards d’euros', 'from 3.6 to 4.3 billion euros', ['3.6 → 3.5', '4.3 → 4.2']],
  ['de 4 % à 6 %, soit 250 euros', 'from 5% to 7%, or 250 euros', ['5 → 4', '7 → 6']],
  ['Trois soldats et cinq civils', 'Four soldiers and six civilians', ['Four → Three', 'six → five']],
  // They have changed places.
  ['12 morts et 34 blessés', '34 dead and 12 injured', ['34 → 12', '12 → 34']],
  ['de 4 % à 6 %', 'from 6% to 4%', ['6 → 4', '4 → 6']],
  // One is wrong and another gone.
  [
    '45 élus, 1 200 euros et 30 places',
    '54 elected members and 1,300 euros',
    ['54 → 45', '1,300 → 1,200', 'Brussels. → ?'],
  ],
] as const)('“%s” is not “%s”: each wrong number has its own in the source', (french, english, wanted) => {
  expect(found(french, english)).toEqual(wanted)
})
