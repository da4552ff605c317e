import type { Tokens } from '../../text/tokens.ts'
import { weekdays } from './calendar.ts'
import { outletsSpokenTo } from './phrase-slots.ts'

const days = new Set([...weekdays, 'yesterday', 'today'])
const partsOfDay = new Set(['morning', 'afternoon', 'evening', 'night'])
const occasions = new Set(
  'release statement communiqué communique tweet letter message video note interview conference briefing post speech report'.split(
    ' ',
  ),
)
const networks = ['twitter', 'x', 'facebook', 'instagram', 'telegram', 'linkedin', 'television', 'radio']
const possessives = new Set(['his', 'her', 'its', 'their', 'my', 'our'])

/** What French puts between a verb of saying and its subject: when, where or in whose turn it was said. */
export interface Circumstances {
  /** Index after their last token. */
  readonly end: number
  /** What English says before the verb: “for his part”. */
  readonly before: string
  /** What English says after the verb, “on” put before bare days. */
  readonly after: string
}

/** The circumstances that start at token `from`; undefined where none stand. */
export function circumstancesAt(tokens: Tokens, from: number): Circumstances | undefined {
  let end = from
  let before = ''
  const after: string[] = []
  for (;;) {
    const next = oneEnd(tokens, end)
    if (next === end) break
    const text = tokens.prose.slice(tokens.start(end), tokens.end(next - 1))
    if (tokens.lower(next - 1) === 'part' && tokens.lower(end) === 'for') before = text
    else after.push(days.has(tokens.lower(end)) && !/^(?:yesterday|today)/iu.test(text) ? `on ${text}` : text)
    end = next
  }
  return end === from ? undefined : { end, before, after: after.join(' ') }
}

function oneEnd(tokens: Tokens, from: number): number {
  const word = tokens.lower(from)
  if (word === 'again' || word === 'recently') return from + 1
  if (word === 'for' && possessives.has(tokens.lower(from + 1)) && tokens.lower(from + 2) === 'part') return from + 3
  const time = timeEnd(tokens, from)
  if (time > from) return time
  // `announced in the night the minister`
  if (
    (word === 'in' || word === 'during') &&
    tokens.lower(from + 1) === 'the' &&
    partsOfDay.has(tokens.lower(from + 2))
  )
    return from + 3
  if (word === 'in' || word === 'during' || word === 'at') return occasionEnd(tokens, from)
  if (word === 'on') return mediumEnd(tokens, from)
  return from
}

/** Index after a day, with or without “on” before it and a part of the day after it; `from` where none stands. */
function timeEnd(tokens: Tokens, from: number): number {
  const day = ['on', 'this'].includes(tokens.lower(from)) ? from + 1 : from
  if (!days.has(tokens.lower(day))) return from
  return partsOfDay.has(tokens.lower(day + 1)) ? day + 2 : day + 1
}

/** “in a press release”, “during a briefing”. */
function occasionEnd(tokens: Tokens, from: number): number {
  if (!['a', 'an', 'this', ...possessives].includes(tokens.lower(from + 1))) return from
  for (let at = from + 2; at < from + 5; at++) if (occasions.has(tokens.lower(at))) return at + 1
  return from
}

/** “on franceinfo”, “on X”. */
function mediumEnd(tokens: Tokens, from: number): number {
  if (networks.includes(tokens.lower(from + 1))) return from + 2
  return outletEnd(tokens, from + 1) ?? from
}

/** Index after a news outlet that starts at token `from`; undefined where none stands. */
export function outletEnd(tokens: Tokens, from: number): number | undefined {
  const start = tokens.start(from)
  const text = tokens.prose.slice(start, start + 40).toLowerCase()
  const outlet = outletsSpokenTo.find(
    (name) => text.startsWith(name) && !/^[\p{L}\p{N}]/u.test(text.slice(name.length)),
  )
  if (outlet === undefined) return undefined
  const end = tokens.at(start + outlet.length - 1) + 1
  // Agence France-Presse (AFP)
  return tokens.text(end) === '(' && tokens.text(end + 2) === ')' ? end + 3 : end
}
