import { createHash } from 'node:crypto'

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567'

/** First 80 bits of SHA-256 in base 32: 16 characters. */
function digest(text: string): string {
  const bytes = createHash('sha256').update(text).digest()
  let result = ''
  let bits = 0
  let value = 0
  for (let index = 0; result.length < 16; index++) {
    value = (value << 8) | (bytes[index] as number)
    bits += 8
    while (bits >= 5 && result.length < 16) {
      bits -= 5
      result += alphabet[(value >> bits) & 31]
    }
    value &= (1 << bits) - 1
  }
  return result
}

function normalise(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim()
}

/** Makes fingerprints for the findings of one article, in source order, and counts equals. */
export class Fingerprints {
  readonly #seen = new Map<string, number>()

  /** From the rule, the quoted text and two words either side; equal ones are told apart by their order. */
  of(ruleId: string, source: string, start: number, end: number): string {
    const before = source.slice(Math.max(0, start - 60), start).match(/[\p{L}\p{N}]+/gu) ?? []
    const after = source.slice(end, end + 60).match(/[\p{L}\p{N}]+/gu) ?? []
    const key = [
      ruleId,
      normalise(source.slice(start, end)),
      before.slice(-2).join(' '),
      after.slice(0, 2).join(' '),
    ].join('\0')
    const ordinal = this.#seen.get(key) ?? 0
    this.#seen.set(key, ordinal + 1)
    return digest(`${key}\0${ordinal}`)
  }
}
