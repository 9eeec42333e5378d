import { randomUUIDv7 } from 'node:crypto'
import type { Tx } from '@klinke/platform'
import type { ColumnType, Generated } from 'kysely'
import { assertTarget } from '../destinations/store.ts'
import { findExtension } from '../extensions/store.ts'
import {
  type ConsentStatement,
  ConsentsNotStated,
  DEFAULT_SUPERVISION_POLICY,
  type Notice,
  type SupervisionPolicy,
  type TenantSupervision,
  type Watched,
} from './rules.ts'

interface SupervisionTables {
  readonly supervision_policy: { readonly tenant_id: string; readonly notice: Notice; readonly tone_every_seconds: number }
  readonly supervision_statement: {
    readonly id: string
    readonly tenant_id: string
    readonly stated_at: Generated<Date>
    readonly stated_by: string
    readonly statement: string
  }
  readonly supervisor: {
    readonly extension_id: string
    readonly tenant_id: string
    readonly watches: ColumnType<readonly Watched[], string, string>
  }
}

/** Who may supervise whom. */
export interface StoredSupervisor {
  readonly tenantId: string
  readonly extensionId: string
  readonly watches: readonly Watched[]
}

export interface PolicyChange {
  readonly notice?: Notice | undefined
  readonly toneEverySeconds?: number | undefined
  readonly consents?: Omit<ConsentStatement, 'statedAtMs'> | undefined
}

/** By tenant id. */
export async function loadSupervision(tx: Tx): Promise<ReadonlyMap<string, TenantSupervision>> {
  const policies = await listPolicies(tx)
  const supervisorsOf = Map.groupBy(await listSupervisors(tx), ({ tenantId }) => tenantId)
  const ids = new Set([...policies.keys(), ...supervisorsOf.keys()])
  return new Map(
    [...ids].map((id) => {
      const supervisors = new Map((supervisorsOf.get(id) ?? []).map(({ extensionId, watches }) => [extensionId, watches]))
      return [id, { policy: policies.get(id) ?? DEFAULT_SUPERVISION_POLICY, supervisors }]
    }),
  )
}

export async function findSupervisionPolicy(tx: Tx, tenantId: string): Promise<SupervisionPolicy> {
  return (await listPolicies(tx)).get(tenantId) ?? DEFAULT_SUPERVISION_POLICY
}

/** Throws `ConsentsNotStated` when nobody is to be told and nobody vouches for their consents. */
export async function changeSupervisionPolicy(tx: Tx, tenantId: string, change: PolicyChange): Promise<SupervisionPolicy> {
  const { notice, toneEverySeconds, consents } = change
  const before = await findSupervisionPolicy(tx, tenantId)
  if (notice === 'consent' && consents === undefined && before.notice !== 'consent') throw new ConsentsNotStated()
  const tables = tx.tables<SupervisionTables>()
  if (consents !== undefined) {
    const said = { id: randomUUIDv7(), tenant_id: tenantId, stated_by: consents.statedBy, statement: consents.statement }
    await tables.insertInto('supervision_statement').values(said).execute()
  }
  const row = { notice: notice ?? before.notice, tone_every_seconds: toneEverySeconds ?? before.toneEverySeconds }
  await tables
    .insertInto('supervision_policy')
    .values({ tenant_id: tenantId, ...row })
    .onConflict((conflict) => conflict.column('tenant_id').doUpdateSet(row))
    .execute()
  return findSupervisionPolicy(tx, tenantId)
}

export async function listSupervisors(tx: Tx): Promise<readonly StoredSupervisor[]> {
  const rows = await tx.tables<SupervisionTables>().selectFrom('supervisor').selectAll().orderBy('extension_id').execute()
  return rows.map(({ extension_id, tenant_id, watches }) => ({ extensionId: extension_id, tenantId: tenant_id, watches }))
}

/** Undefined when there is no such extension. */
export async function findWatches(tx: Tx, extensionId: string): Promise<readonly Watched[] | undefined> {
  if ((await findExtension(tx, extensionId)) === undefined) return undefined
  const query = tx.tables<SupervisionTables>().selectFrom('supervisor').select('watches').where('extension_id', '=', extensionId)
  return (await query.executeTakeFirst())?.watches ?? []
}

/** Undefined when there is no such extension. Throws `NoSuchTarget`. */
export async function saveWatches(tx: Tx, extensionId: string, watches: readonly Watched[]): Promise<readonly Watched[] | undefined> {
  const extension = await findExtension(tx, extensionId, 'for update')
  if (extension === undefined) return undefined
  for (const target of watches) await assertTarget(tx, extension.tenantId, target)
  const tables = tx.tables<SupervisionTables>()
  await tables.deleteFrom('supervisor').where('extension_id', '=', extensionId).execute()
  const row = { extension_id: extensionId, tenant_id: extension.tenantId, watches: JSON.stringify(watches) }
  if (watches.length > 0) await tables.insertInto('supervisor').values(row).execute()
  return watches
}

async function listPolicies(tx: Tx): Promise<ReadonlyMap<string, SupervisionPolicy>> {
  const tables = tx.tables<SupervisionTables>()
  const said = new Map<string, ConsentStatement>()
  // Newest last.
  for (const row of await tables.selectFrom('supervision_statement').selectAll().orderBy('id').execute()) {
    said.set(row.tenant_id, { statedBy: row.stated_by, statement: row.statement, statedAtMs: row.stated_at.getTime() })
  }
  const rows = await tables.selectFrom('supervision_policy').selectAll().execute()
  return new Map(
    rows.map(({ tenant_id, notice, tone_every_seconds }) => [
      tenant_id,
      { notice, toneEverySeconds: tone_every_seconds, consents: said.get(tenant_id) },
    ]),
  )
}
