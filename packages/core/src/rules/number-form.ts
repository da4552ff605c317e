import { Shape, TokenKind, type Tokens } from '../text/tokens.ts'
import { type Draft, defineRule } from './rule.ts'
import { suffixOf } from './support/english-number.ts'

const units = new Set(
  'euros euro € $ £ pound pounds francs franc cents kg g grams kilos kilo liters litres liter litre hl cm mm m metre meter mile miles hour hours minute minutes second seconds times point degree gw mw kw kwh mwh twh gigawatts megawatts terawatts tonne ton trillion employees workers jobs residents voters students pupils demonstrators protesters spectators signatures cases patients households visitors homes migrants refugees supporters customers copies tickets viewers euros euro dollars dollar million billion billions millions percent people inhabitants tons tonnes km kilometers kilometres meters metres hectares points degrees men women children soldiers deaths dead victims'.split(
    ' ',
  ),
)
const laws = new Set(
  'without with by article articles recourse use using triggered triggering constitution section the of'.split(' '),
)

const scores = new Set('score win victory defeat lead loss rout record margin'.split(' '))

/** Numbers put the French way: `3,5 %`, `25 000 people`, `n° 5`, `XXe century`, `49-3`. */
export const numberForm = defineRule({
  id: 'number-form',
  mqm: 'locale-conventions/number-format',
  severity: 'minor',
  fix: 'safe',
  needs: 'either',
  round: 'sure',
  priority: 57,
  mutes: ['punctuation-spacing', 'untranslated-french'],
  summary: 'A number is written the French way.',
  why: 'French has a decimal comma, a space between thousands, n° for “No.” and Roman centuries with -e (Imprimerie nationale, Lexique).',
  examples: {
    bad: [
      { text: 'Prices rose by 3,5% in May.', expected: 'Prices rose by 3.5% in May.', actual: '3,5' },
      { text: 'Some 25 000 people came.', expected: 'Some 25,000 people came.' },
      {
        text: 'He lives at n° 5, in the XIXe arrondissement.',
        expected: 'He lives at No. 5, in the 19th arrondissement.',
      },
      {
        text: 'A fine of € 135 and a share of 23 .7% for all.',
        expected: 'A fine of €135 and a share of 23.7% for all.',
      },
      { text: 'It is a share of 6, 6% of all.', expected: 'It is a share of 6.6% of all.' },
      {
        text: 'It costs 50 M€, or 1.2 million of euros a year, in the 15 th year.',
        expected: 'It costs €50 million, or 1.2 million euros a year, in the 15th year.',
      },
      { text: 'The government used article 49-3.', expected: 'The government used article 49.3.' },
    ],
    good: [
      'He paid €500 or £20, ran 1.500 km and 2.125 seconds, and came 2nd on the 1st.',
      'Prices rose by 3.5% to 25,000 in 2020, 100 people said; he won 6-3, 49-3 and 1,2 or 3 times.',
      'He sold 5 € 600 bills, of 5, 6 and 7% each; 4%, 6, 7% and in 2020, 12% more.',
      'Call 020 7946 000, or 555 123; in May 2022 300 people; No 5 and the 19th century.',
    ],
  },
  prepare: () => ({
    triggers: { numbers: true, marks: ['°'], words: ['xve', 'xvie', 'xviie', 'xviiie', 'xixe', 'xxe', 'xxie'] },
    check({ tokens, occurrences }) {
      const drafts: Draft[] = []
      let last = -1
      for (const at of occurrences) {
        if (at <= last) continue
        const draft =
          romanCentury(tokens, at) ??
          numero(tokens, at) ??
          brokenDecimal(tokens, at) ??
          spacedSign(tokens, at) ??
          degrees(tokens, at) ??
          ordinal(tokens, at) ??
          amount(tokens, at) ??
          dottedThousands(tokens, at) ??
          decimalComma(tokens, at) ??
          spacedThousands(tokens, at) ??
          article49(tokens, at) ??
          millionsOf(tokens, at) ??
          shortMillions(tokens, at) ??
          apartOrdinal(tokens, at)
        if (draft === undefined) continue
        last = tokens.at(draft.end) - 1
        drafts.push(draft)
      }
      return drafts
    },
  }),
})

const centuries: Readonly<Record<string, string>> = {
  xve: '15th',
  xvie: '16th',
  xviie: '17th',
  xviiie: '18th',
  xixe: '19th',
  xxe: '20th',
  xxie: '21st',
}

function romanCentury(tokens: Tokens, at: number): Draft | undefined {
  const ordinal = centuries[tokens.lower(at)]
  return ordinal === undefined || !tokens.isCapitalised(at) ? undefined : draftOf(tokens, at, at, ordinal, 0.95, true)
}

function numero(tokens: Tokens, at: number): Draft | undefined {
  if (
    tokens.text(at) !== '°' ||
    (tokens.text(at - 1) !== 'n' && tokens.text(at - 1) !== 'N') ||
    tokens.kind(at + 1) !== TokenKind.number
  )
    return undefined
  return draftOf(tokens, at - 1, at, tokens.spaceBefore(at + 1) ? 'No.' : 'No. ', 0.95, true)
}

/** `23 .7%`, `6, 6%`, `3. 5 million`: a decimal number that fell apart. */
function brokenDecimal(tokens: Tokens, at: number): Draft | undefined {
  const mark = tokens.text(at + 1)
  const last = at + 2
  if ((mark !== '.' && mark !== ',') || tokens.kind(last) !== TokenKind.number) return undefined
  if (!/^\d{1,3}$/u.test(tokens.text(at)) || !/^\d{1,2}$/u.test(tokens.text(last))) return undefined
  const spaces = [tokens.spaceBefore(at + 1), tokens.spaceBefore(last)]
  if (spaces[0] === spaces[1]) return undefined
  const unit = tokens.lower(last + 1)
  const measured = unit === '%' || unit === 'million' || unit === 'billion' || unit === '€'
  // “in groups of 5, 6 million”: a list has its space behind the comma too.
  const listed =
    mark === ',' &&
    spaces[1] === true &&
    (unit !== '%' || tokens.kind(at - 1) === TokenKind.comma || tokens.text(at - 1) === '%')
  if (!measured || listed) return undefined
  const value = `${tokens.text(at)}.${tokens.text(last)}`
  return draftOf(tokens, at, last, value, spaces[0] ? 0.93 : 0.85, spaces[0] === true)
}

/** `€ 135`, `360 °`: a sign apart from its number. */
function spacedSign(tokens: Tokens, at: number): Draft | undefined {
  const sign = tokens.text(at - 1)
  if (tokens.kind(at) !== TokenKind.number) {
    const stands = tokens.text(at) === '°' && tokens.kind(at - 1) === TokenKind.number && tokens.spaceBefore(at)
    if (!stands || (tokens.isWord(at + 1) && tokens.text(at + 1).length === 1)) return undefined
    return draftOf(tokens, at - 1, at, `${tokens.text(at - 1)}°`, 0.85, false)
  }
  if (
    (sign !== '€' && sign !== '£' && sign !== '$') ||
    !tokens.spaceBefore(at) ||
    tokens.end(at - 1) + 1 !== tokens.start(at)
  )
    return undefined
  // “5 € 600 bills”: the sign may belong to either.
  if ((!tokens.spaceBefore(at - 1) && at > 1) || tokens.kind(at - 2) === TokenKind.number) return undefined
  return draftOf(tokens, at - 1, at, `${sign}${tokens.text(at)}`, 0.9, true)
}

/** `25 ° C` */
function degrees(tokens: Tokens, at: number): Draft | undefined {
  const scale = tokens.text(at + 1)
  if (tokens.text(at) !== '°' || tokens.kind(at - 1) !== TokenKind.number || (scale !== 'C' && scale !== 'F'))
    return undefined
  // “25 °C” is how scientists write it in every language.
  if (!tokens.spaceBefore(at + 1)) return undefined
  return draftOf(tokens, at - 1, at + 1, `${tokens.text(at - 1).replace(',', '.')}°${scale}`, 0.93, true)
}

const vineyards = new Set(['cru', 'crus'])
const ordinalEndings = new Set(['er', 'ère', 'e', 'è', 'eme', 'ème', 'ième', 'nd', 'nde'])

/** `the 1er May`, `the 77e Festival`, `3ème` */
function ordinal(tokens: Tokens, at: number): Draft | undefined {
  const number = tokens.text(at)
  const ending = tokens.text(at + 1)
  if (!/^[1-9]\d{0,2}$/u.test(number) || tokens.spaceBefore(at + 1) || !ordinalEndings.has(ending)) return undefined
  if (((ending === 'er' || ending === 'ère') && number !== '1') || (ending.startsWith('nd') && number !== '2'))
    return undefined
  // 2nd is English; so is “2e” in no text but product names, which have no article before them.
  if (ending === 'nd' || (tokens.kind(at + 2) === TokenKind.dash && !tokens.spaceBefore(at + 2))) return undefined
  // “premier (1er) cru”: the rank of a vineyard keeps its French name.
  if (vineyards.has(tokens.lower(at + 2)) || vineyards.has(tokens.lower(at + 3))) return undefined
  const before = tokens.lower(at - 1)
  const sure = ending !== 'e' || ['the', 'his', 'her', 'its', 'their', 'in', 'of', 'le', 'la', 'a'].includes(before)
  return draftOf(tokens, at, at + 1, `${number}${suffixOf(Number(number))}`, sure ? 0.94 : 0.8, sure)
}

/** `500 €`, `12,50 €`, `1 500 €`, `1 500,50 euros`: the sign behind the amount, the French comma in it. */
function amount(tokens: Tokens, at: number): Draft | undefined {
  if (!/^[1-9]\d{0,2}(?:,\d{1,2}|\.\d{3}|\.\d{1,2}|,\d{3})?$|^\d{4,}$|^0,\d{1,2}$/u.test(tokens.text(at)))
    return undefined
  let last = at
  if (/^\d{1,3}$/u.test(tokens.text(at))) {
    while (/^\d{3}(?:,\d{1,2})?$/u.test(tokens.text(last + 1)) && tokens.start(last + 1) - tokens.end(last) === 1)
      last++
  }
  const spaced = last > at
  const sign = tokens.text(last + 1)
  const value = tokens.prose
    .slice(tokens.start(at), tokens.end(last))
    .replace(/,(\d{1,2})$/u, '\u0000$1')
    .replace(/[\s,.](?=\d{3}(?:\D|$))/gu, ',')
    .replace('\u0000', '.')
  if (sign === '€' || sign === '£') {
    const per = tokens.text(last + 2)
    // “€500 €600”: the sign belongs to the next amount.
    if (tokens.text(at - 1) === '€' || (tokens.kind(last + 2) === TokenKind.number && tokens.spaceBefore(last + 1)))
      return undefined
    if (per === '/' || tokens.kind(at - 1) === TokenKind.dash) return undefined
    return draftOf(tokens, at, last + 1, `${sign}${value}`, 0.93, true)
  }
  const decimals = /,\d{1,2}$/u.test(tokens.text(last))
  if (spaced && decimals && units.has(tokens.lower(last + 1))) return draftOf(tokens, at, last, value, 0.94, true)
  return undefined
}

/** `1.500 people`, `40.000 demonstrators` */
function dottedThousands(tokens: Tokens, at: number): Draft | undefined {
  const number = tokens.text(at)
  if (!/^[1-9]\d{0,2}(?:\.\d{3})+$/u.test(number)) return undefined
  // “1.168.192.in-addr.arpa”
  if (tokens.text(at + 1) === '.' && tokens.isWord(at + 2) && !tokens.spaceBefore(at + 2)) return undefined
  const next = tokens.lower(at + 1)
  const several = number.indexOf('.') !== number.lastIndexOf('.')
  const plural = tokens.isWord(at + 1) && tokens.shape(at + 1) === Shape.lower && next.endsWith('s') && next.length > 4
  const round = number.endsWith('00')
  if (next === 'million' || next === 'billion' || measures.has(next)) return undefined
  if (!several && !(round && (plural || units.has(next))) && !(units.has(next) && !measures.has(next))) return undefined
  const sure = several || (round && units.has(next))
  return draftOf(tokens, at, at, number.replaceAll('.', ','), sure ? 0.92 : 0.8, sure)
}

/** Units that English gives with three decimals too. */
const measures = new Set(
  'kg g grams m cm mm km metres meters metre meter mile miles liters litres litre liter seconds second minutes minute hours hour points point degrees degree percent times kw mw gw tonnes tons ton tonne million billion trillion % $ £ dollars dollar pounds'.split(
    ' ',
  ),
)

function decimalComma(tokens: Tokens, at: number): Draft | undefined {
  const match = /^(\d{1,3}),(\d{1,2})$/u.exec(tokens.text(at))
  if (match === null || /^\d{1,3}$/u.test(tokens.text(at - 1))) return undefined
  const next = tokens.lower(at + 1)
  const value = `${match[1]}.${match[2]}`
  if (next === '%' && tokens.spaceBefore(at + 1)) return draftOf(tokens, at, at + 1, `${value}%`, 0.95, true)
  const large = largeUnit(tokens, at)
  if (large !== undefined) return draftOf(tokens, at, large.last, `${value} ${large.word}`, 0.95, true)
  if (next !== '%' && !units.has(next)) return undefined
  return draftOf(tokens, at, at, value, 0.94, true)
}

function spacedThousands(tokens: Tokens, at: number): Draft | undefined {
  if (
    !/^[1-9]\d{0,2}$/u.test(tokens.text(at)) ||
    tokens.kind(at - 1) === TokenKind.number ||
    tokens.text(at - 1) === '+'
  )
    return undefined
  let last = at
  while (/^\d{3}$/u.test(tokens.text(last + 1)) && tokens.start(last + 1) - tokens.end(last) === 1) last++
  if (last === at || tokens.kind(last + 1) === TokenKind.number) return undefined
  const gap = tokens.prose.charAt(tokens.end(at))
  const french = gap === '\u00a0' || gap === '\u202f'
  const next = tokens.lower(last + 1)
  const counted = units.has(next) || next === '%' || next === '€' || ['€', '$', '£'].includes(tokens.text(at - 1))
  // “10 000 posts”: round, or before the plural of what is counted.
  const plural =
    tokens.isWord(last + 1) && tokens.shape(last + 1) === Shape.lower && next.endsWith('s') && next.length > 3
  const round = tokens.text(last) === '000'
  if (!french && !counted && !plural && !round) return undefined
  if (
    tokens.kind(at - 1) === TokenKind.dash ||
    tokens.kind(last + 1) === TokenKind.dash ||
    (tokens.isCapitalised(at - 1) && !tokens.startsSentence(at - 1))
  )
    return undefined
  const text = tokens.prose.slice(tokens.start(at), tokens.end(last)).replace(/\s/gu, ',')
  return draftOf(tokens, at, last, text, french || counted || round ? 0.93 : 0.8, french || counted || round)
}

/** Article 49, third paragraph, of the French constitution: 49.3 in every English paper. */
function article49(tokens: Tokens, at: number): Draft | undefined {
  if (
    tokens.text(at) !== '49' ||
    !['-', ':', ','].includes(tokens.text(at + 1)) ||
    tokens.text(at + 2) !== '3' ||
    tokens.spaceBefore(at + 1) ||
    tokens.spaceBefore(at + 2)
  ) {
    return undefined
  }
  const before = tokens.lower(at - 1)
  if (!laws.has(before) || scores.has(tokens.lower(at + 3))) return undefined
  return draftOf(tokens, at, at + 2, '49.3', before === 'article' ? 0.92 : 0.7, before === 'article')
}

const shortUnits: Readonly<Record<string, string>> = {
  M: ' million',
  Md: ' billion',
  Mds: ' billion',
  K: ',000',
  k: ',000',
}

/** `50 M€`, `3,5 Md€`, `40 K€` */
function shortMillions(tokens: Tokens, at: number): Draft | undefined {
  const unit = shortUnits[tokens.text(at + 1)]
  const number = tokens.text(at).replace(',', '.')
  if (unit === undefined || tokens.text(at + 2) !== '€' || !/^\d{1,4}(?:\.\d{1,2})?$/u.test(number)) return undefined
  if (unit.startsWith(',') && number.includes('.')) return undefined
  return draftOf(tokens, at, at + 2, `€${number}${unit}`, 0.93, true)
}

/** `the 15 th minute` */
function apartOrdinal(tokens: Tokens, at: number): Draft | undefined {
  const number = Number(tokens.text(at))
  const ending = tokens.text(at + 1)
  if (!/^(?:th|st|nd|rd)$/u.test(ending) || !tokens.spaceBefore(at + 1) || !/^[1-9]\d{0,2}$/u.test(tokens.text(at)))
    return undefined
  const text = `${number}${suffixOf(number)}`
  return text.endsWith(ending) ? draftOf(tokens, at, at + 1, text, 0.93, true) : undefined
}

/** `500 millions of euros` */
function millionsOf(tokens: Tokens, at: number): Draft | undefined {
  const large = largeUnit(tokens, at)
  return large === undefined
    ? undefined
    : draftOf(tokens, at, large.last, `${tokens.text(at)} ${large.word}`, 0.9, true)
}

const currencies = new Set(['euros', 'dollars', 'francs', 'pounds'])

/** `millions`, `billions of euros`, `milliards` behind a number: the English word, and the last token it stands for. */
function largeUnit(tokens: Tokens, at: number): { word: string; last: number } | undefined {
  const unit = tokens.lower(at + 1)
  // `1.2 million of euros`
  if (
    (unit === 'million' || unit === 'billion') &&
    tokens.lower(at + 2) === 'of' &&
    currencies.has(tokens.lower(at + 3))
  )
    return { word: unit, last: at + 2 }
  if (unit !== 'millions' && unit !== 'billions' && unit !== 'milliards' && unit !== 'milliard') return undefined
  const of = tokens.lower(at + 2) === 'of' && units.has(tokens.lower(at + 3))
  return { word: unit.startsWith('milliard') ? 'billion' : unit.slice(0, -1), last: of ? at + 2 : at + 1 }
}

function draftOf(tokens: Tokens, from: number, last: number, text: string, confidence: number, safe: boolean): Draft {
  return {
    start: tokens.start(from),
    end: tokens.end(last),
    expected: [text],
    confidence,
    safe,
    weight: 2,
    reason: `English writes “${text.trim()}”`,
  }
}
