import type { Tx } from '@klinke/platform'
import { type RawBuilder, sql } from 'kysely'
import { HOUSE } from './data-kind.ts'

/** In one transaction: whoever works meanwhile waits for nothing. */
const AT_A_TIME = 2_000

/** Deletes rows of a table for which the condition holds, at most so many; how many there were. */
export async function removeRows(tx: Tx, table: string, condition: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql<{ readonly count: number }>`
    WITH gone AS (
      DELETE FROM ${sql.table(table)} WHERE ctid = ANY(ARRAY(SELECT ctid FROM ${sql.table(table)} WHERE ${condition} LIMIT ${AT_A_TIME})) RETURNING 1)
    SELECT count(*)::integer AS count FROM gone`.execute(tx.tables())
  return rows[0]?.count ?? 0
}

/** Tells tables that are only ever added to that this transaction deletes what is due. They hold by themselves that nothing goes before its time. */
export async function forget(tx: Tx): Promise<void> {
  await sql`SELECT set_config('klinke.forgetting', 'yes', true)`.execute(tx.tables())
}

/** Whose rows: those of the customer, or those of none. */
export function ofCustomer(tenantId: string, column = 'tenant_id'): RawBuilder<boolean> {
  return tenantId === HOUSE ? sql<boolean>`${sql.ref(column)} IS NULL` : sql<boolean>`${sql.ref(column)} = ${tenantId}`
}
