import { deleteOldTracedCalls, insertTracedCalls, MaliciousCalls, markTracedCall, StoredOrders } from '@klinke/trunks'
import type { Ground } from './klinke.ts'

/** Keeps who calls numbers for which there is an order to trace malicious calls (CLI-06), in the database. */
export async function openMaliciousCalls({
  database,
  clock,
  logger,
  scope,
}: Pick<Ground, 'database' | 'clock' | 'logger' | 'scope'>): Promise<MaliciousCalls> {
  const orders = await StoredOrders.open({ database, clock, logger })
  scope.own({ close: () => orders[Symbol.asyncDispose]() })
  const calls = new MaliciousCalls({
    ordersOf: (tenantId) => orders.ordersOf(tenantId),
    write: (traced) => database.withOperator((tx) => insertTracedCalls(tx, traced)),
    mark: (tenantId, extensionId, at) => database.withOperator((tx) => markTracedCall(tx, tenantId, extensionId, at)),
    forget: (now) => database.withOperator((tx) => deleteOldTracedCalls(tx, now)),
    ...{ clock, logger },
  })
  scope.own(calls)
  return calls
}
