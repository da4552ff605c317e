import { expect, it } from 'vitest'
import { createChecker } from '../check/check.ts'
import { testRule } from '../testing.ts'
import { inlineCodeMismatch } from './inline-code-mismatch.ts'

testRule(inlineCodeMismatch)

const checker = createChecker({ rules: [inlineCodeMismatch] })

function told(text: string, format: 'xliff' | 'tmx'): string[] {
  const { findings, errors } = checker.check(text, { format })
  expect(errors).toEqual([])
  for (const { start, end, actual } of findings) expect(text.slice(start, end)).toBe(actual)
  return findings.map(({ actual, reason }) => `${actual}: ${reason}`)
}

const v1 = (source: string, target: string, more = '') =>
  told(
    `<xliff version="1.2"><file source-language="fr" target-language="en"><body><trans-unit id="1"><source>${source}</source><target>${target}</target>${more}</trans-unit></body></file></xliff>`,
    'xliff',
  )
const v2 = (source: string, target: string) =>
  told(
    `<xliff version="2.1" srcLang="fr" trgLang="en"><file id="f"><unit id="u"><segment><source>${source}</source><target>${target}</target></segment></unit></file></xliff>`,
    'xliff',
  )
const tmx = (source: string, target: string, more = '') =>
  told(
    `<tmx version="1.4"><header srclang="fr"/><body><tu>${more}<tuv xml:lang="fr"><seg>${source}</seg></tuv><tuv xml:lang="en"><seg>${target}</seg></tuv></tu></body></tmx>`,
    'tmx',
  )

it('tells each code that is gone, all in one finding', () => {
  expect(v1('Le <g id="1">port</g> est <x id="2"/>fermé.', 'The port is closed.')).toEqual([
    'closed.: Inline codes of the source missing here: <g id="1"> <x id="2"/>',
  ])
  expect(v1('Le <bpt id="1">&lt;b></bpt>port<ept id="1">&lt;/b></ept>.', 'The <bpt id="1">&lt;b></bpt>port.')).toEqual([
    'port.: Inline code of the source missing here: <ept id="1">',
  ])
  expect(tmx('Le <bpt i="1" x="1"/>port<ept i="1"/> est <ph x="2"/>ici.', 'The port is <ph x="2"/>here.')).toEqual([
    'here.: Inline code of the source missing here: <bpt i="1" x="1"/>',
  ])
})

it('tells a code that the source has not, or not twice', () => {
  expect(v2('Le port est <ph id="1"/>ici.', 'The <ph id="1"/>port is <ph id="1"/>here.')).toEqual([
    'here: The source has no such inline code, or not so often: <ph id="1"/>',
  ])
  expect(v2('Le port est ici.', 'The <pc id="7">port</pc> is here.')).toEqual([
    'port: The source has no such inline code, or not so often: <pc id="7">',
  ])
})

it('tells what stands inside of another pair, and order that the file forbids to change', () => {
  expect(v1('<g id="1">Le port</g> de <g id="2">Brest</g>.', '<g id="1">The port of <g id="2">Brest</g></g>.')).toEqual(
    ['Brest: <g id="2"> stands in another order than in the source'],
  )
  const fixed = (id: number) => `<ph id="${id}" canReorder="no"/>`
  expect(v2(`${fixed(1)}Le port ${fixed(2)}est ici.`, `${fixed(2)}The port ${fixed(1)}is here.`)).toEqual([
    'The: <ph id="2" canReorder="no"/> stands in another order than in the source',
  ])
})

it('lets stand what a translation may do', () => {
  expect(v1('<x id="1"/>Le port <x id="2"/>est ici.', 'The port is <x id="2"/>here<x id="1"/>.')).toEqual([])
  expect(v2('Le <pc id="1">port</pc>.', 'The <sc id="1"/>port<ec startRef="1"/>.')).toEqual([])
  // What tools keep as alternatives is another translation, with codes of its own.
  const other = '<alt-trans><source>Le <x id="9"/>quai</source><target>The <x id="8"/>quay</target></alt-trans>'
  expect(v1('Le <x id="1"/>port.', 'The <x id="1"/>port.', other)).toEqual([])
  // Of two sources, which one was translated is not known.
  const german = '<tuv xml:lang="de"><seg>Der <ph x="1"/>Hafen.</seg></tuv>'
  expect(tmx('Le <ph x="1"/>port.', 'The <ph x="1"/>port.', german)).toEqual([])
})

it('compares the tags of HTML that stands as text', () => {
  const escaped = '&lt;b&gt;Le président&lt;/b&gt; part&lt;br/&gt; lundi.'
  expect(v1(escaped, '&lt;b&gt;The president&lt;/b&gt; leaves&lt;br/&gt; on Monday.')).toEqual([])
  expect(v1(escaped, '&lt;b&gt;The president leaves&lt;br/&gt; on Monday.')).toEqual([
    'Monday.: Inline code of the source missing here: </b>',
  ])
  expect(v1(escaped, 'The president leaves&lt;br/&gt; on Monday.')).toEqual([
    'Monday.: Inline code of the source missing here: <b>',
  ])
  const gettext = (target: string) =>
    checker
      .check(`msgid "<b>Le président</b> part."\nmsgstr "${target}"\n`, { format: 'po' })
      .findings.map(({ reason }) => reason)
  expect(gettext('<strong>The president</strong> leaves.')).toEqual([
    'The source has no such inline code, or not so often: <strong>',
    'Inline code of the source missing here: <b>',
  ])
  expect(gettext('<b class=\\"x\\">The president</b> leaves.')).toEqual([])
})
