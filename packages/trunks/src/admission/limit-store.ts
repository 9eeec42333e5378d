import type { ChannelLimits } from '@klinke/accounts'
import type { Tx } from '@klinke/platform'

interface LimitTables {
  readonly channel_limit: {
    readonly id: string
    readonly tenant_id: string
    readonly site_id: string | null
    readonly extension_id: string | null
    readonly both_ways: number | null
    readonly incoming: number | null
    readonly outgoing: number | null
  }
  /** Read for names. */
  readonly site: { readonly id: string; readonly tenant_id: string; readonly name: string }
  readonly extension: { readonly id: string; readonly tenant_id: string; readonly number: string; readonly name: string }
}

/** A data link, or a device, with what is set for it. */
export interface LimitedPlace {
  readonly scope: 'link' | 'device'
  readonly id: string
  readonly tenantId: string
  readonly name: string
  readonly limits: ChannelLimits
}

/** All places with limits that the transaction sees, by id. */
export async function listLimits(tx: Tx, limit?: number, after?: string): Promise<readonly LimitedPlace[]> {
  let query = tx
    .tables<LimitTables>()
    .selectFrom('channel_limit as own')
    .leftJoin('site', 'site.id', 'own.site_id')
    .leftJoin('extension', 'extension.id', 'own.extension_id')
    .selectAll('own')
    .select(['site.name as site', 'extension.number as extension'])
    .orderBy('own.id')
  if (limit !== undefined) query = query.limit(limit)
  if (after !== undefined) query = query.where('own.id', '>', after)
  return (await query.execute()).map(({ site, extension, ...row }) => {
    const scope = row.site_id === null ? ('device' as const) : ('link' as const)
    return { scope, id: row.id, tenantId: row.tenant_id, name: site ?? extension ?? '', limits: limitsOf(row) }
  })
}

/** The site or extension of that id, with what is set for it; undefined when there is none. */
export async function findPlace(tx: Tx, id: string): Promise<LimitedPlace | undefined> {
  const tables = tx.tables<LimitTables>()
  const row = await tables.selectFrom('channel_limit').selectAll().where('id', '=', id).executeTakeFirst()
  const limits = row === undefined ? {} : limitsOf(row)
  const site = await tables.selectFrom('site').select(['id', 'tenant_id', 'name']).where('id', '=', id).executeTakeFirst()
  if (site !== undefined) return { scope: 'link', id, tenantId: site.tenant_id, name: site.name, limits }
  const found = await tables.selectFrom('extension').select(['tenant_id', 'number']).where('id', '=', id).executeTakeFirst()
  return found && { scope: 'device', id, tenantId: found.tenant_id, name: found.number, limits }
}

/** Replaces what is set there; what says nothing is not kept. */
export async function putLimits(tx: Tx, { scope, id, tenantId }: LimitedPlace, { both, in: incoming, out }: ChannelLimits): Promise<void> {
  const table = tx.tables<LimitTables>()
  const set = { both_ways: both ?? null, incoming: incoming ?? null, outgoing: out ?? null }
  if (Object.values(set).every((value) => value === null)) {
    await table.deleteFrom('channel_limit').where('id', '=', id).execute()
    return
  }
  const place = { site_id: scope === 'link' ? id : null, extension_id: scope === 'device' ? id : null }
  await table
    .insertInto('channel_limit')
    .values({ id, tenant_id: tenantId, ...place, ...set })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(set))
    .execute()
}

function limitsOf({
  both_ways,
  incoming,
  outgoing,
}: Pick<LimitTables['channel_limit'], 'both_ways' | 'incoming' | 'outgoing'>): ChannelLimits {
  return {
    ...(both_ways !== null && { both: both_ways }),
    ...(incoming !== null && { in: incoming }),
    ...(outgoing !== null && { out: outgoing }),
  }
}
