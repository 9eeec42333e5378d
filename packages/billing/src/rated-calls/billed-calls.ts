import type { Tx } from '@klinke/platform'
import { sql } from 'kysely'
import type { BilledLine } from '../invoices/sources.ts'
import { partsOf } from './line-reference.ts'
import { shareRating } from './rating-job.ts'

/**
 * Calls of lines are billed: all that are known of each line's customer, month, version, zone and site, and stand on no invoice yet. No call is touched; the invoice gets
 * the places that no other has (migration 0430). Nothing is rated until the transaction ends.
 */
export async function markBilled(tx: Tx, lines: readonly BilledLine[]): Promise<void> {
  await shareRating(tx)
  const wanted = lines.map(({ invoiceId, tenantId, basis }) => ({ ...partsOf(basis.reference), invoice: invoiceId, tenant: tenantId }))
  // A released invoice leaves a gap between ranges of others: each gap is a range.
  await sql`
    INSERT INTO billed_calls (tenant_id, month, tariff_version_id, zone, site_id, after_place, until_place, invoice_id)
    SELECT line.tenant, line.month, line.version, line.zone, line.site, gap.after_place, gap.until_place, line.invoice
    FROM jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) AS line (tenant uuid, month date, version uuid, zone text, site text, invoice uuid)
      CROSS JOIN rated_call_place AS known
      CROSS JOIN LATERAL (
        SELECT until_place AS after_place, coalesce(lead(after_place) OVER (ORDER BY after_place, until_place), known.last_value) AS until_place
        FROM (
          SELECT 0::bigint AS after_place, 0::bigint AS until_place
          UNION ALL
          SELECT after_place, until_place FROM billed_calls
          WHERE tenant_id = line.tenant AND month = line.month AND tariff_version_id = line.version AND zone = line.zone
            AND site_id IS NOT DISTINCT FROM line.site) AS taken) AS gap
    WHERE gap.after_place < gap.until_place`.execute(tx.tables())
  const tenants = [...new Set(lines.map(({ tenantId }) => tenantId))]
  await sql`
    DELETE FROM unbilled_month WHERE tenant_id = ANY (${tenants}::uuid[]) AND NOT EXISTS (
      SELECT FROM call_with_invoice AS call WHERE call.tenant_id = unbilled_month.tenant_id AND call.month = unbilled_month.month
        AND invoice_id IS NULL AND amount_sixtieths > 0 AND NOT is_separate)`.execute(tx.tables())
}

/** They are to be billed again. */
export async function unmarkBilled(tx: Tx, lines: readonly BilledLine[]): Promise<void> {
  const invoices = [...new Set(lines.map(({ invoiceId }) => invoiceId))]
  await sql`
    WITH freed AS (DELETE FROM billed_calls WHERE invoice_id = ANY (${invoices}::uuid[]) RETURNING tenant_id, month)
    INSERT INTO unbilled_month (tenant_id, month)
    SELECT DISTINCT tenant_id, month FROM freed WHERE EXISTS (SELECT FROM tenant WHERE tenant.id = freed.tenant_id)
    ON CONFLICT (tenant_id, month) DO NOTHING`.execute(tx.tables())
}
