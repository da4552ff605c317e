import type { DurationPart, Quantity } from '../../bilingual/quantity.ts'
import { copyCase } from '../../text/fold.ts'
import type { Tokens } from '../../text/tokens.ts'
import { englishNumber } from './english-number.ts'

interface Repair {
  readonly start: number
  readonly end: number
  readonly expected: readonly string[]
}

/**
 * The duration of the source as the translation writes its own: `two hours and 10 minutes` → `two hours and 40 minutes`;
 * marked is what changes, with the unit where its ending does. Undefined where neither says several units and both have
 * the same.
 */
export function durationRepair(source: Quantity, target: Quantity): Repair | undefined {
  if (source.unit?.dimension !== 'time' || target.unit?.dimension !== 'time') return undefined
  const isSimple = source.parts.length + target.parts.length === 0
  if (isSimple && source.unit.factor === target.unit.factor && isWhole(source) && isWhole(target)) return undefined
  const { tokens } = target
  if (isSimple && source.mantissa === target.mantissa && isWhole(source) && isWhole(target)) {
    return unitRepair(source.unit.factor, target)
  }
  const start = tokens.start(target.from)
  const given = tokens.prose.slice(start, tokens.end(target.to - 1))
  const wanted = written(source, target)
  if (wanted === undefined) return { start, end: start + given.length, expected: [] }
  return shortened(start, given, copyCase(given, wanted))
}

function isWhole({ mantissa, values: [value = 0] }: Quantity): boolean {
  return Number.isInteger(value) && value === mantissa
}

/** 40 hours for 40 minutes: the number is right. */
function unitRepair(factor: number, { tokens, mantissa, to }: Quantity): Repair {
  const unit = englishNumber.timeUnit(factor)
  const written = tokens.text(to - 2) === '-' ? unit : unit && inNumber(unit, mantissa)
  return { start: tokens.start(to - 1), end: tokens.end(to - 1), expected: written === undefined ? [] : [written] }
}

function written(source: Quantity, target: Quantity): string | undefined {
  const { tokens } = target
  const seconds = Math.round((source.values[0] ?? 0) * (source.unit?.factor ?? 0))
  if (target.parts.length > 0) return inParts(seconds, target.parts, tokens)
  const factor = target.unit?.factor ?? 1
  const value = seconds / factor
  // Behind half and quarter the unit does not stand next.
  const unitAt = target.to - 1
  const isPlain = Number.isInteger(target.values[0]) && unitAt <= target.numberTo + 1
  if (!isPlain || !Number.isInteger(value)) return undefined
  const part = {
    value: target.mantissa,
    factor,
    from: target.from,
    numberTo: target.numberTo,
    unitAt,
    spelled: target.spelled,
  }
  return partText(part, value, tokens)
}

function inParts(seconds: number, parts: readonly DurationPart[], tokens: Tokens): string | undefined {
  let rest = seconds
  const kept: { readonly text: string; readonly joint: string }[] = []
  for (const [index, part] of parts.entries()) {
    const isLast = index === parts.length - 1
    const value = isLast ? rest / part.factor : Math.floor(rest / part.factor)
    if (!Number.isInteger(value)) return undefined
    rest -= value * part.factor
    if (value === 0) continue
    const before = parts[index - 1]
    const end = before === undefined ? 0 : before.unitAt === -1 ? before.numberTo : before.unitAt + 1
    const joint = before === undefined ? '' : tokens.prose.slice(tokens.end(end - 1), tokens.start(part.from))
    kept.push({ text: partText(part, value, tokens), joint })
  }
  return kept.map(({ text, joint }, index) => (index === 0 ? text : joint + text)).join('')
}

/** A number and its unit, which ends in -s beside any but one; a hyphen keeps it as it is. */
function partText(part: DurationPart, value: number, tokens: Tokens): string {
  const { prose } = tokens
  const number =
    value === part.value
      ? prose.slice(tokens.start(part.from), tokens.end(part.numberTo - 1))
      : (englishNumber.write(value, part.spelled, 'plain') ?? String(value))
  if (part.unitAt === -1) return value < 10 ? `0${value}` : number
  const between = prose.slice(tokens.end(part.numberTo - 1), tokens.start(part.unitAt))
  const unit = tokens.text(part.unitAt)
  return `${number}${between}${between === '-' ? unit : inNumber(unit, value)}`
}

const longestShort = 4

/** `hour` or `hours`; what is as short as `hrs` stays. */
export function inNumber(unit: string, value: number): string {
  if (unit.length <= longestShort && !/^(?:hour|days?|week|year)$/u.test(unit)) return unit
  const one = unit.replace(/ies$/u, 'y').replace(/s$/u, '')
  if (value === 1) return one
  return one.endsWith('y') && !one.endsWith('ay') ? `${one.slice(0, -1)}ies` : `${one}s`
}

/** Without the words that both begin or end with. */
function shortened(start: number, given: string, wanted: string): Repair {
  const from = given.split(/(?=\s)/u)
  const to = wanted.split(/(?=\s)/u)
  let head = 0
  while (head < Math.min(from.length, to.length) - 1 && from[head] === to[head]) head++
  let tail = 0
  while (tail < Math.min(from.length, to.length) - head - 1 && from.at(-1 - tail) === to.at(-1 - tail)) tail++
  const cut = (words: readonly string[]) => words.slice(head, words.length - tail).join('')
  const lead = from.slice(0, head).join('').length
  const space = /^\s*/u.exec(cut(from))?.[0].length ?? 0
  return {
    start: start + lead + space,
    end: start + lead + cut(from).length,
    expected: [cut(to).trimStart()],
  }
}
