import { randomUUIDv7 } from 'node:crypto'
import type { Tx } from '@klinke/platform'
import { planOneOff } from './changes/one-off.ts'
import { productIn } from './charges/question.ts'
import { type HeldFile, heldFiles } from './held-files.ts'
import { contractIn } from './route-parts.ts'
import { findHistory, type Recording, record } from './store.ts'

/** Something that happened and costs a one-off item. */
export interface OnceCharged {
  readonly tenantId: string
  /** Of the catalogue. */
  readonly item: string
  /** What it was, on the invoice. */
  readonly note: string
  readonly siteId: string | null
  readonly on: Temporal.PlainDate
}

/**
 * Charges the one-off item to the customer's contract, in the transaction of what costs it, by the version of the profile that the contract holds: both happen or
 * neither. Of several contracts the first that sells it. False, and nothing is charged, where the customer has none on that day or none sells the item.
 */
export async function chargeOnce(tx: Tx, charged: OnceCharged, recording: Recording): Promise<boolean> {
  const held = (await heldFiles(tx, charged.tenantId, charged.on)).find(({ file }) => productIn(file, charged.item)?.kind === 'one-off')
  return held !== undefined && (await chargeHeld(tx, held, charged, recording))
}

/** The same, to that contract. */
export async function chargeHeld(
  tx: Tx,
  { contractId, versionId, file }: HeldFile,
  { item, note, siteId, on }: OnceCharged,
  recording: Recording,
): Promise<boolean> {
  const history = await findHistory(tx, contractId, 'for update')
  if (history === undefined || productIn(file, item)?.kind !== 'one-off') return false
  const facts = { sold: { id: versionId, file }, terms: file.terms, today: on, newId: randomUUIDv7 }
  await record(tx, history, planOneOff(contractIn(history), { item, quantity: 1, on, siteId, note }, facts), recording)
  return true
}
