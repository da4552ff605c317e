import { TokenKind, type Tokens } from '../text/tokens.ts'
import { type DocumentView, type Draft, defineRule } from './rule.ts'
import { partsOfDay, weekdays } from './support/calendar.ts'

const news = new Set('news newscast guest set tf1 jt bulletin broadcast program programme edition'.split(' '))

/** Times of day put the French way: 18h30, 20 Hours, 20 p.m., `16:47 :`. */
export const timeForm = defineRule({
  id: 'time-form',
  mqm: 'locale-conventions/time-format',
  severity: 'minor',
  fix: 'safe',
  needs: 'either',
  round: 'sure',
  priority: 56,
  mutes: ['punctuation-spacing'],
  summary: 'A time of day is put the French way.',
  why: 'French counts 24 hours and writes 18h30 or 18 heures; “le 20 heures” is the evening news of French television.',
  examples: {
    bad: [
      {
        text: 'The session opens at 18h30 in Paris.',
        expected: 'The session opens at 6:30 p.m. in Paris.',
        actual: '18h30',
      },
      { text: 'She was the guest of the 20 Hours of TF1.', expected: 'She was the guest of the 8 p.m. news of TF1.' },
      { text: 'They meet at 20 p.m. on Monday.', expected: 'They meet at 8 p.m. on Monday.' },
      { text: 'They meet at 8 p.m. 30 in Paris.', expected: 'They meet at 8:30 p.m. in Paris.' },
      { text: '16:47 : The minister arrives.', expected: '4:47 p.m.: The minister arrives.' },
    ],
    good: [
      'The session opens at 6:30 p.m. and ends within 20 hours, at 8 pm or 11 a.m. sharp.',
      'Published 1/2/2020, 6:19:24 AM.',
      'It lasted 24 hours; the ratio is 3 : 2, in 16H form, at 21:30 GMT.',
    ],
  },
  prepare: () => ({
    triggers: { numbers: true },
    check({ tokens, occurrences }, document) {
      const drafts: Draft[] = []
      for (const at of occurrences) {
        const draft =
          doubledMeridiem(tokens, at) ??
          letterH(tokens, at) ??
          colon(tokens, at) ??
          lateMeridiem(tokens, at) ??
          splitMeridiem(tokens, at) ??
          hours(tokens, at, document)
        if (draft !== undefined) drafts.push(draft)
      }
      return drafts
    },
  }),
})

/** The hour of `20`, with minutes `30`, as English says it. */
function spoken(hour: number, minutes: string): string {
  const half = hour >= 12 ? 'p.m.' : 'a.m.'
  const twelve = hour % 12 === 0 ? 12 : hour % 12
  if (minutes === '' || minutes === '00')
    return hour === 12 ? 'noon' : hour === 0 || hour === 24 ? 'midnight' : `${twelve} ${half}`
  return `${twelve}:${minutes} ${half}`
}

/** `16:16 p.m.`, `8h30 p.m.`, `20:30 p.m`: counted to 24 and told the half of the day as well. */
function doubledMeridiem(tokens: Tokens, at: number): Draft | undefined {
  const hour = hourOf(tokens.text(at))
  const minutes = tokens.text(at + 2)
  const separator = tokens.text(at + 1)
  // `6:19:24 AM` counts seconds.
  if (tokens.text(at - 1) === ':' && !tokens.spaceBefore(at)) return undefined
  if (hour === undefined || (separator !== ':' && separator !== 'h') || !/^[0-5]\d$/u.test(minutes)) return undefined
  if (separator === ':' && (tokens.spaceBefore(at + 1) || tokens.spaceBefore(at + 2) || (hour < 13 && hour > 0)))
    return undefined
  const half = tokens.lower(at + 3)
  if (half !== 'p' && half !== 'a' && half !== 'pm' && half !== 'am') return undefined
  let last = at + 3
  if (half.length === 1) {
    if (tokens.text(at + 4) !== '.' || tokens.lower(at + 5) !== 'm') return undefined
    last = at + 5
    if (tokens.text(at + 6) === '.' && !tokens.spaceBefore(at + 6)) last = at + 6
  }
  // Nobody counts noon as 0: `00:15 p.m.` is a quarter past midnight.
  const text = spoken(hour > 0 && hour < 12 && half.startsWith('p') ? hour + 12 : hour, minutes)
  return draftOf(tokens, at, last, half.length === 1 ? text : text.replaceAll('.', ''), 0.95, true)
}

/** `18h30`, `18h`, `18 h 30` */
function letterH(tokens: Tokens, at: number): Draft | undefined {
  const hour = hourOf(tokens.text(at))
  if (hour === undefined || !/^[hH]$/u.test(tokens.text(at + 1))) return undefined
  const spaced = tokens.spaceBefore(at + 1)
  const minutes = /^[0-5]\d$/u.test(tokens.text(at + 2)) ? tokens.text(at + 2) : ''
  if (spaced && minutes === '') return undefined
  const last = minutes === '' ? at + 1 : at + 2
  if (minutes === '' && tokens.kind(at + 2) === TokenKind.sign) return undefined
  // “5h ago”, “a 2h30 film”, “after 3h10 of play”, “Trends 24h”: how long, not when.
  const dated = clockWords.has(tokens.lower(at - 1)) && !durationAfter.has(tokens.lower(last + 1))
  const head = at === 0 || tokens.kind(at - 1) === TokenKind.bracket
  const day = partsOfDay.has(tokens.lower(at - 1)) || weekdays.has(tokens.lower(at - 1)) || tokens.text(at - 1) === ','
  if (!dated && !head && !day) return duration(tokens, at, last, hour, minutes)
  return draftOf(tokens, at, last, spoken(hour, minutes), 0.94, dated || head)
}

const clockWords = new Set(
  'at from until till to around about by before after since between and past towards near'.split(' '),
)
const durationAfter = new Set('of later earlier ago before after long'.split(' '))

/** `a film of 2h30`, `3h10 of play`: how long something takes. */
function duration(tokens: Tokens, at: number, last: number, hour: number, minutes: string): Draft | undefined {
  // “2h” and “1h 20m” are English too.
  if (hour === 0 || hour === 24 || minutes === '') return undefined
  if (tokens.spaceBefore(last) && !tokens.spaceBefore(at + 1)) return undefined
  const hours = hour === 1 ? '1 hour' : `${hour} hours`
  const rest = Number(minutes) === 0 ? '' : Number(minutes) === 1 ? ' 1 minute' : ` ${Number(minutes)} minutes`
  return { ...draftOf(tokens, at, last, hours + rest, 0.8, false, [spoken(hour, minutes)]), round: 'weak' }
}

/** `16:47 :` at the head of a line */
function colon(tokens: Tokens, at: number): Draft | undefined {
  const hour = hourOf(tokens.text(at))
  if (
    hour === undefined ||
    tokens.text(at + 1) !== ':' ||
    tokens.spaceBefore(at + 1) ||
    !/^[0-5]\d$/u.test(tokens.text(at + 2)) ||
    tokens.spaceBefore(at + 2)
  ) {
    return undefined
  }
  const ends = tokens.text(at + 3) === ':' && tokens.spaceBefore(at + 3)
  if (!ends || at > 1) return undefined
  return draftOf(tokens, at, at + 3, `${spoken(hour, tokens.text(at + 2))}:`, 0.92, true, [
    `${tokens.prose.slice(tokens.start(at), tokens.end(at + 2))}:`,
  ])
}

/** `20 p.m.` and `4:30 p.m :` */
function lateMeridiem(tokens: Tokens, at: number): Draft | undefined {
  if (
    (tokens.lower(at + 1) !== 'p' && tokens.lower(at + 1) !== 'a') ||
    tokens.text(at + 2) !== '.' ||
    tokens.lower(at + 3) !== 'm'
  )
    return undefined
  // `10:06 p.m .:`
  if (tokens.text(at + 4) === '.' && tokens.spaceBefore(at + 4)) {
    const colon = tokens.text(at + 5) === ':' && !tokens.spaceBefore(at + 5)
    if (!colon) return undefined
    const start = tokens.text(at - 1) === ':' ? at - 2 : at
    return {
      start: tokens.start(start),
      end: tokens.end(at + 5),
      expected: [`${tokens.prose.slice(tokens.start(start), tokens.end(at + 3))}.:`],
      confidence: 0.94,
      safe: true,
      weight: 1,
      reason: 'Written “p.m.”, without a space in it',
    }
  }
  const stopped = tokens.text(at + 4) === '.' && !tokens.spaceBefore(at + 4)
  if (!stopped && tokens.text(at + 4) === ':') {
    const start = tokens.text(at - 1) === ':' ? at - 2 : at
    return {
      start: tokens.start(start),
      end: tokens.end(at + 4),
      expected: [`${tokens.prose.slice(tokens.start(start), tokens.end(at + 3))}.:`],
      confidence: 0.9,
      safe: true,
      weight: 1,
      reason: 'Written “p.m.”, and no space before the colon',
    }
  }
  const hour = Number(tokens.text(at))
  if (!stopped || tokens.lower(at + 1) !== 'p' || !(hour >= 13 && hour <= 24) || tokens.text(at - 1) === ':')
    return undefined
  return draftOf(tokens, at, at + 4, spoken(hour % 24, ''), 0.95, true)
}

const afterClock = new Set(['in', 'on', 'at', 'to', 'and', 'for', 'with', 'when', 'before', 'after', 'by'])

/** `8 p.m. 30`: the minutes behind the half of the day. `20:00 hours` is no English time either. */
function splitMeridiem(tokens: Tokens, at: number): Draft | undefined {
  const hour = hourOf(tokens.text(at))
  if (hour === undefined) return undefined
  const half = tokens.lower(at + 1)
  const minutes = tokens.text(at + 5)
  const written = tokens.text(at + 2) === '.' && tokens.lower(at + 3) === 'm' && tokens.text(at + 4) === '.'
  if ((half === 'p' || half === 'a') && written && hour < 13 && /^[0-5]\d$/u.test(minutes)) {
    const next = tokens.kind(at + 6)
    // “at 8 p.m. 30 people came”: the number counts something else.
    if (next === TokenKind.word && !afterClock.has(tokens.lower(at + 6))) return undefined
    return draftOf(tokens, at, at + 5, `${hour}:${minutes} ${half}.m.`, 0.85, false)
  }
  const clock = tokens.text(at + 1) === ':' && !tokens.spaceBefore(at + 1) && /^[0-5]\d$/u.test(tokens.text(at + 2))
  if (clock && tokens.text(at + 3) === 'hours' && tokens.text(at - 1) === 'at')
    return draftOf(tokens, at, at + 3, spoken(hour, tokens.text(at + 2)), 0.88, false)
  return undefined
}

/** `the 20 Hours`, `at 20 hours`, `the news of 20 hours` */
function hours(tokens: Tokens, at: number, document: DocumentView): Draft | undefined {
  const unit = tokens.text(at + 1)
  const hour = hourOf(tokens.text(at))
  if (hour === undefined || !/^[Hh]ours$/u.test(unit)) return undefined
  const before = tokens.lower(at - 1)
  const newscast =
    (hour === 20 || hour === 13 || hour === 19) &&
    (unit === 'Hours' ||
      before === 'the' ||
      ((before === 'on' || before === 'within' || before === 'of') && mentionsNewscast(document)))
  if (newscast && (unit === 'Hours' || nearNews(tokens, at))) {
    const time = spoken(hour, '')
    const of = before === 'of' && news.has(tokens.lower(at - 2))
    const within = before === 'within'
    return draftOf(
      tokens,
      within ? at - 1 : at,
      at + 1,
      of ? time : within ? `on the ${time} news` : `${time} news`,
      unit === 'Hours' ? 0.9 : 0.65,
      unit === 'Hours',
    )
  }
  if (before !== 'at' || hour < 1) return undefined
  const minutes = tokens.text(at + 2)
  if (/^[0-5]\d$/u.test(minutes) && tokens.lower(at + 3) !== 'minutes')
    return draftOf(tokens, at, at + 2, spoken(hour, minutes), 0.93, true)
  return draftOf(tokens, at, at + 1, spoken(hour, ''), 0.9, true)
}

function nearNews(tokens: Tokens, at: number): boolean {
  for (let index = tokens.sentenceStart(at); index < tokens.sentenceEnd(at); index++)
    if (news.has(tokens.lower(index))) return true
  return tokens.lower(at - 1) === 'within'
}

function mentionsNewscast({ segments }: DocumentView): boolean {
  return segments.some(({ prose }) => /\b(?:TF1|France 2|BFM|M6|JT)\b/u.test(prose))
}

function hourOf(text: string): number | undefined {
  return /^(?:\d|[01]\d|2[0-4])$/u.test(text) ? Number(text) : undefined
}

function draftOf(
  tokens: Tokens,
  from: number,
  last: number,
  text: string,
  confidence: number,
  safe: boolean,
  more: readonly string[] = [],
): Draft {
  // The full stop of “p.m.” is also the one that ends the sentence.
  const doubled = text.endsWith('.') && tokens.text(last + 1) === '.' && !tokens.spaceBefore(last + 1)
  const end = tokens.end(doubled ? last + 1 : last)
  return {
    start: tokens.start(from),
    end,
    expected: [text, ...more],
    confidence,
    safe,
    weight: 2,
    reason: `English writes the time as “${text}”`,
  }
}
