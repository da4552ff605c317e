import { Box, Text, useIsScreenReaderEnabled } from 'ink'
import type { ReactElement } from 'react'
import { columnsOf, fitted, visible } from './layout.ts'
import type { QueueLine } from './queue.ts'

export interface ListScreenProps {
  readonly lines: readonly QueueLine[]
  /** Position in `lines`. */
  readonly cursor: number
  /** The row that the cursor is to stand on, if it can. */
  readonly row: number
  readonly total: number
  readonly checked: number
  readonly columns: number
  readonly rows: number
  readonly filter: string
  readonly keys: string
  readonly message: string
}

/** How many articles are seen at once: besides them there are the head, a line for what is said, the keys and the last row. */
export function heightOfList(rows: number): number {
  return Math.max(1, rows - 4)
}

/** The articles of the queue with their counts; never taller than the terminal without its last row. */
export function ListScreen(props: ListScreenProps): ReactElement {
  const { lines, cursor, row, total, checked, columns, rows, filter, keys, message } = props
  const spoken = useIsScreenReaderEnabled()
  const open = lines.reduce((sum, line) => sum + line.open, 0)
  const reading = total > 1 && checked < total ? `, ${total - checked} still to read` : ''
  const found = filter === '' ? '' : ` of ${total}`
  const head = `${lines.length}${found} ${total === 1 ? 'article' : 'articles'}, ${open} open${reading}`
  const height = heightOfList(rows)
  const first = Math.max(0, Math.min(cursor - row, lines.length - height))
  // Where the row asked for would push the cursor out of sight, the cursor goes before.
  const from = Math.max(cursor - height + 1, Math.min(first, cursor))
  const shown = lines.slice(from, from + height)
  const said = [filter === '' ? '' : `/${filter}`, message].filter((text) => text !== '').join('  ')
  const padding = spoken ? [] : Array.from({ length: height - shown.length }, (_, at) => `blank ${at}`)
  return (
    <Box flexDirection="column" width={columns}>
      <Text dimColor>{fitted(head, columns)}</Text>
      {shown.map((line, at) => (
        <Text key={line.index} bold={from + at === cursor} wrap="truncate">
          {rowOf(line, from + at === cursor, columns)}
        </Text>
      ))}
      {padding.map((key) => (
        <Text key={key}> </Text>
      ))}
      {rows > 3 ? <Text wrap="truncate">{said === '' ? ' ' : fitted(said, columns)}</Text> : null}
      {rows > 2 ? (
        <Text dimColor wrap="truncate">
          {fitted(keys, columns)}
        </Text>
      ) : null}
    </Box>
  )
}

function rowOf({ name, findings, open, score, failure }: QueueLine, isCurrent: boolean, columns: number): string {
  const counts =
    failure !== undefined
      ? 'cannot be read'
      : findings === undefined
        ? '…'
        : columns < 60
          ? `${open}/${findings.length}`
          : `${open} of ${findings.length} open  ${(score?.toFixed(0) ?? '–').padStart(4)}`
  const room = Math.max(4, columns - 3 - columnsOf(counts))
  const shown = fitted(visible(name), room)
  return fitted(
    `${isCurrent ? '▸' : ' '} ${shown}${' '.repeat(Math.max(0, room - columnsOf(shown)))} ${counts}`,
    columns,
  )
}
