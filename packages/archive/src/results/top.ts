/** Keeps the `size` entries that come first in `compare`, whatever their number and order. */
export class Top<T> {
  readonly #size: number
  readonly #compare: (a: T, b: T) => number
  readonly #entries: T[] = []

  constructor(size: number, compare: (a: T, b: T) => number) {
    this.#size = size
    this.#compare = compare
  }

  /** Would `add` keep it? */
  takes(entry: T): boolean {
    const last = this.#entries.at(-1)
    return this.#entries.length < this.#size || (last !== undefined && this.#compare(entry, last) < 0)
  }

  add(entry: T): void {
    if (!this.takes(entry)) return
    let low = 0
    let high = this.#entries.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.#compare(this.#entries[middle] as T, entry) <= 0) low = middle + 1
      else high = middle
    }
    this.#entries.splice(low, 0, entry)
    if (this.#entries.length > this.#size) this.#entries.pop()
  }

  /** First first. */
  get entries(): readonly T[] {
    return this.#entries
  }
}

/** Order of code units: the same on every machine. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
