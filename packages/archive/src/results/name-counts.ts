import { byText } from './top.ts'

/** The rules whose findings are a wrong form of a name. */
const nameRules: ReadonlySet<string> = new Set([
  'name-form',
  'place-form',
  'organisation-form',
  'outlet-name',
  'garbled-name',
  'name-consistency',
])

/** A wrong form of a name, and the right one. */
export interface NameCount {
  readonly wrong: string
  readonly right: string
  readonly ruleId: string
  count: number
  articles: number
}

const mostNames = 40_000
const longestName = 80

/** Counts wrong names. Past 40,000 different ones the rarest are let go: what is common stays right. */
export class NameCounts {
  readonly #counts = new Map<string, NameCount>()
  total = 0

  /** The findings of one article. */
  add(findings: readonly { readonly ruleId: string; readonly actual: string; readonly expected: readonly string[] }[]) {
    const seen = new Set<NameCount>()
    for (const { ruleId, actual, expected } of findings) {
      const right = expected[0]
      if (!nameRules.has(ruleId) || right === undefined || right === '' || actual.length > longestName) continue
      this.total++
      const key = `${actual}\0${right}`
      let name = this.#counts.get(key)
      if (name === undefined) {
        if (this.#counts.size >= mostNames) this.#letGo()
        name = { wrong: actual, right: right.slice(0, longestName), ruleId, count: 0, articles: 0 }
        this.#counts.set(key, name)
      }
      name.count++
      if (!seen.has(name)) name.articles++
      seen.add(name)
    }
  }

  #letGo(): void {
    const sorted = [...this.#counts.values()].map(({ count }) => count).sort((a, b) => a - b)
    const least = sorted[sorted.length >> 1] as number
    for (const [key, { count }] of this.#counts) if (count <= least) this.#counts.delete(key)
  }

  /** The commonest first. */
  commonest(size: number): NameCount[] {
    return [...this.#counts.values()]
      .sort((a, b) => b.count - a.count || byText(a.wrong, b.wrong) || byText(a.right, b.right))
      .slice(0, size)
  }
}
