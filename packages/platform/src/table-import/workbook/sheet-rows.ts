import { MAX_ROW_CHARACTERS, MAX_TABLE_COLUMNS, MAX_TABLE_ROWS, type TableRow, TableUnreadable } from '../table.ts'
import { readXml, type XmlReader } from './read-xml.ts'
import type { PartText } from './unpack.ts'

/** Columns are letters: A to XFD. */
const REFERENCE = /^([A-Z]{1,3})\d*$/
/** A digit of a column's name counts so much. */
const LETTERS = 26

/** Rows of a sheet (ECMA-376 part 1 §18.3.1.73) without empty ones; of a formula its last value. Throws `TableUnreadable`. */
export async function sheetRows(sheet: PartText, strings: readonly string[]): Promise<readonly TableRow[]> {
  const rows = new RowReader(strings)
  await readXml(sheet, rows)
  return rows.rows
}

class RowReader implements XmlReader {
  readonly rows: TableRow[] = []
  readonly #strings: readonly string[]
  #row = 0
  #cells: string[] = []
  #column = -1
  #type = 'n'
  #value = ''
  #isValue = false

  constructor(strings: readonly string[]) {
    this.#strings = strings
  }

  opened(name: string, { r, t = 'n' }: Readonly<Record<string, string>>): void {
    this.#isValue = name === 'v' || name === 't'
    if (name === 'row') {
      this.#row = r === undefined ? this.#row + 1 : Number(r)
      this.#cells = []
      this.#column = -1
    }
    if (name === 'c') {
      this.#column = r === undefined ? this.#column + 1 : columnOf(r)
      if (!(this.#column < MAX_TABLE_COLUMNS)) this.#column = MAX_TABLE_COLUMNS
      this.#type = t
      this.#value = ''
    }
  }

  text(text: string): void {
    if (!this.#isValue) return
    this.#value += text
    if (this.#value.length > MAX_ROW_CHARACTERS) throw new TableUnreadable('too-long-row', this.#row)
  }

  closed(name: string): void {
    this.#isValue = false
    if (name === 'c') this.#keepCell()
    if (name === 'row') this.#keepRow()
  }

  #keepCell(): void {
    const value = this.#shown().trim()
    // Spreadsheets write formatted cells without a value out to the last column.
    if (value === '') return
    if (this.#column >= MAX_TABLE_COLUMNS) throw new TableUnreadable('too-many-columns')
    while (this.#cells.length < this.#column) this.#cells.push('')
    this.#cells[this.#column] = value
  }

  #keepRow(): void {
    if (this.#cells.length === 0) return
    if (this.#cells.reduce((sum, cell) => sum + cell.length, 0) > MAX_ROW_CHARACTERS) throw new TableUnreadable('too-long-row', this.#row)
    if (this.rows.length > MAX_TABLE_ROWS) throw new TableUnreadable('too-many-rows')
    this.rows.push({ row: this.#row, cells: this.#cells })
  }

  /** `t` says what the value is (§18.18.11). */
  #shown(): string {
    switch (this.#type) {
      case 's':
        return this.#strings[Number(this.#value)] ?? ''
      case 'b':
        return this.#value === '1' ? 'TRUE' : 'FALSE'
      case 'n':
        return plainNumber(this.#value)
      default:
        return this.#value
    }
  }
}

/** `4.922112345E10` is a telephone number whose digits are all there. */
function plainNumber(written: string): string {
  const number = Number(written)
  return /e/i.test(written) && Number.isSafeInteger(number) ? String(number) : written
}

function columnOf(reference: string): number {
  const letters = REFERENCE.exec(reference)?.[1]
  if (letters === undefined) throw new TableUnreadable('broken-workbook')
  return Array.from(letters).reduce((column, letter) => column * LETTERS + letter.charCodeAt(0) - 64, 0) - 1
}
