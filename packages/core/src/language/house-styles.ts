import { findBestMatch } from 'string-similarity'
import { UsageError } from '../usage-error.ts'
import { targetLanguage } from './language.ts'

/** How the house wants names of which English has several forms. */
export interface NameStyle {
  /** A house whose style `languages/en/house-styles.tsv` knows: `ap`, `guardian`, `bbc`. */
  readonly profile?: string
  /** The house’s own: the form that it writes, and those that it does not. They go before the profile. */
  readonly write?: Readonly<Record<string, readonly string[]>>
  /** The day whose style holds, `YYYY-MM-DD`, for old articles. Default: the latest. */
  readonly on?: string
}

/** A name with one form that is written and others that are not. */
export interface HouseName {
  /** The profile, or `own`. */
  readonly house: string
  readonly write: string
  readonly instead: readonly string[]
  /** Days from which and until which the style holds, `YYYY-MM-DD`; empty: always. */
  readonly since: string
  readonly until: string
  /** Words in lower case beside which another form stands. */
  readonly unless: readonly string[]
  readonly source: string
}

/** The houses that have a profile. */
function houseProfiles(): readonly string[] {
  return [...new Set(allHouseNames().map(({ house }) => house))]
}

/** What all profiles say. */
export function allHouseNames(): readonly HouseName[] {
  return targetLanguage()
    .table('house-styles')
    .map(({ house = '', write = '', instead = '', since = '', until = '', unless = '', source = '' }) => ({
      house,
      write,
      instead: instead.split('|'),
      since,
      until,
      unless: unless === '' ? [] : unless.split('|'),
      source,
    }))
}

/**
 * The names that a style settles; of two on one form the first holds, the house’s own before the profile’s.
 *
 * @throws UsageError when there is no such profile
 */
export function namesOfStyle({ profile, write = {}, on }: NameStyle): readonly HouseName[] {
  if (profile !== undefined) assertProfile(profile, 'names.profile')
  const own = Object.entries(write).map(([form, instead]) => ({
    house: 'own',
    write: form,
    instead,
    since: '',
    until: '',
    unless: [],
    source: 'own',
  }))
  const ofProfile = profile === undefined ? [] : allHouseNames().filter(({ house }) => house === profile)
  const settled = new Set<string>()
  return [...own, ...ofProfile.filter((name) => holds(name, on))].flatMap((name) => {
    // What the house writes itself is never wrong, whatever its profile says.
    const instead = name.instead.filter((form) => !settled.has(form))
    for (const form of [name.write, ...instead]) settled.add(form)
    return instead.length === 0 ? [] : [{ ...name, instead }]
  })
}

/**
 * @param where what the message begins with: a file and key, or an option
 * @throws UsageError that offers the nearest profile
 */
export function assertProfile(profile: string, where: string): void {
  const profiles = houseProfiles()
  if (profiles.includes(profile)) return
  const { bestMatch } = findBestMatch(profile, [...profiles])
  const nearest = bestMatch.rating >= 0.4 ? `; did you mean “${bestMatch.target}”?` : ''
  throw new UsageError(
    `${where}: there is no profile “${profile}”${nearest}`,
    `Profiles are ${profiles.map((name) => `“${name}”`).join(', ')}`,
  )
}

function holds({ since, until }: HouseName, on: string | undefined): boolean {
  if (on === undefined) return until === ''
  return since <= on && (until === '' || on < until)
}
