import { Box, Text, useIsScreenReaderEnabled } from 'ink'
import type { ReactElement } from 'react'
import { fitted, type Line, type Piece, type Tone, visible } from './layout.ts'
import { type ScreenProps, screenLines } from './screen-lines.ts'

/** One finding, drawn into the terminal as it is. */
export function Screen(props: ScreenProps): ReactElement {
  const spoken = useIsScreenReaderEnabled()
  return (
    <Box flexDirection="column" width={props.columns}>
      <Lines lines={screenLines(props, spoken).lines} />
    </Box>
  )
}

export interface OpeningScreenProps {
  readonly name: string
  readonly message: string
  readonly columns: number
}

/** What is seen until the first article is checked. */
export function OpeningScreen({ name, message, columns }: OpeningScreenProps): ReactElement {
  return (
    <Box flexDirection="column" width={columns}>
      <Text dimColor>{fitted(visible(name), columns)}</Text>
      <Text>{fitted(message, columns)}</Text>
    </Box>
  )
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
  readonly inverse?: boolean
  readonly color?: string
}

/** Colours repeat what brackets and words say already. */
const styles: Readonly<Record<Tone, Style>> = {
  plain: {},
  strong: { bold: true },
  // No colour is sure to be seen on light and on dark; both sides of inverse are.
  mark: { bold: true, inverse: true },
  other: { underline: true },
  made: { color: 'green' },
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
