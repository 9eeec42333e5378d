import { contractIn } from '../contracts/route-parts.ts'
import { limitsOf, setBookedLimits } from './booked-limits.ts'
import { orderDay, ordersOnTheWay } from './store.ts'
import { type TaskWork, tenantOf } from './task-work.ts'
import { type TotalFacts, tenantContracts } from './totals.ts'

/** What the customer has booked by now: its contracts, and what of its orders is set up already. */
export async function bookedBy(work: TaskWork): Promise<TotalFacts> {
  const { tx, order, form, fileOf, now } = work
  const contracts = (await tenantContracts(tx, tenantOf(work))).map((history) => contractIn(history))
  const others = (await ordersOnTheWay(tx, order)).filter(({ state, provisioning }) => state === 'provisioned' || provisioning)
  const wanted = [...others, { versionId: order.versionId, form }].flatMap(({ versionId, form: of }) =>
    of?.kind === 'new' ? [{ versionId, items: of.items }] : [],
  )
  return { fileOf, contracts, wanted, on: orderDay(now) }
}

/** Sets the limits of the exchange to what is booked. Says how many channels that are. */
export async function limits(work: TaskWork): Promise<string> {
  const wanted = limitsOf(await bookedBy(work))
  await setBookedLimits(work.tx, tenantOf(work), wanted)
  return wanted.channels === undefined ? '' : String(wanted.channels)
}
