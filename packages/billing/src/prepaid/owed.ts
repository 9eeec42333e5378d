import type { Tx } from '@klinke/platform'
import { sql } from 'kysely'
import { listDebits } from '../payments/collections/debits.ts'
import { creditsToTake } from '../payments/open-items/invoices.ts'
import { type ItemBalance, listItems } from '../payments/open-items/store.ts'
import { isOwn, paidBefore } from './paid-before.ts'
import type { Owed } from './standing.ts'
import type { PrepaidAccount } from './store.ts'

/**
 * What a customer who pays before calling has to pay by itself. Not among it: invoices from before the account; what came after its end, unless it has paid their
 * calls; what is objected to and not decided; what a direct debit will collect; what a credit note has taken back, also while the book does not say so yet.
 */
export async function owedOf(tx: Tx, { tenantId, openedOn, endedOn }: PrepaidAccount): Promise<readonly Owed[]> {
  const items = (await listItems(tx, { tenantId, isOpen: true })).filter(({ issuedOn }) => issuedOn >= openedOn)
  if (items.length === 0) return []
  const [disputed, collected] = [await disputedInvoices(tx, tenantId), await underWay(tx, tenantId)]
  const credited = await creditsToTake(tx, tenantId)
  const owed: Owed[] = []
  for (const item of items) {
    const micros = item.openMicros - (collected.get(item.id) ?? 0n) - (credited.get(item.number) ?? 0n)
    if (micros <= 0n || disputed.has(item.feeOf ?? item.number)) continue
    if (await belongs(tx, item, endedOn)) owed.push({ micros, dueOn: item.dueOn })
  }
  return owed
}

/** Numbers of invoices with an objection that nobody has decided. */
export async function disputedInvoices(tx: Tx, tenantId: string): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ number: string }>`
    SELECT DISTINCT invoice.number FROM invoice JOIN invoice_objection AS objection ON objection.invoice_id = invoice.id
    WHERE invoice.tenant_id = ${tenantId} AND invoice.number IS NOT NULL AND objection.outcome IS NULL`.execute(tx.tables())
  return new Set(rows.map(({ number }) => number))
}

/** Micro-units by item. What a bank has been told to collect is booked already. */
async function underWay(tx: Tx, tenantId: string): Promise<ReadonlyMap<string, bigint>> {
  const debits = await listDebits(tx, { tenantId, states: ['announced', 'batched'] })
  return new Map(debits.map(({ itemId, amountMicros }) => [itemId, amountMicros]))
}

/** Calls are asked only where the day does not say it. */
async function belongs(tx: Tx, item: ItemBalance, endedOn: string | null): Promise<boolean> {
  return endedOn === null || item.issuedOn <= endedOn || isOwn(item, endedOn, await paidBefore(tx, item))
}
