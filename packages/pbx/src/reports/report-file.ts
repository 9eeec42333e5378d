import { setImmediate } from 'node:timers/promises'
import { KlinkeError } from '@klinke/foundation'
import { type Cell, type Language, type ProblemTable, type Sheet, sheetCsv, writeWorkbook } from '@klinke/platform'
import type { Report } from './report.ts'

export type FileFormat = 'xlsx' | 'csv'

export const FILE_TYPES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const satisfies Readonly<Record<FileFormat, string>>

/** Rows of a file at most; they are in memory until it is sent, a tenth of their size packed. */
export const MAX_FILE_ROWS = 20_000
/** Rows read and written between two turns of calls. */
const ROWS_PER_PIECE = 500

/** Reads the rows after `after`, as many as `limit`. */
export type ReadRows<Row> = (limit: number, after: Row | undefined) => Promise<readonly Row[]>

/** The report as a file. Throws `ReportTooLong` when it has more rows than a file may. */
export async function reportFile<Row>(
  { title, columns }: Pick<Report<Row>, 'title' | 'columns'>,
  read: ReadRows<Row>,
  { format, language, zone }: { readonly format: FileFormat; readonly language: Language; readonly zone: string },
): Promise<Buffer> {
  const sheet: Sheet = {
    name: title[language],
    columns: columns.map((column) => ({ title: column.title[language], kind: column.kind })),
    pieces: piecesOf(read, (row) => columns.map(({ cell }) => cell(row, language, zone))),
  }
  return format === 'xlsx' ? writeWorkbook(sheet) : Buffer.from(await sheetCsv(sheet))
}

async function* piecesOf<Row>(read: ReadRows<Row>, cellsOf: (row: Row) => readonly Cell[]): AsyncGenerator<readonly (readonly Cell[])[]> {
  let rows = await read(ROWS_PER_PIECE, undefined)
  for (let written = rows.length; rows.length > 0; written += rows.length) {
    if (written > MAX_FILE_ROWS) throw new ReportTooLong()
    for (let from = 0; from < rows.length; from += ROWS_PER_PIECE) {
      yield rows.slice(from, from + ROWS_PER_PIECE).map(cellsOf)
      await setImmediate()
    }
    // More or fewer than were asked for: these are all.
    if (rows.length !== ROWS_PER_PIECE) return
    rows = await read(ROWS_PER_PIECE, rows.at(-1))
  }
}

export class ReportTooLong extends KlinkeError {
  constructor() {
    super('report-too-long', `This report is about too many calls: a file has ${MAX_FILE_ROWS} rows at most. Ask for fewer days.`)
  }
}

export const reportProblems: ProblemTable = {
  'report-too-long': {
    status: 422,
    title: { en: 'Too many calls for one report', de: 'Zu viele Anrufe für eine Auswertung' },
    germanDetail: 'Diese Auswertung betrifft zu viele Anrufe für eine Datei. Fragen Sie nach weniger Tagen.',
  },
}
