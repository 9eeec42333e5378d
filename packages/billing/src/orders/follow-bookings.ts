import type { Tx } from '@klinke/platform'
import { sql } from 'kysely'
import { contractIn, versionsIn } from '../contracts/route-parts.ts'
import { customersChanged } from '../rated-calls/follow-contracts.ts'
import { followBookedLimits, limitsOf } from './booked-limits.ts'
import type { OrderParts } from './order-parts.ts'
import { orderDay, ordersOnTheWay } from './store.ts'
import { type FileOf, tenantContracts } from './totals.ts'

/** What was recorded may be committed later than it says, and clocks differ. */
const OVERLAP_MS = 900_000

type FollowParts = Pick<OrderParts, 'database' | 'catalogue' | 'clock' | 'logger'>

/**
 * Brings the limits of exchanges in line with contracts that were changed without an order, and with quantities whose day has come: of customers whose contracts have
 * changed since the last look, of those with nothing set yet or with a fault, and once a day of all.
 */
export class FollowedBookings {
  readonly #parts: FollowParts
  #since: Date | undefined
  #day: string | undefined
  #behind: ReadonlySet<string> = new Set()

  constructor(parts: FollowParts) {
    this.#parts = parts
  }

  /** A customer's fault keeps no other one waiting; it is told once, and tried again with every look. */
  async look(isClosed: () => boolean = () => false): Promise<void> {
    const { database, clock, logger } = this.#parts
    const now = new Date(clock.epochMs())
    const today = orderDay(now).toString()
    const since = today === this.#day ? this.#since : undefined
    const changed = await database.withOperator(async (tx) => [...(await customersChanged(tx, since)), ...(await withoutLimits(tx))])
    const behind = new Set<string>()
    for (const tenantId of new Set([...changed, ...this.#behind])) {
      if (isClosed()) return
      await this.#follow(tenantId, now).catch((error: unknown) => {
        behind.add(tenantId)
        if (this.#behind.has(tenantId)) return
        logger.warn('limits of a customer do not follow its contracts yet; it is tried again', { tenant: tenantId, error: error as Error })
      })
    }
    this.#behind = behind
    this.#since = new Date(now.getTime() - OVERLAP_MS)
    this.#day = today
  }

  async #follow(tenantId: string, now: Date): Promise<void> {
    const { database, catalogue } = this.#parts
    const fileOf = await catalogue.versions(await database.withOperator((tx) => bookedVersions(tx, tenantId)))
    await database.withOperator((tx) => followBookings(tx, fileOf, tenantId, now))
  }
}

/** Brings the limits of a customer's exchange in line with what is booked. `fileOf`: for `bookedVersions`. */
export async function followBookings(tx: Tx, fileOf: FileOf, tenantId: string, now: Date): Promise<void> {
  const contracts = (await tenantContracts(tx, tenantId)).map((history) => contractIn(history))
  const orders = (await ordersOnTheWay(tx, { id: NO_ORDER, tenantId })).filter(
    ({ state, provisioning }) => state === 'provisioned' || provisioning,
  )
  const wanted = orders.flatMap(({ versionId, form }) => (form?.kind === 'new' ? [{ versionId, items: form.items }] : []))
  await followBookedLimits(tx, tenantId, limitsOf({ fileOf, contracts, wanted, on: orderDay(now) }))
}

/** Customers with a contract of whom nothing was set yet. */
async function withoutLimits(tx: Tx): Promise<readonly string[]> {
  const { rows } = await sql<{ readonly tenant_id: string }>`
    SELECT DISTINCT tenant_id FROM contract JOIN tenant ON tenant.id = tenant_id
    WHERE NOT EXISTS (SELECT FROM booked_limit WHERE booked_limit.tenant_id = contract.tenant_id) ORDER BY tenant_id`.execute(tx.tables())
  return rows.map(({ tenant_id: tenantId }) => tenantId)
}

/** The versions of profiles that a customer's contracts and orders have. */
export async function bookedVersions(tx: Tx, tenantId: string): Promise<readonly string[]> {
  return [
    ...(await tenantContracts(tx, tenantId)).flatMap(versionsIn),
    ...(await ordersOnTheWay(tx, { id: NO_ORDER, tenantId })).map(({ versionId }) => versionId),
  ]
}

/** All that are on the way. */
const NO_ORDER = '00000000-0000-0000-0000-000000000000'
