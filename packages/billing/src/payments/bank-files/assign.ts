import { randomUUID } from 'node:crypto'
import { NotFound, type Tx } from '@klinke/platform'
import { inTurn } from '../collections/batches.ts'
import { listEntries } from '../open-items/entries.ts'
import { book } from '../open-items/invoices.ts'
import { listItems } from '../open-items/store.ts'
import { AssignmentWrong } from '../problems.ts'
import { type BankEntry, changeEntry, listEntriesOfBank } from './entries.ts'
import type { Share } from './match-transfer.ts'

/** Books what a transfer pays. */
export async function bookShares(
  tx: Tx,
  { id, currency, bookedOn }: Pick<BankEntry, 'id' | 'currency' | 'bookedOn'>,
  tenantId: string,
  shares: readonly Share[],
  by: string,
): Promise<void> {
  // Each assignment is one of its own: what was undone can be assigned again.
  const round = (await listEntries(tx, { bankEntryId: id })).length
  for (const { claimId, micros } of shares) {
    const entry = { tenantId, itemId: claimId, currency, bookedOn, bankEntryId: id, by }
    await book(tx, { ...entry, kind: 'transfer', amountMicros: micros, source: `transfer:${id}:${round}:${claimId}` })
  }
  await changeEntry(tx, id, { state: 'matched', why: null, tenantId })
}

/** Somebody says what an unclear transfer pays. Throws `AssignmentWrong` unless it is all of it, for one customer, in its currency. */
export async function assignTransfer(tx: Tx, id: string, shares: readonly Share[], by: string): Promise<void> {
  await inTurn(tx)
  const entry = await found(tx, id)
  if (entry.state !== 'unclear') throw new AssignmentWrong('state')
  if (shares.reduce((sum, { micros }) => sum + micros, 0n) !== entry.amountMicros) throw new AssignmentWrong('sum')
  const items = await listItems(tx, { ids: shares.map(({ claimId }) => claimId) })
  const missing = shares.find(({ claimId }) => !items.some((item) => item.id === claimId))
  if (missing !== undefined) throw new NotFound('open item', missing.claimId)
  const [tenantId, ...others] = new Set(items.map((item) => item.tenantId))
  if (tenantId === undefined || others.length > 0) throw new AssignmentWrong('customers')
  if (items.some(({ currency }) => currency !== entry.currency)) throw new AssignmentWrong('currency')
  await bookShares(tx, entry, tenantId, shares, by)
}

/** Takes back what a transfer was booked as: its items are open again, and both stand in the book. */
export async function undoTransfer(tx: Tx, id: string, by: string): Promise<void> {
  await inTurn(tx)
  const entry = await found(tx, id)
  if (entry.state !== 'matched') throw new AssignmentWrong('state')
  const paid = new Map<string, bigint>()
  const booked = await listEntries(tx, { bankEntryId: id })
  for (const { itemId, amountMicros } of booked) paid.set(itemId, (paid.get(itemId) ?? 0n) + amountMicros)
  for (const { itemId, tenantId } of booked) {
    const micros = paid.get(itemId) ?? 0n
    paid.delete(itemId)
    if (micros === 0n) continue
    const undone = { tenantId, itemId, currency: entry.currency, bookedOn: entry.bookedOn, bankEntryId: id, by }
    await book(tx, { ...undone, kind: 'undone', amountMicros: -micros, source: `undone:${randomUUID()}` })
  }
  await changeEntry(tx, id, { state: 'unclear', why: 'undone', tenantId: entry.tenantId })
}

async function found(tx: Tx, id: string): Promise<BankEntry> {
  const [entry] = await listEntriesOfBank(tx, { id }, 'for update')
  if (entry === undefined) throw new NotFound('transfer', id)
  return entry
}
