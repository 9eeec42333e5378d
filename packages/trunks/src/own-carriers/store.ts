import { randomUUIDv7 } from 'node:crypto'
import { assertSites, type SiteUsers } from '@klinke/accounts'
import { type SecretBox, type Tx, type UsedBy, violatedConstraint } from '@klinke/platform'
import { type Selectable, sql } from 'kysely'
import { authenticationColumns, authenticationOf, type CarrierTable, type StoredCarrier, unsealCarrier } from '../carriers/store.ts'
import type { OwnCarrier } from './own-carrier.ts'
import { type NewOwnCarrier, OwnCarrierNameTaken, SiteHasCarrier } from './rules.ts'

interface OwnCarrierTables {
  readonly own_carrier: Omit<CarrierTable, 'priority' | 'share' | 'channels' | 'is_foreign' | 'emergency_location'> & {
    readonly tenant_id: string
  }
  readonly own_carrier_site: {
    readonly id: string
    readonly tenant_id: string
    readonly carrier_id: string
    readonly site_id: string
    readonly is_line: boolean
  }
  readonly site: { readonly id: string; readonly tenant_id: string; readonly name: string }
}

/** As stored: its password sealed. */
export interface StoredOwnCarrier extends StoredCarrier {
  readonly tenantId: string
  readonly siteId: string
  readonly alsoServes: readonly string[]
}

/** Throws `OwnCarrierNameTaken`, `SiteHasCarrier` or `NoSuchSite`. */
export async function insertOwnCarrier(tx: Tx, tenantId: string, carrier: NewOwnCarrier, secrets: SecretBox): Promise<StoredOwnCarrier> {
  const id = randomUUIDv7()
  const row = { id, tenant_id: tenantId, ...toColumns(id, carrier, secrets) }
  await inWords(tx.tables<OwnCarrierTables>().insertInto('own_carrier').values(row).execute(), carrier)
  await putSites(tx, tenantId, id, carrier)
  return stored(tx, id)
}

/** Replaces all but id, customer and creation. Throws as `insertOwnCarrier`. */
export async function replaceOwnCarrier(
  tx: Tx,
  { id, tenantId }: Pick<StoredOwnCarrier, 'id' | 'tenantId'>,
  carrier: NewOwnCarrier,
  secrets: SecretBox,
): Promise<StoredOwnCarrier> {
  const set = { ...toColumns(id, carrier, secrets), updated_at: sql<Date>`now()` }
  await inWords(tx.tables<OwnCarrierTables>().updateTable('own_carrier').set(set).where('id', '=', id).execute(), carrier)
  await putSites(tx, tenantId, id, carrier)
  return stored(tx, id)
}

/** In order of creation; all that the transaction sees, or `limit` at most, after the id `after`. */
export async function listOwnCarriers(tx: Tx, limit?: number, after?: string): Promise<readonly StoredOwnCarrier[]> {
  let query = tx.tables<OwnCarrierTables>().selectFrom('own_carrier').selectAll().orderBy('id')
  if (limit !== undefined) query = query.limit(limit)
  if (after !== undefined) query = query.where('id', '>', after)
  return withSites(tx, await query.execute())
}

export async function findOwnCarrier(tx: Tx, id: string): Promise<StoredOwnCarrier | undefined> {
  const query = tx.tables<OwnCarrierTables>().selectFrom('own_carrier').selectAll().where('id', '=', id)
  return (await withSites(tx, await query.execute()))[0]
}

export async function countOwnCarriers(tx: Tx, tenantId: string): Promise<number> {
  const query = tx.tables<OwnCarrierTables>().selectFrom('own_carrier').where('tenant_id', '=', tenantId)
  return Number((await query.select(({ fn }) => fn.countAll<string>().as('count')).executeTakeFirstOrThrow()).count)
}

export async function deleteOwnCarrier(tx: Tx, id: string): Promise<boolean> {
  const result = await tx.tables<OwnCarrierTables>().deleteFrom('own_carrier').where('id', '=', id).executeTakeFirst()
  return result.numDeletedRows > 0n
}

/** Carriers that a site belongs to: it cannot be deleted before it is taken away there. */
export const ownCarriersAt: SiteUsers = async (tx, { id, tenantId }) => {
  const rows = await tx
    .tables<OwnCarrierTables>()
    .selectFrom('own_carrier_site as at')
    .innerJoin('own_carrier as carrier', 'carrier.id', 'at.carrier_id')
    .select(['carrier.id', 'carrier.name'])
    .where('at.tenant_id', '=', tenantId)
    .where('at.site_id', '=', id)
    .execute()
  return rows.map((row): UsedBy => ({ kind: 'own-carrier', ...row }))
}

/** With its password readable. Throws `SecretUnreadable`. */
export function unsealOwnCarrier({ tenantId, siteId, alsoServes, ...carrier }: StoredOwnCarrier, secrets: SecretBox): OwnCarrier {
  return { ...unsealCarrier(carrier, secrets), tenantId, siteId, alsoServes }
}

async function putSites(tx: Tx, tenantId: string, carrierId: string, { siteId, alsoServes }: NewOwnCarrier): Promise<void> {
  const served = [...new Set([siteId, ...alsoServes])]
  await assertSites(tx, tenantId, served)
  const tables = tx.tables<OwnCarrierTables>()
  await tables.deleteFrom('own_carrier_site').where('carrier_id', '=', carrierId).execute()
  const owner = { tenant_id: tenantId, carrier_id: carrierId }
  const rows = served.map((site) => ({ ...owner, id: randomUUIDv7(), site_id: site, is_line: site === siteId }))
  await inWords(tables.insertInto('own_carrier_site').values(rows).execute(), { name: '' })
}

async function stored(tx: Tx, id: string): Promise<StoredOwnCarrier> {
  const carrier = await findOwnCarrier(tx, id)
  if (carrier === undefined) throw new Error(`The carrier ${id} is gone within the transaction that has written it.`)
  return carrier
}

async function withSites(tx: Tx, rows: readonly Selectable<OwnCarrierTables['own_carrier']>[]): Promise<readonly StoredOwnCarrier[]> {
  if (rows.length === 0) return []
  const all = tx.tables<OwnCarrierTables>().selectFrom('own_carrier_site').selectAll().orderBy('id')
  const only = rows.length === 1 ? rows[0]?.id : undefined
  const sites = Map.groupBy(await (only === undefined ? all : all.where('carrier_id', '=', only)).execute(), ({ carrier_id }) => carrier_id)
  return rows.map((row) => fromRow(row, sites.get(row.id) ?? []))
}

function toColumns(id: string, carrier: NewOwnCarrier, secrets: SecretBox) {
  const { name, host, port, transport, authentication, outboundFormat, srtp, profile } = carrier
  const common = { name, host, port, transport, outbound_format: outboundFormat, srtp, profile }
  return { ...common, profile_changes: JSON.stringify(carrier.profileChanges), ...authenticationColumns(id, authentication, secrets) }
}

/** Rank and share say nothing where a site has one carrier; the rest is the operator's to say. */
const ALONE = { priority: 0, share: 100, foreign: false, emergencyLocation: 'none' } as const

function fromRow(
  row: Selectable<OwnCarrierTables['own_carrier']>,
  sites: readonly Selectable<OwnCarrierTables['own_carrier_site']>[],
): StoredOwnCarrier {
  const { id, name, host, transport, srtp, profile } = row
  return {
    ...{ ...ALONE, id, tenantId: row.tenant_id, name, host, port: row.port ?? undefined, transport, srtp, profile },
    ...{ authentication: authenticationOf(row), outboundFormat: row.outbound_format, profileChanges: row.profile_changes },
    siteId: sites.find(({ is_line }) => is_line)?.site_id ?? '',
    alsoServes: sites.filter(({ is_line }) => !is_line).map(({ site_id }) => site_id),
    createdAt: row.created_at,
  }
}

async function inWords<T>(query: Promise<T>, { name }: Pick<NewOwnCarrier, 'name'>): Promise<T> {
  try {
    return await query
  } catch (error) {
    const violated = violatedConstraint(error)
    if (violated === 'own_carrier_name') throw new OwnCarrierNameTaken(name)
    if (violated === 'own_carrier_site_of_one') throw new SiteHasCarrier()
    throw error
  }
}
