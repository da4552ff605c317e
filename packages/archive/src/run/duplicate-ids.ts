import { readRowHeads } from '../run-folder.ts'
import { hashTable, keyOf, slotOf } from './hash-table.ts'

/** Ids that more than one article of a run has; with the first of them, to tell people. */
export interface DuplicateIds {
  readonly articles: number
  readonly examples: readonly string[]
}

/** Ids are looked at in parts of so many, so that the table never outgrows some hundred megabytes. */
const idsAtOnce = 4_000_000
const mostExamples = 5

/** Looks for ids that stand twice. Such articles are checked like others, but decisions on them cannot be told apart. */
export async function findDuplicateIds(folder: string, articles: number): Promise<DuplicateIds> {
  const parts = Math.max(1, Math.ceil(articles / idsAtOnce))
  const examples: string[] = []
  let twice = 0
  for (let part = 0; part < parts; part++) {
    const table = hashTable(Math.ceil((articles / parts) * 1.1))
    for await (const { id, path } of readRowHeads(folder)) {
      const key = keyOf(id)
      if (parts > 1 && Number((key >> 40n) % BigInt(parts)) !== part) continue
      const slot = slotOf(table, key)
      if (table.keys[slot] === 0n) table.keys[slot] = key
      else {
        twice++
        if (examples.length < mostExamples) examples.push(`${path}: id “${id}” stands more than once`)
      }
    }
  }
  return { articles: twice, examples }
}
