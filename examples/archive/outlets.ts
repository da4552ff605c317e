/** Reads the rows of a run, one at a time, whatever their number: which outlet has how many serious findings. */
import { readRows } from '@stet/archive'

const [run = 'run'] = process.argv.slice(2)
const serious = new Map<string, number>()
for await (const { outlet = 'no outlet', findings } of readRows(run)) {
  const found = findings.filter(({ severity }) => severity === 'critical' || severity === 'major').length
  serious.set(outlet, (serious.get(outlet) ?? 0) + found)
}
for (const [outlet, found] of serious) console.log(`${outlet}: ${found}`)
