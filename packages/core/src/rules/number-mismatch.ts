import type { Quantity } from '../bilingual/quantity.ts'
import { type Changed, quantityDifferences } from '../bilingual/quantity-differences.ts'
import { copyCase } from '../text/fold.ts'
import { defineRule, type SegmentDraft } from './rule.ts'
import { durationRepair, inNumber } from './support/duration-repair.ts'
import { englishNumber } from './support/english-number.ts'
import { besides, isTrusted, sentenceWith } from './support/source-places.ts'

/** A number, amount, date or time that is another one in the source text. */
export const numberMismatch = defineRule({
  id: 'number-mismatch',
  mqm: 'accuracy/mistranslation',
  severity: 'major',
  fix: 'review',
  needs: 'source',
  round: 'sure',
  priority: 60,
  summary: 'A number, amount, date or time is not that of the source text.',
  why: 'Figures get lost or changed where the machine reads a decimal comma, a space or a milliard wrongly. French and English forms, conversions and roundings count as the same; told only where the sentences surely belong together.',
  examples: {
    bad: [
      {
        text: `${besides.target} Inflation in the eurozone reached 35% in September.`,
        source: `${besides.source} L’inflation de la zone euro a atteint 3,5 % en septembre.`,
        expected: `${besides.target} Inflation in the eurozone reached 3.5% in September.`,
        actual: '35',
      },
      {
        text: `${besides.target} The European Union promised Ukraine 12 million euros on March 13.`,
        source: `${besides.source} L’Union européenne a promis 12 milliards d’euros à l’Ukraine le 13 mars.`,
        expected: `${besides.target} The European Union promised Ukraine 12 billion euros on March 13.`,
        actual: 'million',
      },
      {
        text: `${besides.target} The parliament session in Strasbourg starts on October 12 at 10 p.m.`,
        source: `${besides.source} La session du parlement à Strasbourg débute le 21 octobre à 20 heures.`,
        expected: `${besides.target} The parliament session in Strasbourg starts on October 21 at 8 p.m.`,
      },
    ],
    good: [
      {
        text: `${besides.target} Inflation in the eurozone reached 3.5% in September.`,
        source: `${besides.source} L’inflation de la zone euro a atteint 3,5 % en septembre.`,
      },
      {
        text: `${besides.target} Nearly 5,000 demonstrators marched six miles through Strasbourg, from 8 p.m. to midnight, a quarter of them students.`,
        source: `${besides.source} Quelque 4 970 manifestants ont défilé sur dix kilomètres à Strasbourg, de 20 heures à minuit, dont 25 % d’étudiants.`,
      },
      'Without a source 35% is right.',
    ],
  },
  prepare: () => ({
    triggers: { every: true },
    *checkDocument({ aligned, segments }) {
      if (!isTrusted(aligned)) return
      for (const change of quantityDifferences(aligned).changed) {
        const sentence = sentenceWith(aligned, change.target.tokens, change.target.from)
        const view = segments[sentence?.segment ?? -1]
        if (view === undefined) continue
        const repair = repairOf(change)
        // What looks the same was counted wrongly here.
        if (repair.expected.includes(view.prose.slice(repair.start, repair.end))) continue
        yield {
          view,
          ...repair,
          confidence: confidenceOf(change),
          weight: 0,
          reason: `The source has “${textOf(change.source)}”`,
        } satisfies SegmentDraft
      }
    },
  }),
})

function confidenceOf({ source, target, sameHead, isClear, bead, currency }: Changed): number {
  if (currency) return 0.8
  const spelled = source.spelled || target.spelled
  const several = bead.sourceTo - bead.sourceFrom + bead.targetTo - bead.targetFrom > 2
  const digits = spelled ? 0.72 : 0.88
  const base = spelled && target.spelled ? (sameHead ? 0.82 : 0.5) : sameHead ? 0.94 : digits
  // Two that could stand for two others are paired in their order: that both are wrong is sure, which is which is not.
  const choice = isClear ? 1 : 0.85
  const kind = source.kind === 'ordinal' || source.kind === 'fraction' || source.kind === 'code' ? 0.8 : 1
  return base * kind * choice * (several ? 0.9 : 1)
}

function textOf({ tokens, from, to }: Quantity): string {
  const before = tokens.text(from - 1) === '€' || tokens.text(from - 1) === '$' ? from - 1 : from
  return tokens.prose.slice(tokens.start(before), tokens.end(to - 1)).replace(/\s+/gu, ' ')
}

interface Repair {
  readonly start: number
  readonly end: number
  readonly expected: readonly string[]
}

/** What is marked is what changes: the digits, the day, the scale or the currency. */
function repairOf({ source, target, currency }: Changed): Repair {
  const { tokens, from, numberTo, to } = target
  const span = (first: number, last: number) => ({ start: tokens.start(first), end: tokens.end(last - 1) })
  if (currency) return { ...span(to - 1, to), expected: [] }
  if (target.month !== undefined && source.month !== undefined && target.month !== source.month) {
    const month = monthToken(target)
    return { ...span(month, month + 1), expected: [englishNumber.month(source.month)] }
  }
  if (source.kind === 'decade') return { ...span(from, numberTo), expected: [decadeOf(source, target)] }
  if (target.kind === 'time' || target.kind === 'date') {
    const time = target.kind === 'time' ? timeOf(source, target) : String(source.values[0])
    return { ...span(from, numberTo), expected: time === undefined ? [] : [time] }
  }
  const duration = durationRepair(source, target)
  if (duration !== undefined) return duration
  const sameMantissa = source.mantissa === target.mantissa
  if (sameMantissa && source.scale !== target.scale && target.scale > 1 && source.scale > 1) {
    const scale = scaleToken(target)
    return { ...span(scale, scale + 1), expected: [englishNumber.scale(source.scale, tokens.lower(scale))] }
  }
  if (target.unit !== undefined && source.unit !== undefined && target.unit.factor !== source.unit.factor) {
    return { ...span(from, numberTo), expected: [] }
  }
  if (source.kind === 'fraction' || source.kind === 'code') return { ...span(from, to), expected: [] }
  if (source.scale === target.scale || target.scale === 1) {
    const inWords = target.spelled && source.scale === 1
    const value = source.mantissa * (target.scale === 1 ? source.scale : 1)
    const number = englishNumber.write(value, inWords, source.kind)
    // 98th goes with its ending.
    const end = target.kind === 'ordinal' || target.kind === 'century' ? to : numberTo
    if ((value === 1) !== (target.values[0] === 1) && target.kind === 'plain' && number !== undefined) {
      return counted(target, value, number)
    }
    return { ...span(from, end), expected: number === undefined ? [] : [copyCase(tokens.text(from), number)] }
  }
  const scale = scaleToken(target)
  const word = source.scale === 1 ? '' : ` ${englishNumber.scale(source.scale, tokens.lower(scale))}`
  return { ...span(from, scale + 1), expected: [`${englishNumber.write(source.mantissa, false, source.kind)}${word}`] }
}

/** From one to many or back the noun changes too: only that of a unit of time is known. */
function counted({ tokens, from, numberTo, to, unit }: Quantity, value: number, number: string): Repair {
  const start = tokens.start(from)
  const written = copyCase(tokens.text(from), number)
  const end = tokens.end(numberTo - 1)
  const between = tokens.prose.slice(end, tokens.start(numberTo))
  if (between !== ' ' || !tokens.isWord(numberTo)) return { start, end, expected: [written] }
  if (unit?.dimension !== 'time' || to !== numberTo + 1) return { start, end, expected: [] }
  const noun = inNumber(tokens.text(numberTo), value)
  return { start, end: tokens.end(numberTo), expected: [`${written} ${noun}`] }
}

function monthToken({ tokens, from, to }: Quantity): number {
  return tokens.isWord(to - 1) && to - 1 > from ? to - 1 : from - 1
}

function scaleToken({ tokens, numberTo }: Quantity): number {
  return tokens.isWord(numberTo) ? numberTo : numberTo + 1
}

/** The first year of the decade, with or without its century as the translation has it. */
function decadeOf({ mantissa: year }: Quantity, { mantissa: given }: Quantity): string {
  return String(given < 100 ? year % 100 : year < 100 ? year + 1900 : year)
}

/** The hour in the form that the translation has; undefined where another half of the day is meant. */
function timeOf(source: Quantity, target: Quantity): string | undefined {
  const [minutes] = source.minutes
  if (minutes === undefined) return undefined
  const [given = 0] = target.minutes
  if (target.hasMeridiem && minutes >= 720 !== given >= 720) return undefined
  const hour = target.hasMeridiem ? Math.floor(minutes / 60) % 12 || 12 : Math.floor(minutes / 60)
  const rest = minutes % 60
  const mark = target.tokens.text(target.from).includes('.') ? '.' : ':'
  return rest === 0 ? String(hour) : `${hour}${mark}${String(rest).padStart(2, '0')}`
}
