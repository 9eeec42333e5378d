import { randomUUIDv7 } from 'node:crypto'
import type { SiteUsers } from '@klinke/accounts'
import { type Tx, violatedConstraint } from '@klinke/platform'
import { type Selectable, sql } from 'kysely'
import type { CustomerTrunk, TrunkAccess, TrunkLogin, TrunkPlace } from './customer-trunk.ts'
import { TrunkNameTaken, TrunkPlaceTaken } from './rules.ts'
import type { TrunkTables } from './tables.ts'

/** A trunk as stored. */
export interface StoredTrunk extends CustomerTrunk {
  readonly createdAt: Date
  readonly updatedAt: Date
}

/** Throws `TrunkNameTaken` or `TrunkPlaceTaken`. */
export async function insertTrunk(tx: Tx, trunk: Omit<CustomerTrunk, 'id'>): Promise<StoredTrunk> {
  const id = randomUUIDv7()
  const row = { id, tenant_id: trunk.tenantId, ...toColumns(trunk) }
  await inWords(tx.tables<TrunkTables>().insertInto('customer_trunk').values(row).execute(), trunk)
  await insertAccess(tx, { ...trunk, id })
  return stored(tx, id)
}

/** Replaces all but id, customer and creation. Throws `TrunkNameTaken` or `TrunkPlaceTaken`. */
export async function replaceTrunk(tx: Tx, trunk: CustomerTrunk): Promise<StoredTrunk> {
  const tables = tx.tables<TrunkTables>()
  const set = { ...toColumns(trunk), updated_at: sql<Date>`now()` }
  await inWords(tables.updateTable('customer_trunk').set(set).where('id', '=', trunk.id).execute(), trunk)
  await replaceAccess(tx, trunk)
  return stored(tx, trunk.id)
}

/** In order of creation; all that the transaction sees, or `limit` at most, after the trunk with id `after`. */
export async function listTrunks(tx: Tx, limit?: number, after?: string): Promise<readonly StoredTrunk[]> {
  let query = tx.tables<TrunkTables>().selectFrom('customer_trunk').selectAll().orderBy('id')
  if (limit !== undefined) query = query.limit(limit)
  if (after !== undefined) query = query.where('id', '>', after)
  return withAccess(tx, await query.execute())
}

/** `for update` keeps others from changing it until the end of the transaction. */
export async function findTrunk(tx: Tx, id: string, lock?: 'for update'): Promise<StoredTrunk | undefined> {
  const query = tx.tables<TrunkTables>().selectFrom('customer_trunk').selectAll().where('id', '=', id)
  return (await withAccess(tx, await (lock === undefined ? query : query.forUpdate()).execute()))[0]
}

/** Which PBXes stand at a site: at the main one also those that are said to stand nowhere else. */
export const trunksAt: SiteUsers = async (tx, { id, tenantId, isMain }) => {
  const query = tx.tables<TrunkTables>().selectFrom('customer_trunk').select(['id', 'name', 'site_id']).where('tenant_id', '=', tenantId)
  const here = (await query.orderBy('name').execute()).filter(({ site_id }) => site_id === id || (isMain && site_id === null))
  return here.map((trunk) => ({ kind: 'trunk', id: trunk.id, name: trunk.name }))
}

/** Names of trunks at a site, and of those that show a number of these blocks or log in for one; `firsts`: of the blocks. */
export async function trunksBoundTo(tx: Tx, site: Parameters<SiteUsers>[1], firsts: readonly string[]): Promise<readonly string[]> {
  const here = (await trunksAt(tx, site)).map(({ name }) => name)
  const { rows } = await sql<{ readonly name: string }>`
    SELECT name FROM customer_trunk AS trunk WHERE tenant_id = ${site.tenantId} AND (
      EXISTS (SELECT FROM phone_number WHERE e164 = trunk.head_number AND range_e164 = ANY(${[...firsts]}::text[]))
      OR EXISTS (SELECT FROM customer_trunk_login AS login WHERE login.trunk_id = trunk.id AND login.block = ANY(${[...firsts]}::text[])))
    ORDER BY name`.execute(tx.tables())
  return [...new Set([...here, ...rows.map(({ name }) => name)])]
}

export async function deleteTrunk(tx: Tx, id: string): Promise<boolean> {
  const result = await tx.tables<TrunkTables>().deleteFrom('customer_trunk').where('id', '=', id).executeTakeFirst()
  return result.numDeletedRows > 0n
}

/** SIP domains by tenant id: the realms of the logins. */
export async function sipDomains(tx: Tx): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.tables<TrunkTables>().selectFrom('tenant').select(['id', 'sip_domain']).execute()
  return new Map(rows.map((row) => [row.id, row.sip_domain.toLowerCase()]))
}

async function stored(tx: Tx, id: string): Promise<StoredTrunk> {
  const trunk = await findTrunk(tx, id)
  if (trunk === undefined) throw new Error(`The customer trunk ${id} is gone within the transaction that has written it.`)
  return trunk
}

/** What is there already stays as it is, so that only what changes is announced and audited. */
async function replaceAccess(tx: Tx, trunk: CustomerTrunk): Promise<void> {
  const before = await findTrunk(tx, trunk.id)
  if (before === undefined || JSON.stringify(before.access) === JSON.stringify(trunk.access)) return
  const tables = tx.tables<TrunkTables>()
  await tables.deleteFrom('customer_trunk_place').where('trunk_id', '=', trunk.id).execute()
  await tables.deleteFrom('customer_trunk_login').where('trunk_id', '=', trunk.id).execute()
  await insertAccess(tx, trunk)
}

async function insertAccess(tx: Tx, trunk: CustomerTrunk): Promise<void> {
  const { access, tenantId, id } = trunk
  const tables = tx.tables<TrunkTables>()
  const owner = { tenant_id: tenantId, trunk_id: id }
  if (access.kind === 'fixed-ip') {
    const rows = access.places.map(({ host, port }, index) => ({
      ...{ ...owner, id: randomUUIDv7(), position: index + 1 },
      ...{ host: host.toLowerCase(), port: port ?? null },
    }))
    if (rows.length > 0) await inWords(tables.insertInto('customer_trunk_place').values(rows).execute(), trunk)
    return
  }
  const rows = access.logins.map(({ id: loginId, username, ha1, block }) => ({
    ...{ ...owner, id: loginId, username, ha1_md5: ha1.md5, ha1_sha256: ha1.sha256, block: block ?? null },
  }))
  if (rows.length > 0) await tables.insertInto('customer_trunk_login').values(rows).execute()
}

async function withAccess(tx: Tx, rows: readonly Selectable<TrunkTables['customer_trunk']>[]): Promise<readonly StoredTrunk[]> {
  if (rows.length === 0) return []
  const tables = tx.tables<TrunkTables>()
  const only = rows.length === 1 ? rows[0]?.id : undefined
  const allLogins = tables.selectFrom('customer_trunk_login').selectAll().orderBy('block').orderBy('id')
  const allPlaces = tables.selectFrom('customer_trunk_place').selectAll().orderBy('position')
  const logins = Map.groupBy(
    await (only === undefined ? allLogins : allLogins.where('trunk_id', '=', only)).execute(),
    ({ trunk_id }) => trunk_id,
  )
  const places = Map.groupBy(
    await (only === undefined ? allPlaces : allPlaces.where('trunk_id', '=', only)).execute(),
    ({ trunk_id }) => trunk_id,
  )
  return rows.map((row) => fromRow(row, (logins.get(row.id) ?? []).map(loginFrom), (places.get(row.id) ?? []).map(placeFrom)))
}

function toColumns(trunk: Omit<CustomerTrunk, 'id'>) {
  const { name, product, channels, access, numberFormat, signalling, transport, srtp, headNumber, siteId, isActive } = trunk
  return {
    ...{ name, product, channels, access: access.kind, number_format: numberFormat, signalling, transport, srtp },
    ...{ head_number: headNumber ?? null, site_id: siteId ?? null, is_active: isActive },
  }
}

function fromRow(
  row: Selectable<TrunkTables['customer_trunk']>,
  logins: readonly TrunkLogin[],
  places: readonly TrunkPlace[],
): StoredTrunk {
  const access: TrunkAccess = row.access === 'registration' ? { kind: row.access, logins } : { kind: row.access, places }
  const { id, tenant_id: tenantId, name, product, channels, signalling, transport, srtp } = row
  return {
    ...{ id, tenantId, name, product, channels, access, numberFormat: row.number_format, signalling, transport, srtp },
    ...{ headNumber: row.head_number ?? undefined, siteId: row.site_id ?? undefined, isActive: row.is_active },
    ...{ createdAt: row.created_at, updatedAt: row.updated_at },
  }
}

function loginFrom({ id, username, ha1_md5, ha1_sha256, block }: Selectable<TrunkTables['customer_trunk_login']>): TrunkLogin {
  return { id, username, ha1: { md5: ha1_md5, sha256: ha1_sha256 }, block: block ?? undefined }
}

function placeFrom({ host, port }: Selectable<TrunkTables['customer_trunk_place']>): TrunkPlace {
  return { host, port: port ?? undefined }
}

async function inWords<T>(query: Promise<T>, { name, access }: Pick<CustomerTrunk, 'name' | 'access'>): Promise<T> {
  try {
    return await query
  } catch (error) {
    const violated = violatedConstraint(error)
    if (violated === 'customer_trunk_name') throw new TrunkNameTaken(name)
    if (violated === 'customer_trunk_place_address')
      throw new TrunkPlaceTaken(access.kind === 'fixed-ip' ? access.places.map(({ host }) => host) : [])
    throw error
  }
}
