import {
  type Choice,
  chosenEdits,
  confidenceWord,
  type Finding,
  isSuperseded,
  offeredRepairs,
  openFindings,
  type Review,
  reviewProgress,
  type SourcePassage,
} from '@stet/core'
import { type ArticleView, type Context, contextOf, type Place } from './context.ts'
import { columnsOf, ellipsed, fitted, type Line, type Piece, visible, windowOf, wrapPieces } from './layout.ts'
import type { OwnText } from './own-text.ts'
import { repairPieces } from './repair-pieces.ts'

export interface ScreenProps {
  readonly name: string
  /** Which article of how many; empty where there is one. */
  readonly place: string
  readonly review: Review
  /** The paragraphs of the article, in source order. */
  readonly paragraphs: readonly Place[]
  /** Pages that the text is turned on from the finding; negative: back. */
  readonly pages?: number
  /** What the finding's paragraph was made from, where there is a source text. */
  readonly original?: SourcePassage | undefined
  readonly columns: number
  readonly rows: number
  /** For the editor: what happened, or a question. */
  readonly message: string
  readonly keys: string
  /** The own text while it is being typed. */
  readonly draft: OwnText | undefined
  /** What the text that is being typed is. */
  readonly draftLabel?: string
  /** Lines that stand instead of the finding. */
  readonly help: readonly string[] | undefined
}

/** The lines of the screen; never taller than the terminal without its last row. */
export function screenLines(props: ScreenProps, spoken: boolean): { lines: Line[]; pages: number } {
  const { review, columns, rows, message, keys, help } = props
  const finding = review.findings[review.cursor]
  const head = header(props, spoken)
  const foot = [
    ...(message === ''
      ? []
      : shortenedTo(wrapPieces([{ text: visible(message), tone: 'strong' }], columns), 3, columns)),
    ...wrapPieces([{ text: keys, tone: 'dim' }], columns),
  ]
  const space = Math.max(1, rows - 1 - head.length - foot.length)
  const body =
    help !== undefined
      ? { lines: help.map((text): Line => [{ text: fitted(text, columns), tone: 'plain' }]), pages: 0 }
      : finding === undefined
        ? { lines: wrapPieces([{ text: nothing, tone: 'plain' }], columns), pages: 0 }
        : bodyOf(props, finding, space, spoken)
  const shown = body.lines.slice(0, space)
  const padding: Line[] = spoken ? [] : Array.from({ length: space - shown.length }, () => [])
  return { lines: [...head, ...shown, ...padding, ...foot].slice(0, Math.max(1, rows - 1)), pages: body.pages }
}

const nothing = 'Nothing to mark: the article stands as it is.'

const barColumns = 10

function header({ name, place, review, columns }: ScreenProps, spoken: boolean): Line[] {
  const { total, accepted, stet, deferred, open } = reviewProgress(review)
  const at = `${total === 0 ? 0 : review.cursor + 1}/${total}`
  const put = deferred === 0 ? '' : `, ${deferred} deferred`
  const long = `${at}  ${accepted} accepted, ${stet} stet${put}, ${open} open`
  const short = `${at} ${open} open`
  const done = total === 0 ? barColumns : Math.floor(((total - open - deferred) * barColumns) / total)
  const bar = `${'▰'.repeat(done)}${'▱'.repeat(barColumns - done)} `
  const spare = columns - columnsOf(name) - place.length - 2 - long.length
  const counts = spare < 0 ? short : !spoken && spare > barColumns ? bar + long : long
  const room = columns - place.length - counts.length - 2
  return [[{ text: fitted(`${fitted(visible(name), Math.max(6, room))}${place}  ${counts}`, columns), tone: 'dim' }]]
}

/** Repairs and at least two lines of the article always; what is left goes to the reason, then to more of the article. */
function bodyOf(
  props: ScreenProps,
  finding: Finding,
  space: number,
  spoken: boolean,
): { lines: Line[]; pages: number } {
  const { review, paragraphs, pages, original, columns, draft, draftLabel = 'Own text' } = props
  const most = Math.max(1, space - 4)
  const allRepairs =
    draft === undefined ? repairLines(review, finding, columns, spoken) : draftLines(draft, draftLabel, columns, most)
  const repairs = allRepairs.slice(0, most)
  const rest = space - repairs.length
  const kind = rest >= 3 ? [kindLine(review, finding, columns)] : []
  const why = `${finding.reason}${finding.note === undefined ? '' : ` (${finding.note})`}`
  const reasonSpace = Math.min(3, Math.max(0, rest - kind.length - 2))
  const reason = shortenedTo(wrapPieces([{ text: visible(why), tone: 'plain' }], columns), reasonSpace, columns)
  const blank: Line[] = space >= 12 ? [[]] : []
  const left = rest - kind.length - reason.length - 2 * blank.length
  const view: ArticleView = {
    source: review.source,
    paragraphs,
    finding,
    others: openFindings(review),
    edits: chosenEdits(review),
  }
  const context = withSource(view, pages ?? 0, original, columns, Math.max(1, left), spoken)
  // What is below stays in its place from finding to finding: the eye need not look for it.
  const padding: Line[] = spoken ? [] : Array.from({ length: Math.max(0, left - context.lines.length) }, () => [])
  return {
    lines: [...context.lines, ...padding, ...blank, ...reason, ...kind, ...blank, ...repairs],
    pages: context.pages,
  }
}

/** From this width on the source text has room beside the paragraph. */
const columnsForTwo = 120
const between = ' │ '

/** The article around the finding, and the source text beside it, or below it where there is room for both. */
function withSource(
  view: ArticleView,
  pages: number,
  original: SourcePassage | undefined,
  columns: number,
  height: number,
  spoken: boolean,
): Pick<Context, 'lines' | 'pages'> {
  if (original === undefined) return contextOf(view, columns, height, pages, spoken)
  const text = passagePieces(original)
  if (columns >= columnsForTwo && !spoken) {
    const half = Math.floor((columns - between.length) / 2)
    const { lines, top, pages: turned } = contextOf(view, half, height, pages)
    const whole = wrapPieces(text, half)
    // Beside its paragraph; higher up where it would not be seen whole.
    const row = Math.max(0, Math.min(top, height - whole.length))
    const right = shortenedTo(whole, height - row, half)
    const both = Array.from({ length: Math.max(lines.length, row + right.length) }, (_, at): Line => {
      const own = lines[at] ?? []
      const room = half - columnsOf(own.map((piece) => piece.text).join(''))
      return [...own, { text: `${' '.repeat(Math.max(0, room))}${between}`, tone: 'dim' }, ...(right[at - row] ?? [])]
    })
    return { lines: both, pages: turned }
  }
  const whole = wrapPieces([{ text: 'Source: ', tone: 'dim' }, ...text], columns)
  const room = Math.min(Math.floor(height / 2), whole.length)
  // One line of source says too little to give up a line of the article for it.
  if (room < 2) return contextOf(view, columns, height, pages, spoken)
  const below = shortenedTo(whole, room, columns)
  const above = contextOf(view, columns, height - below.length, pages, spoken)
  const gap: Line[] = spoken ? [] : Array.from({ length: height - below.length - above.lines.length }, () => [])
  return { lines: [...above.lines, ...gap, ...below], pages: above.pages }
}

/** The sentence that the finding's sentence was made from is underlined. */
function passagePieces({ text, start, end }: SourcePassage): Piece[] {
  if (text === '') return [{ text: '(nothing in the source text)', tone: 'dim' }]
  return [
    { text: visible(text.slice(0, start)), tone: 'dim' },
    { text: visible(text.slice(start, end)), tone: 'other' },
    { text: visible(text.slice(end)), tone: 'dim' },
  ]
}

function kindLine(review: Review, finding: Finding, columns: number): Line {
  const choice = review.choices.get(review.cursor)
  const settled = isSuperseded(review, review.cursor) ? ' → settled by another repair' : ''
  const state = choice === undefined ? settled : ` → ${stateWord(choice)}`
  const { confidence, severity, ruleId, evidence } = finding
  const kind = [confidenceWord(confidence), severity, ruleId, ...evidence.map((each) => visible(each))].join(' · ')
  if (state === '') return [{ text: fitted(kind, columns), tone: 'dim' }]
  return [
    { text: fitted(kind, Math.max(8, columns - state.length)), tone: 'dim' },
    { text: fitted(state, Math.max(8, columns - 8)), tone: 'strong' },
  ]
}

function stateWord(choice: Choice): string {
  switch (choice.kind) {
    case 'accept':
      return `accepted ${choice.fix + 1}`
    case 'own':
      return 'own text'
    case 'stet':
      return choice.reason === undefined ? 'stet' : `stet: ${visible(choice.reason)}`
    case 'skip':
      return 'skipped'
    case 'defer':
      return 'deferred'
  }
}

function repairLines(review: Review, finding: Finding, columns: number, spoken: boolean): Line[] {
  const repairs = offeredRepairs(review).flatMap(({ index, fix }) => review.findings[index]?.fixes[fix] ?? [])
  if (repairs.length === 0)
    return wrapPieces([{ text: 'No repair is known: type your own, or let it stand', tone: 'dim' }], columns)
  return repairs.slice(0, 9).map(({ edits }, index): Line => {
    const number: Piece = { text: `${index + 1}${spoken ? ':' : ''} `, tone: 'strong' }
    const lines = wrapPieces([number, ...repairPieces(review.source, finding, edits, spoken)], columns)
    return shortenedTo(lines, 1, columns)[0] ?? []
  })
}

/** The part of the own text that is being typed at. */
function draftLines({ text, cursor }: OwnText, label: string, columns: number, most: number): Line[] {
  // Spaces that would not show: one is typing them.
  const shown = (part: string): string => visible(part).replace(/ (?= |$)|^ /gu, '·')
  return windowOf(
    wrapPieces(
      [
        { text: `${label}: `, tone: 'dim' },
        { text: shown(text.slice(0, cursor)), tone: 'added' },
        { text: '▏', tone: 'mark' },
        { text: shown(text.slice(cursor)), tone: 'added' },
      ],
      columns,
    ),
    Math.min(3, most),
  )
}

/** The first lines; where some are left out, an ellipsis says so. */
function shortenedTo(lines: readonly Line[], most: number, columns: number): Line[] {
  if (lines.length <= most) return [...lines]
  if (most === 0) return []
  const kept = lines.slice(0, most)
  const last = (kept.pop() ?? []).slice()
  const end = last.pop() ?? { text: '', tone: 'plain' }
  const before = columnsOf(last.map(({ text }) => text).join(''))
  return [...kept, [...last, { ...end, text: ellipsed(end.text, Math.max(1, columns - before)) }]]
}
