import { frenchSigns, hasTwoSigns } from '../../language/romanisation-signs.ts'
import type { GivenName } from './given-names.ts'

const russianEnding = /(?:[bcdfghklmnprstvz]ine|yne|ski)$/u
const noTrace: ReadonlySet<string> = new Set(['bg', 'mk', 'kk', 'ky'])

/** How surely a surname after a given name is in French romanisation: 0 where nothing shows it. */
export function surnameConfidence(surname: string, { shared, french, origin, targets }: GivenName): number {
  const signs = frenchSigns(surname)
  if (signs === 'sure' || signs === 'strong') return 0.93
  if (signs === 'none') return 0
  const lower = surname.toLowerCase()
  // Armenians abroad keep -ian.
  if (origin === 'hy' && lower.endsWith('ian') && !shared) return /ou|tch|ch|dj|ss/u.test(lower) ? 0.85 : 0.55
  // Bulgarian, Macedonian and Central Asian names keep -ski and j.
  if (signs === 'faint' && (noTrace.has(origin) || (lower.endsWith('ian') && origin !== 'hy'))) return 0
  if (!shared && french) return signs === 'weak' ? 0.93 : 0.85
  if (!shared) return signs === 'weak' ? 0.82 : russianEnding.test(lower) ? 0.55 : 0
  // Alexandre, Maxime: French people too.
  const foreignForm = targets[0] !== undefined && french
  if (foreignForm && signs === 'weak' && russianEnding.test(lower)) return 0.62
  // Boris, Maria, Elvira: half of Europe.
  return signs === 'weak' && hasTwoSigns(surname) ? 0.75 : 0
}
