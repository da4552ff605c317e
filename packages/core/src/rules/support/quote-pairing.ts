import { Shape, TokenKind, type Tokens } from '../../text/tokens.ts'
import { invertedVerbs, reportingVerbs, speakerNouns } from './reporting.ts'

export type Direction = 'open' | 'close'

/** A double quotation mark of a paragraph, and what it ought to be. */
export interface QuoteMark {
  /** Index of its token. */
  readonly token: number
  readonly mark: string
  readonly direction: Direction
  /** Index of its partner in the list of marks, or -1. */
  partner: number
  /** Was it turned round because two marks without partners stand in a row? */
  readonly turned?: boolean
}

const doubles = new Set(['“', '”', '„', '‟', '"', '«', '»'])

/** What the sign itself says; a straight mark says nothing. */
export function signDirection(mark: string): Direction | undefined {
  if (mark === '“' || mark === '«' || mark === '„' || mark === '‟') return 'open'
  if (mark === '”' || mark === '»') return 'close'
  return undefined
}

const determiners = new Set('the a an its their our my your his'.split(' '))

const cache = new WeakMap<Tokens, readonly QuoteMark[]>()

/**
 * Decides for every double mark of a paragraph whether it opens or closes: the assignment of least cost, where a mark
 * costs when its sign or its neighbours speak against it, and the paragraph costs when marks do not alternate.
 * Dynamic programming over the marks, two states (inside a quotation or not): linear in the number of marks.
 */
export function pairQuotes(tokens: Tokens): readonly QuoteMark[] {
  const known = cache.get(tokens)
  if (known !== undefined) return known
  const positions: number[] = []
  for (let at = 0; at < tokens.count; at++) {
    if (tokens.kinds[at] !== TokenKind.quote || !doubles.has(tokens.text(at))) continue
    if (!isInchMark(tokens, at) && !isDoubledMark(tokens, at)) positions.push(at)
  }
  const marks = assign(tokens, positions)
  cache.set(tokens, marks)
  return marks
}

/** `be proud!” »`: the machine closed the quotation, and the French mark that closed it stands there still. */
export function isDoubledMark(tokens: Tokens, at: number): boolean {
  const mark = tokens.text(at)
  if (mark === '»') return tokens.text(at - 1) === '”' && (at === tokens.count - 1 || tokens.spaceAfter(at))
  return mark === '«' && tokens.text(at + 1) === '“'
}

/** 5'6" and 12" are measures, not speech. */
function isInchMark(tokens: Tokens, at: number): boolean {
  const mark = tokens.text(at)
  if (mark !== '"' && mark !== '”') return false
  if (tokens.kind(at - 1) !== TokenKind.number || tokens.spaceBefore(at)) return false
  return tokens.text(at - 2) === "'" || tokens.text(at - 2) === '’' || (mark === '"' && !hasOpenBefore(tokens, at))
}

function hasOpenBefore(tokens: Tokens, at: number): boolean {
  let straight = 0
  for (let index = Math.max(0, at - 400); index < at; index++)
    if (tokens.kind(index) === TokenKind.quote && tokens.text(index) === '"') straight++
  return straight % 2 === 1
}

const oddState = 5

function assign(tokens: Tokens, positions: readonly number[]): QuoteMark[] {
  const count = positions.length
  if (count === 0) return []
  // cost[state]: least cost so far with the text after the mark outside (0) or inside (1) a quotation.
  let cost = [0, oddState]
  const from: number[][] = []
  const directions: Direction[][] = []
  for (const at of positions) {
    const next = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
    const origin = [0, 0]
    const chosen: Direction[] = ['close', 'open']
    for (const direction of ['open', 'close'] as const) {
      const local = localCost(tokens, at, direction)
      const after = direction === 'open' ? 1 : 0
      for (const before of [0, 1]) {
        const total = (cost[before] as number) + local + (before === after ? oddState : 0)
        if (total < (next[after] as number)) {
          next[after] = total
          origin[after] = before
          chosen[after] = direction
        }
      }
    }
    from.push(origin)
    directions.push(chosen)
    cost = next
  }
  let state = (cost[0] as number) <= (cost[1] as number) + 1.5 ? 0 : 1
  const marks: QuoteMark[] = new Array(count)
  for (let index = count - 1; index >= 0; index--) {
    const token = positions[index] as number
    marks[index] = { token, mark: tokens.text(token), direction: directions[index]?.[state] as Direction, partner: -1 }
    state = from[index]?.[state] as number
  }
  pairUp(marks)
  turnInsideOut(tokens, marks)
  turnLonely(tokens, marks)
  return marks
}

function pairUp(marks: readonly QuoteMark[]): void {
  let open = -1
  for (const [index, mark] of marks.entries()) {
    if (mark.direction === 'open') open = index
    else if (open >= 0) {
      mark.partner = open
      ;(marks[open] as QuoteMark).partner = index
      open = -1
    }
  }
}

/** Nobody quotes one of these alone. */
const joints = new Set(
  'because and but or that while whereas although since if when for with by of in on to at'.split(' '),
)

/** `“They stay, it is better “because” there is trouble, “said the minister`: what the pair encloses is what stands between two quotations. */
function turnInsideOut(tokens: Tokens, marks: QuoteMark[]): void {
  for (let index = 1; index + 2 < marks.length; index++) {
    const [before, open, close, after] = marks.slice(index - 1, index + 3) as [
      QuoteMark,
      QuoteMark,
      QuoteMark,
      QuoteMark,
    ]
    const enclosed = open.direction === 'open' && open.partner === index + 1 && close.token - open.token === 2
    if (!enclosed || !joints.has(tokens.text(open.token + 1)) || before.direction !== 'open' || before.partner >= 0)
      continue
    if (after.partner >= 0) continue
    marks[index - 1] = { ...before, partner: index, turned: true }
    marks[index] = { ...open, direction: 'close', partner: index - 1, turned: true }
    marks[index + 1] = { ...close, direction: 'open', partner: index + 2, turned: true }
    marks[index + 2] = { ...after, direction: 'close', partner: index + 1, turned: true }
  }
}

/**
 * Two marks in a row that both lack a partner are most likely one quotation whose marks were turned:
 * `“We go on. “Indeed, he stayed`, `entitled ” City of light “We see there`.
 */
function turnLonely(tokens: Tokens, marks: QuoteMark[]): void {
  for (let index = 0; index + 1 < marks.length; index++) {
    const first = marks[index] as QuoteMark
    const second = marks[index + 1] as QuoteMark
    if (first.partner >= 0 || second.partner >= 0 || first.mark === '"' || second.mark === '"') continue
    if (second.direction !== 'open' || second.token - first.token < 2) continue
    const { token } = second
    const closes =
      first.direction === 'open'
        ? tokens.kind(token - 1) === TokenKind.stop && tokens.isWord(token + 1)
        : tokens.spaceBefore(first.token) &&
          tokens.spaceAfter(first.token) &&
          tokens.isWord(token - 1) &&
          tokens.isWord(token + 1)
    if (!closes || !tokens.spaceBefore(token) || tokens.spaceAfter(token)) continue
    marks[index] = { ...first, direction: 'open', partner: index + 1, turned: true }
    marks[index + 1] = { ...second, direction: 'close', partner: index, turned: true }
  }
}

/** What the spaces and signs either side say. */
function looks(tokens: Tokens, at: number): Direction | undefined {
  const before =
    at === 0 ||
    tokens.spaceBefore(at) ||
    tokens.kind(at - 1) === TokenKind.bracket ||
    tokens.kind(at - 1) === TokenKind.dash
  const after = at === tokens.count - 1 || tokens.spaceAfter(at)
  const next = tokens.kind(at + 1)
  if (before && !after && (isWordLike(next) || next === TokenKind.sign || next === TokenKind.quote)) return 'open'
  if (!before && (after || next === TokenKind.comma || next === TokenKind.stop || next === TokenKind.bracket))
    return 'close'
  if (at === 0) return 'open'
  return undefined
}

/** How much the neighbours and the sign speak against this direction. */
function localCost(tokens: Tokens, at: number, direction: Direction): number {
  const mark = tokens.text(at)
  const sign = signDirection(mark)
  const seen = looks(tokens, at)
  const previous = tokens.kind(at - 1)
  const next = tokens.kind(at + 1)
  const beforeSpace = at === 0 || tokens.spaceBefore(at)
  const afterSpace = at === tokens.count - 1 || tokens.spaceAfter(at)
  let cost = 0
  const glued = tokens.isWord(at - 1) && tokens.isWord(at + 1) && !beforeSpace && !afterSpace
  // `an interest”castigates the doctor`: nobody opens a quotation so.
  if (glued && sign === 'close' && direction === 'open' && tokens.shape(at + 1) === Shape.lower) cost += 5
  // `in the” indifference ”`: nothing ends with an article or a possessive.
  const opensAfter = determiners.has(tokens.lower(at - 1)) && tokens.isWord(at + 1) && sign !== undefined
  if (opensAfter) return direction === 'close' ? 6 : sign === 'close' ? 1 : 0
  if (sign !== undefined && sign !== direction) cost += mark === '«' || mark === '»' ? 4 : 1.6
  if (seen !== undefined && seen !== direction) {
    // `…, "tried to justify` has its space on the wrong side: the comma before and the small letter after show it.
    const stray =
      sign === undefined &&
      previous === TokenKind.comma &&
      tokens.shape(at + 1) === Shape.lower &&
      tokens.isWord(at + 1)
    if (stray) cost += 0.5
    else if (direction === 'close' && reportsAfter(tokens, at)) cost += 1
    else if (direction === 'close' && verbOfSpeaker(tokens, at)) cost += 1.5
    else if (direction === 'close' && namesSpeakerAfter(tokens, at)) cost += 2.5
    else cost += sign === undefined ? 12 : sign === seen ? 8 : 0.8
  }
  if (direction === 'open') {
    if (at === tokens.count - 1) cost += 8
    if (next === TokenKind.stop || next === TokenKind.comma) cost += !beforeSpace || !afterSpace ? 6 : 2
    if (!beforeSpace && afterSpace) cost += 1.5
    if (!beforeSpace && !afterSpace && previous !== TokenKind.stop) cost += 0.6
  } else {
    if (at === 0) cost += 4
    if (beforeSpace && afterSpace && at < tokens.count - 1) {
      // After a full stop, before a capital: a sentence starts here, and the quotation with it.
      cost += previous === TokenKind.stop && tokens.isCapitalised(at + 1) ? 0.8 : 0.2
    }
    if (previous === TokenKind.stop && !beforeSpace) cost -= 0.3
  }
  return cost
}

/** `in my novel “Launches the writer`: the verb of the attribution, with the capital that the machine gave it. */
function reportsAfter(tokens: Tokens, at: number): boolean {
  return (
    tokens.kind(at - 1) === TokenKind.word && tokens.isCapitalised(at + 1) && reportingVerbs.has(tokens.lower(at + 1))
  )
}

/** `rises “said Jane Martin`: behind the mark the verb, small, and its subject. */
function verbOfSpeaker(tokens: Tokens, at: number): boolean {
  if (tokens.kind(at - 1) !== TokenKind.word || !invertedVerbs.has(tokens.text(at + 1))) return false
  if (tokens.isCapitalised(at + 2)) return tokens.isCapitalised(at + 3)
  return tokens.text(at + 2) === 'the' && speakerNouns.has(tokens.lower(at + 3))
}

/** `an effort, “developed Edouard Philippe`: the verb of the attribution and its subject stand behind the mark. */
function namesSpeakerAfter(tokens: Tokens, at: number): boolean {
  if (tokens.kind(at - 1) !== TokenKind.comma) return false
  // `…, “she commented, without a word`
  const spoken = ['he', 'she', 'they'].includes(tokens.text(at + 1)) && reportingVerbs.has(tokens.text(at + 2))
  if (spoken && tokens.kind(at + 3) === TokenKind.comma) return true
  if (!reportingVerbs.has(tokens.text(at + 1))) return false
  return tokens.isCapitalised(at + 2) || ['the', 'he', 'she'].includes(tokens.text(at + 2))
}

function isWordLike(kind: number): boolean {
  return (
    kind === TokenKind.word || kind === TokenKind.number || kind === TokenKind.bracket || kind === TokenKind.elision
  )
}
