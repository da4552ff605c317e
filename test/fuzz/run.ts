/**
 * Mutates good files of every format at random and checks the laws on each: never a failure, never a byte changed outside
 * repairs. The same seed gives the same files. What breaks a law is made as small as possible and shown.
 *
 *   pnpm fuzz [FILES OF EACH FORMAT [SEED [FORMAT]]]
 */
import { createChecker } from '@stet/core'
import fc from 'fast-check'
import { expectLaws } from './laws.ts'
import { mutants } from './mutations.ts'
import { seeds } from './seeds.ts'

const [count = '1000', seed = '1', only] = process.argv.slice(2)
const checker = createChecker({ translated: true })
let broken = 0
for (const format of new Set(seeds.map((each) => each.format))) {
  if (only !== undefined && only !== format) continue
  const ofFormat = seeds.filter((each) => each.format === format)
  const fates = { refused: 0, checked: 0, repaired: 0 }
  const start = performance.now()
  const outcome = fc.check(
    fc.property(fc.oneof(...ofFormat.map(mutants)), ({ text }) => {
      fates[expectLaws(checker, text, format)]++
    }),
    { numRuns: Number(count), seed: Number(seed) },
  )
  const seconds = ((performance.now() - start) / 1000).toFixed(0)
  if (!outcome.failed) {
    const { refused, repaired } = fates
    console.log(
      `${format.padEnd(9)} ${outcome.numRuns} files, none broken; ${refused} refused, ${repaired} repaired (${seconds} s)`,
    )
    continue
  }
  broken++
  const [mutant] = outcome.counterexample ?? []
  console.log(`${format.padEnd(9)} BROKEN after ${outcome.numRuns} files (seed ${outcome.seed})`)
  console.log(JSON.stringify(mutant?.mutations))
  console.log(JSON.stringify(mutant?.text))
  console.log(outcome.errorInstance instanceof Error ? outcome.errorInstance.message : String(outcome.errorInstance))
}
process.exitCode = broken === 0 ? 0 : 1
