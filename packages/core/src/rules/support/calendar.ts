/** English names of the days and months, lower case, and what surrounds them in dates. */
export const weekdays: ReadonlySet<string> = new Set(
  'monday tuesday wednesday thursday friday saturday sunday'.split(' '),
)
export const months: ReadonlySet<string> = new Set(
  'january february march april may june july august september october november december'.split(' '),
)
export const partsOfDay: ReadonlySet<string> = new Set(
  'morning afternoon evening night noon midday lunchtime'.split(' '),
)
