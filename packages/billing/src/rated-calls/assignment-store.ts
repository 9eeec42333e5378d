import { randomUUIDv7 } from 'node:crypto'
import type { Tx } from '@klinke/platform'
import { sql } from 'kysely'
import { ratingTables, type StoredBundle } from './tables.ts'

/** The tariff that a customer has from a day on, with what is booked of its bundles. */
export interface Assignment {
  readonly tenantId: string
  /** ISO 8601. */
  readonly validFrom: string
  readonly tariffId: string
  readonly extensions: number
  readonly bundles: readonly StoredBundle[]
  readonly assignedBy: string
}

/** From that day on; what was said for the same day before is replaced. For operators, and for whoever provisions what a contract says. */
export async function assignTariff(tx: Tx, { tenantId, validFrom, tariffId, extensions, bundles, assignedBy }: Assignment): Promise<void> {
  const values = { tariff_id: tariffId, extensions, bundles: JSON.stringify(bundles), assigned_by: assignedBy }
  await ratingTables(tx)
    .insertInto('customer_tariff')
    .values({ id: randomUUIDv7(), tenant_id: tenantId, valid_from: validFrom, ...values })
    .onConflict((conflict) => conflict.constraint('customer_tariff_begin').doUpdateSet({ ...values, assigned_at: sql<Date>`now()` }))
    .execute()
}

/** Of these customers (absent: all that the transaction sees), the first one first. */
export async function listAssignments(tx: Tx, tenantIds?: readonly string[]): Promise<readonly Assignment[]> {
  if (tenantIds?.length === 0) return []
  let query = ratingTables(tx)
    .selectFrom('customer_tariff')
    .select(['tenant_id', 'tariff_id', 'extensions', 'bundles', 'assigned_by'])
    .select((row) => sql<string>`to_char(${row.ref('valid_from')}, 'YYYY-MM-DD')`.as('from'))
    .orderBy('tenant_id')
    .orderBy('valid_from')
  if (tenantIds !== undefined) query = query.where('tenant_id', 'in', [...tenantIds])
  return (await query.execute()).map((row) => ({
    ...{ tenantId: row.tenant_id, validFrom: row.from, tariffId: row.tariff_id, extensions: row.extensions },
    ...{ bundles: row.bundles, assignedBy: row.assigned_by },
  }))
}
