import type { Tx } from '@klinke/platform'
import type { ColumnType } from 'kysely'
import type { CallDestination } from '../destinations/destination.ts'
import { assertDestination } from '../destinations/store.ts'
import type { CallTargetTables } from '../internal-numbers/store.ts'
import type { Continuity, ContinuityMode, TenantContinuity } from './rules.ts'

interface ContinuityTables {
  readonly trunk_continuity: {
    readonly tenant_id: string
    readonly trunk_id: string
    readonly mode: ContinuityMode
    readonly destination: ColumnType<CallDestination, string, string>
    readonly changed_by: string | null
    readonly changed_at: Date | null
  }
}

/** With who has set or switched it last; null: before that was noted. */
export interface StoredContinuity extends Continuity {
  readonly changedBy: string | null
  readonly changedAt: Date | null
}

/** By tenant id. */
export async function loadContinuity(tx: Tx): Promise<ReadonlyMap<string, TenantContinuity>> {
  const rows = await tx.tables<ContinuityTables>().selectFrom('trunk_continuity').selectAll().execute()
  const byTenant = Map.groupBy(rows, (row) => row.tenant_id)
  return new Map(
    [...byTenant].map(([id, own]) => [id, new Map(own.map(({ trunk_id, mode, destination }) => [trunk_id, { mode, destination }]))]),
  )
}

export async function findContinuity(tx: Tx, tenantId: string, trunkId: string): Promise<StoredContinuity | undefined> {
  const query = tx.tables<ContinuityTables>().selectFrom('trunk_continuity').selectAll()
  const row = await query.where('tenant_id', '=', tenantId).where('trunk_id', '=', trunkId).executeTakeFirst()
  return row && { mode: row.mode, destination: row.destination, changedBy: row.changed_by, changedAt: row.changed_at }
}

/** False where the customer has no such trunk. Throws `NoSuchTarget` where it has no such destination, and `LeadsToHelp`. */
export async function saveContinuity(tx: Tx, tenantId: string, trunkId: string, continuity: StoredContinuity): Promise<boolean> {
  const { mode, destination, changedBy: changed_by, changedAt: changed_at } = continuity
  const trunk = tx.tables<CallTargetTables>().selectFrom('call_target').select('id').where('tenant_id', '=', tenantId)
  if ((await trunk.where('kind', '=', 'trunk').where('id', '=', trunkId).executeTakeFirst()) === undefined) return false
  await assertDestination(tx, tenantId, destination)
  const fields = { mode, destination: JSON.stringify(destination), changed_by, changed_at }
  await tx
    .tables<ContinuityTables>()
    .insertInto('trunk_continuity')
    .values({ tenant_id: tenantId, trunk_id: trunkId, ...fields })
    .onConflict((conflict) => conflict.columns(['tenant_id', 'trunk_id']).doUpdateSet(fields))
    .execute()
  return true
}

/** False when there is none. */
export async function deleteContinuity(tx: Tx, tenantId: string, trunkId: string): Promise<boolean> {
  const query = tx.tables<ContinuityTables>().deleteFrom('trunk_continuity')
  const { numDeletedRows } = await query.where('tenant_id', '=', tenantId).where('trunk_id', '=', trunkId).executeTakeFirst()
  return numDeletedRows > 0n
}
