import { Readable } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import { CsvError, type Options, parse } from 'csv-parse'
import { decodeText } from './decode-text.ts'
import { recognisedSeparator } from './separator.ts'
import {
  MAX_ROW_CHARACTERS,
  MAX_TABLE_COLUMNS,
  MAX_TABLE_ROWS,
  SEPARATORS,
  type Separator,
  type Table,
  type TableRow,
  TableUnreadable,
  type TextEncoding,
} from './table.ts'

/** Characters read at a time: some milliseconds, after which calls have their turn. */
const CHUNK_CHARACTERS = 32 * 1024

/** What a person says about a file; what is absent is recognised. */
export interface TableHints {
  readonly encoding?: TextEncoding | undefined
  readonly separator?: Separator | undefined
  /** Whether the first row has titles; by default it has, unless `looksLikeTitles` finds otherwise. */
  readonly titles?: boolean | undefined
}

/**
 * Reads a CSV file (RFC 4180, and what spreadsheets make of it) without keeping calls waiting. `looksLikeTitles` judges the first row.
 * Throws `TableUnreadable`; rows of different lengths and stray quotation marks are no reason to.
 */
export async function readCsv(
  octets: Uint8Array,
  hints: TableHints,
  looksLikeTitles: (cells: readonly string[]) => boolean,
): Promise<Table> {
  const { text: whole, encoding } = decodeText(octets, hints.encoding)
  const { separator: recognised, text } = recognisedSeparator(whole)
  const separator = hints.separator ?? recognised
  const rows = await readRowsOf(text, separator)
  const first = rows[0]
  if (first === undefined) throw new TableUnreadable('empty')
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0)
  if (width > MAX_TABLE_COLUMNS) throw new TableUnreadable('too-many-columns')
  const titles = hints.titles ?? looksLikeTitles(first.cells)
  const columns = Array.from({ length: width }, (_none, index) => (titles ? (first.cells[index] ?? '') : ''))
  const format = { encoding, separator, titles }
  return { format, columns, rows: titles ? rows.slice(1) : rows }
}

async function readRowsOf(text: string, separator: Separator): Promise<readonly TableRow[]> {
  const options: Options = {
    delimiter: SEPARATORS[separator],
    recordDelimiter: ['\r\n', '\n', '\r'],
    relaxColumnCount: true,
    relaxQuotes: true,
    maxRecordSize: MAX_ROW_CHARACTERS,
  }
  const rows: TableRow[] = []
  let row = 0
  try {
    for await (const record of Readable.from(chunks(text)).compose(parse(options))) {
      row++
      const cells = cellsOf(record)
      if (cells.every((cell) => cell === '')) continue
      if (rows.length > MAX_TABLE_ROWS) throw new TableUnreadable('too-many-rows')
      rows.push({ row, cells })
    }
  } catch (error) {
    if (error instanceof CsvError) throw new TableUnreadable('open-quote', row + 1)
    throw error
  }
  return rows
}

function cellsOf(record: unknown): readonly string[] {
  return Array.isArray(record) ? record.map((cell) => String(cell).trim()) : []
}

async function* chunks(text: string): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += CHUNK_CHARACTERS) {
    yield text.slice(at, at + CHUNK_CHARACTERS)
    await setImmediate()
  }
}
