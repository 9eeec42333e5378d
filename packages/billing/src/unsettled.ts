import type { Tx } from '@klinke/platform'
import { sql } from 'kysely'

/** So long after its day a payer gets a direct debit back for the asking (§ 675x BGB: eight weeks). */
const RETURN_DAYS = 56

/**
 * What is open between us and a customer, how many of what: whoever deletes the customer would lose it. Calls count where invoices are written at all, and not
 * those of demo customers, who are never billed. `today` as ISO 8601 date.
 */
export async function unsettledOf(tx: Tx, tenantId: string, today: string): Promise<Readonly<Record<string, number>>> {
  const { rows } = await sql<{ readonly what: string; readonly count: number }>`
    SELECT what, count::integer FROM (
      SELECT 'openItems' AS what, count(*) AS count FROM open_item WHERE tenant_id = ${tenantId}
        AND amount_micros > coalesce((SELECT sum(entry.amount_micros) FROM payment_entry AS entry WHERE entry.open_item_id = open_item.id), 0)
      UNION ALL
      SELECT 'directDebits', count(*) FROM direct_debit WHERE tenant_id = ${tenantId}
        AND (state IN ('announced', 'batched') OR (state = 'collected' AND due_on > ${today}::date - ${RETURN_DAYS}::integer))
      UNION ALL
      SELECT 'callsWithoutInvoice', count(*) FROM call_with_invoice
      WHERE tenant_id = ${tenantId} AND month IN (SELECT month FROM unbilled_month WHERE tenant_id = ${tenantId})
        AND invoice_id IS NULL AND amount_sixtieths > 0 AND NOT is_separate
        AND EXISTS (SELECT FROM invoice_issuer) AND EXISTS (SELECT FROM tenant WHERE id = ${tenantId} AND demo_until IS NULL)
    ) AS unsettled WHERE count > 0`.execute(tx.tables())
  return Object.fromEntries(rows.map(({ what, count }) => [what, count]))
}
