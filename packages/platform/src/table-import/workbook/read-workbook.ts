import { type Table, type TableRow, TableUnreadable } from '../table.ts'
import { firstSheet } from './first-sheet.ts'
import { sharedStrings } from './shared-strings.ts'
import { sheetRows } from './sheet-rows.ts'
import { openParts } from './unpack.ts'

/**
 * Reads the first sheet of a workbook (XLSX) without keeping calls waiting. `looksLikeTitles` judges the first row, unless `titles` says
 * it. Throws `TableUnreadable`.
 */
export async function readWorkbook(
  octets: Uint8Array,
  { titles: told }: { readonly titles?: boolean | undefined },
  looksLikeTitles: (cells: readonly string[]) => boolean,
): Promise<Table> {
  const parts = await openParts(octets)
  const strings = await sharedStrings(parts)
  const rows = await sheetRows(await firstSheet(parts), strings)
  const first = rows[0]
  if (first === undefined) throw new TableUnreadable('empty')
  const titles = told ?? looksLikeTitles(first.cells)
  const columns = Array.from({ length: widthOf(rows) }, (_none, index) => (titles ? (first.cells[index] ?? '') : ''))
  return { format: { encoding: null, separator: null, titles }, columns, rows: titles ? rows.slice(1) : rows }
}

function widthOf(rows: readonly TableRow[]): number {
  return rows.reduce((most, { cells }) => Math.max(most, cells.length), 0)
}
