import { expect, it } from 'vitest'
import { repair } from '../repair.ts'
import { createChecker } from './check.ts'

const american = createChecker({ quotations: { stops: 'inside' } })
const set = (text: string) => repair(text, (now) => american.check(now)).text

it('sets commas and full stops before the closing mark where the house does', () => {
  expect(set('“We will go”, he said, and spoke of a “last chance”. They left.')).toBe(
    '“We will go,” he said, and spoke of a “last chance.” They left.',
  )
  expect(set('He called it "a mistake", she "a crime".')).toBe('He called it "a mistake," she "a crime."')
})

it('leaves what belongs outside, and what has a mark of its own', () => {
  for (const good of [
    '“Why?”, he asked.',
    'The “plan”: it failed; the “vote”; a “yes”?',
    'It is 6" long.',
    '“So…”, he said.',
  ])
    expect(set(good)).toBe(good)
})

it('says nothing where the house has not settled it', () => {
  expect(createChecker().check('The “last chance”, he said.').findings).toEqual([])
})

const single = createChecker({ quotations: { marks: 'single' } })
const double = createChecker({ quotations: { marks: 'double', headlines: 'single' } })
const inSingle = (text: string) => repair(text, (now) => single.check(now)).text
const inDouble = (text: string) => repair(text, (now) => double.check(now)).text

it.each([
  ['“We will go,” he said. It was a “last chance”.', '‘We will go,’ he said. It was a ‘last chance’.'],
  ['“He said ‘no’ to me,” she said.', '‘He said “no” to me,’ she said.'],
  ['“It’s the boys’ house,” she said of the ’90s.', '‘It’s the boys’ house,’ she said of the ’90s.'],
  ["\"He isn't 'mad',\" she said.", "'He isn't \"mad\",' she said."],
  ['“We go.\n\n“We stay,” he said.', '‘We go.\n\n‘We stay,’ he said.'],
  ['<p>He said “<b>no</b>”.</p>', '<p>He said ‘<b>no</b>’.</p>'],
])('sets %s in single marks, and back in double ones', (text, wanted) => {
  const format = text.startsWith('<') ? ('html' as const) : ('text' as const)
  const set = (checker: typeof single, from: string) => repair(from, (now) => checker.check(now, { format })).text
  expect(set(single, text)).toBe(wanted)
  expect(set(single, wanted)).toBe(wanted)
  expect(set(double, text)).toBe(text)
  // A quotation over several paragraphs cannot be told from an apostrophe where its marks are single.
  if (!text.includes('\n')) expect(set(double, wanted)).toBe(text)
})

it('never takes an apostrophe for a mark', () => {
  for (const good of [
    'The boys’ house and James’ car: it’s the ’90s, rock ’n’ roll, and ’tis late.',
    "The boys' house and James' car: it's the '90s, rock 'n' roll, and 'tis late.",
    "Hawai‘i, O’Brien, 5'6\" and 6' tall; the class of ’68 and the workers’ union.",
    "The class of '68, the workers' union and the 'em of it.",
  ]) {
    for (const marks of ['single', 'double'] as const) {
      // The rule of the house alone: what others make of these words is their own test.
      const { findings } = createChecker({ rules: [], quotations: { marks } }).check(good)
      expect(findings.map(({ actual }) => actual)).toEqual([])
    }
  }
  expect(inDouble("The boys' house is 'very old', and the girls' one too.")).toBe(
    'The boys\' house is "very old", and the girls\' one too.',
  )
  expect(inDouble('He called ‘the boys’ house’ old.')).toBe('He called “the boys’ house” old.')
})

it('has its own marks for headlines', () => {
  const text = '<h1>Macron “will go”</h1><p>He ‘will go’.</p>'
  expect(repair(text, (now) => double.check(now, { format: 'html' })).text).toBe(
    '<h1>Macron ‘will go’</h1><p>He “will go”.</p>',
  )
  const plain = createChecker({ quotations: { marks: 'double' } })
  const kept = 'Macron: ‘I will go’\n\nHe will go.'
  expect(repair(kept, (now) => plain.check(now)).text).toBe(kept)
})

it('sets what is turned or French once that is mended, and asks where a mark is lost', () => {
  expect(inSingle('He spoke of « the last chance » and of the “plan “.')).toBe(
    'He spoke of ‘the last chance’ and of the ‘plan’.',
  )
  expect(inSingle('He spoke of the “plan and left.')).toBe('He spoke of the “plan and left.')
})
