import { Box, Text } from 'ink'
import type { ReactElement } from 'react'
import stringWidth from 'string-width'
import { fitted, visible } from './layout.ts'
import type { QueueLine } from './queue.ts'

export interface ListScreenProps {
  readonly lines: readonly QueueLine[]
  /** Position in `lines`. */
  readonly cursor: number
  readonly total: number
  readonly checked: number
  readonly columns: number
  readonly rows: number
  readonly filter: string
  readonly keys: string
  readonly message: string
}

/** The articles of the queue with their counts; never taller than the terminal without its last row. */
export function ListScreen(props: ListScreenProps): ReactElement {
  const { lines, cursor, total, checked, columns, rows, filter, keys, message } = props
  const open = lines.reduce((sum, line) => sum + line.open, 0)
  const reading = checked < total ? `, ${total - checked} still to read` : ''
  const found = filter === '' ? '' : ` of ${total}`
  const head = `${lines.length}${found} articles, ${open} open${reading}`
  const foot = [filter === '' ? '' : `/${filter}`, message, keys].filter((text) => text !== '')
  const height = Math.max(1, rows - 2 - foot.length)
  const first = Math.max(0, Math.min(cursor - Math.floor(height / 2), lines.length - height))
  const shown = lines.slice(first, first + height)
  return (
    <Box flexDirection="column" width={columns}>
      <Text dimColor>{fitted(head, columns)}</Text>
      {shown.map((line, at) => (
        <Text key={line.index} bold={first + at === cursor} wrap="truncate">
          {rowOf(line, first + at === cursor, columns)}
        </Text>
      ))}
      {foot.map((text) => (
        <Text key={text} dimColor={text === keys} wrap="truncate">
          {fitted(text, columns)}
        </Text>
      ))}
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
          : `${open} of ${findings.length} open  ${score.toFixed(0).padStart(3)}`
  const room = Math.max(4, columns - 3 - stringWidth(counts))
  const shown = fitted(visible(name), room)
  return fitted(
    `${isCurrent ? '▸' : ' '} ${shown}${' '.repeat(Math.max(0, room - stringWidth(shown)))} ${counts}`,
    columns,
  )
}
