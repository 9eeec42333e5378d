import { NotFound, type Tx } from '@klinke/platform'
import { type ColumnType, type GeneratedAlways, type Selectable, sql } from 'kysely'
import type { Held, Listing, ListingChange } from './listing.ts'

interface ExportTables {
  readonly directory_told: {
    readonly entry_id: string
    readonly tenant_id: string
    readonly record: ColumnType<Listing, string, string>
  }
  readonly directory_export: {
    readonly number: GeneratedAlways<number>
    readonly made_at: Date
    readonly made_by: string
    readonly created: number
    readonly changed: number
    readonly deleted: number
    readonly content: string | null
    readonly digest: string
    readonly handed_over_at: Date | null
    readonly handed_over_by: string | null
  }
}

/** A file for the publisher. */
export interface StoredExport {
  readonly number: number
  readonly madeAt: Date
  readonly madeBy: string
  readonly created: number
  readonly changed: number
  readonly deleted: number
  /** SHA-256 in hexadecimal. */
  readonly digest: string
  readonly handedOverAt: Date | null
  readonly handedOverBy: string | null
}

/** Only one file is made at a time: what it tells rests on what the one before has told. */
export async function oneExportAtATime(tx: Tx): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended('directory export', 0))`.execute(tx.tables())
}

/** What the publisher lists, by entry ids. */
export async function toldListings(tx: Tx, entryIds?: readonly string[]): Promise<ReadonlyMap<string, Held>> {
  let query = tx.tables<ExportTables>().selectFrom('directory_told').select(['entry_id', 'tenant_id', 'record'])
  if (entryIds !== undefined) query = query.where('entry_id', 'in', [...entryIds, NOBODY])
  const rows = await query.execute()
  return new Map(rows.map((row) => [row.entry_id, { tenantId: row.tenant_id, listing: row.record }]))
}

/** `IN ()` is no SQL. */
const NOBODY = '00000000-0000-0000-0000-000000000000'

/** From now on the publisher knows it. */
export async function tell(tx: Tx, changes: readonly ListingChange[]): Promise<void> {
  const tables = tx.tables<ExportTables>()
  for (const { kind, entryId, tenantId, listing } of changes) {
    if (kind === 'delete') await tables.deleteFrom('directory_told').where('entry_id', '=', entryId).execute()
    else {
      const record = JSON.stringify(listing)
      const row = { entry_id: entryId, tenant_id: tenantId, record }
      const inserting = tables.insertInto('directory_told').values(row)
      await inserting.onConflict((conflict) => conflict.column('entry_id').doUpdateSet({ record })).execute()
    }
  }
}

export type NewExport = Omit<StoredExport, 'number' | 'handedOverAt' | 'handedOverBy'> & { readonly content: string }

export async function insertExport(tx: Tx, { madeAt, madeBy, ...made }: NewExport): Promise<StoredExport> {
  const row = { ...made, made_at: madeAt, made_by: madeBy, handed_over_at: null, handed_over_by: null }
  const { number } = await tx
    .tables<ExportTables>()
    .insertInto('directory_export')
    .values(row)
    .returning('number')
    .executeTakeFirstOrThrow()
  return findExport(tx, number)
}

/** Throws `NotFound`. */
export async function findExport(tx: Tx, number: number): Promise<StoredExport> {
  const row = await select(tx).where('number', '=', number).executeTakeFirst()
  if (row === undefined) throw new NotFound('file for the publisher', String(number))
  return fromRow(row)
}

/** Null once it is handed over. */
export async function contentOf(tx: Tx, number: number): Promise<string | null> {
  const row = await tx
    .tables<ExportTables>()
    .selectFrom('directory_export')
    .select('content')
    .where('number', '=', number)
    .executeTakeFirst()
  return row?.content ?? null
}

/** The newest first. */
export async function listExports(tx: Tx, { before, limit }: { readonly before?: number | undefined; readonly limit: number }) {
  let query = select(tx).orderBy('number', 'desc').limit(limit)
  if (before !== undefined) query = query.where('number', '<', before)
  return (await query.execute()).map(fromRow)
}

/** What is personal in it goes; how much it was, and its digest, stay. */
export async function markHandedOver(tx: Tx, number: number, by: string, at: Date): Promise<void> {
  const set = { handed_over_at: at, handed_over_by: by, content: null }
  await tx
    .tables<ExportTables>()
    .updateTable('directory_export')
    .set(set)
    .where('number', '=', number)
    .where('handed_over_at', 'is', null)
    .execute()
}

const COLUMNS = [
  ...(['number', 'made_at', 'made_by', 'created', 'changed', 'deleted', 'digest', 'handed_over_at', 'handed_over_by'] as const),
] as const

function select(tx: Tx) {
  return tx.tables<ExportTables>().selectFrom('directory_export').select(COLUMNS)
}

function fromRow(row: Omit<Selectable<ExportTables['directory_export']>, 'content'>): StoredExport {
  const { number, created, changed, deleted, digest } = row
  return {
    ...{ number, created, changed, deleted, digest, madeAt: row.made_at, madeBy: row.made_by },
    ...{ handedOverAt: row.handed_over_at, handedOverBy: row.handed_over_by },
  }
}
