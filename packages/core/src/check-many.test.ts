import { expect, it } from 'vitest'
import { createChecker } from './check/check.ts'
import { checkMany } from './check-many.ts'

const checker = createChecker()

it('checks in order, asks for one article at a time, and gives its keys back', async () => {
  let asked = 0
  async function* articles() {
    for (const id of ['a', 'b', 'c']) {
      asked++
      yield { id, text: `<p title="[donc]">The talks [cependant] went on.</p>`, format: 'html' as const }
    }
  }
  const seen: string[] = []
  for await (const { article, result } of checkMany(checker, articles())) {
    seen.push(article.id)
    expect(asked).toBe(seen.length)
    expect(result.findings.map(({ actual }) => actual)).toEqual(['[cependant]'])
  }
  expect(seen).toEqual(['a', 'b', 'c'])
})

it('ends when it is told to, and closes the stream that it reads', async () => {
  let closed = false
  async function* endless() {
    try {
      for (;;) yield { text: 'Good.' }
    } finally {
      closed = true
    }
  }
  const controller = new AbortController()
  let count = 0
  const run = async (): Promise<void> => {
    for await (const _ of checkMany(checker, endless(), { signal: controller.signal })) {
      count++
      // From a timer: a stream that never lets others have their turn would never hear of it.
      if (count === 3) setImmediate(() => controller.abort(new Error('enough')))
    }
  }
  await expect(run()).rejects.toThrow('enough')
  expect(closed).toBe(true)
  await expect(checkMany(checker, [{ text: '' }], { signal: AbortSignal.abort() }).next()).rejects.toThrow()
})
