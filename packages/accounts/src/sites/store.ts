import { randomUUIDv7 } from 'node:crypto'
import { type Tx, violatedConstraint } from '@klinke/platform'
import { type ColumnType, type Generated, type Selectable, sql } from 'kysely'
import type { RecordedAddress } from './address-history.ts'
import { MAX_SITES, SiteNameTaken, TooManySites } from './rules.ts'

interface SiteTable {
  readonly id: string
  readonly tenant_id: string
  readonly name: string
  readonly is_main: boolean
  readonly area_code: string
  readonly addresses: ColumnType<readonly RecordedAddress[], string, string>
  readonly emergency_number: Generated<string | null>
  readonly networks: Generated<string[]>
  readonly created_at: Generated<Date>
  readonly updated_at: Generated<Date>
}

export interface SiteTables {
  readonly site: SiteTable
}

export interface StoredSite {
  readonly id: string
  readonly tenantId: string
  readonly name: string
  readonly isMain: boolean
  readonly areaCode: string
  /** All that there were, the one that is, and one that will be. */
  readonly addresses: readonly RecordedAddress[]
  readonly emergencyNumber: string | null
  readonly networks: readonly string[]
}

export type NewSite = Pick<StoredSite, 'tenantId' | 'name' | 'areaCode' | 'addresses'>

/** The tenant's first one is the main site. Throws `SiteNameTaken` or `TooManySites`. */
export async function insertSite(tx: Tx, { tenantId, name, areaCode, addresses }: NewSite): Promise<StoredSite> {
  await inTurn(tx, tenantId)
  const others = (await listSites(tx)).filter((site) => site.tenantId === tenantId)
  if (others.length >= MAX_SITES) throw new TooManySites()
  const row = { id: randomUUIDv7(), tenant_id: tenantId, name, is_main: others.length === 0, area_code: areaCode }
  const inserting = tx
    .tables<SiteTables>()
    .insertInto('site')
    .values({ ...row, addresses: JSON.stringify(addresses) })
  return fromRow(await inWords(inserting.returningAll().executeTakeFirstOrThrow(), name))
}

/** The main site first, then by name. */
export async function listSites(tx: Tx): Promise<readonly StoredSite[]> {
  const query = tx.tables<SiteTables>().selectFrom('site').selectAll()
  return (await query.orderBy('tenant_id').orderBy('is_main', 'desc').orderBy('name').orderBy('id').execute()).map(fromRow)
}

/** Those of one tenant, the main one first. */
export async function sitesOf(tx: Tx, tenantId: string): Promise<readonly StoredSite[]> {
  const query = tx.tables<SiteTables>().selectFrom('site').selectAll().where('tenant_id', '=', tenantId)
  return (await query.orderBy('is_main', 'desc').orderBy('name').execute()).map(fromRow)
}

/** `for update` keeps others from changing it until the end of the transaction. */
export async function findSite(tx: Tx, id: string, lock?: 'for update'): Promise<StoredSite | undefined> {
  const query = tx.tables<SiteTables>().selectFrom('site').selectAll().where('id', '=', id)
  const row = await (lock === undefined ? query : query.forUpdate()).executeTakeFirst()
  return row && fromRow(row)
}

export type SiteChange = Partial<Pick<StoredSite, 'name' | 'areaCode' | 'addresses' | 'emergencyNumber' | 'networks'>>

/** Throws `SiteNameTaken`; undefined when there is none. */
export async function updateSite(tx: Tx, id: string, change: SiteChange): Promise<StoredSite | undefined> {
  const { name, areaCode, addresses, emergencyNumber, networks } = change
  const updating = tx
    .tables<SiteTables>()
    .updateTable('site')
    .set({
      updated_at: sql`now()`,
      ...(name === undefined ? {} : { name }),
      ...(areaCode === undefined ? {} : { area_code: areaCode }),
      ...(addresses === undefined ? {} : { addresses: JSON.stringify(addresses) }),
      ...(emergencyNumber === undefined ? {} : { emergency_number: emergencyNumber }),
      ...(networks === undefined ? {} : { networks: [...networks] }),
    })
    .where('id', '=', id)
  const row = await inWords(updating.returningAll().executeTakeFirst(), name ?? '')
  return row && fromRow(row)
}

/** Makes it the main site, instead of the one that was. */
export async function makeMainSite(tx: Tx, { id, tenantId }: StoredSite): Promise<void> {
  await inTurn(tx, tenantId)
  const tables = tx.tables<SiteTables>()
  await tables.updateTable('site').set({ is_main: false }).where('tenant_id', '=', tenantId).where('is_main', '=', true).execute()
  await tables.updateTable('site').set({ is_main: true }).where('id', '=', id).execute()
}

export async function deleteSite(tx: Tx, id: string): Promise<void> {
  await tx.tables<SiteTables>().deleteFrom('site').where('id', '=', id).execute()
}

/** Who makes a site, or another one the main one, waits for others who do. */
async function inTurn(tx: Tx, tenantId: string): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`sites ${tenantId}`}, 0))`.execute(tx.tables())
}

async function inWords<T>(query: Promise<T>, name: string): Promise<T> {
  try {
    return await query
  } catch (error) {
    throw violatedConstraint(error) === 'site_name' ? new SiteNameTaken(name) : error
  }
}

function fromRow(row: Selectable<SiteTable>): StoredSite {
  return {
    id: row.id,
    tenantId: row.tenant_id,
    name: row.name,
    isMain: row.is_main,
    areaCode: row.area_code,
    addresses: row.addresses,
    emergencyNumber: row.emergency_number,
    networks: row.networks,
  }
}
