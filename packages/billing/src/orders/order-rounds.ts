import { giveBackNumbers, suspendTenant } from '@klinke/accounts'
import type { Resource } from '@klinke/foundation'
import type { Tx } from '@klinke/platform'
import { isInForce } from '../contracts/contract.ts'
import { contractIn } from '../contracts/route-parts.ts'
import { beginContract } from './begin-contract.ts'
import { FollowedBookings } from './follow-bookings.ts'
import { noteMade } from './make-step.ts'
import type { OrderParts } from './order-parts.ts'
import { NO_TERMS } from './order-terms.ts'
import { provision } from './provision.ts'
import { latestBegin } from './readiness.ts'
import { contractOfOrder } from './run-task.ts'
import { foundOrder, livingOrders, lockTenant, orderDay, ordersOnTheWay, type StoredOrder } from './store.ts'
import { tenantContracts } from './totals.ts'

const EVERY_MS = 600_000
const BATCH = 100
const BY_ITSELF = 'Klinke'

/** What happens to orders by itself: what is due is set up, contracts begin and end. Looks every ten minutes until it is closed. */
export function orderRounds(parts: OrderParts): Resource {
  const { clock, logger } = parts
  const bookings = new FollowedBookings(parts)
  let closed = false
  let working: Promise<void> = Promise.resolve()
  const look = async (): Promise<void> => {
    try {
      await orderRound(parts, () => closed)
      await bookings.look(() => closed)
    } catch (error) {
      logger.warn('orders could not be looked through; it is tried again', { error: String(error) })
    }
    if (!closed) timer = clock.after(EVERY_MS, again)
  }
  const again = (): void => {
    working = look()
  }
  let timer = clock.after(0, again)
  return {
    close: async () => {
      closed = true
      timer.cancel()
      await working
    },
  }
}

/** Looks once through all orders of which something may happen; one that cannot go on keeps no other from it. */
export async function orderRound(parts: OrderParts, isClosed: () => boolean = () => false): Promise<void> {
  for (let after: string | undefined; !isClosed(); ) {
    const from = after
    const orders = await parts.database.withOperator((tx) => livingOrders(tx, BATCH, from))
    for (const order of orders) if (!isClosed()) await advance(parts, order)
    after = orders.at(-1)?.id
    if (orders.length < BATCH) break
  }
  parts.tell()
}

async function advance(parts: OrderParts, order: StoredOrder): Promise<void> {
  try {
    if (order.state === 'confirmed') await provision(parts, order.id, BY_ITSELF)
    await settle(parts, order.id)
  } catch (error) {
    // What a task could not do stands at the order in words, too.
    parts.logger.warn('an order could not go on', { order: order.number, error: String(error) })
  }
}

/** Begins and ends what is due, in one transaction for each step. Nothing happens twice: the state says what has. */
export async function settle(parts: OrderParts, orderId: string): Promise<void> {
  const { database, clock, catalogue } = parts
  const read = await database.withOperator((tx) => foundOrder(tx, orderId))
  const used = await firstUseOf(parts, read)
  const version = await catalogue.version(read.versionId)
  await database.withOperator(async (tx) => {
    const order = await foundOrder(tx, orderId, 'for update')
    const now = new Date(clock.epochMs())
    const making = { by: BY_ITSELF, now, reason: '' }
    if (order.state === 'provisioned' && (await begins(tx, order))) await noteMade(tx, order, 'activate', making)
  })
  const ends = await database.withOperator(async (tx) => {
    const order = await foundOrder(tx, orderId)
    return order.state === 'active' && (await hasEnded(tx, order, new Date(clock.epochMs())))
  })
  if (ends) await database.withOperator((tx) => terminate(tx, orderId, new Date(clock.epochMs())))

  /** ORD-05: with the first use, at the latest some working days after the credentials were handed over. */
  async function begins(tx: Tx, order: StoredOrder): Promise<boolean> {
    const today = orderDay(new Date(clock.epochMs()))
    if (order.form?.kind !== 'new') return true
    if (order.contractId !== undefined) return Temporal.PlainDate.compare((await contractOfOrder(tx, order)).begins, today) <= 0
    const latest = latestBegin(order, version.file.orders ?? NO_TERMS)
    if (latest === undefined) return false
    const first = used === undefined ? latest : earlierOf(orderDay(used), latest)
    if (Temporal.PlainDate.compare(first, today) > 0) return false
    await beginContract(tx, order, order.form, version, { begins: first, now: new Date(clock.epochMs()), by: BY_ITSELF })
    return true
  }
}

function earlierOf(one: Temporal.PlainDate, other: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.compare(one, other) < 0 ? one : other
}

async function firstUseOf(
  { provisioning }: OrderParts,
  { state, tenantId, handedOverAt, contractId }: StoredOrder,
): Promise<Date | undefined> {
  const asks = state === 'provisioned' && contractId === undefined
  return asks && tenantId !== undefined && handedOverAt !== undefined ? provisioning?.firstUse(tenantId, handedOverAt) : undefined
}

async function hasEnded(tx: Tx, order: StoredOrder, now: Date): Promise<boolean> {
  if (order.form?.kind !== 'new' || order.contractId === undefined) return false
  const { cancellation } = await contractOfOrder(tx, order)
  return cancellation !== undefined && Temporal.PlainDate.compare(cancellation.until, orderDay(now)) < 0
}

/** While another product of the customer is being set up the order waits: only when that has a contract, or is cancelled, it is known whether the customer goes. */
async function terminate(tx: Tx, orderId: string, now: Date): Promise<void> {
  const { tenantId } = await foundOrder(tx, orderId)
  // Whole, and before the order: no other order of the customer goes on meanwhile.
  if (tenantId !== undefined) await lockTenant(tx, tenantId)
  const order = await foundOrder(tx, orderId, 'for update')
  if (order.state !== 'active' || !(await hasEnded(tx, order, now)) || (await ordersOnTheWay(tx, order)).length > 0) return
  await endCustomer(tx, order, now)
  await noteMade(tx, order, 'terminate', { by: BY_ITSELF, now, reason: '' })
}

/** Who has no other contract makes no calls any more, and its numbers go back; what is kept of it ends by the rules of retention. */
async function endCustomer(tx: Tx, { tenantId }: StoredOrder, now: Date): Promise<void> {
  if (tenantId === undefined) return
  const today = orderDay(now)
  const others = (await tenantContracts(tx, tenantId)).map((history) => contractIn(history))
  if (others.some((contract) => isInForce(contract, today) || Temporal.PlainDate.compare(contract.begins, today) > 0)) return
  await suspendTenant(tx, tenantId, now)
  await giveBackNumbers(tx, tenantId, today)
}
