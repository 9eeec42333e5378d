import type { Tx } from '@klinke/platform'
import { sql } from 'kysely'
import { isRefundable } from './prepaid/pro-rata.ts'
import { refundMonthsOf } from './prepaid/refund-months.ts'
import { findAccount } from './prepaid/store.ts'

/** So long after its day a payer gets a direct debit back for the asking (§ 675x BGB: eight weeks). */
const RETURN_DAYS = 56

/** So many years after the one in which it came about, a claim lapses at the end of the year (§§ 195, 199 BGB). */
const CLAIM_YEARS = 3

/**
 * What is open between us and a customer, how many of what: whoever deletes the customer would lose it, or take it from the customer. Calls and last months of
 * contracts count where invoices are written at all, and nothing that only a bill would tell of demo customers, who are never billed. What the customer can ask
 * back counts until that lapses. `today` as ISO 8601 date.
 */
export async function unsettledOf(tx: Tx, tenantId: string, today: string): Promise<Readonly<Record<string, number>>> {
  const oldestClaim = Temporal.PlainDate.from(today).with({ month: 1, day: 1 }).subtract({ years: CLAIM_YEARS }).toString()
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
      UNION ALL
      SELECT 'monthsWithoutInvoice', count(*) FROM contract WHERE tenant_id = ${tenantId} AND ends_on IS NOT NULL
        AND coalesce(billed_through < date_trunc('month', ends_on)::date, true) AND NOT EXISTS (${runOfLastMonth})
        AND EXISTS (SELECT FROM invoice_issuer) AND EXISTS (SELECT FROM tenant WHERE id = ${tenantId} AND demo_until IS NULL)
      UNION ALL
      SELECT 'creditNotes', count(*) FROM invoice
      WHERE tenant_id = ${tenantId} AND kind = 'credit-note' AND number IS NOT NULL AND corrects_id IS NULL AND gross > paid
        AND issued_on >= ${oldestClaim}::date
      UNION ALL
      SELECT 'overpaid', count(*) FROM open_item WHERE tenant_id = ${tenantId}
        AND amount_micros < (SELECT sum(entry.amount_micros) FROM payment_entry AS entry WHERE entry.open_item_id = open_item.id)
        AND (SELECT max(entry.booked_on) FROM payment_entry AS entry WHERE entry.open_item_id = open_item.id) >= ${oldestClaim}::date
      UNION ALL
      SELECT 'prepaidBalance', count(*) FROM tenant WHERE id = ${tenantId} AND demo_until IS NULL
        AND (SELECT sum(CASE WHEN to_account = 'balance' THEN amount_micros ELSE -amount_micros END) FROM prepaid_movement
          WHERE tenant_id = ${tenantId} AND 'balance' IN (from_account, to_account)) > 0
    ) AS unsettled WHERE count > 0`.execute(tx.tables())
  const holds = rows.filter(({ what }) => what !== 'prepaidBalance')
  const balance = rows.length > holds.length && (await canBeAskedBack(tx, tenantId, today)) ? { prepaidBalance: 1 } : {}
  return { ...Object.fromEntries(holds.map(({ what, count }) => [what, count])), ...balance }
}

/**
 * Runs in which a contract's last month, or a later one that brings it after, was billed or came to nothing. A run tells nothing of customers with another profile, and
 * nothing any more once its invoice is released.
 */
const runOfLastMonth = sql`
  SELECT FROM invoice_run_customer AS looked JOIN invoice_run AS run ON run.id = looked.run_id
  WHERE looked.tenant_id = contract.tenant_id AND run.state = 'issued' AND run.period_from >= date_trunc('month', contract.ends_on)::date
    AND ((looked.state = 'nothing'
        AND coalesce(run.profile = (SELECT recipient.profile FROM invoice_recipient AS recipient WHERE recipient.tenant_id = looked.tenant_id), true))
      OR (looked.state = 'issued' AND EXISTS (SELECT FROM invoice WHERE invoice.run_id = run.id AND invoice.tenant_id = looked.tenant_id
        AND invoice.number IS NOT NULL AND NOT EXISTS (SELECT FROM invoice_release WHERE invoice_release.invoice_id = invoice.id))))`

/** What is left of prepaid credit: while the account goes on, and then as long as the product says (BIL-09). */
async function canBeAskedBack(tx: Tx, tenantId: string, today: string): Promise<boolean> {
  const endedOn = (await findAccount(tx, tenantId))?.endedOn ?? null
  if (endedOn === null || endedOn > today) return true
  return isRefundable(endedOn, Temporal.PlainDate.from(today), await refundMonthsOf(tx, tenantId, endedOn))
}
