import { copyCase } from '../text/fold.ts'
import { type LetterRow, rewriteLetters, row } from './letter-groups.ts'

/**
 * What French made of Serbian and Bosnian letters, and what English papers write, which leave out the marks: Karadžić,
 * Karadjitch, Karadzic. Source: the French press of the 1990s beside AP.
 */
const rows: readonly LetterRow[] = [
  row('(?<=n)djitch$', 'djic'),
  row('djitch$', 'dzic'),
  row('ine$', 'in'),
  row('ievitch$', 'ijevic', ['jevic', 0.2]),
  row('tch', 'c'),
  row('ch', 's'),
  row('ou', 'u'),
  row('ts', 'c'),
  row('ï', 'j'),
  row('[éèê]', 'e'),
  row('(?<=[ln])i(?=[aeou])', 'j'),
  row('^j(?=[iu])', 'z', ['j', 0.2]),
]

/** Is the surname one of Serbia or its neighbours in French letters? */
export function isFrenchSerbian(name: string): boolean {
  return name.length > 5 && /tch/u.test(name.toLowerCase())
}

/** English forms of the name, best first; the case is kept. */
export function romaniseSerbian(name: string): string[] {
  return rewriteLetters(name.toLowerCase(), rows).map((text) => copyCase(name, text))
}
