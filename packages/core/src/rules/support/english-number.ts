const small =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const months = 'January February March April May June July August September October November December'.split(' ')
const scales: readonly (readonly [number, string, string])[] = [
  [1e3, 'thousand', 'k'],
  [1e6, 'million', 'm'],
  [1e9, 'billion', 'bn'],
  [1e12, 'trillion', 'tn'],
]
/** Seconds in each. */
const spans: readonly (readonly [number, string])[] = [
  [1, 'second'],
  [60, 'minute'],
  [3600, 'hour'],
  [86_400, 'day'],
  [604_800, 'week'],
  [2_629_800, 'month'],
  [31_557_600, 'year'],
]

/** Writes numbers as English news does. */
export const englishNumber = {
  /** `kind` year has no comma; undefined where words would be too long. */
  write(value: number, inWords: boolean, kind: string): string | undefined {
    const isOrdinal = kind === 'ordinal' || kind === 'century'
    if (inWords) return Number.isInteger(value) ? words(value, isOrdinal) : undefined
    if (isOrdinal) return `${value}${suffixOf(value)}`
    if (kind === 'year') return String(value)
    return value.toLocaleString('en-GB', { maximumFractionDigits: 6 })
  },
  /** The word for a thousand, million …, as short as the one it replaces. */
  scale(value: number, like: string): string {
    const [, long = '', short = ''] = scales.find(([scale]) => scale === value) ?? []
    return like.length <= 2 ? short : long
  },
  /** The unit of time of so many seconds; undefined for what has no word of its own. */
  timeUnit(factor: number): string | undefined {
    return spans.find(([seconds]) => seconds === factor)?.[1]
  },
  month(number: number): string {
    return months[number - 1] ?? ''
  },
}

function words(value: number, isOrdinal: boolean): string | undefined {
  if (value >= 100) return isOrdinal ? `${value}${suffixOf(value)}` : String(value)
  const last = (word: string) => (isOrdinal ? ordinal(word) : word)
  if (value < 20) return last(small[value] as string)
  const ten = tens[Math.floor(value / 10) - 2] as string
  const unit = value % 10
  return unit === 0 ? last(ten) : `${ten}-${last(small[unit] as string)}`
}

const irregular: Readonly<Record<string, string>> = {
  one: 'first',
  two: 'second',
  three: 'third',
  five: 'fifth',
  eight: 'eighth',
  nine: 'ninth',
  twelve: 'twelfth',
}

function ordinal(word: string): string {
  return irregular[word] ?? `${word.replace(/y$/u, 'ie')}th`
}

/** The ending of an ordinal in figures: `nd` of 92. */
export function suffixOf(value: number): string {
  const last = value % 10
  if (value % 100 >= 11 && value % 100 <= 13) return 'th'
  return last === 1 ? 'st' : last === 2 ? 'nd' : last === 3 ? 'rd' : 'th'
}
