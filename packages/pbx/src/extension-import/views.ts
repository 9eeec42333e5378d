import { importCounts, importView, type RowProblem, rowProblemView, tableView, undoneView } from '@klinke/platform'
import { z } from 'zod'

/** Rows in one file; more are for a program with the API. */
export const MAX_IMPORTED_EXTENSIONS = 5_000

export const tags = ['extensions']

export const language = z.enum(['de', 'en']).default('de')

const plannedView = z.object({
  row: z.int(),
  number: z.string(),
  name: z.string(),
  outgoingNumber: z.string().nullable(),
  mailbox: z.boolean(),
  mailTo: z.string().nullable(),
  groups: z.array(z.string()),
})

export const importReport = z.object({
  importId: z.uuid().nullable().describe('To take it back; null after a dry run'),
  table: tableView.describe('How the table was read'),
  ...importCounts,
  problems: z.array(rowProblemView).describe('The first 200'),
  preview: z.array(plannedView).describe('All rows without errors, as they were understood; after a dry run only'),
  accounts: z
    .array(z.object({ extensionId: z.uuid(), number: z.string(), name: z.string(), sipUsername: z.string(), sipPassword: z.string() }))
    .describe('What was created; passwords are shown this once'),
  accountsCsv: z.string().nullable().describe('The same as a file for whoever sets the phones up; null after a dry run'),
})

export const importList = z.object({ items: z.array(importView) })

export const undoneReport = z.object({
  ...undoneView.shape,
  kept: z
    .array(z.object({ extensionId: z.uuid(), number: z.string(), name: z.string(), text: z.object({ de: z.string(), en: z.string() }) }))
    .describe('Extensions in use or changed since, with the reason; they stay'),
})

/** Rows, not problems: one may have several. */
export function failedRows(problems: readonly RowProblem[]): number {
  return new Set(problems.map(({ row }) => row)).size
}
