const alphabet = 'abcdefghijklmnopqrstuvwxyz234567'
const length = 16
const reach = 60

/**
 * 80 bits in base 32, from four multiply-and-mix passes of 32 bits (MurmurHash3’s finaliser; Appleby, public domain).
 * A key among the findings of one article, no defence against anyone: speed counts, strength does not.
 */
export function digest(text: string): string {
  let a = 0x9e3779b9
  let b = 0x85ebca6b
  let c = 0xc2b2ae35
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    a = Math.imul(a ^ code, 0xcc9e2d51)
    b = Math.imul(b ^ code, 0x1b873593)
    c = Math.imul(c ^ code, 0x27d4eb2f)
    a = (a << 13) | (a >>> 19)
    b = (b << 15) | (b >>> 17)
    c = (c << 17) | (c >>> 15)
  }
  const words = [mix(a ^ text.length), mix(b ^ a), mix(c ^ b)]
  let result = ''
  for (let index = 0; index < length; index++) {
    const word = words[Math.floor(index / 6)] as number
    result += alphabet.charAt((word >>> ((index % 6) * 5)) & 31)
  }
  return result
}

function mix(value: number): number {
  let mixed = value ^ (value >>> 16)
  mixed = Math.imul(mixed, 0x85ebca6b)
  mixed ^= mixed >>> 13
  mixed = Math.imul(mixed, 0xc2b2ae35)
  return mixed ^ (mixed >>> 16)
}

/** Printable ASCII without spaces at its ends or side by side. */
function isNormal(text: string): boolean {
  let last = 32
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code < 32 || code > 126 || (code === 32 && last === 32)) return false
    last = code
  }
  return last !== 32 || text === ''
}

function normalise(text: string): string {
  return isNormal(text) ? text : text.normalize('NFC').replace(/\s+/gu, ' ').trim()
}

const letter = /[\p{L}\p{N}]/u
/** Of each code unit outside ASCII: 0 not asked yet, 1 no letter, 2 a letter. */
const kinds = new Uint8Array(65_536)

function isLetter(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57)
  let kind = kinds[code]
  if (kind === 0) {
    kind = letter.test(text.charAt(at)) ? 2 : 1
    kinds[code] = kind
  }
  return kind === 2
}

/** Up to two words that end at or before `from`, nearest last. */
function wordsBefore(text: string, from: number): string {
  const limit = Math.max(0, from - reach)
  let at = from
  let words = ''
  for (let count = 0; count < 2; count++) {
    while (at > limit && !isLetter(text, at - 1)) at--
    const end = at
    while (at > limit && isLetter(text, at - 1)) at--
    if (at === end) break
    words = `${text.slice(at, end)} ${words}`
  }
  return words
}

/** Up to two words that start at or after `from`. */
function wordsAfter(text: string, from: number): string {
  const limit = Math.min(text.length, from + reach)
  let at = from
  let words = ''
  for (let count = 0; count < 2; count++) {
    while (at < limit && !isLetter(text, at)) at++
    const start = at
    while (at < limit && isLetter(text, at)) at++
    if (at === start) break
    words += ` ${text.slice(start, at)}`
  }
  return words
}

/** Makes fingerprints for the findings of one article, in source order, and counts equals. */
export class Fingerprints {
  readonly #seen = new Map<string, number>()

  /** From the rule, the quoted text and two words either side; equal ones are told apart by their order. */
  of(ruleId: string, source: string, start: number, end: number): string {
    const key = `${ruleId}\0${normalise(source.slice(start, end))}\0${wordsBefore(source, start)}\0${wordsAfter(source, end)}`
    const ordinal = this.#seen.get(key) ?? 0
    this.#seen.set(key, ordinal + 1)
    return digest(ordinal === 0 ? key : `${key}\0${ordinal}`)
  }
}
