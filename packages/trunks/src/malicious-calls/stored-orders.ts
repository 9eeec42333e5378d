import type { Clock, Logger } from '@klinke/foundation'
import { type Database, Snapshots, type Tx } from '@klinke/platform'
import type { TraceOrder } from './malicious-calls.ts'
import { listOrders } from './order-store.ts'

export interface StoredOrdersOptions {
  readonly database: Database
  readonly clock: Clock
  readonly logger: Logger
}

/** The orders that calls read, by tenant, kept equal to the database. */
export class StoredOrders implements AsyncDisposable {
  readonly #snapshots: Snapshots<readonly TraceOrder[]>

  static async open(options: StoredOrdersOptions): Promise<StoredOrders> {
    const orders = new StoredOrders(options)
    await orders.#snapshots.start()
    return orders
  }

  private constructor({ database, clock, logger }: StoredOrdersOptions) {
    this.#snapshots = new Snapshots({
      source: {
        loadAll: () => database.withOperator(loadOrders),
        load: async (tenantId, changed, before) => {
          if (changed !== undefined && !changed.has('trace_order')) return before
          return (await database.withTenant(tenantId, loadOrders)).get(tenantId)
        },
      },
      ...{ channel: 'klinke_tenant', clock, logger },
      listen: (channel, listening) => database.listen(channel, listening),
    })
  }

  ordersOf(tenantId: string): readonly TraceOrder[] {
    return this.#snapshots.get(tenantId) ?? NONE
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.#snapshots.close()
  }
}

const NONE: readonly TraceOrder[] = []

async function loadOrders(tx: Tx): Promise<ReadonlyMap<string, readonly TraceOrder[]>> {
  const byTenant = Map.groupBy(await listOrders(tx), ({ tenantId }) => tenantId)
  return new Map(
    [...byTenant].map(([tenantId, orders]) => [
      tenantId,
      orders.map(({ id, number, validFrom, validUntil, keepDays }) => ({
        ...{ id, number, keepDays },
        ...{ fromMs: validFrom.getTime(), untilMs: validUntil.getTime() },
      })),
    ]),
  )
}
