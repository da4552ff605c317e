import { expect, it } from 'vitest'
import { sourceScores } from './source.ts'

it('scores against the source are those of the golden file (vitest -u renews it)', async () => {
  await expect(sourceScores().table).toMatchFileSnapshot('source-scores.golden.txt')
})
