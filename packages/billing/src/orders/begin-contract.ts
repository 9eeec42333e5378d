import { randomUUIDv7 } from 'node:crypto'
import { findTenant } from '@klinke/accounts'
import type { Tx } from '@klinke/platform'
import type { ProfileVersion } from '../catalogue/catalogue.ts'
import type { Day } from '../contracts/contract.ts'
import { insertContract, markSettingsApplied, record } from '../contracts/store.ts'
import { withInstallation } from './installation.ts'
import { planNewContract } from './order-contract.ts'
import type { NewOrder } from './order-form.ts'
import { changeOrder, orderDay, type StoredOrder } from './store.ts'

/** Makes the ordered contract, by the prices of the order; the exchange has the product's settings already. Gives its id. Throws `ContractRuleBroken`. */
export async function beginContract(
  tx: Tx,
  { id, tenantId, number }: Pick<StoredOrder, 'id' | 'tenantId' | 'number'>,
  form: NewOrder,
  version: ProfileVersion,
  { begins, now, by }: { readonly begins: Day; readonly now: Date; readonly by: string },
): Promise<string> {
  if (tenantId === undefined) throw new Error(`The order ${number} has no customer yet.`)
  const customerKind = (await findTenant(tx, tenantId))?.profile.customerKind
  const facts = { sold: version, today: orderDay(now), newId: randomUUIDv7, customerKind }
  const deeds = planNewContract(withInstallation(form, version.file), begins, facts)
  const recording = { by, atMs: now.getTime() }
  const empty = await insertContract(tx, { tenantId, profile: version.profile, begins }, recording)
  await record(tx, empty, deeds, recording)
  await markSettingsApplied(tx, empty.id, now)
  await changeOrder(tx, id, { contractId: empty.id })
  return empty.id
}
