import type { Tx } from '@klinke/platform'
import { sql } from 'kysely'

/** When the first answered call of a customer began since then, to or from outside or among its own; undefined: none yet. */
export async function firstCallSince(tx: Tx, tenantId: string, since: Date): Promise<Date | undefined> {
  const { rows } = await sql<{ readonly first: Date | null }>`
    SELECT min(answered_at) AS first FROM call_record WHERE tenant_id = ${tenantId} AND started_at >= ${since} AND answered_at IS NOT NULL`.execute(
    tx.tables(),
  )
  return rows[0]?.first ?? undefined
}
