import { randomUUIDv7 } from 'node:crypto'
import type { Tx } from '@klinke/platform'
import type { Micros } from '@klinke/rating'
import { type ColumnType, type Generated, sql } from 'kysely'
import { dayOf } from '../day.ts'
import { OpenItemNumberTaken } from '../problems.ts'

/** `return-fee`: for a debit that came back; `dunning-fee`: for a letter of dunning. */
export const OPEN_ITEM_KINDS = ['invoice', 'return-fee', 'dunning-fee'] as const
export type OpenItemKind = (typeof OPEN_ITEM_KINDS)[number]

interface OpenItemTable {
  readonly id: string
  readonly tenant_id: string
  readonly kind: OpenItemKind
  readonly number: string
  readonly amount_micros: ColumnType<number, bigint, never>
  readonly currency: string
  readonly issued_on: string
  readonly due_on: string
  readonly announced_on: string | null
  readonly fee_of: string | null
  readonly created_at: Generated<Date>
}

export interface OpenItemTables {
  readonly open_item: OpenItemTable
  readonly payer: { readonly tenant_id: string; readonly number: Generated<number> }
  /** Of the invoices, which have a number of their own for each customer. */
  readonly invoice_recipient: { readonly tenant_id: string; readonly number: string }
}

/** A document by which a customer owes something. */
export interface OpenItem {
  readonly id: string
  readonly tenantId: string
  readonly kind: OpenItemKind
  /** Of the document, as payers name it. */
  readonly number: string
  readonly amountMicros: Micros
  readonly currency: string
  /** ISO 8601. */
  readonly issuedOn: string
  readonly dueOn: string
  /** The day on which the document told the payer of the direct debit; null: a mail has to. */
  readonly announcedOn: string | null
  /** Number of the document that a fee is for; absent or null: it is no fee. */
  readonly feeOf?: string | null
}

export interface ItemBalance extends OpenItem {
  readonly customerNumber: string
  /** What is left to be paid; below zero: too much was. */
  readonly openMicros: Micros
}

/** The customer's number: that on its invoices, else one that is given with the first thing that it is needed for. */
export async function customerNumberOf(tx: Tx, tenantId: string): Promise<string> {
  const tables = tx.tables<OpenItemTables>()
  const onInvoices = await tables.selectFrom('invoice_recipient').select('number').where('tenant_id', '=', tenantId).executeTakeFirst()
  if (onInvoices !== undefined) return onInvoices.number
  await tables
    .insertInto('payer')
    .values({ tenant_id: tenantId })
    .onConflict((conflict) => conflict.column('tenant_id').doNothing())
    .execute()
  return String((await tables.selectFrom('payer').select('number').where('tenant_id', '=', tenantId).executeTakeFirstOrThrow()).number)
}

/**
 * Notes what a customer owes by a document: called in the transaction that issues it. Harmless when repeated. Throws `OpenItemNumberTaken` when the
 * number is of another document.
 */
export async function postOpenItem(tx: Tx, item: Omit<OpenItem, 'id'>): Promise<string> {
  const { tenantId, kind, number, amountMicros, currency, issuedOn, dueOn, announcedOn, feeOf = null } = item
  await customerNumberOf(tx, tenantId)
  const tables = tx.tables<OpenItemTables>()
  const dates = { issued_on: issuedOn, due_on: dueOn, announced_on: announcedOn, fee_of: feeOf }
  await tables
    .insertInto('open_item')
    .values({ id: randomUUIDv7(), tenant_id: tenantId, kind, number, amount_micros: amountMicros, currency, ...dates })
    .onConflict((conflict) => conflict.constraint('open_item_number').doNothing())
    .execute()
  const row = await tables
    .selectFrom('open_item')
    .select(['id', 'tenant_id', 'amount_micros'])
    .where('number', '=', number)
    .executeTakeFirst()
  if (row?.tenant_id !== tenantId || BigInt(row.amount_micros) !== amountMicros) throw new OpenItemNumberTaken(number)
  return row.id
}

export interface ItemFilter {
  readonly tenantId?: string | undefined
  readonly ids?: readonly string[]
  /** Only what is not paid. */
  readonly isOpen?: boolean
  /** Paid ones too, when they are of that day or later: somebody may pay twice. */
  readonly issuedSince?: string
  /** One page: so many, after the one of that id. */
  readonly limit?: number
  readonly after?: string | undefined
}

const OPEN = sql<number>`(open_item.amount_micros - coalesce((SELECT sum(entry.amount_micros) FROM payment_entry AS entry WHERE entry.open_item_id = open_item.id), 0))::bigint`

/** With what is open of each; the oldest first. */
export async function listItems(tx: Tx, { tenantId, ids, isOpen, issuedSince, limit, after }: ItemFilter): Promise<readonly ItemBalance[]> {
  let query = tx
    .tables<OpenItemTables>()
    .selectFrom('open_item')
    .leftJoin('payer', 'payer.tenant_id', 'open_item.tenant_id')
    .leftJoin('invoice_recipient', 'invoice_recipient.tenant_id', 'open_item.tenant_id')
    .select(['open_item.id', 'open_item.tenant_id', 'kind', 'open_item.number', 'amount_micros', 'currency', 'fee_of'])
    .select([
      dayOf('issued_on').as('issued_on'),
      dayOf('due_on').as('due_on'),
      dayOf('announced_on').$castTo<string | null>().as('announced_on'),
    ])
    .select([OPEN.as('open_micros'), sql<string>`coalesce(invoice_recipient.number, payer.number::text, '')`.as('customer_number')])
    .orderBy('open_item.id')
  if (tenantId !== undefined) query = query.where('open_item.tenant_id', '=', tenantId)
  if (ids !== undefined) query = query.where('open_item.id', 'in', [...ids])
  if (isOpen === true) query = query.where(sql<boolean>`${OPEN} > 0`)
  if (issuedSince !== undefined) query = query.where(sql<boolean>`(${OPEN} > 0 OR issued_on >= ${issuedSince}::date)`)
  if (after !== undefined) query = query.where(sql<boolean>`open_item.id::text > ${after}`)
  if (limit !== undefined) query = query.limit(limit)
  return (await query.execute()).map((row) => ({
    ...{
      id: row.id,
      tenantId: row.tenant_id,
      kind: row.kind,
      number: row.number,
      amountMicros: BigInt(row.amount_micros),
      currency: row.currency,
    },
    ...{
      issuedOn: row.issued_on,
      dueOn: row.due_on,
      announcedOn: row.announced_on,
      feeOf: row.fee_of,
      customerNumber: row.customer_number,
    },
    openMicros: BigInt(row.open_micros),
  }))
}
