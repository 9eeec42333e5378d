import { randomUUIDv7 } from 'node:crypto'
import { NoSuchTenant } from '@klinke/accounts'
import { byColumn, byName, isBehind, matching, type Sorting, type Tx, violatedConstraint } from '@klinke/platform'
import { type Generated, type Selectable, sql } from 'kysely'
import { assertUnused, checkDestinationsNow, internalNumberTaken } from '../destinations/store.ts'
import { DemoLimit, ExtensionLimit, ExtensionTaken, NotOwnNumber } from './rules.ts'
import type { Ha1 } from './sip-account.ts'

/** Rows in one statement. */
const ROWS_AT_A_TIME = 500

interface ExtensionTable {
  readonly id: string
  readonly tenant_id: string
  readonly number: string
  readonly name: string
  readonly sip_username: string
  readonly ha1_md5: string
  readonly ha1_sha256: string
  readonly outgoing_number: string | null
  readonly site_id: string | null
  readonly user_package: string | null
  readonly created_at: Generated<Date>
  readonly updated_at: Generated<Date>
}

interface ExtensionTables {
  readonly extension: ExtensionTable
}

export interface StoredExtension {
  readonly id: string
  readonly tenantId: string
  readonly number: string
  readonly name: string
  readonly sipUsername: string
  readonly ha1: Ha1
  readonly outgoingNumber: string | null
  /** Where its phones stand; null: at the main site. */
  readonly siteId: string | null
  /** Of the tenant's profile; null: the product has none. */
  readonly userPackage: string | null
  readonly createdAt: Date
}

type Optional = 'siteId' | 'userPackage'

/** Absent `siteId`: the main site; `userPackage`: the first of the product. */
export type ExtensionFields = Pick<StoredExtension, 'number' | 'name' | 'outgoingNumber'> & Partial<Pick<StoredExtension, Optional>>

type NewExtension = Omit<StoredExtension, 'id' | 'createdAt' | Optional> & Partial<Pick<StoredExtension, Optional>>

/** Throws `ExtensionTaken`, `InternalNumberTaken`, `NotOwnNumber` or `NoSuchTenant`. */
export async function insertExtension(tx: Tx, extension: NewExtension): Promise<StoredExtension> {
  try {
    const inserting = tx.tables<ExtensionTables>().insertInto('extension').values(rowOf(extension)).returningAll()
    return fromRow(await inserting.executeTakeFirstOrThrow())
  } catch (error) {
    throw inWords(error, extension)
  }
}

/** Many in few statements, in the order given. Throws as `insertExtension` does, naming the first. */
export async function insertExtensions(tx: Tx, extensions: readonly NewExtension[]): Promise<readonly StoredExtension[]> {
  const inserted: StoredExtension[] = []
  for (let at = 0; at < extensions.length; at += ROWS_AT_A_TIME) {
    const some = extensions.slice(at, at + ROWS_AT_A_TIME)
    try {
      const inserting = tx.tables<ExtensionTables>().insertInto('extension').values(some.map(rowOf)).returningAll()
      inserted.push(...(await inserting.execute()).map(fromRow))
    } catch (error) {
      throw inWords(error, some[0] ?? {})
    }
  }
  return inserted
}

/** Throws `ExtensionLimit` unless `more` fit beside those that are there. Concurrent writers wait for each other where there is a limit. */
export async function assertRoom(tx: Tx, tenantId: string, more: number, most: number | null | undefined): Promise<void> {
  if (most === null || most === undefined) return
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`extensions ${tenantId}`}, 0))`.execute(tx.tables())
  const counted = tx
    .tables<ExtensionTables>()
    .selectFrom('extension')
    .select((row) => row.fn.countAll<string>().as('extensions'))
  const would = Number((await counted.where('tenant_id', '=', tenantId).executeTakeFirstOrThrow()).extensions) + more
  if (would > most) throw new ExtensionLimit(most, would)
}

/** `for update` keeps others from changing it until the end of the transaction. */
export async function findExtension(tx: Tx, id: string, lock?: 'for update'): Promise<StoredExtension | undefined> {
  const query = tx.tables<ExtensionTables>().selectFrom('extension').selectAll().where('id', '=', id)
  const row = await (lock === undefined ? query : query.forUpdate()).executeTakeFirst()
  return row && fromRow(row)
}

/** How many extensions of the tenant have each package, by its id. */
export async function countByPackage(tx: Tx): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ user_package: string; extensions: number }>`
    SELECT user_package, count(*)::int AS extensions FROM extension WHERE user_package IS NOT NULL GROUP BY user_package`.execute(
    tx.tables(),
  )
  return new Map(rows.map(({ user_package, extensions }) => [user_package, extensions]))
}

/** What extensions are listed by. */
export const EXTENSION_SORTS = ['number', 'name'] as const
export type ExtensionSort = (typeof EXTENSION_SORTS)[number]

export interface ExtensionFilter {
  readonly limit?: number
  /** By number where it is absent. */
  readonly sorting?: Sorting<ExtensionSort>
  /** As `searchQuery` says. */
  readonly q?: string | undefined
}

const BY_NUMBER: Sorting<ExtensionSort> = { key: 'number', descending: false, after: undefined }

export async function listExtensions(tx: Tx, { limit, sorting = BY_NUMBER, q }: ExtensionFilter = {}): Promise<readonly StoredExtension[]> {
  const [by, direction] = [sorting.key === 'name' ? byName('name') : byColumn('number'), sorting.descending ? 'desc' : 'asc'] as const
  let query = tx.tables<ExtensionTables>().selectFrom('extension').selectAll().orderBy(by.column, direction).orderBy('id', direction)
  query = query.where(isBehind(by, sorting))
  if (limit !== undefined) query = query.limit(limit)
  if (q) query = query.where(matching(q, sql`number`, sql`name`, sql`outgoing_number`, sql`sip_username`))
  return (await query.execute()).map(fromRow)
}

/** Those at a site; at the main one also those that are said to stand nowhere else. */
export async function listExtensionsAt(
  tx: Tx,
  { id, tenantId, isMain }: { readonly id: string; readonly tenantId: string; readonly isMain: boolean },
): Promise<readonly StoredExtension[]> {
  const query = tx.tables<ExtensionTables>().selectFrom('extension').selectAll().where('tenant_id', '=', tenantId).orderBy('number')
  const here = query.where((row) => (isMain ? row.or([row('site_id', '=', id), row('site_id', 'is', null)]) : row('site_id', '=', id)))
  return (await here.execute()).map(fromRow)
}

export async function findExtensions(tx: Tx, ids: readonly string[]): Promise<readonly StoredExtension[]> {
  return (await tx.tables<ExtensionTables>().selectFrom('extension').selectAll().where('id', 'in', ids).execute()).map(fromRow)
}

/** Throws `ExtensionTaken`, `InternalNumberTaken` or `NotOwnNumber`; undefined when there is none. */
export async function updateExtension(tx: Tx, id: string, change: Partial<ExtensionFields>): Promise<StoredExtension | undefined> {
  const { number, name, outgoingNumber, siteId, userPackage } = change
  const set = {
    ...(number === undefined ? {} : { number }),
    ...(name === undefined ? {} : { name }),
    ...(outgoingNumber === undefined ? {} : { outgoing_number: outgoingNumber }),
    ...(siteId === undefined ? {} : { site_id: siteId }),
    ...(userPackage === undefined ? {} : { user_package: userPackage }),
  }
  try {
    return await update(tx, id, set)
  } catch (error) {
    throw inWords(error, change)
  }
}

/** The old password ends at once. */
export function replaceSipAccount(tx: Tx, id: string, sipUsername: string, ha1: Ha1): Promise<StoredExtension | undefined> {
  return update(tx, id, { sip_username: sipUsername, ha1_md5: ha1.md5, ha1_sha256: ha1.sha256 })
}

/** Throws `TargetInUse` while calls are led to it; false when there is none. */
export async function deleteExtension(tx: Tx, id: string): Promise<boolean> {
  await assertUnused(tx, 'extension', id)
  const result = await tx.tables<ExtensionTables>().deleteFrom('extension').where('id', '=', id).executeTakeFirst()
  await checkDestinationsNow(tx)
  return result.numDeletedRows > 0n
}

async function update(tx: Tx, id: string, set: Partial<Omit<Selectable<ExtensionTable>, 'id'>>): Promise<StoredExtension | undefined> {
  const row = await tx
    .tables<ExtensionTables>()
    .updateTable('extension')
    .set({ updated_at: sql`now()`, ...set })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst()
  return row && fromRow(row)
}

function inWords(
  error: unknown,
  about: { readonly tenantId?: string; readonly number?: string; readonly outgoingNumber?: string | null },
): unknown {
  switch (violatedConstraint(error)) {
    case 'extension_demo_limit':
      return new DemoLimit()
    case 'extension_number':
      return new ExtensionTaken(about.number ?? '')
    case 'extension_outgoing_number':
      return new NotOwnNumber(about.outgoingNumber ?? '')
    case 'extension_tenant_id_fkey':
      return new NoSuchTenant(about.tenantId ?? '')
    default:
      return internalNumberTaken(error, about.number) ?? error
  }
}

function rowOf({ tenantId, number, name, sipUsername, ha1, outgoingNumber, siteId = null, userPackage = null }: NewExtension) {
  const row = { id: randomUUIDv7(), tenant_id: tenantId, number, name, sip_username: sipUsername, user_package: userPackage }
  return { ...row, ha1_md5: ha1.md5, ha1_sha256: ha1.sha256, outgoing_number: outgoingNumber, site_id: siteId }
}

function fromRow(row: Selectable<ExtensionTable>): StoredExtension {
  return {
    id: row.id,
    tenantId: row.tenant_id,
    number: row.number,
    name: row.name,
    sipUsername: row.sip_username,
    ha1: { md5: row.ha1_md5, sha256: row.ha1_sha256 },
    outgoingNumber: row.outgoing_number,
    siteId: row.site_id,
    userPackage: row.user_package,
    createdAt: row.created_at,
  }
}
