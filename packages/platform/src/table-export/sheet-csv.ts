import { writeCsv } from '../table-import/write-csv.ts'
import type { Cell, Column, Sheet } from './sheet.ts'

/** The sheet as CSV, guarded as `writeCsv` guards it; numbers with a decimal comma, durations as `0:01:30`. */
export async function sheetCsv({ columns, pieces }: Sheet): Promise<string> {
  const titles = columns.map(({ title }) => title)
  let text = writeCsv(titles, [])
  for await (const rows of pieces) {
    const lines = writeCsv(
      [],
      rows.map((row) => row.map((cell, index) => shown(cell, columns[index]))),
    )
    text += lines.slice(NO_TITLES.length)
  }
  return text
}

/** What `writeCsv` begins with when there are no titles. */
const NO_TITLES = writeCsv([], [])

function shown(cell: Cell, column: Column | undefined): string {
  if (cell === null) return ''
  if (typeof cell === 'string') return column?.kind === 'moment' ? cell.replace('T', ' ') : cell
  return column?.kind === 'duration' ? clockTime(Math.round(cell)) : String(cell).replace('.', ',')
}

function clockTime(seconds: number): string {
  const two = (value: number): string => String(value).padStart(2, '0')
  return `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
}
