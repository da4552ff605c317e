import { UsageError } from '../usage-error.ts'

/** One line of a table. */
export interface Row {
  readonly [column: string]: string
}

/**
 * Reads a tab-separated table with a header line; `#` starts a comment line. A cell is cut out of its line when it is
 * asked for: of most rows nobody ever wants more than the first.
 *
 * @param file as an error names it
 * @throws UsageError when a line has more cells than the header, with the file and line
 */
export function parseTable(text: string, file: string): Row[] {
  let TableRow: ReturnType<typeof rowsWith> | undefined
  let columns = 0
  const rows: Row[] = []
  const lines = text.split('\n')
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] as string
    if (line === '' || line.startsWith('#')) continue
    if (TableRow === undefined) {
      const header = line.split('\t')
      columns = header.length
      TableRow = rowsWith(header)
      continue
    }
    if (hasMore(line, columns)) {
      const { length } = line.split('\t')
      throw new UsageError(`${file}:${index + 1}: ${length} cells, but the header has ${columns}: ${line}`)
    }
    rows.push(new TableRow(line) as unknown as Row)
  }
  return rows
}

function hasMore(line: string, columns: number): boolean {
  let tab = -1
  for (let cell = 0; cell < columns; cell++) {
    tab = line.indexOf('\t', tab + 1)
    if (tab < 0) return false
  }
  return true
}

/** Rows whose columns are properties. */
function rowsWith(header: readonly string[]) {
  class TableRow {
    readonly #line: string

    constructor(line: string) {
      this.#line = line
    }

    cell(column: number): string {
      const line = this.#line
      let start = 0
      for (let before = 0; before < column; before++) {
        start = line.indexOf('\t', start) + 1
        if (start === 0) return ''
      }
      const end = line.indexOf('\t', start)
      return end < 0 ? line.slice(start) : line.slice(start, end)
    }
  }
  for (const [column, name] of header.entries()) {
    Object.defineProperty(TableRow.prototype, name, {
      get(this: TableRow) {
        return this.cell(column)
      },
    })
  }
  return TableRow
}
