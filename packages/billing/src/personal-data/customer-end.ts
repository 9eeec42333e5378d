import { type CustomerEnd, germanToday, MANDATE_MONTHS } from '@klinke/accounts'
import type { Tx } from '@klinke/platform'
import { sql } from 'kysely'
import { unsettledOf } from '../unsettled.ts'

/** When a customer's contracts have ended, and what is open then (PRI-01). The signed mandate lies with the customer's files: they stay as long as it is needed. */
export function customerEnd(nowMs: () => number): CustomerEnd {
  return {
    contractEnd,
    unsettled: async (tx, tenantId) => {
      const today = germanToday(nowMs())
      const needed = await neededMandates(tx, tenantId, today)
      return { ...(await unsettledOf(tx, tenantId, today.toString())), ...(needed === 0 ? {} : { mandates: needed }) }
    },
  }
}

async function contractEnd(tx: Tx, tenantId: string): Promise<Temporal.PlainDate | 'none' | undefined> {
  const { rows } = await sql<{ readonly ended: string | null }>`
    SELECT CASE WHEN count(*) = 0 THEN 'none' WHEN bool_and(ends_on IS NOT NULL) THEN max(ends_on)::text END AS ended
    FROM contract WHERE tenant_id = ${tenantId}`.execute(tx.tables())
  const ended = rows[0]?.ended
  if (ended === 'none') return ended
  return ended ? Temporal.PlainDate.from(ended) : undefined
}

async function neededMandates(tx: Tx, tenantId: string, today: Temporal.PlainDate): Promise<number> {
  const { rows } = await sql<{ readonly count: number }>`
    SELECT count(*)::integer AS count FROM sepa_mandate
    WHERE tenant_id = ${tenantId} AND last_used_on >= ${today.subtract({ months: MANDATE_MONTHS }).toString()}::date`.execute(tx.tables())
  return rows[0]?.count ?? 0
}
