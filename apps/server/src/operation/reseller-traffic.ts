import type { Database } from '@klinke/platform'
import { z } from 'zod'
import type { TenantTraffic } from './tenant-traffic.ts'

/** The traffic of one reseller's customers. */
export const resellerTrafficView = z.object({
  resellerId: z.uuid().nullable().describe("null: the operator's own customers"),
  name: z.string().nullable(),
  customers: z.int(),
  calls: z.int().describe('Calls in progress'),
  started: z.int().describe('Calls that began in the last hour'),
  failed: z.int().describe('Of the last hour: calls that came to nothing though nobody on the phone wanted that'),
})
type ResellerTraffic = z.infer<typeof resellerTrafficView>

interface CustomerTables {
  readonly tenant: { readonly id: string; readonly reseller_id: string | null }
  readonly reseller: { readonly id: string; readonly name: string }
}

/** What is asked about calls. */
export interface CallsNow {
  readonly tenantTraffic: Pick<TenantTraffic, 'lastHour'>
  /** Calls of a tenant in progress. */
  readonly callsOf: (tenantId: string) => number
}

/** The busiest first; the operator's own customers have a row when there are any. */
export async function trafficOfResellers(
  database: Pick<Database, 'withOperator'>,
  { tenantTraffic, callsOf }: CallsNow,
  nowMs: number,
): Promise<readonly ResellerTraffic[]> {
  const { tenants, resellers } = await database.withOperator(async (tx) => {
    const tables = tx.tables<CustomerTables>()
    return {
      tenants: await tables.selectFrom('tenant').select(['id', 'reseller_id']).execute(),
      resellers: await tables.selectFrom('reseller').select(['id', 'name']).execute(),
    }
  })
  const lastHour = tenantTraffic.lastHour(nowMs)
  const customers = Map.groupBy(tenants, ({ reseller_id }) => reseller_id)
  const everybody = [...resellers, ...(customers.has(null) ? [{ id: null, name: null }] : [])]
  const rows = everybody.map(({ id, name }) => {
    const own = customers.get(id) ?? []
    const sum = (count: (tenantId: string) => number) => own.reduce((total, { id: tenantId }) => total + count(tenantId), 0)
    return {
      ...{ resellerId: id, name, customers: own.length, calls: sum(callsOf) },
      started: sum((tenantId) => lastHour.get(tenantId)?.started ?? 0),
      failed: sum((tenantId) => lastHour.get(tenantId)?.failed ?? 0),
    }
  })
  return rows.toSorted((one, other) => other.started - one.started || other.calls - one.calls)
}
