import { Shape, TokenKind, type Tokens } from '../../text/tokens.ts'
import type { Draft } from '../rule.ts'
import { copyName, insideFrench } from './name-draft.ts'

/** `Jean XXIII`, `Georges VI`: English has its own names for popes and kings. */
export function regnalName(
  tokens: Tokens,
  at: number,
  names: ReadonlyMap<string, readonly string[]>,
): Draft | undefined {
  if (tokens.shape(at + 1) === Shape.lower) return undefined
  const number = tokens.text(at + 1)
  if (!/^(?:[IVX]+|Ier|Ire)$/u.test(number) || !tokens.spaceBefore(at + 1)) return undefined
  const form = tokens.text(at)
  const english = names.get(form.toLowerCase())
  if (english === undefined || insideFrench(tokens, at) || tokens.kind(at - 1) === TokenKind.dash) return undefined
  // The kings of France that were called Jean keep their name.
  if (form === 'Jean' && number.length < 3) return undefined
  const end = number.startsWith('Ire') || number.startsWith('Ier') ? at + 1 : at
  const tail = end > at ? ' I' : ''
  return {
    start: tokens.start(at),
    end: tokens.end(end),
    expected: english.map((name) => copyName(form, name) + tail),
    confidence: 0.85,
    weight: 4,
    reason: `“${form} ${number}” is the French name; English says “${english[0]}${tail === '' ? ` ${number}` : tail}”`,
  }
}
