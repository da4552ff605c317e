import { Shape, TokenKind, type Tokens } from '../text/tokens.ts'
import { type DocumentView, type Draft, defineRule } from './rule.ts'
import { months, partsOfDay, weekdays } from './support/calendar.ts'

const prepositions = new Set('on of from since until till by for before after to between during'.split(' '))
const future = new Set('will would shall next coming tomorrow plans expected due scheduled'.split(' '))

/** Days and dates put the French way: “this Thursday” for the day of publication, “the 12 September”, “Monday September 12”. */
export const dateForm = defineRule({
  id: 'date-form',
  mqm: 'locale-conventions/date-format',
  severity: 'minor',
  fix: 'safe',
  needs: 'either',
  round: 'sure',
  priority: 54,
  summary: 'A day or date is put the French way.',
  why: '“Ce jeudi” is the day of publication; English says “on Thursday”. French dates have no commas, no ordinals and no preposition: “jeudi 12 septembre” (Le Ramat de la typographie).',
  examples: {
    bad: [
      {
        text: 'It is played on Thursday, may 18, in the rain.',
        expected: 'It is played on Thursday, May 18, in the rain.',
      },
      { text: 'He left on monday 2 january 2023.', expected: 'He left on Monday 2 January 2023.', actual: 'monday' },
      {
        text: 'She spoke this Tuesday evening on television.',
        expected: 'She spoke on Tuesday evening on television.',
        actual: 'this Tuesday evening',
      },
      {
        text: 'This Thursday, March 16, 2023, the government fell.',
        expected: 'On Thursday, March 16, 2023, the government fell.',
      },
      { text: 'The trial opens on Monday September 12.', expected: 'The trial opens on Monday, September 12.' },
      { text: 'It was signed the 12 September.', expected: 'It was signed on 12 September.' },
    ],
    good: [
      'He may, 18 times; they march 12 miles in august company, on sundays.',
      'The match will be played on Thursday, 16 March, and again on September 12.',
      'Thursday’s vote was close. Last Monday evening he left; the 12 September attacks were remembered.',
    ],
  },
  prepare: () => ({
    triggers: { words: [...weekdays, ...months] },
    check({ tokens, occurrences }, document) {
      const drafts: Draft[] = []
      for (const at of occurrences) {
        const draft =
          smallName(tokens, at) ??
          (weekdays.has(tokens.lower(at))
            ? (demonstrative(tokens, at) ?? nightBetween(tokens, at) ?? bareDate(tokens, at))
            : monthDate(tokens, at, document))
        if (draft !== undefined) drafts.push(draft)
      }
      return drafts
    },
  }),
})

const beforeMonths = new Set('in since until of from late early mid by before after'.split(' '))
const dayWords = new Set(['on', 'last', 'next', 'until', 'since', 'every', 'from', 'this', 'and', ','])

/** `Thursday, may 18`, `on monday`: French writes days and months small. */
function smallName(tokens: Tokens, at: number): Draft | undefined {
  const word = tokens.text(at)
  if (word !== tokens.lower(at)) return undefined
  const numbered = isDayOrYear(tokens.text(at + 1)) || isDayOrYear(tokens.text(at - 1))
  // “he may 18 times”, “they march 12 miles”, “on sun”: short forms and words need their number, and a day before it.
  const word2 = word === 'may' || word === 'march'
  const dated = word2
    ? (weekdays.has(tokens.lower(at - 2)) && tokens.text(at - 1) === ',') ||
      // `in march 2022`
      (/^(?:19|20)\d\d$/u.test(tokens.text(at + 1)) && beforeMonths.has(tokens.lower(at - 1)))
    : numbered
  const day = weekdays.has(word) && word.length > 5 && dayWords.has(tokens.lower(at - 1))
  if (months.has(word) ? !dated || (word.length < 5 && !word2 && word !== 'june' && word !== 'july') : !day)
    return undefined
  const capital = word.charAt(0).toUpperCase() + word.slice(1)
  return {
    start: tokens.start(at),
    end: tokens.end(at),
    expected: [capital],
    confidence: 0.93,
    safe: true,
    weight: 1.5,
    reason: 'Days and months have a capital in English',
  }
}

function isDayOrYear(text: string): boolean {
  return /^(?:[1-9]|[12]\d|3[01]|(?:19|20)\d\d)$/u.test(text)
}

/** `this Thursday [evening]` */
function demonstrative(tokens: Tokens, day: number): Draft | undefined {
  const at = day - 1
  if (tokens.lower(at) !== 'this' || !tokens.isCapitalised(day) || tokens.kind(day + 1) === TokenKind.possessive)
    return undefined
  const part = partsOfDay.has(tokens.lower(day + 1))
  const dated = datePast(tokens, day + 1) > day + 1
  const last = part ? day + 1 : day
  const preceded = prepositions.has(tokens.lower(at - 1))
  const name = tokens.prose.slice(tokens.start(day), tokens.end(last))
  const capital = tokens.isCapitalised(at)
  const text = preceded ? name : `${capital ? 'On' : 'on'} ${name}`
  let ahead = false
  for (let index = tokens.sentenceStart(at); index < tokens.sentenceEnd(at); index++)
    if (future.has(tokens.lower(index))) ahead = true
  return {
    start: tokens.start(at),
    end: tokens.end(last),
    expected: [text],
    confidence: ahead ? 0.6 : part || dated || tokens.text(last + 1) === ',' ? 0.93 : 0.85,
    safe: !ahead && (part || dated),
    round: (part || dated) && !ahead ? 'sure' : 'weak',
    weight: 2,
    reason: `French says “ce” of the day of publication; English says “${text}”`,
  }
}

/** `in the night of Thursday to Friday` */
function nightBetween(tokens: Tokens, day: number): Draft | undefined {
  if (tokens.lower(day + 1) !== 'to' || !weekdays.has(tokens.lower(day + 2))) return undefined
  const joint = tokens.lower(day - 1)
  if ((joint !== 'of' && joint !== 'from') || tokens.lower(day - 2) !== 'night' || tokens.lower(day - 3) !== 'the')
    return undefined
  const preceded = /^(?:in|on|during|overnight)$/u.test(tokens.lower(day - 4))
  if (!preceded) return undefined
  const from = day - 4
  const days = tokens.prose.slice(tokens.start(day), tokens.end(day + 2))
  const capital = tokens.isCapitalised(from)
  return {
    start: tokens.start(from),
    end: tokens.end(day + 2),
    expected: [
      `${capital ? 'Overnight' : 'overnight'} from ${days}`,
      `${capital ? 'On' : 'on'} ${tokens.text(day)} night`,
    ],
    confidence: 0.85,
    weight: 1.5,
    reason: 'French names both days of a night; English says “overnight” or names the first',
  }
}

/** Index after `, January 27[, 2022]` or `January 27` that starts at `from`; `from` itself where there is none. */
function datePast(tokens: Tokens, from: number): number {
  let index = tokens.text(from) === ',' ? from + 1 : from
  if (months.has(tokens.lower(index)) && tokens.kind(index + 1) === TokenKind.number) index += 2
  else if (tokens.kind(index) === TokenKind.number && months.has(tokens.lower(index + 1))) index += 2
  else return from
  if (tokens.text(index) === ',' && /^\d{4}$/u.test(tokens.text(index + 1))) index += 2
  return index
}

/** `Friday evening, during a visit`: French opens a sentence with the bare day; English bears that before a subject only. */
function bareOpening(tokens: Tokens, day: number): Draft | undefined {
  const part = partsOfDay.has(tokens.lower(day + 1))
  const last = part ? day + 1 : day
  if (!tokens.startsSentence(day)) return bareDay(tokens, day, last)
  // `Friday evening on television, she …`
  const placed = part && clauseStarters.has(tokens.text(last + 1))
  if (!placed && (tokens.text(last + 1) !== ',' || !tokens.isWord(last + 2))) return undefined
  if (!placed && !clauseStarters.has(tokens.text(last + 2))) return undefined
  return {
    start: tokens.start(day),
    end: tokens.end(last),
    expected: [`On ${tokens.prose.slice(tokens.start(day), tokens.end(last))}`],
    ...withoutOn,
    confidence: 0.5,
  }
}

/** `was attacked Saturday in Paris`: the day alone in the midst of a sentence. */
function bareDay(tokens: Tokens, day: number, last: number): Draft | undefined {
  const word = tokens.lower(day - 1)
  if (!tokens.isWord(day - 1) || tokens.shape(day - 1) !== Shape.lower || !tokens.spaceBefore(day)) return undefined
  if (noOnBehind.has(word) || prepositions.has(word) || partsOfDay.has(word) || word === 'on') return undefined
  const next = tokens.text(last + 1)
  if (!/^[.,]?$/u.test(next) && !clauseStarters.has(next) && next !== 'that') return undefined
  return {
    start: tokens.start(day),
    end: tokens.end(last),
    expected: [`on ${tokens.prose.slice(tokens.start(day), tokens.end(last))}`],
    ...withoutOn,
    confidence: 0.5,
  }
}

/** What American papers may write too, so that it says little of the article. */
const withoutOn = {
  confidence: 0.6,
  round: 'weak',
  weight: 0.2,
  reason: 'French has no preposition before the day; English says “on”',
} as const

/** `published Saturday, May 27 in the paper`: day and date in the midst of a sentence without a preposition. */
function dateWithoutOn(tokens: Tokens, day: number, end: number): Draft | undefined {
  const before = tokens.text(day - 1) === ',' ? day - 2 : day - 1
  // Behind a capital stands the place of a report, or the name of an event in a list.
  if (!tokens.isWord(before) || tokens.isCapitalised(before) || !tokens.spaceBefore(day)) return undefined
  const word = tokens.lower(before)
  if (noOnBehind.has(word) || prepositions.has(word) || partsOfDay.has(word)) return undefined
  const goesOn = tokens.isWord(end)
  if (goesOn ? !clauseStarters.has(tokens.lower(end)) : !/^[,.;:!?]$/u.test(tokens.text(end))) return undefined
  const comma = tokens.text(day + 1) === ',' ? '' : ','
  const rest = tokens.prose.slice(tokens.end(day), tokens.end(end - 1))
  return {
    start: tokens.start(day),
    end: tokens.end(end - 1),
    expected: [`on ${tokens.text(day)}${comma}${rest}${goesOn ? ',' : ''}`],
    ...withoutOn,
  }
}

/** Words behind which a day stands without “on”, or names itself. */
const noOnBehind = new Set(
  'least most than declared named this last next every each the a an that which one past coming previous following and or but day days date dates today tomorrow yesterday tonight weekend birthday anniversary noon midnight eve late early mid until through thru'.split(
    ' ',
  ),
)
const clauseStarters = new Set('in at on by during from with for before after to as when while near'.split(' '))

/** `Thursday, January 27, the minister …` at the start of a sentence; `Monday September 12`. */
function bareDate(tokens: Tokens, day: number): Draft | undefined {
  const end = datePast(tokens, day + 1)
  if (end === day + 1) return bareOpening(tokens, day)
  const starts = tokens.startsSentence(day)
  const withoutOn = starts ? undefined : dateWithoutOn(tokens, day, end)
  if (withoutOn !== undefined) return withoutOn
  if (starts && tokens.text(end) === ',' && tokens.text(day + 1) === ',' && tokens.isWord(end + 1)) {
    return {
      start: tokens.start(day),
      end: tokens.end(end),
      expected: [`On ${tokens.prose.slice(tokens.start(day), tokens.end(end))}`],
      confidence: 0.75,
      round: 'weak',
      weight: 1,
      reason: 'English puts “on” before the date',
    }
  }
  if (months.has(tokens.lower(day + 1)) && tokens.isCapitalised(day + 1) && tokens.lower(day) !== 'may') {
    return {
      start: tokens.start(day),
      end: tokens.end(day + 2),
      expected: [`${tokens.text(day)}, ${tokens.prose.slice(tokens.start(day + 1), tokens.end(day + 2))}`],
      confidence: 0.85,
      safe: true,
      round: 'weak',
      weight: 0.7,
      reason: 'A comma stands between the day and the date',
    }
  }
  return undefined
}

/** Behind a date these start something new. */
const notNouns = new Set(
  'and in at the a he she it they we you i who which when that will was is has had would'.split(' '),
)

/** `the 12 September`, and `2 November` where the article writes `November 2`. */
function monthDate(tokens: Tokens, month: number, document: DocumentView): Draft | undefined {
  const number = month - 1
  if (
    !tokens.isCapitalised(month) ||
    !/^(?:[1-9]|[12]\d|3[01])$/u.test(tokens.text(number)) ||
    !tokens.spaceBefore(month)
  )
    return undefined
  const next = tokens.kind(month + 1)
  if (tokens.lower(number - 1) === 'the') {
    // “The 12 September attacks” is good English.
    const open =
      (next !== TokenKind.word && next !== TokenKind.number && next !== TokenKind.possessive) ||
      prepositions.has(tokens.lower(month + 1)) ||
      notNouns.has(tokens.lower(month + 1))
    if (!open || tokens.startsSentence(number - 1)) return undefined
    const preceded = prepositions.has(tokens.lower(number - 2))
    const date = tokens.prose.slice(tokens.start(number), tokens.end(month))
    return {
      start: tokens.start(number - 1),
      end: tokens.end(month),
      expected: [preceded ? date : `on ${date}`],
      confidence: 0.85,
      safe: true,
      round: 'weak',
      weight: 1.5,
      reason: 'French puts the article before a date; English does not',
    }
  }
  if (!writesMonthFirst(document) || tokens.text(number - 1) === 'to' || tokens.text(number - 1) === 'and')
    return undefined
  return {
    start: tokens.start(number),
    end: tokens.end(month),
    expected: [`${tokens.text(month)} ${tokens.text(number)}`],
    confidence: 0.6,
    round: 'weak',
    weight: 0.2,
    reason: 'The article writes the month first elsewhere',
  }
}

const monthFirst = new WeakMap<DocumentView['segments'], boolean>()

function writesMonthFirst({ segments }: DocumentView): boolean {
  let known = monthFirst.get(segments)
  if (known === undefined) {
    let first = 0
    let last = 0
    for (const { tokens } of segments) {
      for (let at = 0; at < tokens.count; at++) {
        if (tokens.kind(at) !== TokenKind.number || !/^\d{1,2}$/u.test(tokens.text(at))) continue
        if (months.has(tokens.lower(at - 1)) && tokens.isCapitalised(at - 1)) first++
        if (months.has(tokens.lower(at + 1)) && tokens.isCapitalised(at + 1)) last++
      }
    }
    known = first > last
    monthFirst.set(segments, known)
  }
  return known
}
