import { confidenceWord, type Finding, isSuperseded, type Review, reviewProgress } from '@stet/core'
import { Box, Text } from 'ink'
import type { ReactElement } from 'react'
import { type Line, markedPieces, type Piece, repairPieces, type Tone, windowOf, wrapPieces } from './layout.ts'

export interface ScreenProps {
  readonly name: string
  readonly place: string
  readonly review: Review
  readonly columns: number
  readonly rows: number
  /** One line for the editor: what happened, or a question. */
  readonly message: string
  readonly keys: string
  /** The own text while it is being typed. */
  readonly draft: { readonly text: string; readonly cursor: number } | undefined
}

/** One finding, drawn into the terminal as it is. */
export function Screen({ name, place, review, columns, rows, message, keys, draft }: ScreenProps): ReactElement {
  const finding = review.findings[review.cursor]
  const head = header(name, place, review, columns)
  const foot = [
    ...(message === '' ? [] : wrapPieces([{ text: message, tone: 'mark' }], columns)),
    ...wrapPieces([{ text: keys, tone: 'dim' }], columns),
  ]
  const space = Math.max(3, rows - 1 - head.length - foot.length)
  const body =
    finding === undefined
      ? wrapPieces([{ text: 'Nothing to mark: the article stands as it is.', tone: 'plain' }], columns)
      : bodyOf(review, finding, columns, space, draft)
  return (
    <Box flexDirection="column" width={columns}>
      <Lines lines={[...head, ...body.slice(0, space), ...foot]} />
    </Box>
  )
}

function header(name: string, place: string, review: Review, columns: number): Line[] {
  const { total, accepted, stet, open } = reviewProgress(review)
  const counts = `${total === 0 ? 0 : review.cursor + 1}/${total}  ${accepted} accepted, ${stet} stet, ${open} open`
  const text = `${name}${place}  ${counts}`
  const fits =
    text.length <= columns
      ? text
      : `${name
          .split('/')
          .at(-1)
          ?.slice(0, Math.max(6, columns - 14))}  ${review.cursor + 1}/${total}, ${open} open`
  return [[{ text: fits.slice(0, columns), tone: 'dim' }]]
}

function bodyOf(review: Review, finding: Finding, columns: number, space: number, draft: ScreenProps['draft']): Line[] {
  const choice = review.choices.get(review.cursor)
  const state =
    choice === undefined
      ? isSuperseded(review, review.cursor)
        ? '  (settled by another repair)'
        : ''
      : `  → ${stateWord(choice.kind)}`
  const reason = wrapPieces([{ text: `${finding.reason}${state}`, tone: 'plain' }], columns).slice(0, 3)
  const kind: Line = [
    {
      text: `${confidenceWord(finding.confidence)} · ${finding.severity} · ${finding.ruleId}`.slice(0, columns),
      tone: 'dim',
    },
  ]
  const repairs =
    draft === undefined ? repairLines(finding, columns, Math.max(1, space - 6)) : draftLines(draft, columns)
  const airy = space >= 12
  const blank: Line[] = airy ? [[{ text: ' ', tone: 'plain' }]] : []
  const left = space - reason.length - 1 - repairs.length - 2 * blank.length
  const paragraph = windowOf(wrapPieces(markedPieces(review.source, finding), columns), Math.max(1, left))
  return [...paragraph, ...blank, ...reason, kind, ...blank, ...repairs]
}

function stateWord(kind: 'accept' | 'own' | 'stet' | 'skip'): string {
  return { accept: 'accepted', own: 'own text', stet: 'stands', skip: 'skipped' }[kind]
}

function repairLines(finding: Finding, columns: number, most: number): Line[] {
  if (finding.fixes.length === 0)
    return [[{ text: 'No repair known: e your own text, s stet'.slice(0, columns), tone: 'dim' }]]
  return finding.fixes.slice(0, Math.min(9, Math.max(1, most))).map((_, index): Line => {
    const pieces: Piece[] = [
      { text: `${index + 1} `, tone: 'mark' },
      ...repairPieces(finding.actual, finding.expected[index] ?? ''),
    ]
    const [first = []] = wrapPieces(pieces, columns)
    return first
  })
}

function draftLines({ text, cursor }: { text: string; cursor: number }, columns: number): Line[] {
  return wrapPieces(
    [
      { text: 'Own text: ', tone: 'dim' },
      { text: `${text.slice(0, cursor)}▏${text.slice(cursor)}`.replaceAll(' ', '\u00a0'), tone: 'added' },
    ],
    columns,
  ).slice(-3)
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

const styles: Readonly<Record<Tone, Readonly<Record<string, unknown>>>> = {
  plain: {},
  mark: { bold: true, color: 'yellow' },
  removed: { color: 'red' },
  added: { color: 'green' },
  dim: { dimColor: true },
}

function Toned({ piece }: { piece: Piece }): ReactElement {
  return <Text {...styles[piece.tone]}>{piece.text}</Text>
}
