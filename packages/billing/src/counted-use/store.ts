import { findTenant, packagePeriods } from '@klinke/accounts'
import type { Tx } from '@klinke/platform'
import { sql } from 'kysely'
import type { CountedUse } from '../contracts/charge-source.ts'
import { beginMs, firstDay, lastDay, type Month } from '../contracts/charges/month.ts'
import type { Counted } from '../contracts/charges/question.ts'
import type { Day } from '../contracts/contract.ts'
import { zoneOf } from '../contracts/route-parts.ts'
import { countedPackages } from './counted-packages.ts'
import type { ThingInUse, UseKind } from './use-kind.ts'

/** Customers with a contract: nobody else is charged for what is there. */
export async function contractTenants(tx: Tx): Promise<readonly string[]> {
  const { rows } = await sql<{ tenant_id: string }>`SELECT DISTINCT tenant_id FROM contract ORDER BY tenant_id`.execute(tx.tables())
  return rows.map(({ tenant_id }) => tenant_id)
}

/**
 * Notes what a customer has on a day; what is noted for the day already stays where it was more. Days in a row with the same quantity in the same place are one row.
 * Harmless when repeated.
 */
export async function noteUse(tx: Tx, tenantId: string, today: Day, things: readonly ThingInUse[]): Promise<void> {
  if (things.length === 0) return
  const [day, before] = [today.toString(), today.subtract({ days: 1 }).toString()]
  const rows = JSON.stringify(things.map(({ kind, subject, siteId, quantity }) => ({ kind, subject, site: siteId ?? null, quantity })))
  const seen = sql`json_to_recordset(${rows}::json) AS seen(kind text, subject text, site uuid, quantity integer)`
  const same = sql`used.tenant_id = ${tenantId} AND used.kind = seen.kind AND used.subject = seen.subject`
  await sql`UPDATE counted_use AS used SET until_day = ${day}::date FROM ${seen}
    WHERE ${same} AND used.until_day = ${before}::date AND used.quantity = seen.quantity AND used.site_id IS NOT DISTINCT FROM seen.site`.execute(
    tx.tables(),
  )
  // There is more of it later on the day: the days before keep what they had.
  await sql`UPDATE counted_use AS used SET until_day = ${before}::date FROM ${seen}
    WHERE ${same} AND used.until_day = ${day}::date AND used.from_day < ${day}::date AND used.quantity < seen.quantity`.execute(tx.tables())
  await sql`INSERT INTO counted_use (tenant_id, kind, subject, from_day, until_day, site_id, quantity)
    SELECT ${tenantId}::uuid, seen.kind, seen.subject, ${day}::date, ${day}::date, seen.site, seen.quantity FROM ${seen}
    WHERE NOT EXISTS (SELECT FROM counted_use AS used WHERE ${same} AND used.until_day >= ${day}::date AND used.quantity >= seen.quantity)
    ON CONFLICT (tenant_id, kind, subject, from_day) DO UPDATE SET quantity = greatest(counted_use.quantity, excluded.quantity)`.execute(
    tx.tables(),
  )
}

interface UseRow {
  readonly kind: UseKind
  readonly subject: string
  readonly site_id: string | null
  readonly from_day: string
  readonly until_day: string
  readonly quantity: number
}

/** What was noted, and who had which user package, as contracts are charged by it. */
export const countedUse: CountedUse = {
  of: async (tx, tenantId, month) => [...(await notedUse(tx, tenantId, month)), ...(await usedPackages(tx, tenantId, month))],
}

/** A month is nowhere on earth further from that of Greenwich. */
const DAY_MS = 86_400_000

async function usedPackages(tx: Tx, tenantId: string, month: Month): Promise<readonly Counted[]> {
  const [fromMs, untilMs] = [beginMs(month, 'UTC') - DAY_MS, beginMs(month.add({ months: 1 }), 'UTC') + DAY_MS]
  const periods = await packagePeriods(tx, tenantId, { fromMs, untilMs })
  // Most products have no packages.
  const tenant = periods.length === 0 ? undefined : await findTenant(tx, tenantId)
  return tenant === undefined ? [] : countedPackages(periods, month, zoneOf(tenant))
}

async function notedUse(tx: Tx, tenantId: string, month: Month): Promise<readonly Counted[]> {
  const { rows } = await sql<UseRow>`SELECT kind, subject, site_id, from_day::text, until_day::text, quantity FROM counted_use
    WHERE tenant_id = ${tenantId} AND from_day <= ${lastDay(month).toString()}::date AND until_day >= ${firstDay(month).toString()}::date
    ORDER BY from_day, kind, subject`.execute(tx.tables())
  return rows.map((row) => ({
    ...{ counts: row.kind, subject: row.subject, siteId: row.site_id ?? undefined, quantity: row.quantity },
    ...{ from: Temporal.PlainDate.from(row.from_day), until: Temporal.PlainDate.from(row.until_day) },
  }))
}
