import { randomUUIDv7 } from 'node:crypto'
import type { Tx } from '@klinke/platform'
import { sql } from 'kysely'

/** Outages of one trunk that are listed. All are kept until retention takes them: a year's availability needs each (SLA-01). */
const LISTED_OUTAGES = 100

interface OutageTables {
  readonly trunk_outage: {
    readonly id: string
    readonly tenant_id: string
    readonly trunk_id: string
    readonly began_at: Date
    readonly ended_at: Date | null
  }
}

export interface Outage {
  readonly id: string
  readonly beganAt: Date
  /** Null: it lasts. */
  readonly endedAt: Date | null
}

/** Begins an outage, unless one lasts already or the trunk is gone. */
export async function beginOutage(tx: Tx, tenantId: string, trunkId: string, at: Date): Promise<void> {
  await sql`
    INSERT INTO trunk_outage (id, tenant_id, trunk_id, began_at)
    SELECT ${randomUUIDv7()}::uuid, tenant_id, id, ${at} FROM customer_trunk WHERE tenant_id = ${tenantId} AND id = ${trunkId}
    ON CONFLICT (trunk_id) WHERE ended_at IS NULL DO NOTHING`.execute(tx.tables())
}

/** Clocks may have been set back meanwhile: no outage ends before it began. */
export async function endOutage(tx: Tx, tenantId: string, trunkId: string, at: Date): Promise<void> {
  const ended = sql<Date>`greatest(began_at, ${at})`
  const query = tx.tables<OutageTables>().updateTable('trunk_outage').set({ ended_at: ended })
  await query.where('tenant_id', '=', tenantId).where('trunk_id', '=', trunkId).where('ended_at', 'is', null).execute()
}

/** The newest first, at most a hundred. */
export async function listOutages(tx: Tx, trunkId: string): Promise<readonly Outage[]> {
  const query = tx.tables<OutageTables>().selectFrom('trunk_outage').selectAll().where('trunk_id', '=', trunkId)
  const rows = await query.orderBy('id', 'desc').limit(LISTED_OUTAGES).execute()
  return rows.map(({ id, began_at: beganAt, ended_at: endedAt }) => ({ id, beganAt, endedAt }))
}

/** Times in which any of a customer's trunks could not be reached, as far as they touch a span; one that lasts has no end yet. */
export async function trunkOutagesIn(tx: Tx, tenantId: string, fromMs: number, untilMs: number): Promise<readonly Omit<Outage, 'id'>[]> {
  const query = tx.tables<OutageTables>().selectFrom('trunk_outage').selectAll().where('tenant_id', '=', tenantId)
  const rows = await query
    .where('began_at', '<', new Date(untilMs))
    .where((where) => where.or([where('ended_at', 'is', null), where('ended_at', '>', new Date(fromMs))]))
    .orderBy('began_at')
    .execute()
  return rows.map(({ began_at: beganAt, ended_at: endedAt }) => ({ beganAt, endedAt }))
}

/** Ids of the trunks whose outage lasts. */
export async function trunksAway(tx: Tx): Promise<ReadonlySet<string>> {
  const rows = await tx.tables<OutageTables>().selectFrom('trunk_outage').select('trunk_id').where('ended_at', 'is', null).execute()
  return new Set(rows.map(({ trunk_id: id }) => id))
}
