import { expect, it } from 'vitest'
import { createChecker } from './check.ts'
import { parseTermBase } from './term-base.ts'

const v2 = `<?xml version="1.0" encoding="UTF-8"?>
<martif type="TBX" xml:lang="en"><text><body>
<termEntry id="1">
  <langSet xml:lang="fr"><tig><term>garde à vue</term></tig></langSet>
  <langSet xml:lang="en">
    <tig><term>guarding</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></tig>
    <tig><term>detention</term></tig>
    <tig><term>police custody</term><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></tig>
  </langSet>
  <langSet xml:lang="de"><tig><term>Polizeigewahrsam</term></tig></langSet>
</termEntry></body></text></martif>`
const v3 = `<tbx type="TBX-Basic" style="dct" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2" xmlns:basic="http://www.tbxinfo.net/ns/basic"><text><body>
<conceptEntry id="1"><langSec xml:lang="fr-FR"><termSec><term>gilet jaune</term></termSec></langSec>
<langSec xml:lang="en-GB"><termSec><term>yellow jacket</term><basic:administrativeStatus>supersededTerm-admn-sts</basic:administrativeStatus></termSec>
<termSec><term>yellow vest</term></termSec></langSec></conceptEntry></body></text></tbx>`

it('reads preferred and forbidden terms of both editions of TBX', () => {
  expect(parseTermBase(v2)).toEqual([
    { source: 'garde à vue', target: 'police custody' },
    { source: 'guarding', target: 'police custody' },
  ])
  expect(parseTermBase(v3)).toEqual([
    { source: 'gilet jaune', target: 'yellow vest' },
    { source: 'yellow jacket', target: 'yellow vest' },
  ])
})

it('leaves out what is everyday English too, and forbids what has no better term', () => {
  const concept = (content: string) => `<tbx><text><body><conceptEntry>${content}</conceptEntry></body></text></tbx>`
  const english = '<langSec xml:lang="en"><termSec><term>management</term></termSec></langSec>'
  const french = '<langSec xml:lang="fr"><termSec><term>direction</term></termSec></langSec>'
  expect(parseTermBase(concept(french + english))).toEqual([])
  const status = '<termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote>'
  const only = `<langSec xml:lang="en"><termSec><term>illegals</term>${status}</termSec></langSec>`
  expect(parseTermBase(concept(only))).toEqual([{ source: 'illegals', target: '' }])
})

it('names the line of what is no XML', () => {
  expect(() => parseTermBase('<martif>\n<text')).toThrow(/line 2/u)
  expect(() => parseTermBase('no markup')).toThrow(/root node$/u)
})

it('refuses XML that is no TBX, in which it would find no term', () => {
  expect(() => parseTermBase('<html><body><p>Terms</p></body></html>')).toThrow(/<html> is not that of TBX/u)
})

it('reads TBX-Min as it was before the second edition', () => {
  const min = `<TBX dialect="TBX-Min"><header><languages source="fr" target="en"/></header><body><termEntry id="C1">
<langGroup xml:lang="fr"><termGroup><term>préfecture de police</term></termGroup></langGroup>
<langGroup xml:lang="en"><termGroup><term>police prefecture</term><termStatus>deprecated</termStatus></termGroup>
<termGroup><term>police headquarters</term><termStatus>preferred</termStatus></termGroup></langGroup></termEntry></body></TBX>`
  expect(parseTermBase(min)).toEqual([
    { source: 'préfecture de police', target: 'police headquarters' },
    { source: 'police prefecture', target: 'police headquarters' },
  ])
})

it('reads a term that is marked up or set over several lines whole, and no status of another language', () => {
  const term = (language: string, text: string, status = '') =>
    `<langSet xml:lang="${language}"><tig><term>${text}</term>${status}</tig></langSet>`
  const deprecated = '<termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote>'
  const entry = `${term('fr', 'conseil\n  d&apos;<hi>État</hi>')}${term('en', 'Council of <hi>State</hi>')}${term('de', 'Staatsrat', deprecated)}`
  expect(parseTermBase(`<martif><text><body><termEntry>${entry}</termEntry></body></text></martif>`)).toEqual([
    { source: "conseil d'État", target: 'Council of State' },
  ])
})

const checker = createChecker({ glossary: [...parseTermBase(v2), ...parseTermBase(v3)] })
const found = (text: string, source?: string) =>
  checker
    .check(text, source === undefined ? {} : { source })
    .findings.filter(({ ruleId }) => ruleId === 'house-glossary')
    .map(({ actual, expected }) => [actual, expected[0]])

it('finds forbidden terms in the plural and with a capital', () => {
  expect(found('Yellow jackets blocked the road, and a yellow jacket spoke.')).toEqual([
    ['Yellow jackets', 'Yellow vests'],
    ['yellow jacket', 'yellow vest'],
  ])
  expect(found('Yellow vests blocked the road to the safeguarding board.')).toEqual([])
})

const beside = {
  target: 'President Emmanuel Macron visited Marseille on Monday. ',
  source: 'Le président Emmanuel Macron a visité Marseille lundi. ',
}

it('tells where the source has a term and the translation has not its English', () => {
  const source = `${beside.source}Robert Salvat a été placé en garde à vue mardi à Nîmes.`
  expect(found(`${beside.target}Robert Salvat was placed under watch on Tuesday in Nîmes.`, source)).toEqual([
    ['Nîmes.', undefined],
  ])
  expect(found(`${beside.target}Robert Salvat was taken into police custody on Tuesday in Nîmes.`, source)).toEqual([])
})
