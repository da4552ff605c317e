import { confidenceWord, createChecker } from '@stet/core'
import { expect, it } from 'vitest'
import { sampleArticle } from './eval/annotated.ts'
import { scoreArticle } from './eval/score.ts'

const article = sampleArticle()
const score = scoreArticle(article, createChecker().check(article.text).findings)

it('finds every objective artefact of the sample article, with a repair that the gold accepts', () => {
  const missed = score.outcomes.filter(({ span, repaired }) => span.tier === 'A' && !repaired)
  expect(missed.map(({ span }) => span.actual)).toEqual([])
})

it('finds at least nine of the judgement calls', () => {
  expect(score.outcomes.filter(({ span, found }) => span.tier === 'B' && found).length).toBeGreaterThanOrEqual(9)
})

it('marks at most one place that the gold does not', () => {
  expect(
    score.offGold.map((finding) => `${finding.actual} (${confidenceWord(finding.confidence)})`).length,
  ).toBeLessThanOrEqual(1)
})
