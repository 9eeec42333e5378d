import type { Tx } from '@klinke/platform'
import type { Micros } from '@klinke/rating'
import { sql } from 'kysely'
import type { ItemBalance } from '../payments/open-items/store.ts'

/** How the source of a payment from credit begins, in the book of open items. */
export const FROM_CREDIT = 'prepaid:'

/** What credit and the calls of an invoice have paid of it so far. Amounts in micro-units. */
export interface PaidBefore {
  /** What its calls took while they ran, and is to pay for it. */
  readonly calls: Micros
  /** Of that, what it has been paid with: payments less what was taken for it beside its calls. */
  readonly applied: Micros
  /** What credit has paid, its calls included, less what has come back. */
  readonly paid: Micros
  /** What credit notes take back of the invoice, and has not come back to the balance. */
  readonly credited: Micros
  /** Greater than that in the source of any booking before. */
  readonly times: number
}

/** Whether an account pays it, and it counts as owed by it: after its end only invoices with calls that it has paid while they ran are its own. */
export function isOwn({ issuedOn }: ItemBalance, endedOn: string | null, { calls, applied }: PaidBefore): boolean {
  return endedOn === null || issuedOn <= endedOn || calls !== 0n || applied !== 0n
}

/**
 * Calls are asked once, before the first booking. From then on the book says what they have paid: retention deletes them while their invoice is still open.
 * Those of a month that is released go to the invoice that takes its place, with all that they took.
 */
export async function paidBefore(tx: Tx, item: ItemBalance): Promise<PaidBefore> {
  const { applied, isReleased, ...booked } = await bookedFor(tx, item)
  if (isReleased) return { ...booked, applied, calls: 0n }
  return {
    ...booked,
    applied,
    calls: booked.times > 0 ? applied : await takenByCalls(tx, { tenantId: item.tenantId, number: item.number }),
  }
}

async function bookedFor(tx: Tx, { id, tenantId, number }: ItemBalance) {
  const { rows } = await sql<Record<'paid' | 'given_back' | 'taken' | 'credited', string> & { times: number; is_released: boolean }>`
    WITH
      entry AS (SELECT amount_micros AS micros FROM payment_entry
        WHERE tenant_id = ${tenantId} AND open_item_id = ${id} AND starts_with(source, ${FROM_CREDIT})),
      movement AS (SELECT CASE WHEN from_account = 'balance' THEN amount_micros ELSE -amount_micros END AS micros FROM prepaid_movement
        WHERE tenant_id = ${tenantId} AND starts_with(source, ${`invoice:${number}:`})),
      billed AS (SELECT id, credited FROM invoice WHERE tenant_id = ${tenantId} AND number = ${number})
    SELECT
      (SELECT coalesce(sum(micros), 0)::text FROM entry) AS paid,
      (SELECT coalesce(-sum(micros), 0)::text FROM entry WHERE micros < 0) AS given_back,
      (SELECT coalesce(sum(micros), 0)::text FROM movement) AS taken,
      (SELECT coalesce(sum(credited), 0)::text FROM billed) AS credited,
      ((SELECT count(*) FROM entry) + (SELECT count(*) FROM movement))::integer AS times,
      EXISTS (SELECT FROM invoice_release JOIN billed ON billed.id = invoice_release.invoice_id) AS is_released`.execute(tx.tables())
  const [row] = rows
  const [paid, taken] = [BigInt(row?.paid ?? '0'), BigInt(row?.taken ?? '0')]
  const credited = BigInt(row?.credited ?? '0') - BigInt(row?.given_back ?? '0')
  return { paid, applied: paid - taken, credited, times: row?.times ?? 0, isReleased: row?.is_released ?? false }
}

/** How often credit has paid of an item. */
export async function bookingsBefore(tx: Tx, { id, tenantId }: Pick<ItemBalance, 'id' | 'tenantId'>): Promise<number> {
  const { rows } = await sql<{ times: number }>`
    SELECT count(*)::integer AS times FROM payment_entry
    WHERE tenant_id = ${tenantId} AND open_item_id = ${id} AND starts_with(source, ${FROM_CREDIT})`.execute(tx.tables())
  return rows[0]?.times ?? 0
}

/** Read from rated calls, so only while they are sure to be there: while their invoice is issued, or soon after. */
export async function takenByCalls(
  tx: Tx,
  { tenantId, ...of }: { readonly tenantId: string } & ({ readonly invoiceId: string } | { readonly number: string }),
): Promise<Micros> {
  const which = 'invoiceId' in of ? sql`invoice.id = ${of.invoiceId}` : sql`invoice.number = ${of.number}`
  const { rows } = await sql<{ taken: string }>`
    SELECT coalesce(sum(CASE WHEN movement.from_account = 'balance' THEN movement.amount_micros ELSE -movement.amount_micros END), 0)::text AS taken
    FROM invoice
      JOIN call_with_invoice AS call ON call.tenant_id = invoice.tenant_id AND call.invoice_id = invoice.id
      JOIN prepaid_movement AS movement ON movement.tenant_id = invoice.tenant_id AND movement.kind IN ('call', 'call-corrected')
        AND split_part(movement.source, ':', 2) = call.usage_id
    WHERE invoice.tenant_id = ${tenantId} AND ${which}`.execute(tx.tables())
  return BigInt(rows[0]?.taken ?? '0')
}
