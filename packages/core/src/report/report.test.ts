import { describe, expect, it } from 'vitest'
import { createChecker } from '../check/check.ts'
import { cells, wrap } from './cells.ts'
import { formatGithub } from './github.ts'
import { formatJson } from './json.ts'
import { formatJsonl } from './jsonl.ts'
import { summarise } from './report.ts'
import { formatSarif } from './sarif.ts'
import { marks } from './testing.ts'
import { formatText, type Palette, plainPalette } from './text.ts'

const checker = createChecker({
  rules: [marks('lundi', ['Monday']), marks('mardi', [], { severity: 'minor' }), marks('jeudi', [''])],
})
const document = (text: string, path = 'news/a b.txt') => ({ path, result: checker.check(text) })
const filler = 'one two three four five six seven eight nine ten'

describe('formatText', () => {
  it('draws carets under the words, with the repair beside them', () => {
    expect(formatText([document(`It rained.\r\n\r\nOn lundi it rained, on mardi too.\r\n`)], { width: 70 })).toBe(
      [
        'news/a b.txt  2 findings · MQM score 33.3',
        '',
        ' 3 │ On lundi it rained, on mardi too.',
        '   │    ^^^^^  Monday',
        '   │   3:4 major · sure · marks-lundi  “lundi” is French',
        '   │                        ^^^^^',
        '   │   3:24 minor · sure · marks-mardi  “mardi” is French',
        '',
        '2 findings in 1 article: 1 major, 1 minor · MQM score 33.3 · 9 words',
        '',
      ].join('\n'),
    )
  })

  it('wraps, leaves lines without findings out, and says where', () => {
    const text = formatText([document(`lundi ${filler} ${filler} ${filler} jeudi`)], { width: 40 })
    expect(text).toContain('⋮')
    expect(text).toContain('(delete)')
    for (const line of text.split('\n').slice(2, -3)) expect(cells(line)).toBeLessThanOrEqual(40)
  })

  it('keeps control characters of the article away from the terminal', () => {
    const text = formatText([document('\u001B[2J lundi \u202E', 'a\u001B[2Jb')])
    for (const character of ['\u001B', '\u202E']) expect(text).not.toContain(character)
  })

  it('paints only with the palette that it is given', () => {
    const palette: Palette = { ...plainPalette, major: (text) => `<${text}>` }
    expect(formatText([document('lundi')], { palette })).toContain('<^^^^^>')
  })

  it('measures columns, not characters', () => {
    expect(cells('é')).toBe(1)
    expect(cells('e\u0301')).toBe(1)
    expect(cells('東京')).toBe(4)
    expect(wrap('', 10)).toEqual([{ start: 0, end: 0 }])
    expect(wrap('aaaaaaaaaaaa', 5).map(({ start, end }) => end - start)).toEqual([5, 5, 2])
  })
})

describe('for programs', () => {
  it('json and jsonl hold the same objects, keys in their order', () => {
    const documents = [document('On lundi.'), document('Nothing.', 'b.txt')]
    const lines = formatJsonl(documents).trimEnd().split('\n')
    expect(lines).toHaveLength(2)
    expect(lines.map((line) => JSON.parse(line))).toEqual(JSON.parse(formatJson(documents)))
    expect(lines[0]).toMatch(
      /^\{"path":"news\/a b\.txt","words":2,"score":0,"findings":\[\{"ruleId":"marks-lundi","mqm":"style\/unidiomatic-style","severity":"major","confidence":0\.95,"start":3,"end":8,"line":1,"column":4,"actual":"lundi","expected":\["Monday"\],"safe":false,"reason":"“lundi” is French","fingerprint":"[a-z2-7]{16}"\}\]\}$/u,
    )
  })

  it('sarif names rules, regions, fingerprints and fixes', () => {
    const log = JSON.parse(formatSarif([document('On lundi.\nOn jeudi.')]))
    const [run] = log.runs
    expect(log.version).toBe('2.1.0')
    expect(run.columnKind).toBe('utf16CodeUnits')
    expect(run.tool.driver.rules.map((rule: { id: string }) => rule.id)).toEqual(['marks-jeudi', 'marks-lundi'])
    expect(run.results[1]).toMatchObject({ ruleId: 'marks-jeudi', ruleIndex: 0, level: 'error' })
    expect(run.results[1].locations[0].physicalLocation).toMatchObject({
      artifactLocation: { uri: 'news/a%20b.txt' },
      region: { startLine: 2, startColumn: 4, endLine: 2, endColumn: 9, charOffset: 13, charLength: 5 },
    })
    expect(run.results[0].fixes[0].artifactChanges[0].replacements[0].insertedContent.text).toBe('Monday')
  })

  it('github commands come gravest first and are escaped; the last line sums up', () => {
    expect(formatGithub([document('mardi, lundi', 'a,b:c.txt')]).split('\n')).toEqual([
      '::error file=a%2Cb%3Ac.txt,line=1,endLine=1,col=8,endColumn=13,title=marks-lundi::“lundi” is French → Monday',
      '::warning file=a%2Cb%3Ac.txt,line=1,endLine=1,col=1,endColumn=6,title=marks-mardi::“mardi” is French',
      '2 findings in 1 article: 1 major, 1 minor · MQM score 0.0 · 2 words',
      '',
    ])
  })

  it('names a rule that failed', () => {
    const broken = marks('lundi', [], {
      prepare: () => ({
        triggers: { every: true },
        // biome-ignore lint/correctness/useYield: it is meant to fail before it yields
        *check() {
          throw new Error('out of ideas')
        },
      }),
    })
    const documents = [{ path: 'a.txt', result: createChecker({ rules: [broken] }).check('lundi') }]
    expect(formatText(documents)).toContain('rule marks-lundi failed here: out of ideas')
    expect(JSON.parse(formatJsonl(documents)).errors).toHaveLength(1)
    expect(JSON.parse(formatSarif(documents)).runs[0].invocations[0].executionSuccessful).toBe(false)
    expect(summarise([])).toBe('0 findings in 0 articles · MQM score 100.0 · 0 words')
  })
})
