import { randomUUIDv7 } from 'node:crypto'
import type { Tx } from '@klinke/platform'
import { runningContract } from '../catalogue/customer-profile.ts'
import { profileOfDocument } from '../catalogue/read-profile.ts'
import { findVersion, versionAt } from '../catalogue/store.ts'
import { planOneOff } from './changes/one-off.ts'
import { productIn } from './charges/question.ts'
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
 * Charges the one-off item to the customer's contract, in the transaction of what costs it: both happen or neither. False, and nothing is charged, where the customer
 * has no contract on that day or its product does not sell the item.
 */
export async function chargeOnce(tx: Tx, { tenantId, item, note, siteId, on }: OnceCharged, recording: Recording): Promise<boolean> {
  const running = await runningContract(tx, tenantId, on)
  const versionId = running && (await versionAt(tx, running.profile, on))
  const version = versionId === undefined ? undefined : await findVersion(tx, versionId)
  const history = running && (await findHistory(tx, running.id, 'for update'))
  if (version === undefined || history === undefined) return false
  const file = profileOfDocument(version.document)
  if (productIn(file, item)?.kind !== 'one-off') return false
  const facts = { sold: { id: version.id, file }, terms: file.terms, today: on, newId: randomUUIDv7 }
  await record(tx, history, planOneOff(contractIn(history), { item, quantity: 1, on, siteId, note }, facts), recording)
  return true
}
