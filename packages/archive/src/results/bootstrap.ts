/**
 * Bootstrap intervals in constant memory: each article is dealt by the hash of its id into one of 256 packs, and the
 * packs are resampled. The pack depends on the id alone, so the same article of two runs falls into the same pack:
 * differences between runs are paired where they can be, without holding one article.
 */
const packCount = 256
const replicates = 1000

/** A number and the interval that holds it in 95 of 100 resamples. */
export interface Estimate {
  readonly value: number
  readonly low: number
  readonly high: number
}

/** 32-bit hash of a text: FNV-1a, then the finaliser of MurmurHash3, for all bits count. */
export function hashText(text: string, seed = 0): number {
  let hash = 0x811c9dc5 ^ seed
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** The pack that an article is dealt into. */
export function packOf(articleId: string): number {
  return hashText(articleId) % packCount
}

/** Sums of one quantity, a pack each. */
export type Packs = Float64Array

export function emptyPacks(): Packs {
  return new Float64Array(packCount)
}

/** How often each pack is drawn, one row a replicate. Made once: every estimate uses the same draws. */
let drawnOnce: Uint8Array | undefined
function draws(): Uint8Array {
  if (drawnOnce !== undefined) return drawnOnce
  const counts = new Uint8Array(replicates * packCount)
  let state = 0x5eed
  for (let replicate = 0; replicate < replicates; replicate++) {
    for (let draw = 0; draw < packCount; draw++) {
      // mulberry32
      state = (state + 0x6d2b79f5) | 0
      let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
      mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
      const index = replicate * packCount + (((mixed ^ (mixed >>> 14)) >>> 0) % packCount)
      counts[index] = (counts[index] as number) + 1
    }
  }
  drawnOnce = counts
  return counts
}

/** A sum over a sum, times `scale`, in each replicate; replicates that drew nothing are left out as NaN. */
function resampled(counted: Packs, over: Packs, scale: number): Float64Array {
  const counts = draws()
  const ratios = new Float64Array(replicates)
  for (let replicate = 0; replicate < replicates; replicate++) {
    let top = 0
    let bottom = 0
    const base = replicate * packCount
    for (let pack = 0; pack < packCount; pack++) {
      const times = counts[base + pack] as number
      top += times * (counted[pack] as number)
      bottom += times * (over[pack] as number)
    }
    ratios[replicate] = bottom === 0 ? Number.NaN : (top / bottom) * scale
  }
  return ratios
}

function estimate(value: number, samples: Float64Array): Estimate {
  const sorted = samples.filter((sample) => !Number.isNaN(sample)).sort()
  if (sorted.length === 0) return { value, low: value, high: value }
  const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))] as number
  return { value, low: Math.min(value, at(0.025)), high: Math.max(value, at(0.975)) }
}

function ratio(counted: Packs, over: Packs, scale: number): number {
  const sum = (packs: Packs): number => packs.reduce((total, each) => total + each, 0)
  const bottom = sum(over)
  return bottom === 0 ? 0 : (sum(counted) / bottom) * scale
}

/** `counted` a `scale` of `over` (findings a thousand words), with its interval. */
export function rateOf(counted: Packs, over: Packs, scale: number): Estimate {
  return estimate(ratio(counted, over, scale), resampled(counted, over, scale))
}

/** A sum over a sum. */
export interface Ratio {
  readonly counted: Packs
  readonly over: Packs
}

/** A difference, its interval and its standard error. */
export interface DifferenceEstimate extends Estimate {
  readonly standardError: number
}

/** The rate of `b` less the rate of `a`. An article that both have falls into one pack, so that the two are paired. */
export function differenceOf(a: Ratio, b: Ratio, scale: number): DifferenceEstimate {
  const first = resampled(a.counted, a.over, scale)
  const samples = resampled(b.counted, b.over, scale).map((value, index) => value - (first[index] as number))
  const value = ratio(b.counted, b.over, scale) - ratio(a.counted, a.over, scale)
  const known = samples.filter((sample) => !Number.isNaN(sample))
  const mean = known.reduce((sum, sample) => sum + sample, 0) / (known.length || 1)
  const squares = known.reduce((sum, sample) => sum + (sample - mean) ** 2, 0)
  return { ...estimate(value, samples), standardError: Math.sqrt(squares / Math.max(1, known.length - 1)) }
}

/**
 * How many standard errors a difference must have to stand out among so many that are looked at: with twenty rows one
 * would pass the 95% of a single row by chance (Bonferroni; the normal quantile by Abramowitz and Stegun, 26.2.23).
 */
export function standingOut(looks: number): number {
  const t = Math.sqrt(-2 * Math.log(0.025 / Math.max(1, looks)))
  return t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)))
}
