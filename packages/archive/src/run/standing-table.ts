import { type HashTable, hashTable, keyOf, slotOf } from './hash-table.ts'

/** Which findings of which articles stand. */
export type StandingTable = HashTable

/** A table of findings that stand, each by its article and its fingerprint. */
export function standingTable(
  findings: readonly { readonly doc: string; readonly fingerprint: string }[],
): StandingTable {
  const table = hashTable(findings.length)
  for (const { doc, fingerprint } of findings) {
    const key = keyOf(`${doc}\0${fingerprint}`)
    table.keys[slotOf(table, key)] = key
  }
  return table
}

/** Does this finding stand? */
export function hasStanding(table: StandingTable, doc: string, fingerprint: string): boolean {
  return table.keys[slotOf(table, keyOf(`${doc}\0${fingerprint}`))] !== 0n
}
