import { frenchSigns, hasTwoSigns } from '../../language/romanisation-signs.ts'
import type { GivenName } from './given-names.ts'

const russianEnding = /(?:[bcdfghklmnprstvz]ine|yne|ski|ss[eo]va?)$/u
/** How the surnames of Frenchmen end, whom women of those countries marry: Mounier, Rousseau, Boucher. */
const frenchman = /(?:eau|aux|aults?|aud|ard|ert|ier|cher|elle|ette|esse|[eo]ux|ourt|oire|[ao]is|[glst]on)$/u
/** What only French has of Russian sounds. */
const russianOu = /[^aeiou]ou(?![aei]|s[aeiouy])/u
const noTrace: ReadonlySet<string> = new Set(['be', 'bg', 'mk', 'kk', 'ky'])
/** Letters that the bearers’ own countries write in English as well, by language of origin. */
const ownLetters: ReadonlyMap<string, RegExp> = new Map([
  ['bg', /(?<=s)s|(?<=d)j/gu],
  // Tsikhanouskaya
  ['be', /(?<=o)u(?=sk)/gu],
  // Japarov, Hajiyev, Japaridze: the sound that French writes dj.
  ...['az', 'ky', 'tg', 'tk', 'uz'].map((origin) => [origin, /(?<!d)j/gu] as const),
  ['ka', /(?<!d)j(?=[aeiou])/gu],
])

/** How surely a surname after a given name is in French romanisation: 0 where nothing shows it. */
export function surnameConfidence(surname: string, { shared, french, origin, targets }: GivenName): number {
  const own = french ? undefined : ownLetters.get(origin)
  const signs = frenchSigns(own === undefined ? surname : surname.toLowerCase().replace(own, ''))
  if (signs === 'sure' || signs === 'strong') return 0.93
  if (signs === 'none') return 0
  const lower = surname.toLowerCase()
  // Armenians abroad keep -ian.
  if (origin === 'hy' && lower.endsWith('ian') && !shared) return /ou|tch|ch|dj|ss/u.test(lower) ? 0.85 : 0.55
  // Bulgarian, Macedonian and Central Asian names keep -ski and j.
  // Behind a given name in French letters ch is French as well: “Kamtchybek Tachiev”.
  const traceless = noTrace.has(origin) && !(french && !shared && /(?<!t)ch/u.test(lower))
  if (signs === 'faint' && (traceless || (lower.endsWith('ian') && origin !== 'hy'))) return 0
  if (!shared && french) return signs === 'faint' ? 0.85 : 0.93
  // “Konstantin Chernenko”, but “Mikhail Chemiakine”.
  if (!shared && signs === 'initial') return /ine$/u.test(lower) ? 0.82 : 0
  if (!shared && frenchman.test(lower) && !hasTwoSigns(surname)) return 0
  if (!shared && signs === 'faint' && own === undefined && lower.length > 5 && russianOu.test(lower)) return 0.6
  if (!shared) return signs === 'weak' ? 0.82 : russianEnding.test(lower) ? 0.55 : 0
  // Alexandre, Maxime: French people too.
  const foreignForm = targets[0] !== undefined && french
  if (foreignForm && signs === 'weak' && russianEnding.test(lower)) return 0.62
  if (foreignForm && signs === 'initial' && lower.endsWith('dze')) return 0.62
  // Boris, Maria, Elvira: half of Europe.
  return signs === 'weak' && hasTwoSigns(surname) ? 0.75 : 0
}
