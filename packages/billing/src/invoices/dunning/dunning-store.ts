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

/** An unpaid invoice, and when its customer was last told that we collect it ourselves. */
export interface UnpaidInvoice extends StoredInvoice {
  /** Due date of its last direct debit, which may be later than the invoice says. ISO 8601; null: there was none. */
  readonly collectedOn: string | null
}

const DEBITS_OF_IT = sql`FROM open_item AS item JOIN direct_debit AS debit ON debit.open_item_id = item.id
  WHERE item.kind = 'invoice' AND item.tenant_id = invoice.tenant_id AND item.number = invoice.number`

/** Nobody is dunned for what we collect ourselves, however long that takes; by a mandate that has ended nothing is collected any more. */
const IS_COLLECTED = sql<boolean>`EXISTS (SELECT ${DEBITS_OF_IT} AND debit.state IN ('announced', 'batched')
  AND (SELECT mandate.state IN ('active', 'used') FROM sepa_mandate AS mandate WHERE mandate.id = debit.mandate_id))`

/**
 * Unpaid invoices whose next level may be due on that day; without those that somebody objects to, and those of which a debit is under way (BIL-08). Locked until the
 * transaction ends.
 */
export async function invoicesToDun(tx: Tx, today: string, limit: number): Promise<readonly UnpaidInvoice[]> {
  const rows = await selectInvoices(tx)
    .select(sql<string | null>`(SELECT max(debit.due_on)::text ${DEBITS_OF_IT})`.as('collected_on'))
    .where('state', 'in', ['issued', 'partly-paid', 'dunned'])
    .where('kind', '=', 'invoice')
    .where(sql<boolean>`gross > paid + credited`)
    .where(sql<boolean>`due_on < ${today}::date AND (dun_after IS NULL OR dun_after < ${today}::date)`)
    .where(
      sql<boolean>`NOT EXISTS (SELECT FROM invoice_objection AS objection WHERE objection.invoice_id = invoice.id AND objection.outcome IS NULL)`,
    )
    .where(sql<boolean>`NOT ${IS_COLLECTED}`)
    .orderBy('due_on')
    .orderBy('id')
    .limit(limit)
    .forUpdate()
    .skipLocked()
    .execute()
  return rows.map((row) => ({ ...invoiceOf(row), collectedOn: row.collected_on }))
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
