import type { Tx } from '@klinke/platform'
import type { BundleUse } from '@klinke/rating'
import { sql } from 'kysely'

export interface CustomerUse extends BundleUse {
  readonly tenantId: string
}

/** What bundles of these customers have given in these months (`2026-11`). */
export async function bundleUses(tx: Tx, tenantIds: readonly string[], months: readonly string[]): Promise<readonly CustomerUse[]> {
  const days = months.map((month) => `${month}-01`)
  const { rows } = await sql<{ tenant_id: string; month: string; bundle: string; seat: string; seconds: number }>`
    SELECT tenant_id, to_char(month, 'YYYY-MM') AS month, bundle, seat, seconds FROM bundle_use
    WHERE tenant_id = ANY (${[...tenantIds]}::uuid[]) AND month = ANY (${days}::date[])`.execute(tx.tables())
  return rows.map(({ tenant_id: tenantId, ...use }) => ({ tenantId, ...use }))
}

/** The new sums, which take the place of the old ones. */
export async function putBundleUses(tx: Tx, uses: readonly CustomerUse[]): Promise<void> {
  if (uses.length === 0) return
  const rows = uses.map(({ tenantId, month, bundle, seat, seconds }) => ({
    tenant_id: tenantId,
    month: `${month}-01`,
    bundle,
    seat,
    seconds,
  }))
  await sql`
    INSERT INTO bundle_use (tenant_id, month, bundle, seat, seconds)
    SELECT tenant_id, month, bundle, seat, seconds FROM json_populate_recordset(NULL::bundle_use, ${JSON.stringify(rows)}::json) AS used
    -- Customers that are gone have no bundles any more.
    WHERE EXISTS (SELECT FROM tenant WHERE tenant.id = used.tenant_id)
    ON CONFLICT (tenant_id, month, bundle, seat) DO UPDATE SET seconds = excluded.seconds`.execute(tx.tables())
}
