import type { Tx } from '@klinke/platform'
import { contractIn, versionsIn } from '../contracts/route-parts.ts'
import { customersChanged } from '../rated-calls/follow-contracts.ts'
import { followBookedLimits, limitsOf } from './booked-limits.ts'
import type { OrderParts } from './order-parts.ts'
import { orderDay, ordersOnTheWay } from './store.ts'
import { tenantContracts } from './totals.ts'

/** What was recorded may be committed later than it says, and clocks differ. */
const OVERLAP_MS = 900_000

type FollowParts = Pick<OrderParts, 'database' | 'catalogue' | 'clock' | 'logger'>

/**
 * Brings the limits of exchanges in line with contracts that were changed without an order, and with quantities whose day has come: of customers whose contracts have
 * changed since the last look, and once a day of all.
 */
export class FollowedBookings {
  readonly #parts: FollowParts
  #since: Date | undefined
  #day: string | undefined

  constructor(parts: FollowParts) {
    this.#parts = parts
  }

  /** A customer's fault keeps no other one waiting; it is tried again the next day, or with its next change. */
  async look(isClosed: () => boolean = () => false): Promise<void> {
    const { database, clock, logger } = this.#parts
    const now = new Date(clock.epochMs())
    const today = orderDay(now).toString()
    const since = today === this.#day ? this.#since : undefined
    for (const tenantId of await database.withOperator((tx) => customersChanged(tx, since))) {
      if (isClosed()) return
      await this.#follow(tenantId, now).catch((error: unknown) => {
        logger.warn('limits of a customer do not follow its contracts yet; it is tried again', { tenant: tenantId, error: error as Error })
      })
    }
    this.#since = new Date(now.getTime() - OVERLAP_MS)
    this.#day = today
  }

  async #follow(tenantId: string, now: Date): Promise<void> {
    const { database, catalogue } = this.#parts
    const fileOf = await catalogue.versions(await database.withOperator((tx) => versionsOf(tx, tenantId)))
    await database.withOperator(async (tx) => {
      const contracts = (await tenantContracts(tx, tenantId)).map((history) => contractIn(history))
      const orders = (await ordersOnTheWay(tx, { id: NO_ORDER, tenantId })).filter(
        ({ state, provisioning }) => state === 'provisioned' || provisioning,
      )
      const wanted = orders.flatMap(({ versionId, form }) => (form?.kind === 'new' ? [{ versionId, items: form.items }] : []))
      await followBookedLimits(tx, tenantId, limitsOf({ fileOf, contracts, wanted, on: orderDay(now) }))
    })
  }
}

async function versionsOf(tx: Tx, tenantId: string): Promise<readonly string[]> {
  return [
    ...(await tenantContracts(tx, tenantId)).flatMap(versionsIn),
    ...(await ordersOnTheWay(tx, { id: NO_ORDER, tenantId })).map(({ versionId }) => versionId),
  ]
}

/** All that are on the way. */
const NO_ORDER = '00000000-0000-0000-0000-000000000000'
