import {
  type Database,
  type ImportProgress,
  MAX_SHOWN_PROBLEMS,
  MAX_SHOWN_ROWS,
  NotFound,
  readRows,
  type TableQuery,
  type Tx,
  tableOf,
  viewOfProblem,
  viewOfTable,
} from '@klinke/platform'
import { findCarrier } from '../../carriers/store.ts'
import type { RateFields } from '../rules.ts'
import { findPrices, keepPrices } from '../store.ts'
import { replacePrices } from './import-store.ts'
import { type ImportMode, planPrices } from './plan-prices.ts'
import { PRICE_FIELDS, readRate } from './price-columns.ts'
import type { PriceReport } from './views.ts'

/** A file with prices of a carrier, and how it is to be imported. */
export interface WantedPrices {
  readonly database: Database
  readonly carrierId: string
  readonly octets: Uint8Array
  readonly query: TableQuery & { readonly mode: ImportMode }
  readonly importedBy: string
  /** Milliseconds since the Unix epoch. */
  readonly nowMs: number
}

/** Reads, plans, and writes unless it is a dry run. Throws what is wrong with the file as a whole, `NotFound` and `TooManyRates`. */
export async function importPrices(wanted: WantedPrices, progress: ImportProgress): Promise<PriceReport> {
  const { database, carrierId, octets, query, importedBy } = wanted
  const { table, mapping } = await tableOf(octets, query, PRICE_FIELDS)
  const { rows, problems } = await readRows(table, mapping, readRate, progress)
  return database.withOperator(async (tx) => {
    progress('comparing', 0, rows.length)
    const before = await pricesOf(tx, carrierId)
    const { after, problems: contradictions, ...counts } = await planPrices(before, rows, { mode: query.mode, nowMs: wanted.nowMs })
    const all = [...problems, ...contradictions].toSorted((one, other) => one.row - other.row)
    const failed = new Set(all.map(({ row }) => row)).size
    progress('writing', 0, after.length)
    const about = { fileName: query.fileName, importedBy, failed, ...counts }
    return {
      ...{ importId: query.dryRun ? null : await replacePrices(tx, carrierId, { before, after }, about), mode: query.mode },
      ...{ table: viewOfTable(table, mapping), ...counts, failed },
      problems: all.slice(0, MAX_SHOWN_PROBLEMS).map(viewOfProblem),
      preview: rows.slice(0, MAX_SHOWN_ROWS).map(({ row, value }) => ({ row, ...value })),
    }
  })
}

/** Nobody else changes the list until `tx` is through. Throws `NotFound`. */
async function pricesOf(tx: Tx, carrierId: string): Promise<readonly RateFields[]> {
  if ((await findCarrier(tx, carrierId)) === undefined) throw new NotFound('carrier', carrierId)
  await keepPrices(tx, carrierId)
  return (await findPrices(tx, carrierId)) ?? []
}
