/**
 * Each rule’s share of the time of `check`: its calls are timed one by one, over the sample article and the annotated
 * corpus. Prints a table, dearest first; nothing is asserted.
 *
 *   pnpm bench:rules
 */
import { readdirSync, readFileSync } from 'node:fs'
import { createChecker, type Rule, rules } from '@stet/core'

const folder = new URL('../corpus/annotated/', import.meta.url)
const texts = [
  readFileSync(new URL('../../examples/sample-article/article.txt', import.meta.url), 'utf8'),
  ...readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .map((name) => readFileSync(new URL(name, folder), 'utf8')),
]
const rounds = 60
const warmUp = 20
const nameRules = new Set([
  'garbled-name',
  'honorific',
  'institution-gloss',
  'name-consistency',
  'name-form',
  'organisation-form',
  'outlet-name',
  'place-form',
])

const spent = new Map<string, { nanoseconds: number; calls: number }>(
  rules.map(({ id }) => [id, { nanoseconds: 0, calls: 0 }]),
)
let counting = false

/** Runs the rule to its end and notes how long that took. */
function timed<T>(id: string, run: () => Iterable<T>): T[] {
  const start = process.hrtime.bigint()
  const drafts = [...run()]
  const own = spent.get(id)
  if (counting && own !== undefined) {
    own.nanoseconds += Number(process.hrtime.bigint() - start)
    own.calls++
  }
  return drafts
}

const timedRules = rules.map(
  (rule): Rule => ({
    ...rule,
    prepare(language, vocabulary) {
      const ready = rule.prepare(language, vocabulary)
      if (ready === undefined) return undefined
      const { check, checkDocument } = ready
      return {
        triggers: ready.triggers,
        ...(check && { check: (view, document) => timed(rule.id, () => check.call(ready, view, document)) }),
        ...(checkDocument && {
          checkDocument: (document) => timed(rule.id, () => checkDocument.call(ready, document)),
        }),
      }
    },
  }),
)

function time(check: (text: string) => unknown): number {
  const start = process.hrtime.bigint()
  for (const text of texts) check(text)
  return Number(process.hrtime.bigint() - start)
}

const plain = createChecker()
const measured = createChecker({ rules: timedRules })
let total = 0
for (let round = 0; round < warmUp + rounds; round++) {
  counting = round >= warmUp
  const nanoseconds = time((text) => plain.check(text))
  if (counting) total += nanoseconds
  time((text) => measured.check(text))
}

// What the clock itself costs is no rule’s time.
const tick = Array.from({ length: 1000 }, () => {
  const start = process.hrtime.bigint()
  return Number(process.hrtime.bigint() - start)
}).sort((a, b) => a - b)[500] as number
const net = new Map([...spent].map(([id, { nanoseconds, calls }]) => [id, Math.max(0, nanoseconds - tick * calls)]))
const share = (ids: Iterable<string>): number =>
  ([...ids].reduce((sum, id) => sum + (net.get(id) ?? 0), 0) / total) * 100

for (const [id] of [...net].sort((a, b) => b[1] - a[1]))
  console.log(`${id.padEnd(24)} ${share([id]).toFixed(1).padStart(5)} %`)
console.log(`\n${'name rules together'.padEnd(24)} ${share(nameRules).toFixed(1).padStart(5)} %`)
console.log(`${'all rules'.padEnd(24)} ${share(spent.keys()).toFixed(1).padStart(5)} % of check`)
