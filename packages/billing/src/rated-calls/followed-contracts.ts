import type { Tx } from '@klinke/platform'
import { sql } from 'kysely'
import type { ContractHistory } from '../contracts/events.ts'

/** A customer's tariffs follow its contracts as far as these histories go. */
export async function noteFollowed(tx: Tx, tenantId: string, histories: readonly ContractHistory[]): Promise<void> {
  if (histories.length === 0) return
  const rows = histories.map(({ id, events }) => ({ contract_id: id, tenant_id: tenantId, events: events.length }))
  // Not the greater of two: who has read less puts back older tariffs, too.
  await sql`
    INSERT INTO followed_contract (contract_id, tenant_id, events)
    SELECT contract_id, tenant_id, events FROM json_populate_recordset(NULL::followed_contract, ${JSON.stringify(rows)}::json)
    WHERE EXISTS (SELECT FROM tenant WHERE id = ${tenantId})
    ON CONFLICT (contract_id) DO UPDATE SET events = excluded.events WHERE followed_contract.events <> excluded.events`.execute(tx.tables())
}

/**
 * Whether contracts have changed for days of a month (its first day, ISO 8601) or of one before, and charged calls of such a month that stand on no invoice have
 * their prices by what was before. True from the transaction that records the change on.
 */
export async function isToBeFollowed(tx: Tx, tenantId: string, month: string): Promise<boolean> {
  // What is taken back says no day itself: it counts for every month.
  const { rows } = await sql`
    SELECT FROM contract_event AS event LEFT JOIN followed_contract AS followed ON followed.contract_id = event.contract_id
    WHERE event.tenant_id = ${tenantId} AND event.position > coalesce(followed.events, 0) AND event.kind NOT IN ('one-off', 'term-restarted')
      AND EXISTS (
        SELECT FROM unbilled_month AS unbilled WHERE unbilled.tenant_id = ${tenantId} AND unbilled.month <= ${month}::date
          AND coalesce(
            unbilled.month >= date_trunc('month', coalesce(event.deed ->> 'from', event.deed ->> 'begins', event.deed ->> 'until')::date)::date, true))
    LIMIT 1`.execute(tx.tables())
  return rows.length > 0
}
