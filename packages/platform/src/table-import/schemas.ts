import { z } from 'zod'
import type { ProblemTable } from '../http/problem.ts'
import { type ImportField, looksLikeTitles, type Mapping, parsedMapping, proposedMapping } from './fields.ts'
import type { StoredImport } from './imports.ts'
import { readCsv } from './read-csv.ts'
import type { RowProblem } from './read-rows.ts'
import { type Separator, type Table, TEXT_ENCODINGS } from './table.ts'
import { readWorkbook } from './workbook/read-workbook.ts'
import { isWorkbook } from './workbook/unpack.ts'

/** Problems shown of one file; the counts count all. */
export const MAX_SHOWN_PROBLEMS = 200
/** Rows shown of what a file would become. */
export const MAX_SHOWN_ROWS = 20

const text = z.object({ de: z.string(), en: z.string() })
const separator = z.enum(['semicolon', 'comma', 'tab', 'pipe'] satisfies readonly Separator[])

/** How a file is read, in the query of an import. What is absent is recognised. */
export const tableQuery = {
  encoding: z.enum(TEXT_ENCODINGS).optional(),
  separator: separator.optional(),
  titles: z.stringbool().optional().describe('Whether the first row has titles'),
  columns: z
    .string()
    .max(5_000)
    .optional()
    .describe('One field per column, separated by commas, `-` for one that is not read; absent: by the titles'),
  fileName: z.string().trim().max(200).default('').describe('For the list of imports'),
  dryRun: z.stringbool().default(false).describe('Change nothing, and tell what would be'),
}

/** How a table was read. */
export const tableView = z.object({
  encoding: z.enum(TEXT_ENCODINGS).nullable().describe('null: a workbook (XLSX)'),
  separator: separator.nullable().describe('null: a workbook (XLSX)'),
  titles: z.boolean(),
  columns: z.array(
    z.object({
      title: z.string(),
      field: z.string().nullable().describe('null: not read'),
      samples: z.array(z.string()).describe('From the first rows'),
    }),
  ),
})

export const rowProblemView = z.object({
  row: z.int().describe('As a spreadsheet counts, from 1'),
  field: z.string().nullable(),
  value: z.string(),
  code: z.string(),
  text,
})

/** What every import answers, and what its dry run foretells. */
export const importCounts = { created: z.int(), changed: z.int(), skipped: z.int(), failed: z.int() }

export const importView = z.object({
  id: z.uuid(),
  fileName: z.string(),
  importedBy: z.string(),
  createdAt: z.iso.datetime(),
  undoneAt: z.iso.datetime().nullable(),
  ...importCounts,
})

export const undoneView = z.object({
  undone: z.int(),
  left: z.int().describe('Rows that somebody has changed since, and which stay as they are'),
})

export const tableImportProblems: ProblemTable = {
  'table-unreadable': {
    status: 422,
    title: { en: 'The file is not a table', de: 'Die Datei ist keine Tabelle' },
    germanDetail: 'Die Datei lässt sich nicht als Tabelle lesen. Speichern Sie sie als CSV oder XLSX.',
  },
  'mapping-invalid': {
    status: 400,
    title: { en: 'The columns are not valid', de: 'Die Zuordnung der Spalten ist ungültig' },
    germanDetail: 'Nennen Sie für jede Spalte ein Feld, durch Kommas getrennt.',
  },
  'import-undone': {
    status: 409,
    title: { en: 'Already taken back', de: 'Bereits rückgängig gemacht' },
    germanDetail: 'Dieser Import ist bereits rückgängig gemacht.',
  },
  'import-cancelled': {
    status: 409,
    title: { en: 'The import was cancelled', de: 'Das Einlesen wurde abgebrochen' },
    germanDetail: 'Das Einlesen wurde abgebrochen; geändert ist nichts.',
  },
  'too-many-imports': {
    status: 409,
    title: { en: 'Other imports are running', de: 'Es wird gerade anderes eingelesen' },
    germanDetail: 'Es wird gerade anderes eingelesen. Warten Sie, bis es fertig ist.',
  },
}

/** What `tableQuery` is read as. */
export type TableQuery = z.output<z.ZodObject<typeof tableQuery>>

/** A table (CSV or the first sheet of a workbook) and which of its columns is what: as the query says, else by the titles. Throws `TableUnreadable`, `MappingInvalid`. */
export async function tableOf<Name extends string>(
  octets: Uint8Array,
  { encoding, separator: divided, titles, columns }: Pick<TableQuery, 'encoding' | 'separator' | 'titles' | 'columns'>,
  fields: readonly ImportField<Name>[],
): Promise<{ readonly table: Table; readonly mapping: Mapping<Name> }> {
  const judge = looksLikeTitles(fields)
  const table = isWorkbook(octets)
    ? await readWorkbook(octets, { titles }, judge)
    : await readCsv(octets, { encoding, separator: divided, titles }, judge)
  return { table, mapping: columns === undefined ? proposedMapping(table.columns, fields) : parsedMapping(columns, fields) }
}

export function viewOfTable({ format, columns, rows }: Table, mapping: Mapping<string>): z.infer<typeof tableView> {
  const samples = (index: number) => rows.slice(0, 3).map(({ cells }) => (cells[index] ?? '').slice(0, 100))
  return { ...format, columns: columns.map((title, index) => ({ title, field: mapping[index] ?? null, samples: samples(index) })) }
}

export function viewOfProblem({ row, field, value, code, text: words }: RowProblem): z.infer<typeof rowProblemView> {
  return { row, field: field ?? null, value: value.slice(0, 200), code, text: { de: words.de, en: words.en } }
}

export function viewOfImport({ id, fileName, importedBy, createdAt, undoneAt, ...counts }: StoredImport): z.infer<typeof importView> {
  const { created, changed, skipped, failed } = counts
  const times = { createdAt: createdAt.toISOString(), undoneAt: undoneAt?.toISOString() ?? null }
  return { id, fileName, importedBy, ...times, created, changed, skipped, failed }
}
