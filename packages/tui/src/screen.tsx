import {
  type Choice,
  confidenceWord,
  type Finding,
  isSuperseded,
  openFindings,
  type Review,
  reviewProgress,
} from '@stet/core'
import { Box, Text, useIsScreenReaderEnabled } from 'ink'
import type { ReactElement } from 'react'
import stringWidth from 'string-width'
import {
  ellipsed,
  fitted,
  type Line,
  markedPieces,
  type Piece,
  type Tone,
  visible,
  windowOf,
  wrapPieces,
} from './layout.ts'
import type { OwnText } from './own-text.ts'
import { repairPieces } from './repair-pieces.ts'

export interface ScreenProps {
  readonly name: string
  /** Which article of how many; empty where there is one. */
  readonly place: string
  readonly review: Review
  /** The paragraph of the source text that the finding's paragraph was made from, where it is known. */
  readonly sourceParagraph?: string | undefined
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

/** One finding, drawn into the terminal as it is; never taller than the terminal without its last row. */
export function Screen({
  name,
  place,
  review,
  sourceParagraph,
  columns,
  rows,
  message,
  keys,
  draft,
  draftLabel,
  help,
}: ScreenProps): ReactElement {
  const spoken = useIsScreenReaderEnabled()
  const finding = review.findings[review.cursor]
  const head = header(name, place, review, columns, spoken)
  const foot = [
    ...(message === '' ? [] : shortenedTo(wrapPieces([{ text: message, tone: 'mark' }], columns), 3, columns)),
    ...wrapPieces([{ text: keys, tone: 'dim' }], columns),
  ]
  const space = Math.max(1, rows - 1 - head.length - foot.length)
  const body =
    help !== undefined
      ? help.map((text): Line => [{ text: fitted(text, columns), tone: 'plain' }])
      : finding === undefined
        ? wrapPieces([{ text: 'Nothing to mark: the article stands as it is.', tone: 'plain' }], columns)
        : bodyOf({
            review,
            finding,
            sourceParagraph,
            columns,
            space,
            draft,
            draftLabel: draftLabel ?? 'Own text',
            spoken,
          })
  return (
    <Box flexDirection="column" width={columns}>
      <Lines lines={[...head, ...body.slice(0, space), ...foot].slice(0, Math.max(1, rows - 1))} />
    </Box>
  )
}

const barColumns = 10

function header(name: string, place: string, review: Review, columns: number, spoken: boolean): Line[] {
  const { total, accepted, stet, deferred, open } = reviewProgress(review)
  const at = `${total === 0 ? 0 : review.cursor + 1}/${total}`
  const put = deferred === 0 ? '' : `, ${deferred} deferred`
  const long = `${at}  ${accepted} accepted, ${stet} stet${put}, ${open} open`
  const short = `${at} ${open} open`
  const done = total === 0 ? barColumns : Math.floor(((total - open - deferred) * barColumns) / total)
  const bar = `${'▰'.repeat(done)}${'▱'.repeat(barColumns - done)} `
  const spare = columns - stringWidth(name) - place.length - 2 - long.length
  const counts = spare < 0 ? short : !spoken && spare > barColumns ? bar + long : long
  const room = columns - place.length - counts.length - 2
  return [[{ text: fitted(`${fitted(visible(name), Math.max(6, room))}${place}  ${counts}`, columns), tone: 'dim' }]]
}

interface BodyProps {
  readonly review: Review
  readonly finding: Finding
  readonly sourceParagraph: string | undefined
  readonly columns: number
  readonly space: number
  readonly draft: OwnText | undefined
  readonly draftLabel: string
  readonly spoken: boolean
}

/** Repairs and at least two lines of the paragraph always; what is left goes to the reason, then to more paragraph. */
function bodyOf({ review, finding, sourceParagraph, columns, space, draft, draftLabel, spoken }: BodyProps): Line[] {
  const most = Math.max(1, space - 4)
  const allRepairs =
    draft === undefined
      ? repairLines(review.source, finding, columns, spoken)
      : draftLines(draft, draftLabel, columns, most)
  const repairs = allRepairs.slice(0, most)
  const rest = space - repairs.length
  const kind = rest >= 3 ? [kindLine(review, finding, columns)] : []
  const why = `${finding.reason}${finding.note === undefined ? '' : ` (${finding.note})`}`
  const reasonSpace = Math.min(3, Math.max(0, rest - kind.length - 2))
  const reason = shortenedTo(wrapPieces([{ text: visible(why), tone: 'plain' }], columns), reasonSpace, columns)
  const blank: Line[] = space >= 12 ? [[]] : []
  const left = rest - kind.length - reason.length - 2 * blank.length
  const pieces = markedPieces(review.source, finding, openFindings(review))
  const paragraph = withSource(pieces, sourceParagraph, columns, Math.max(1, left), spoken)
  return [...paragraph, ...blank, ...reason, ...kind, ...blank, ...repairs]
}

/** From this width on the source text has room beside the paragraph. */
const columnsForTwo = 120
const between = ' │ '

/** The paragraph, and the source text beside it, or below it where there is room for both. */
function withSource(
  pieces: readonly Piece[],
  source: string | undefined,
  columns: number,
  height: number,
  spoken: boolean,
): Line[] {
  const text: Piece = { text: visible(source ?? ''), tone: 'dim' }
  if (source === undefined) return windowOf(wrapPieces(pieces, columns), height)
  if (columns >= columnsForTwo && !spoken) {
    const half = Math.floor((columns - between.length) / 2)
    const left = windowOf(wrapPieces(pieces, half), height)
    const right = shortenedTo(wrapPieces([text], half), height, half)
    return Array.from({ length: Math.max(left.length, right.length) }, (_, row): Line => {
      const own = left[row] ?? []
      const room = half - stringWidth(own.map((piece) => piece.text).join(''))
      return [...own, { text: `${' '.repeat(Math.max(0, room))}${between}`, tone: 'dim' }, ...(right[row] ?? [])]
    })
  }
  const whole = wrapPieces(pieces, columns)
  const room = Math.min(Math.floor(height / 2), height - Math.min(whole.length, Math.ceil(height / 2)))
  // One line of source says too little to give up a line of the article for it.
  if (room < 2) return windowOf(whole, height)
  const below = shortenedTo(wrapPieces([{ text: 'Source: ', tone: 'dim' }, text], columns), room, columns)
  return [...windowOf(whole, height - below.length), ...below]
}

function kindLine(review: Review, finding: Finding, columns: number): Line {
  const choice = review.choices.get(review.cursor)
  const settled = isSuperseded(review, review.cursor) ? ' → settled by another repair' : ''
  const state = choice === undefined ? settled : ` → ${stateWord(choice)}`
  const kind = `${confidenceWord(finding.confidence)} · ${finding.severity} · ${finding.ruleId}`
  if (state === '') return [{ text: fitted(kind, columns), tone: 'dim' }]
  return [
    { text: fitted(kind, Math.max(8, columns - state.length)), tone: 'dim' },
    { text: fitted(state, Math.max(8, columns - 8)), tone: 'mark' },
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

function repairLines(source: string, finding: Finding, columns: number, spoken: boolean): Line[] {
  if (finding.fixes.length === 0)
    return wrapPieces([{ text: 'No repair known: e own text, s stet', tone: 'dim' }], columns)
  return finding.fixes.slice(0, 9).map(({ edits }, index): Line => {
    const number: Piece = { text: `${index + 1}${spoken ? ':' : ''} `, tone: 'mark' }
    const lines = wrapPieces([number, ...repairPieces(source, finding, edits, spoken)], columns)
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
  const before = stringWidth(last.map(({ text }) => text).join(''))
  return [...kept, [...last, { ...end, text: ellipsed(end.text, Math.max(1, columns - before)) }]]
}

function Lines({ lines }: { lines: readonly Line[] }): ReactElement {
  // A line has no name of its own; it is drawn anew each time.
  const keyed = lines.map((line, index) => ({ line, key: `line ${index}` }))
  return (
    <>
      {keyed.map(({ line, key }) => (
        <Text key={key} wrap="truncate">
          {line.length === 0 ? ' ' : placed(line).map(({ piece, at }) => <Toned key={at} piece={piece} />)}
        </Text>
      ))}
    </>
  )
}

/** Each piece with the column where it starts: its name within the line. */
function placed(line: Line): { piece: Piece; at: number }[] {
  let at = 0
  return line.map((piece) => {
    const place = { piece, at }
    at += piece.text.length
    return place
  })
}

interface Style {
  readonly bold?: boolean
  readonly dimColor?: boolean
  readonly underline?: boolean
  readonly color?: string
}

/** Colours repeat what brackets and words say already. */
const styles: Readonly<Record<Tone, Style>> = {
  plain: {},
  mark: { bold: true, color: 'yellow' },
  other: { underline: true },
  removed: { color: 'red' },
  added: { color: 'green' },
  dim: { dimColor: true },
}

function Toned({ piece }: { piece: Piece }): ReactElement {
  const { color, ...shape } = styles[piece.tone]
  const isPlain = color === undefined || (process.env['NO_COLOR'] ?? '') !== ''
  return (
    <Text {...shape} {...(isPlain ? {} : { color })}>
      {piece.text}
    </Text>
  )
}
