import { importCounts, importView, rowProblemView, tableView } from '@klinke/platform'
import { z } from 'zod'
import { rateFields } from '../rules.ts'
import { IMPORT_MODES } from './plan-prices.ts'

export const importMode = z
  .enum(IMPORT_MODES)
  .default('replace')
  .describe('`replace`: the file is the whole list; `merge`: prefixes that are not in it stay as they are')

const removed = z.int().describe('Prices of the list before that are not in the file')

/** What would become of a file, or has become of it. */
export const priceReport = z.object({
  importId: z.uuid().nullable().describe('To take it back; null after a dry run'),
  mode: z.enum(IMPORT_MODES),
  table: tableView.nullable().describe('How the file was read'),
  ...importCounts,
  removed,
  problems: z.array(rowProblemView).describe('The first 200'),
  preview: z.array(rateFields.extend({ row: z.int() })).describe('The first 20 rows as they were understood'),
})
export type PriceReport = z.infer<typeof priceReport>

export const priceImportView = importView.extend({ removed })
