import { NotFound, type Tx } from '@klinke/platform'
import { isUsable, mandateAfter } from '../mandates/mandate.ts'
import { changeMandate, findMandate } from '../mandates/store.ts'
import { book, takeInvoices } from '../open-items/invoices.ts'
import { listItems } from '../open-items/store.ts'
import { BatchGivenOut, BatchOutdated } from '../problems.ts'
import { deleteBatch, inTurn, listBatches, markGivenOut, type StoredBatch } from './batches.ts'
import { changeDebit, listDebits, type StoredDebit } from './debits.ts'
import { earliestDueOn } from './due-date.ts'
import type { Making } from './make-batch.ts'

/**
 * The bank gets the file: its items count as paid from now on, until the bank says otherwise, and it stays as it is. Throws `BatchOutdated` when it would
 * collect what was paid or revoked meanwhile, or comes too late for the bank.
 */
export async function giveOutBatch(tx: Tx, id: string, { today, now, by }: Making): Promise<void> {
  await inTurn(tx)
  await takeInvoices(tx)
  await notGivenOut(tx, id)
  const debits = await listDebits(tx, { batchId: id }, 'for update')
  const earliest = earliestDueOn(today).toString()
  if (debits.some(({ dueOn }) => dueOn < earliest)) throw new BatchOutdated('too-late')
  const open = new Map(
    (await listItems(tx, { ids: debits.map(({ itemId }) => itemId) })).map(({ id: itemId, openMicros }) => [itemId, openMicros]),
  )
  if (debits.some(({ itemId, amountMicros }) => (open.get(itemId) ?? 0n) < amountMicros)) throw new BatchOutdated('changed')
  // The first collection by a mandate makes it one by which others follow.
  const [following, first] = [debits.filter(isFollowing), debits.filter((debit) => !isFollowing(debit))]
  for (const debit of [...first, ...following]) await collect(tx, debit, by)
  await markGivenOut(tx, id, now, by)
}

function isFollowing({ sequence }: StoredDebit): boolean {
  return sequence === 'RCUR'
}

async function collect(tx: Tx, debit: StoredDebit, by: string): Promise<void> {
  const { id, tenantId, itemId, mandateId, amountMicros, currency, dueOn } = debit
  const mandate = await findMandate(tx, mandateId, 'for update')
  const state = mandate && mandateAfter(mandate.state, 'collected')
  // Of the debits of a file by a new mandate the first has made it a used one.
  const isStillUsable = mandate !== undefined && (isUsable(mandate, Temporal.PlainDate.from(dueOn)) || isFollowing(debit))
  if (state === undefined || !isStillUsable) throw new BatchOutdated('changed')
  if (isFollowing(debit) && !mandate.isFirstCollected) throw new BatchOutdated('follows')
  await changeDebit(tx, id, { state: 'collected' })
  await changeMandate(tx, mandateId, { state, isFirstCollected: true, lastUsedOn: dueOn })
  await book(tx, { tenantId, itemId, kind: 'debit', amountMicros, currency, bookedOn: dueOn, source: `debit:${id}`, bankEntryId: null, by })
}

/** Gives a file up that the bank does not have: what is in it is announced as before. Throws `BatchGivenOut`. */
export async function discardBatch(tx: Tx, id: string): Promise<void> {
  await inTurn(tx)
  await notGivenOut(tx, id)
  for (const debit of await listDebits(tx, { batchId: id }, 'for update'))
    await changeDebit(tx, debit.id, { state: 'announced', batchId: null, sequence: null })
  await deleteBatch(tx, id)
}

async function notGivenOut(tx: Tx, id: string): Promise<StoredBatch> {
  const [batch] = await listBatches(tx, { id })
  if (batch === undefined) throw new NotFound('file of direct debits', id)
  if (batch.givenOutAt !== null) throw new BatchGivenOut()
  return batch
}
