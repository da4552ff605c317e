import { Shape, TokenKind, type Tokens } from '../text/tokens.ts'
import { type Draft, defineRule } from './rule.ts'
import { weekdays } from './support/calendar.ts'
import { subjectEnd } from './support/noun-phrase.ts'
import { outletsSpokenTo } from './support/phrase-slots.ts'
import { reportingVerbs, speakerNouns } from './support/reporting.ts'

/** English inverts these freely: “said Jane Doe”. */
const free = new Set([
  'said',
  'says',
  'asks',
  'asked',
  'wrote',
  'writes',
  'reads',
  'read',
  'told',
  'replied',
  'quipped',
])
const auxiliaries = new Set(['had', 'could', 'tried', 'wanted', 'has', 'wants', 'continued'])
const asides = new Set(['for', 'in', 'on', 'that', 'thus', 'then', 'still', 'also', 'again', 'meanwhile', 'finally'])
const longestVerb = 6
const days = new Set([...weekdays, 'yesterday', 'today'])
const partsOfDay = new Set(['morning', 'afternoon', 'evening', 'night'])
const feelings = new Set(
  'alarmed amused annoyed astonished concerned delighted indignant moved offended outraged pleased sorry surprised worried'.split(
    ' ',
  ),
)

/** The verb before its subject after a quotation, which English does with “said” at most. */
export const invertedAttribution = defineRule({
  id: 'inverted-attribution',
  mqm: 'style/unidiomatic-style',
  severity: 'minor',
  fix: 'review',
  needs: 'either',
  round: 'weak',
  priority: 40,
  summary: 'After a quotation the verb stands before its subject, as in French.',
  why: 'French inverts every verb after a quotation (“…”, déclare le ministre); English keeps subject and verb in order, “said” apart (The Economist Style Guide, “said”).',
  examples: {
    bad: [
      {
        text: '“It is over”, defends the Minister of the Interior.',
        expected: '“It is over”, the Minister of the Interior argues.',
        actual: 'defends the Minister of the Interior',
      },
      { text: '“We will win,” explains Jane Doe.', expected: '“We will win,” Jane Doe explains.' },
    ],
    good: [
      '“We will win,” said Jane Doe. “Go,” she explained.',
      'The “deal” was announced the next day, and “peace” declares the war over.',
    ],
  },
  prepare(language) {
    const targets = new Map(language.table('attribution-verbs').map((row) => [row.source ?? '', row.target ?? '']))
    return {
      triggers: { marks: ['”', '"', '»', '“', ','] },
      check({ tokens, occurrences }) {
        const drafts: Draft[] = []
        for (const quote of occurrences) {
          const draft =
            tokens.text(quote) === ',' ? afterStatement(tokens, quote, targets) : afterQuotation(tokens, quote, targets)
          if (draft !== undefined) drafts.push(draft)
        }
        return drafts
      },
    }
  },
})

function afterQuotation(tokens: Tokens, quote: number, targets: ReadonlyMap<string, string>): Draft | undefined {
  const comma = tokens.text(quote + 1) === ','
  const inner = tokens.text(quote - 1)
  if (tokens.startsSentence(quote)) return undefined
  let verb = quote + (comma ? 2 : 1)
  if (
    !comma &&
    inner !== ',' &&
    inner !== '?' &&
    inner !== '!' &&
    tokens.spaceBefore(verb) === false &&
    tokens.kind(verb) !== TokenKind.word
  )
    return undefined
  // “, for her part, declared”
  if (asides.has(tokens.lower(verb))) {
    let next = verb
    while (next < verb + 5 && tokens.text(next) !== ',') next++
    if (tokens.text(next) === ',') verb = next + 1
  }
  const auxiliary = auxiliaries.has(tokens.lower(verb)) && tokens.lower(verb) !== 'continued'
  const said = tokens.lower(verb)
  if (tokens.shape(verb) !== Shape.lower) return undefined
  const reporting = reportingVerbs.has(said) || targets.has(said)
  const timed = reporting ? afterTime(tokens, verb + 1) : verb + 1
  if (timed > verb + 1) return withTime(tokens, verb, timed, targets)
  if (comma || inner === ',') {
    const feeling = withFeeling(tokens, verb)
    if (feeling !== undefined) return feeling
  }
  if (free.has(said)) return undefined
  const main = auxiliary ? mainVerb(tokens, verb + 1) : verb
  // “The ‘judges’ had provided …”: without a comma the quotation is the subject.
  if (auxiliary && !comma && inner !== ',' && inner !== '?' && tokens.spaceBefore(verb)) return undefined
  if (main === undefined || !(reportingVerbs.has(tokens.lower(main)) || targets.has(tokens.lower(main)) || auxiliary))
    return undefined
  const outlet = outletEnd(tokens, main + 1)
  if (outlet > main + 1) return toOutlet(tokens, verb, outlet, said)
  const subject = main + 1
  // “, had reported, that day, the head of …”
  const from = tokens.text(subject) === ',' ? afterAside(tokens, subject) : subject
  const end = subjectEnd(tokens, from)
  if (end === from || (end === from + 1 && !tokens.isCapitalised(from) && tokens.lower(from) !== 'another'))
    return undefined
  if (
    ['the', 'a', 'an'].includes(tokens.lower(from)) &&
    /^(?:day|week|month|year|end|war|same|next)$/u.test(tokens.lower(from + 1))
  )
    return undefined
  const finished =
    end >= tokens.count ||
    tokens.kind(end) !== TokenKind.word ||
    !tokens.spaceBefore(end) ||
    tokens.lower(end) !== 'and'
  if (!finished) return undefined
  const plain = !auxiliary && from === subject
  const words = tokens.prose.slice(tokens.start(from), tokens.end(end - 1))
  const english = targets.get(said) ?? said
  const present = said.endsWith('s') && !auxiliary
  const honorific = /^(?:Mr|Mrs|Ms|M)$/u.test(tokens.text(from))
  return {
    start: tokens.start(verb),
    end: tokens.end(end - 1),
    expected: plain ? [`${words} ${english}`, `said ${words}`] : [],
    confidence:
      honorific || said === 'added' ? (honorific ? 0.3 : 0.55) : present || auxiliary || english !== said ? 0.85 : 0.7,
    weight: inner === ',' ? 0.2 : present || auxiliary ? 1.5 : 0.7,
    reason: plain
      ? `English puts the subject first: “${words} ${english}”`
      : 'The verb stands before its subject, as in French; put the subject first',
  }
}

/**
 * “The road is closed, announced the prefecture.”: without a quotation the words after the verb must name a speaker, and
 * the sentence must end there, or the verb may be one of a list.
 */
function afterStatement(tokens: Tokens, comma: number, targets: ReadonlyMap<string, string>): Draft | undefined {
  const verb = comma + 1
  const said = tokens.lower(verb)
  if (tokens.shape(verb) !== Shape.lower || free.has(said) || tokens.kind(comma - 1) === TokenKind.quote)
    return undefined
  if (!reportingVerbs.has(said) && !targets.has(said)) return undefined
  const from = afterTime(tokens, verb + 1)
  const end = tokens.lower(from) === 'franceinfo' ? from + 1 : subjectEnd(tokens, from)
  if (end === from || !namesSpeaker(tokens, from, end) || !endsStatement(tokens, end)) return undefined
  if (from > verb + 1) return withTime(tokens, verb, from, targets)
  const subject = tokens.prose.slice(tokens.start(from), tokens.end(end - 1))
  const english = targets.get(said) ?? said
  return {
    start: tokens.start(verb),
    end: tokens.end(end - 1),
    expected: [`${subject} ${english}`, `said ${subject}`],
    confidence: 0.78,
    weight: 1,
    reason: `English puts the subject first: “${subject} ${english}”`,
  }
}

function namesSpeaker(tokens: Tokens, from: number, end: number): boolean {
  if (['the', 'a', 'an', 'another', 'his', 'her', 'its', 'their', 'one'].includes(tokens.lower(from))) {
    for (let at = from + 1; at < end; at++) {
      if (['of', 'for'].includes(tokens.lower(at))) return false
      if (speakerNouns.has(tokens.lower(at))) return true
    }
    return false
  }
  return tokens.lower(from) === 'franceinfo' || tokens.isCapitalised(from)
}

/** The sentence ends, or goes on with when or how it was said. */
function endsStatement(tokens: Tokens, end: number): boolean {
  const stop = tokens.text(end)
  return stop === '.' || stop === '' || (['on', 'in'].includes(tokens.lower(end)) && tokens.text(end + 1) !== '')
}

/** Index after a news outlet that starts with “to” at `from`; `from` where none stands. */
function outletEnd(tokens: Tokens, from: number): number {
  if (tokens.lower(from) !== 'to') return from
  const start = tokens.start(from + 1)
  const text = tokens.prose.slice(start, start + 40).toLowerCase()
  const outlet = outletsSpokenTo.find(
    (name) => text.startsWith(name) && !/^[\p{L}\p{N}]/u.test(text.slice(name.length)),
  )
  return outlet === undefined ? from : tokens.at(start + outlet.length - 1) + 1
}

/** “explains to 20 Minutes Jane Doe”: the speaker after the outlet. */
function toOutlet(tokens: Tokens, verb: number, from: number, said: string): Draft | undefined {
  const end = subjectEnd(tokens, from)
  if (end <= from + 1) return undefined
  const subject = tokens.prose.slice(tokens.start(from), tokens.end(end - 1))
  const outlet = tokens.prose.slice(tokens.start(verb + 2), tokens.end(from - 1))
  const told = said.endsWith('s') ? 'tells' : 'told'
  return {
    start: tokens.start(verb),
    end: tokens.end(end - 1),
    expected: [`${subject} ${told} ${outlet}`],
    confidence: 0.85,
    weight: 1.5,
    reason: `English puts the subject first: “${subject} ${told} ${outlet}”`,
  }
}

/** “said Monday the head of the party”, “indicated Wednesday evening the prefecture”: English would not put the day there. */
function withTime(tokens: Tokens, verb: number, from: number, targets: ReadonlyMap<string, string>): Draft | undefined {
  const end = subjectEnd(tokens, from)
  if (end <= from + 1 || partsOfDay.has(tokens.lower(from)) || days.has(tokens.lower(from))) return undefined
  const subject = tokens.prose.slice(tokens.start(from), tokens.end(end - 1))
  const english = targets.get(tokens.lower(verb)) ?? tokens.lower(verb)
  const time = tokens.prose.slice(tokens.start(verb + 1), tokens.end(from - 1))
  const when = /^(?:on|this|yesterday|today)\b/u.test(time) ? time : `on ${time}`
  return {
    start: tokens.start(verb),
    end: tokens.end(end - 1),
    expected: [`${subject} ${english} ${when}`],
    confidence: 0.82,
    weight: 1.5,
    reason: `English puts the subject first: “${subject} ${english} ${when}”`,
  }
}

/** Index after a day, with or without “on” before it and a part of the day after it; `from` where none stands. */
function afterTime(tokens: Tokens, from: number): number {
  const day = ['on', 'this'].includes(tokens.lower(from)) ? from + 1 : from
  if (!days.has(tokens.lower(day))) return from
  return partsOfDay.has(tokens.lower(day + 1)) ? day + 2 : day + 1
}

/** “, is alarmed the mayor”: French reflexives (s’alarme, s’étonne, se réjouit). */
function withFeeling(tokens: Tokens, verb: number): Draft | undefined {
  const be = tokens.lower(verb)
  const feeling = tokens.lower(verb + 1)
  if ((be !== 'is' && be !== 'was') || !feelings.has(feeling)) return undefined
  const end = subjectEnd(tokens, verb + 2)
  if (end <= verb + 3) return undefined
  const subject = tokens.prose.slice(tokens.start(verb + 2), tokens.end(end - 1))
  const say = be === 'is' ? 'says' : 'said'
  return {
    start: tokens.start(verb),
    end: tokens.end(end - 1),
    expected: [`${say} ${subject}`],
    confidence: 0.85,
    weight: 1.5,
    reason: `English puts the subject first, and says “${say}” of words`,
  }
}

function mainVerb(tokens: Tokens, from: number): number | undefined {
  for (let index = from; index < from + longestVerb - 2; index++) {
    if (tokens.shape(index) !== Shape.lower || !tokens.isWord(index)) return undefined
    const word = tokens.lower(index)
    if (['the', 'a', 'an'].includes(word)) return index - 1 > from - 1 ? index - 1 : undefined
    if (tokens.isCapitalised(index + 1) || tokens.text(index + 1) === ',') return index
  }
  return undefined
}

function afterAside(tokens: Tokens, comma: number): number {
  for (let index = comma + 1; index < comma + 6; index++) if (tokens.text(index) === ',') return index + 1
  return comma
}
