import type { Tx } from '@klinke/platform'
import { sql } from 'kysely'

/** Some calls stand on an invoice, and no others of theirs. Those that cost nothing never do. */
export async function putOnInvoice(tx: Tx, invoiceId: string, usageIds: readonly string[]): Promise<void> {
  await sql`
    INSERT INTO billed_calls (tenant_id, month, tariff_version_id, zone, site_id, after_place, until_place, invoice_id)
    SELECT tenant_id, month, tariff_version_id, zone, site_id, place - 1, place, ${invoiceId} FROM rated_call
    WHERE usage_id = ANY (${[...usageIds]}::text[])`.execute(tx.tables())
}
