import { createHash } from 'node:crypto'

/** Open addressing over 64-bit hashes in shared memory: some ten bytes an entry, seen by all workers. */
export interface HashTable {
  readonly keys: BigUint64Array<SharedArrayBuffer>
}

/** A table that takes so many keys. */
export function hashTable(entries: number): HashTable {
  let slots = 16
  while (slots < entries * 1.5) slots *= 2
  return { keys: new BigUint64Array(new SharedArrayBuffer(slots * 8)) }
}

/** A 64-bit key, never 0. */
export function keyOf(text: string): bigint {
  const key = createHash('sha256').update(text).digest().readBigUInt64LE(0)
  return key === 0n ? 1n : key
}

/** Where the key stands, or the free slot where it would. */
export function slotOf({ keys }: HashTable, key: bigint): number {
  const mask = keys.length - 1
  let slot = Number(key & BigInt(mask))
  while (keys[slot] !== 0n && keys[slot] !== key) slot = (slot + 1) & mask
  return slot
}
