import { CHANGE_TOLD, type CustomerKind, isProtected } from '@klinke/accounts'
import type { Tx } from '@klinke/platform'
import { sql } from 'kysely'
import type { Catalogue } from '../catalogue/catalogue.ts'
import { firstDayOfPrices } from '../catalogue/price-changes/rules.ts'
import { versionAt } from '../catalogue/store.ts'
import type { PriceChangeRule } from '../catalogue/terms.ts'
import type { Day } from '../contracts/contract.ts'

/** Customers that were given a tariff by hand and have it on that day or later. */
export async function tenantsWith(tx: Tx, tariffId: string, day: Day): Promise<readonly string[]> {
  const { rows } = await sql<{ tenant_id: string }>`
    SELECT DISTINCT tenant_id FROM (
      SELECT tenant_id, tariff_id, lead(valid_from) OVER (PARTITION BY tenant_id ORDER BY valid_from) AS next FROM customer_tariff
    ) AS given WHERE tariff_id = ${tariffId} AND (next IS NULL OR next > ${day.toString()}::date) ORDER BY tenant_id`.execute(tx.tables())
  return rows.map(({ tenant_id: tenantId }) => tenantId)
}

/**
 * The rule of notice that has to be kept with all of these customers (BIL-07): of the first rules of their products the one by which prices hold last. Undefined:
 * none of them has a contract, so none is agreed.
 */
export async function strictestRule(
  tx: Tx,
  catalogue: Catalogue,
  tenantIds: readonly string[],
  today: Day,
): Promise<PriceChangeRule | undefined> {
  const day = today.toString()
  const { rows } = await sql<{ profile: string; kind: CustomerKind | null }>`
    SELECT DISTINCT contract.profile, tenant.profile->>'customerKind' AS kind FROM contract JOIN tenant ON tenant.id = tenant_id WHERE tenant_id = ANY(${[...tenantIds]}::uuid[])
      AND begins_on <= ${day}::date AND (ends_on IS NULL OR ends_on >= ${day}::date) ORDER BY 1, 2`.execute(tx.tables())
  const rules: PriceChangeRule[] = []
  for (const { profile, kind } of rows) {
    const version = await versionAt(tx, profile, today)
    const rule = version === undefined ? undefined : (await catalogue.version(version)).file.priceChange[0]
    if (rule === undefined) continue
    rules.push(rule)
    if (isProtected(kind ?? undefined)) rules.push({ ...rule, notice: CHANGE_TOLD.least })
  }
  const first = (rule: PriceChangeRule): Day => firstDayOfPrices(rule, today, today)
  return rules.toSorted((one, other) => Temporal.PlainDate.compare(first(other), first(one)))[0]
}
