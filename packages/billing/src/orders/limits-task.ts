import { findTenant, updateTenant } from '@klinke/accounts'
import { NotFound } from '@klinke/platform'
import { contractIn } from '../contracts/route-parts.ts'
import { orderDay, ordersOnTheWay } from './store.ts'
import { type TaskWork, tenantOf } from './task-work.ts'
import { channelsOf, extensionsOf, type TotalFacts, tenantContracts } from './totals.ts'

/** What the customer has booked by now: its contracts, and what of its orders is set up already. */
export async function bookedBy(work: TaskWork): Promise<TotalFacts> {
  const { tx, order, form, termsOf, now } = work
  const contracts = (await tenantContracts(tx, tenantOf(work))).map((history) => contractIn(history))
  const others = (await ordersOnTheWay(tx, order)).filter(({ state, provisioning }) => state === 'provisioned' || provisioning)
  const wanted = [...others, { versionId: order.versionId, form }].map(({ versionId, form: of }) => ({
    versionId,
    items: of?.kind === 'new' ? of.items : [],
  }))
  return { termsOf, contracts, wanted, on: orderDay(now) }
}

/** Sets the limits of the exchange to what is booked. Says how many channels that are. */
export async function limits(work: TaskWork): Promise<string> {
  const { tx } = work
  const id = tenantOf(work)
  const tenant = await findTenant(tx, id)
  if (tenant === undefined) throw new NotFound('tenant', id)
  const facts = await bookedBy(work)
  const [channels, extensionsMost] = [channelsOf(facts), extensionsOf(facts)]
  const { profile } = tenant
  const admission =
    channels === undefined ? profile.admission : { ...profile.admission, channels: { ...profile.admission?.channels, both: channels } }
  const most = extensionsMost === undefined ? {} : { maxExtensions: extensionsMost }
  await updateTenant(tx, id, { profile: { ...profile, ...(admission === undefined ? {} : { admission }), ...most } })
  return channels === undefined ? '' : String(channels)
}
