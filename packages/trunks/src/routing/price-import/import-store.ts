import { createHash, randomUUIDv7 } from 'node:crypto'
import { ImportUndone, NotFound, type Tx } from '@klinke/platform'
import type { Generated, JSONColumnType, Selectable } from 'kysely'
import type { RateFields } from '../rules.ts'
import { PricesChangedSince } from '../rules.ts'
import { findPrices, putPrices } from '../store.ts'

/** Imports kept of a carrier; older ones can no longer be taken back. */
const KEPT_IMPORTS = 10

interface ImportTables {
  readonly carrier_price_import: {
    readonly id: string
    readonly carrier_id: string
    readonly file_name: string
    readonly imported_by: string
    readonly created_at: Generated<Date>
    readonly created: number
    readonly changed: number
    readonly skipped: number
    readonly failed: number
    readonly removed: number
    readonly before: JSONColumnType<RateFields[]>
    readonly version: string
    readonly undone_at: Date | null
  }
}

/** What is told of an import. */
export interface PriceImport {
  readonly id: string
  readonly fileName: string
  readonly importedBy: string
  readonly createdAt: Date
  readonly undoneAt: Date | null
  readonly created: number
  readonly changed: number
  readonly skipped: number
  readonly failed: number
  readonly removed: number
}

export type NewPriceImport = Omit<PriceImport, 'id' | 'createdAt' | 'undoneAt'>

/** Puts a price list in place of the one before, which is kept to be put back. */
export async function replacePrices(
  tx: Tx,
  carrierId: string,
  lists: { readonly before: readonly RateFields[]; readonly after: readonly RateFields[] },
  about: NewPriceImport,
): Promise<string> {
  const { before, after } = lists
  await putPrices(tx, carrierId, after)
  const { fileName: file_name, importedBy: imported_by, created, changed, skipped, failed, removed } = about
  const id = randomUUIDv7()
  const row = { id, carrier_id: carrierId, file_name, imported_by, created, changed, skipped, failed, removed, undone_at: null }
  const tables = tx.tables<ImportTables>()
  await tables
    .insertInto('carrier_price_import')
    .values({ ...row, before: JSON.stringify(before), version: versionOf(after) })
    .execute()
  const old = (await listPriceImports(tx, carrierId)).slice(KEPT_IMPORTS).map((each) => each.id)
  if (old.length > 0) await tables.deleteFrom('carrier_price_import').where('id', 'in', old).execute()
  return id
}

/** The newest first. */
export async function listPriceImports(tx: Tx, carrierId: string): Promise<readonly PriceImport[]> {
  const query = tx
    .tables<ImportTables>()
    .selectFrom('carrier_price_import')
    .select([...COLUMNS])
    .where('carrier_id', '=', carrierId)
  return (await query.orderBy('id', 'desc').execute()).map(fromRow)
}

const COLUMNS = [
  ...(['id', 'file_name', 'imported_by', 'created_at', 'undone_at'] as const),
  ...(['created', 'changed', 'skipped', 'failed', 'removed'] as const),
] as const

/** Puts the list before the import back. Gives how many prices that list has. Throws `NotFound`, `ImportUndone`, and `PricesChangedSince`. */
export async function undoPrices(tx: Tx, carrierId: string, importId: string): Promise<number> {
  const tables = tx.tables<ImportTables>()
  const query = tables.selectFrom('carrier_price_import').select(['before', 'version', 'undone_at'])
  const found = await query.where('id', '=', importId).where('carrier_id', '=', carrierId).forUpdate().executeTakeFirst()
  if (found === undefined) throw new NotFound('import', importId)
  if (found.undone_at !== null) throw new ImportUndone()
  if (versionOf((await findPrices(tx, carrierId)) ?? []) !== found.version) throw new PricesChangedSince()
  await putPrices(tx, carrierId, found.before)
  await tables.updateTable('carrier_price_import').set({ undone_at: new Date() }).where('id', '=', importId).execute()
  return found.before.length
}

/** Whatever the order of keys, which JSON in the database does not keep. */
function versionOf(rates: readonly RateFields[]): string {
  const hash = createHash('sha256')
  for (const { prefix, microsPerMinute, validFrom, validUntil } of rates)
    hash.update(`${prefix} ${microsPerMinute} ${validFrom ?? ''} ${validUntil ?? ''}\n`)
  return hash.digest('base64url')
}

function fromRow(row: Pick<Selectable<ImportTables['carrier_price_import']>, (typeof COLUMNS)[number]>): PriceImport {
  const { id, file_name: fileName, imported_by: importedBy, created_at: createdAt, undone_at: undoneAt, ...counts } = row
  return { id, fileName, importedBy, createdAt, undoneAt, ...counts }
}
