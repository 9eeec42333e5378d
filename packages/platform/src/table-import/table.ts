import { KlinkeError } from '@klinke/foundation'
import type { Text } from '../i18n/language.ts'

/** Octets of an uploaded file at most; 100,000 rows of contacts are about 10 MB. */
export const MAX_TABLE_OCTETS = 20 * 1024 * 1024
/** Rows below the titles, at most. */
export const MAX_TABLE_ROWS = 100_000
export const MAX_TABLE_COLUMNS = 100
/** Characters of a row at most; longer ones are a quotation mark that nobody closed. */
export const MAX_ROW_CHARACTERS = 100_000

/** A table as somebody sees it in his spreadsheet: titles, and rows below them. */
export interface Table {
  readonly format: TableFormat
  /** Titles as they stand there, one per column of the widest row; empty texts for a table without titles. */
  readonly columns: readonly string[]
  /** Without empty ones. */
  readonly rows: readonly TableRow[]
}

export interface TableRow {
  /** As a spreadsheet counts them: the first one of the file is 1, titles and empty rows counted. */
  readonly row: number
  /** Without space around them; fewer than `columns` where the row ends early. */
  readonly cells: readonly string[]
}

/** How the file was read, so that a person can set right what was recognised wrongly. */
export interface TableFormat {
  /** null: a workbook, which has neither. */
  readonly encoding: TextEncoding | null
  readonly separator: Separator | null
  readonly titles: boolean
}

export const TEXT_ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const
export type TextEncoding = (typeof TEXT_ENCODINGS)[number]

/** By name, because a tab and a semicolon are hard to see, and to write into an address. */
export const SEPARATORS = { semicolon: ';', comma: ',', tab: '\t', pipe: '|' } as const
export type Separator = keyof typeof SEPARATORS

/** Why a file is no table. Each with what to do, in the words of whoever uploaded it. */
const REASONS = {
  empty: { de: 'Die Datei ist leer.', en: 'The file is empty.' },
  binary: {
    de: 'Die Datei ist weder Text noch eine Arbeitsmappe. Speichern Sie die Tabelle als XLSX oder CSV.',
    en: 'The file is neither text nor a workbook. Save the table as XLSX or CSV.',
  },
  'broken-workbook': {
    de: 'Die Arbeitsmappe lässt sich nicht öffnen: Sie ist beschädigt oder verschlüsselt. Speichern Sie sie noch einmal ohne Kennwort.',
    en: 'The workbook cannot be opened: it is damaged or encrypted. Save it again without a password.',
  },
  'too-large-unpacked': {
    de: 'Die Arbeitsmappe ist entpackt zu groß. Speichern Sie nur das Blatt mit der Tabelle, ohne Bilder.',
    en: 'The workbook is too large when unpacked. Save only the sheet with the table, without pictures.',
  },
  'too-long-row': {
    de: `Eine Zeile hat mehr als ${MAX_ROW_CHARACTERS} Zeichen.`,
    en: `A row has more than ${MAX_ROW_CHARACTERS} characters.`,
  },
  'open-quote': {
    de: 'Ein Anführungszeichen wird nicht geschlossen.',
    en: 'A quotation mark is never closed.',
  },
  'too-many-rows': {
    de: `Die Tabelle hat mehr als ${MAX_TABLE_ROWS} Zeilen. Teilen Sie sie auf.`,
    en: `The table has more than ${MAX_TABLE_ROWS} rows. Split it.`,
  },
  'too-many-columns': {
    de: `Die Tabelle hat mehr als ${MAX_TABLE_COLUMNS} Spalten.`,
    en: `The table has more than ${MAX_TABLE_COLUMNS} columns.`,
  },
} as const satisfies Record<string, Text>

/** The file cannot be read as a table at all; nothing has been imported. */
export class TableUnreadable extends KlinkeError {
  readonly reason: keyof typeof REASONS

  /** `row`: where, as a spreadsheet counts. */
  constructor(reason: keyof typeof REASONS, row?: number) {
    super('table-unreadable', `${REASONS[reason].en}${row === undefined ? '' : ` It begins in row ${row} or before.`}`, {
      german: `${REASONS[reason].de}${row === undefined ? '' : ` Es beginnt in Zeile ${row} oder davor.`}`,
    })
    this.reason = reason
  }
}
