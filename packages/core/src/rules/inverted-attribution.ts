import { Shape, TokenKind, type Tokens } from '../text/tokens.ts'
import { type Draft, defineRule } from './rule.ts'
import { type Circumstances, circumstancesAt, outletEnd } from './support/circumstance.ts'
import { inflect } from './support/inflection.ts'
import { subjectEnd } from './support/noun-phrase.ts'
import { phrasal } from './support/phrasal-attribution.ts'
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
const auxiliaries = new Set(['had', 'could', 'tried', 'wanted', 'has', 'wants', 'continued', 'will'])
const asides = new Set(['for', 'in', 'on', 'that', 'thus', 'then', 'still', 'also', 'again', 'meanwhile', 'finally'])
const longestVerb = 6
const adverbs = new Set('also thus then again however moreover nevertheless further still finally'.split(' '))
/** Verbs that take no person as object: with more of the sentence after them they still have to be inverted. */
const ofWords = new Set(
  'announced announces indicated indicates specified specifies explained explains confirmed confirms underlined underlines added adds detailed details declared declares assured assures affirmed affirms estimated estimates concedes conceded'.split(
    ' ',
  ),
)
const goesOn = new Set('after and but this who which during in on citing quoting adding before while'.split(' '))
const relatives = new Set(['who', 'whose', 'which', 'where'])
const determiners = new Set('the a an his her its their'.split(' '))
const finite = new Set('is are was were has have had will would can could may might must do does did'.split(' '))
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
  const asked = askedBack(tokens, verb, targets)
  if (asked !== undefined && (comma || inner === ',')) return asked
  if (adverbs.has(tokens.lower(verb)) && reportingVerbs.has(tokens.lower(verb + 1))) verb++
  const phrase = comma || inner === ',' ? phrasal(tokens, verb) : undefined
  if (phrase !== undefined) return phrase
  const auxiliary = auxiliaries.has(tokens.lower(verb)) && tokens.lower(verb) !== 'continued'
  const said = tokens.lower(verb)
  if (tokens.shape(verb) !== Shape.lower && !(comma && tokens.isCapitalised(verb))) return undefined
  if (said === 'told') return comma || inner === ',' ? toldOutlet(tokens, verb) : undefined
  const plural = isPluralVerb(tokens, verb)
  const reporting = reportingVerbs.has(said) || targets.has(said) || plural
  const circumstances = reporting ? circumstancesAt(tokens, verb + 1) : undefined
  if (circumstances !== undefined) return withCircumstances(tokens, verb, circumstances, targets)
  if (comma || inner === ',') {
    const feeling = withFeeling(tokens, verb)
    if (feeling !== undefined) return feeling
  }
  if (free.has(said)) return undefined
  const main = auxiliary ? mainVerb(tokens, verb + 1) : verb
  // “The ‘judges’ had provided …”: without a comma the quotation is the subject.
  if (auxiliary && !comma && inner !== ',' && inner !== '?' && tokens.spaceBefore(verb)) return undefined
  if (
    main === undefined ||
    !(reportingVerbs.has(tokens.lower(main)) || targets.has(tokens.lower(main)) || auxiliary || plural)
  )
    return undefined
  // “will explain the prosecutor”, not “will be the first”.
  if (said === 'will' && !reportingVerbs.has(inflect(tokens.lower(main))[2] as string)) return undefined
  const outlet = tokens.lower(main + 1) === 'to' ? outletEnd(tokens, main + 2) : undefined
  if (outlet !== undefined) return toOutlet(tokens, verb, outlet, said)
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
  const plain = !auxiliary && from === subject && tokens.lower(end) !== 'of'
  const words = tokens.prose.slice(tokens.start(from), tokens.end(end - 1))
  const english = targets.get(said) ?? said
  const present = (said.endsWith('s') && !auxiliary) || plural
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
  const verb = adverbs.has(tokens.lower(comma + 1)) ? comma + 2 : comma + 1
  const said = tokens.lower(verb)
  if (tokens.shape(verb) !== Shape.lower || tokens.kind(comma - 1) === TokenKind.quote) return undefined
  if (said === 'told') return toldOutlet(tokens, verb)
  if (free.has(said) || (!reportingVerbs.has(said) && !targets.has(said))) return undefined
  if (!ofWords.has(said) && isApposition(tokens, comma)) return undefined
  const circumstances = circumstancesAt(tokens, verb + 1)
  const spokenTo = tokens.lower(verb + 1) === 'to' ? outletEnd(tokens, verb + 2) : undefined
  if (spokenTo !== undefined) return toOutlet(tokens, verb, spokenTo, said)
  const from = circumstances?.end ?? verb + 1
  const outlet = outletEnd(tokens, from)
  const end = Math.max(outlet ?? from, subjectEnd(tokens, from))
  if (end === from || (outlet === undefined && !namesSpeaker(tokens, from, end))) return undefined
  // Only French puts the time between a verb of saying and its subject, whatever follows.
  const french = circumstances !== undefined && ofWords.has(said)
  if (!french && !endsStatement(tokens, end, ofWords.has(said) || outlet !== undefined)) return undefined
  if (circumstances !== undefined) return withCircumstances(tokens, verb, circumstances, targets)
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

/** `China’s leader, Xi Jinping, welcomed Vladimir V. Putin`: the comma closes what stands beside the subject. */
function isApposition(tokens: Tokens, comma: number): boolean {
  let open = comma - 1
  while (open > 0 && !tokens.startsSentence(open) && tokens.text(open) !== ',') open--
  if (tokens.text(open) !== ',') return false
  const first = tokens.lower(open + 1)
  if (relatives.has(first) || subjectEnd(tokens, open + 1) === comma) return true
  if (!determiners.has(first)) return false
  for (let index = open + 2; index < comma; index++) if (finite.has(tokens.lower(index))) return false
  return true
}

function namesSpeaker(tokens: Tokens, from: number, end: number): boolean {
  if (['the', 'a', 'an', 'another', 'his', 'her', 'its', 'their', 'one'].includes(tokens.lower(from))) {
    // `The Huffington Post`
    if (tokens.isCapitalised(from) && tokens.isCapitalised(from + 1)) return true
    for (let at = from + 1; at < end; at++) {
      if (['of', 'for'].includes(tokens.lower(at))) return false
      // `the CGT`
      if (speakerNouns.has(tokens.lower(at)) || (tokens.shape(at) === Shape.upper && tokens.text(at).length > 1))
        return true
    }
    return false
  }
  return tokens.lower(from) === 'franceinfo' || tokens.isCapitalised(from)
}

/** The sentence ends, or goes on with when or how it was said; after a comma only where the verb is one of words. */
function endsStatement(tokens: Tokens, end: number, ofWords: boolean): boolean {
  const stop = tokens.text(end)
  if (stop === '.' || stop === '') return true
  if (['on', 'in', 'during', 'this'].includes(tokens.lower(end))) return tokens.text(end + 1) !== ''
  if (!ofWords || stop !== ',') return false
  const next = tokens.lower(end + 1)
  return goesOn.has(next) || /ing$/u.test(/ly$/u.test(next) ? tokens.lower(end + 2) : next)
}

/** “”, did she declare”, “”, has he added”: the French question form after a quotation. */
function askedBack(tokens: Tokens, from: number, targets: ReadonlyMap<string, string>): Draft | undefined {
  const auxiliary = tokens.lower(from)
  if (!['did', 'has', 'had', 'have'].includes(auxiliary)) return undefined
  if (!['he', 'she', 'they'].includes(tokens.lower(from + 1)) || tokens.shape(from + 1) !== Shape.lower)
    return undefined
  const verb = adverbs.has(tokens.lower(from + 2)) ? from + 3 : from + 2
  const word = tokens.lower(verb)
  const past = auxiliary === 'did' ? (inflect(word)[2] as string) : word
  if (!reportingVerbs.has(past) && !targets.has(past)) return undefined
  const said = `${tokens.text(from + 1)} ${targets.get(past) ?? past}`
  return {
    start: tokens.start(from),
    end: tokens.end(verb),
    expected: [said],
    confidence: 0.93,
    weight: 3,
    reason: `French inverts after a quotation (a-t-il déclaré); English says “${said}”`,
  }
}

/** “, told AFP the public prosecutor.”: the speaker after those who were told, where the sentence has no other. */
function toldOutlet(tokens: Tokens, verb: number): Draft | undefined {
  const from = outletEnd(tokens, verb + 1)
  if (from === undefined) return undefined
  const end = subjectEnd(tokens, from)
  if (end <= from + 1 || !/^[.,]?$/u.test(tokens.text(end))) return undefined
  const subject = tokens.prose.slice(tokens.start(from), tokens.end(end - 1))
  const outlet = tokens.prose.slice(tokens.start(verb + 1), tokens.end(from - 1))
  return {
    start: tokens.start(verb),
    end: tokens.end(end - 1),
    expected: [`${subject} told ${outlet}`],
    confidence: 0.75,
    weight: 1,
    reason: `English puts the subject first: “${subject} told ${outlet}”`,
  }
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

/** “said Monday the head of the party”, “declared on franceinfo the minister”: English would not put these there. */
function withCircumstances(
  tokens: Tokens,
  verb: number,
  { end: from, before, after }: Circumstances,
  targets: ReadonlyMap<string, string>,
): Draft | undefined {
  const end = subjectEnd(tokens, from)
  // “noted in its last report that …” has its subject before it.
  if (end <= from + 1 || tokens.lower(from) === 'that') return undefined
  const subject = tokens.prose.slice(tokens.start(from), tokens.end(end - 1))
  const english = targets.get(tokens.lower(verb)) ?? tokens.lower(verb)
  const attribution = [before === '' ? subject : `${subject}, ${before},`, english, after].filter(Boolean).join(' ')
  return {
    start: tokens.start(verb),
    end: tokens.end(end - 1),
    expected: [attribution],
    confidence: 0.82,
    weight: 1.5,
    reason: `English puts the subject first: “${attribution}”`,
  }
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

const manifold = new Set('the two three four five six several many some these those his her its their our'.split(' '))

/** `“…”, warn the experts` */
function isPluralVerb(tokens: Tokens, verb: number): boolean {
  const base = tokens.lower(verb)
  if (
    free.has(inflect(base)[1] as string) ||
    !reportingVerbs.has(inflect(base)[1] as string) ||
    base === inflect(base)[2]
  )
    return false
  if (!manifold.has(tokens.lower(verb + 1))) return false
  const end = subjectEnd(tokens, verb + 1)
  return end > verb + 2 && /[^s]s$/u.test(tokens.lower(end - 1))
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
