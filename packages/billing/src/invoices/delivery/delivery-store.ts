import { randomUUIDv7 } from 'node:crypto'
import { NotFound, type Tx } from '@klinke/platform'
import type { Generated, Selectable } from 'kysely'
import { findInvoice, type InvoiceTables, type StoredInvoice } from '../invoice-store.ts'
import type { DELIVERY_WAYS } from '../party.ts'
import { addDays } from '../period.ts'

export type DeliveryWay = (typeof DELIVERY_WAYS)[number]

interface DeliveryTables extends InvoiceTables {
  readonly invoice_delivery: {
    readonly id: string
    readonly tenant_id: string
    readonly invoice_id: string
    readonly level: number
    readonly way: DeliveryWay
    readonly address: string | null
    readonly state: Generated<'waiting' | 'sent' | 'failed'>
    readonly attempts: Generated<number>
    readonly next_at: Generated<Date>
    readonly last_error: Generated<string | null>
    readonly sent_at: Generated<Date | null>
    readonly created_at: Generated<Date>
  }
}

export type Delivery = Selectable<DeliveryTables['invoice_delivery']>

/** The invoice, or a letter of dunning about it, is to reach the customer by all the ways that it wants; harmless when repeated. */
export async function queueDeliveries(tx: Tx, { id, tenantId, content }: StoredInvoice, level: number, now: Date): Promise<void> {
  const { delivery, email } = content.recipient
  const rows = delivery.map((way) => ({
    ...{ id: randomUUIDv7(), tenant_id: tenantId, invoice_id: id, level, way, address: way === 'mail' ? email : null, next_at: now },
  }))
  if (rows.length === 0) return
  const insert = tx.tables<DeliveryTables>().insertInto('invoice_delivery').values(rows)
  await insert.onConflict((conflict) => conflict.constraint('invoice_delivery_once').doNothing()).execute()
}

/** Mails that are due; nobody else gets them before `leasedUntil`. */
export async function leaseMails(tx: Tx, now: Date, leasedUntil: Date, limit: number): Promise<readonly Delivery[]> {
  const due = tx
    .tables<DeliveryTables>()
    .selectFrom('invoice_delivery')
    .select('id')
    .where('state', '=', 'waiting')
    .where('way', '=', 'mail')
    .where('next_at', '<=', now)
    .orderBy('next_at')
    .limit(limit)
    .forUpdate()
    .skipLocked()
  return tx
    .tables<DeliveryTables>()
    .updateTable('invoice_delivery')
    .set((set) => ({ next_at: leasedUntil, attempts: set('attempts', '+', 1) }))
    .where('id', 'in', due)
    .returningAll()
    .execute()
}

/** It has reached the customer on that day: with an invoice, the time for objections begins (BIL-07), once. */
export async function noteSent(tx: Tx, { id, invoice_id, level }: Delivery, at: Date, day: string): Promise<void> {
  await tx
    .tables<DeliveryTables>()
    .updateTable('invoice_delivery')
    .set({ state: 'sent', sent_at: at, last_error: null })
    .where('id', '=', id)
    .execute()
  if (level === 0) await noteReceived(tx, await findInvoice(tx, invoice_id), day)
}

/** Also of an invoice that only the portal shows. */
export async function noteReceived(tx: Tx, { id, content }: StoredInvoice, day: string): Promise<void> {
  await tx
    .tables<InvoiceTables>()
    .updateTable('invoice')
    .set({ received_on: day, objection_until: addDays(day, 7 * content.objectionWeeks) })
    .where('id', '=', id)
    .where('received_on', 'is', null)
    .execute()
}

/** `nextAt` null: given up. */
export async function noteFailed(tx: Tx, id: string, error: string, nextAt: Date | null): Promise<void> {
  const set = nextAt === null ? ({ state: 'failed', last_error: error } as const) : { next_at: nextAt, last_error: error }
  await tx.tables<DeliveryTables>().updateTable('invoice_delivery').set(set).where('id', '=', id).execute()
}

/** What has not arrived yet, or is on paper: the oldest first. */
export async function listDeliveries(
  tx: Tx,
  wanted: { readonly way?: DeliveryWay | undefined; readonly state?: Delivery['state'] | undefined },
  part: { readonly limit: number; readonly after?: string | undefined },
): Promise<readonly (Delivery & { readonly number: string | null })[]> {
  let query = tx
    .tables<DeliveryTables>()
    .selectFrom('invoice_delivery as delivery')
    .innerJoin('invoice', 'invoice.id', 'delivery.invoice_id')
    .selectAll('delivery')
    .select('invoice.number')
    .orderBy('delivery.id')
    .limit(part.limit)
  if (wanted.way !== undefined) query = query.where('delivery.way', '=', wanted.way)
  if (wanted.state !== undefined) query = query.where('delivery.state', '=', wanted.state)
  if (part.after !== undefined) query = query.where('delivery.id', '>', part.after)
  return query.execute()
}

/** Of an invoice. */
export async function deliveriesOf(tx: Tx, invoiceId: string): Promise<readonly Delivery[]> {
  return tx.tables<DeliveryTables>().selectFrom('invoice_delivery').selectAll().where('invoice_id', '=', invoiceId).orderBy('id').execute()
}

/** Throws `NotFound`. */
export async function findDelivery(tx: Tx, id: string): Promise<Delivery> {
  const query = tx.tables<DeliveryTables>().selectFrom('invoice_delivery').selectAll().where('id', '=', id)
  const found = await query.forUpdate().executeTakeFirst()
  if (found === undefined) throw new NotFound('delivery', id)
  return found
}

/** Tried once more at once, from the first attempt on. */
export async function tryAgain(tx: Tx, id: string, now: Date): Promise<void> {
  await tx
    .tables<DeliveryTables>()
    .updateTable('invoice_delivery')
    .set({ state: 'waiting', attempts: 0, next_at: now })
    .where('id', '=', id)
    .execute()
}
