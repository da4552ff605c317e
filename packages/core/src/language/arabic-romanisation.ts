import { copyCase } from '../text/fold.ts'
import { type LetterRow, rewriteLetters, row } from './letter-groups.ts'

const vowel = '[aeiouyéèïëâôû]'
const consonant = '[bcdfghjklmnpqrstvwxz]'

/** Letter groups that French writes alike for Arabic, Persian and Hebrew. Source: usage of AFP and AP side by side. */
const shared: readonly LetterRow[] = [
  row('aoui$', 'awi'),
  row('aou(?=d$)', 'aou'),
  row(`aou(?=${consonant})`, 'aw', ['au', 0.3]),
  row('oua', 'wa'),
  row('oue', 'we'),
  row(`(?<=${vowel})oui(?!$)`, 'wi'),
  row('tch', 'ch'),
  row('ache$', 'ash'),
  row('ch', 'sh'),
  row('dj', 'j'),
  row('ç', 's'),
  row('aï', 'ai', ['ay', 0.3]),
  row('ay(?=[sç])', 'ai'),
  row('eï', 'ei', ['ai', 0.3], ['ey', 0.4]),
  row('ï', 'i'),
  row('é$', 'eh', ['e', 0.2]),
  row('[éèêë]', 'e'),
  row(`(?<=${vowel})ss(?=${vowel})`, 's', ['ss', 0.2]),
  row(`(?<=${consonant})ane$`, 'an'),
  row(`(?<=${consonant})ine$`, 'in'),
  row(`(?<=ad)ate$`, 'at'),
]

const arabic: readonly LetterRow[] = [
  ...shared,
  row('oun(?:e)?$', 'oun', ['un', 0.2]),
  // “Mahmoud”, “Haroun”, “Mansour”: before a last consonant English keeps it as often as not.
  row('ou(?=[dr]$|[drn]i$)', 'ou', ['u', 0.3]),
  row('ou', 'u', ['ou', 0.4]),
]

/** Persian keeps ou: Rouhani, Mousavi, Karroubi. */
const persian: readonly LetterRow[] = [...shared, row('ou', 'ou', ['u', 0.3])]

/** How surely an Arabic name after the article is in French romanisation: 0 where English writes it like this too. */
export function frenchArabicSign(name: string): number {
  const lower = name.toLowerCase()
  if (/dj|ç|oua[dnrhk]|aoui|ï|ouch|chou|tch/u.test(lower)) return 0.8
  if (/(?<![t])ch/u.test(lower)) return 0.6
  return /ou[bjlrkz]|oune$|[bdfklmnrst]ane$|é$/u.test(lower) && !/^houthi/u.test(lower) ? 0.45 : 0
}

/** Has it letters that English romanisation has not as a rule, if they say little alone? A double s says nothing. */
export function hasFrenchLetters(name: string): boolean {
  return /ou|[éèï]|[bdfklmnrst](?:ane|ine)$/u.test(name.toLowerCase())
}

/** English forms of an Arabic or Persian name in French romanisation, as near as letters tell, best first; the case is kept. */
export function romaniseArabic(name: string, origin = 'ar'): string[] {
  const rows = origin === 'fa' ? persian : arabic
  return rewriteLetters(name.toLowerCase(), rows).map((text) => copyCase(name, text))
}
