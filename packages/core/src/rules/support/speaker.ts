import type { AlignedSource } from '../../bilingual/aligned-source.ts'
import type { NameChange } from '../../bilingual/name-differences.ts'
import { pairQuotes } from './quote-pairing.ts'
import { reportingVerbs } from './reporting.ts'

const reach = 5

/** Does the changed name say whose words the quotation of the sentence are? */
export function isSpeaker(
  aligned: AlignedSource,
  { bead, sentence: { tokens, from, to }, ...name }: NameChange,
): boolean {
  const isQuoted = pairQuotes(tokens).some(({ token }) => from <= token && token < to)
  const source = aligned.source.slice(bead.sourceFrom, bead.sourceTo)
  if (!isQuoted || !source.some(({ text }) => /[«“"]/u.test(text))) return false
  for (let at = Math.max(from, name.from - reach); at < Math.min(to, name.to + reach); at++) {
    if (reportingVerbs.has(tokens.lower(at))) return true
  }
  return false
}
