import type { Draft, ProseEdit } from '../rules/rule.ts'
import { pairQuotes, type QuoteMark } from '../rules/support/quote-pairing.ts'
import { pairSingleQuotes } from '../rules/support/single-quotes.ts'
import type { Tokens } from '../text/tokens.ts'

/** The marks that quotations have. */
export type Marks = 'single' | 'double'

/** A quotation. Token indexes. */
interface Quotation {
  readonly open: number
  /** -1 where it goes on in the next paragraph. */
  readonly close: number
  readonly marks: Marks
  /** Are its marks those that another rule would leave? */
  readonly isSound: boolean
}

/** Longer ones are marked at their first mark only. */
const longestShown = 12

/**
 * Quotations of a paragraph that stand in the other marks than the house sets, each with all that stand in it.
 *
 * @param next the paragraph after it, where there is one: a quotation that goes on there opens again at its start
 */
export function* houseMarks(tokens: Tokens, marks: Marks, next: Tokens | undefined): Generator<Draft> {
  const all = quotationsOf(tokens, next)
  const isInside = (inner: Quotation, outer: Quotation) =>
    outer.open < inner.open && (outer.close < 0 || (inner.close >= 0 && inner.close < outer.close))
  for (const outer of all) {
    if (outer.marks === marks || all.some((other) => other !== outer && overlaps(outer, other))) continue
    const within = all.filter((inner) => isInside(inner, outer))
    // In two at once, or one of the same marks: what stands in what cannot be told.
    if (within.some((inner) => inner.marks === outer.marks)) continue
    yield draftOf(tokens, outer, within, marks)
  }

  /** Does the quotation stand in the other one, or do they cross? */
  function overlaps(one: Quotation, other: Quotation): boolean {
    if (isInside(other, one)) return false
    const ends = one.close < 0 ? tokens.count : one.close
    return other.open < ends && (other.close < 0 || other.close > one.open)
  }
}

function quotationsOf(tokens: Tokens, next: Tokens | undefined): Quotation[] {
  const doubles = pairQuotes(tokens)
  const found: Quotation[] = pairSingleQuotes(tokens).map((pair) => ({ ...pair, marks: 'single', isSound: true }))
  for (const [index, mark] of doubles.entries()) {
    if (mark.direction !== 'open') continue
    const partner = doubles[mark.partner]
    if (partner !== undefined) {
      const isSound = isRight(mark) && isRight(partner)
      found.push({ open: mark.token, close: partner.token, marks: 'double', isSound })
    } else if (mark.token === 0 && index === doubles.length - 1 && goesOn(next)) {
      found.push({ open: 0, close: -1, marks: 'double', isSound: isRight(mark) })
    }
  }
  return found
}

function goesOn(next: Tokens | undefined): boolean {
  const [first] = next === undefined ? [] : pairQuotes(next)
  return first !== undefined && first.direction === 'open' && first.token === 0
}

/** Not turned, French or guessed: those are another rule’s, and are set in the marks of the house afterwards. */
function isRight({ mark, direction, turned }: QuoteMark): boolean {
  return turned !== true && (mark === '"' || mark === (direction === 'open' ? '“' : '”'))
}

const signs = {
  single: { open: '‘', close: '’', straight: "'" },
  double: { open: '“', close: '”', straight: '"' },
} as const

function draftOf(tokens: Tokens, outer: Quotation, within: readonly Quotation[], marks: Marks): Draft {
  const other = marks === 'single' ? 'double' : 'single'
  const edits = [outer, ...within].flatMap((quotation) => {
    const wanted = signs[quotation === outer ? marks : other]
    return (['open', 'close'] as const).flatMap((side): ProseEdit[] => {
      const at = quotation[side]
      if (at < 0) return []
      const mark = tokens.text(at)
      const text = mark === '"' || mark === "'" ? wanted.straight : wanted[side]
      return [{ start: tokens.start(at), end: tokens.end(at), text }]
    })
  })
  edits.sort((one, two) => one.start - two.start)
  const isShort = outer.close >= 0 && outer.close - outer.open <= longestShown
  const start = tokens.start(outer.open)
  const end = tokens.end(isShort ? outer.close : outer.open)
  let text = ''
  let from = start
  for (const edit of edits.filter((one) => one.end <= end)) {
    text += tokens.prose.slice(from, edit.start) + edit.text
    from = edit.end
  }
  return {
    start,
    end,
    expected: [text + tokens.prose.slice(from, end)],
    fixes: [{ safe: [outer, ...within].every(({ isSound }) => isSound), edits }],
    confidence: 0.9,
    weight: 0,
    reason: `The house sets quotations in ${marks} marks${within.length > 0 ? `, and those inside of them in ${other} ones` : ''}`,
  }
}
