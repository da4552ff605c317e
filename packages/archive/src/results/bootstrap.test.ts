import { expect, it } from 'vitest'
import { differenceOf, emptyPacks, packOf, standingOut } from './bootstrap.ts'

it('a row among many has to stand out further', () => {
  expect(standingOut(1)).toBeCloseTo(1.96, 2)
  expect(standingOut(20)).toBeCloseTo(3.02, 2)
})

it('the same articles in both: what they share makes no difference unsure', () => {
  const words = emptyPacks()
  const [before, after, elsewhere] = [emptyPacks(), emptyPacks(), emptyPacks()]
  for (let article = 0; article < 3000; article++) {
    const pack = packOf(`a${article}`)
    // Articles differ much among themselves, and each has one finding less in the second run.
    words[pack] = (words[pack] as number) + 500
    before[pack] = (before[pack] as number) + 1 + (article % 7)
    after[pack] = (after[pack] as number) + (article % 7)
    const other = packOf(`b${article}`)
    elsewhere[other] = (elsewhere[other] as number) + (article % 7)
  }
  const paired = differenceOf({ counted: before, over: words }, { counted: after, over: words }, 1000)
  expect(paired.value).toBeCloseTo(-2, 5)
  const free = differenceOf({ counted: before, over: words }, { counted: elsewhere, over: words }, 1000)
  expect(paired.high - paired.low).toBeLessThan((free.high - free.low) / 2)
})
