import { createChecker } from '@stet/core'
import { expect, it } from 'vitest'
import { corpusArticles, corpusClean } from './annotated.ts'
import { percent, scoreArticle } from './score.ts'

const checker = createChecker()

/** One line an article, and the sums: a change shows what it gained and what it broke. */
function table(): string {
  const lines: string[] = ['article                  A found  A repaired  B found  off gold']
  const sums = [0, 0, 0, 0, 0, 0]
  for (const article of corpusArticles()) {
    const { outcomes, offGold } = scoreArticle(article, checker.check(article.text).findings)
    const a = outcomes.filter(({ span }) => span.tier === 'A')
    const b = outcomes.filter(({ span }) => span.tier === 'B')
    const numbers = [
      a.filter(({ found }) => found).length,
      a.length,
      a.filter(({ repaired }) => repaired).length,
      b.filter(({ found }) => found).length,
      b.length,
      offGold.length,
    ]
    for (const [index, number] of numbers.entries()) sums[index] = (sums[index] as number) + number
    lines.push(row(article.name, numbers))
  }
  lines.push(row('all', sums))
  const [found = 0, all = 0, repaired = 0, foundB = 0, allB = 0] = sums
  lines.push(
    `tier A found ${percent(found, all)}, repaired ${percent(repaired, all)}; tier B found ${percent(foundB, allB)}`,
  )
  const alarms = corpusClean().flatMap(({ name, text }) =>
    checker.check(text).findings.map((finding) => `${name}: ${finding.ruleId} “${finding.actual}”`),
  )
  lines.push(`alarms in ${corpusClean().length} clean articles: ${alarms.length}`, ...alarms)
  return `${lines.join('\n')}\n`
}

function row(
  name: string,
  [found = 0, all = 0, repaired = 0, foundB = 0, allB = 0, off = 0]: readonly number[],
): string {
  return `${name.padEnd(24)} ${`${found}/${all}`.padStart(7)}  ${String(repaired).padStart(10)}  ${`${foundB}/${allB}`.padStart(7)}  ${String(off).padStart(8)}`
}

it('scores on the corpus are those of the golden file (vitest -u renews it)', async () => {
  await expect(table()).toMatchFileSnapshot('scores.golden.txt')
})

it('finds nothing in good English', () => {
  for (const { name, text } of corpusClean()) {
    expect(checker.check(text).findings.map(({ ruleId, actual }) => `${name}: ${ruleId} ${actual}`)).toEqual([])
  }
})
