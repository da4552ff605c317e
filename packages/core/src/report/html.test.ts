import { parse } from 'parse5'
import { describe, expect, it } from 'vitest'
import { createChecker } from '../check/check.ts'
import { decide } from '../decisions.ts'
import type { Format } from '../text/read.ts'
import { formatHtml } from './html.ts'
import { marks } from './testing.ts'

const checker = createChecker({
  rules: [
    marks('lundi', ['Monday']),
    marks('mardi', [''], { severity: 'minor' }),
    marks('<script>', [], {
      id: 'marks-long',
      prepare: () => ({
        triggers: { words: ['lundi'] },
        *check({ tokens, occurrences, prose }) {
          for (const at of occurrences) {
            yield { start: tokens.start(at), end: prose.length, confidence: 0.7, expected: [], reason: 'A <long> one' }
          }
        },
      }),
    }),
  ],
})

const page = (text: string, format: Format = 'text', path = 'a.txt') =>
  formatHtml([{ path, result: checker.check(text, { format }) }])

/** Without tags, as a reader copies it. */
function visible(html: string): string {
  return html.replace(/<[^>]*>/gu, '')
}

describe('formatHtml', () => {
  it('marks each finding, pieces of overlapping ones in both, with its note beside', () => {
    const html = page('On lundi, mardi, tea.')
    expect(html).toContain(
      '<p>On <mark class="major"><mark class="major">lundi</mark></mark><sup><a id="r1" href="#n1" aria-label="note 1">1</a></sup><mark class="major">, </mark>',
    )
    expect(html).toContain('<li id="n1"><del>lundi</del> → <ins>Monday</ins><br>“lundi” is French.')
    expect(html).toContain('<ins>(delete)</ins>')
    expect(html).toContain('minor · sure · marks-mardi · line 1')
    for (const number of [1, 2, 3]) {
      expect(html.split(`id="n${number}"`)).toHaveLength(2)
      expect(html.split(`href="#n${number}"`)).toHaveLength(2)
    }
  })

  it('shows the article as readers see it, and obeys nothing in it', () => {
    const hostile = '<p>Tea &lt;script&gt;alert(1)&lt;/script&gt; on lundi</p><p onclick="x()">Two \u202E\u001B</p>'
    const html = page(hostile, 'html', '<img src=x onerror=y>.html')
    expect(html).not.toMatch(/<script|<img|onclick/u)
    expect(visible(html)).toContain('Tea &lt;script&gt;alert(1)&lt;/script&gt; on lundi')
    expect(visible(html)).toContain('Two \uFFFD\uFFFD')
    const errors: string[] = []
    parse(html, { onParseError: ({ code }) => errors.push(code) })
    expect(errors).toEqual([])
  })

  it('shows what stands, who let it, and many articles one after the other', () => {
    const result = checker.check('On mardi.')
    const [{ fingerprint, ruleId }] = result.findings as [(typeof result.findings)[number]]
    const decision = {
      doc: 'a',
      fingerprint,
      ruleId,
      quote: '',
      verdict: 'stet' as const,
      reason: 'He said <so>',
      by: 'A. B.',
    }
    const html = formatHtml([
      { path: 'a', ...decide(result, 'a', [decision]) },
      { path: 'b', result: checker.check('On lundi.') },
    ])
    expect(html).toContain('<mark class="stands">mardi</mark>')
    expect(html).toContain('Stands: stet by A. B.: He said &lt;so&gt;.')
    expect(html).toContain('<h2>b</h2>')
    expect(html).toContain('<ol class="notes" start="2"><li id="n2">')
  })
})
