/** What a spreadsheet would take for a formula, at the beginning of a cell (CSV injection, CWE-1236). */
const FORMULA = /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/
/** A telephone number is no formula that does anything, and other programs are to find it as it is. */
const TELEPHONE_NUMBER = /^\+\d[\d ]*$/
/** So Excel knows that it is UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF'

/**
 * A CSV file as German Excel opens it by a double click: UTF-8 with its mark, semicolons, CRLF. Cells that a spreadsheet would execute
 * begin with an apostrophe; `withoutGuard` takes it away again when such a file is imported.
 */
export function writeCsv(titles: readonly string[], rows: Iterable<readonly string[]>): string {
  let text = BYTE_ORDER_MARK + line(titles)
  for (const row of rows) text += line(row)
  return text
}

/** The same in pieces, for tables that are too long for one text: as many lines at a time as `rows` gives. */
export async function* csvInPieces(titles: readonly string[], rows: AsyncIterable<readonly (readonly string[])[]>): AsyncGenerator<string> {
  let before = BYTE_ORDER_MARK + line(titles)
  for await (const some of rows) {
    yield before + some.map(line).join('')
    before = ''
  }
  if (before !== '') yield before
}

/** A cell as it was before `writeCsv` guarded it. */
export function withoutGuard(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell.slice(1)) ? cell.slice(1) : cell
}

function line(cells: readonly string[]): string {
  return `${cells.map((cell) => quoted(guarded(cell))).join(';')}\r\n`
}

function guarded(cell: string): string {
  return FORMULA.test(cell) && !TELEPHONE_NUMBER.test(cell) ? `'${cell}` : cell
}

function quoted(cell: string): string {
  return /[;"\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
