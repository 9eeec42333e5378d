import { randomUUIDv7 } from 'node:crypto'
import type { Tx } from '@klinke/platform'
import { type ColumnType, sql } from 'kysely'
import { type InvoiceTables, invoiceOf, type StoredInvoice, selectInvoices } from '../invoice-store.ts'

interface DunningTables extends InvoiceTables {
  readonly invoice_dunning: {
    readonly id: string
    readonly tenant_id: string
    readonly invoice_id: string
    readonly level: number
    readonly dunned_on: ColumnType<string, string, never>
    readonly fee: ColumnType<number, string, never>
    readonly pay_until: ColumnType<string, string, never>
  }
}

/** What a letter of dunning asks for beside the invoice. */
export interface DunningFees {
  readonly level: number
  /** What is open of those of all levels so far, micro-units. */
  readonly fees: bigint
  readonly payUntil: string
}

/** Unpaid invoices whose next level may be due on that day; without those that somebody objects to. Locked until the transaction ends. */
export async function invoicesToDun(tx: Tx, today: string, limit: number): Promise<readonly StoredInvoice[]> {
  const rows = await selectInvoices(tx)
    .where('state', 'in', ['issued', 'partly-paid', 'dunned'])
    .where('kind', '=', 'invoice')
    .where(sql<boolean>`gross > paid + credited`)
    .where(sql<boolean>`due_on < ${today}::date AND (dun_after IS NULL OR dun_after < ${today}::date)`)
    .where(
      sql<boolean>`NOT EXISTS (SELECT FROM invoice_objection AS objection WHERE objection.invoice_id = invoice.id AND objection.outcome IS NULL)`,
    )
    .orderBy('due_on')
    .orderBy('id')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute()
  return rows.map(invoiceOf)
}

/** Looked at again after that day; null: never by itself. */
export async function setDunAfter(tx: Tx, id: string, day: string): Promise<void> {
  await tx.tables<InvoiceTables>().updateTable('invoice').set({ dun_after: day }).where('id', '=', id).execute()
}

export async function insertDunning(
  tx: Tx,
  { id, tenantId }: StoredInvoice,
  dunning: { readonly level: number; readonly today: string; readonly fee: bigint; readonly payUntil: string },
): Promise<void> {
  const { level, today, fee, payUntil } = dunning
  await tx
    .tables<DunningTables>()
    .insertInto('invoice_dunning')
    .values({ id: randomUUIDv7(), tenant_id: tenantId, invoice_id: id, level, dunned_on: today, fee: String(fee), pay_until: payUntil })
    .execute()
  await tx.tables<InvoiceTables>().updateTable('invoice').set({ state: 'dunned', dunning_level: level }).where('id', '=', id).execute()
}

/** The number by which the fee of a level is owed. */
export function feeNumber(invoice: string, level: number): string {
  return `${invoice}-M${level}`
}

const paidOf = (invoice: string) => sql<string>`coalesce((
  SELECT sum(entry.amount_micros) FROM open_item AS item JOIN payment_entry AS entry ON entry.tenant_id = item.tenant_id AND entry.open_item_id = item.id
  WHERE item.kind = 'dunning-fee' AND item.number = ${feeNumber(invoice, 0).slice(0, -1)} || invoice_dunning.level), 0)::text`

/** Undefined: there was no such level. */
export async function feesOf(
  tx: Tx,
  { id: invoiceId, number }: Pick<StoredInvoice, 'id' | 'number'>,
  level: number,
): Promise<DunningFees | undefined> {
  const rows = await tx
    .tables<DunningTables>()
    .selectFrom('invoice_dunning')
    .select(['level', 'fee', sql<string>`pay_until::text`.as('pay_until'), paidOf(number ?? '').as('paid')])
    .where('invoice_id', '=', invoiceId)
    .where('level', '<=', level)
    .orderBy('level')
    .execute()
  const last = rows.at(-1)
  if (last?.level !== level) return undefined
  return { level, fees: rows.reduce((sum, { fee, paid }) => sum + BigInt(fee) - BigInt(paid), 0n), payUntil: last.pay_until }
}
