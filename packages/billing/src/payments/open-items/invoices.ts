import type { Tx } from '@klinke/platform'
import { type ColumnType, sql } from 'kysely'
import { type InvoiceState, stateOf } from '../../invoices/invoice.ts'
import { inTurn } from '../collections/batches.ts'
import { dayOf } from '../day.ts'
import { addToBook, listEntries, type PaymentEntry } from './entries.ts'
import { listItems, type OpenItemTables, postOpenItem } from './store.ts'

interface InvoiceTables extends OpenItemTables {
  readonly invoice: {
    readonly id: string
    readonly tenant_id: string
    readonly kind: 'invoice' | 'credit-note'
    readonly state: InvoiceState
    readonly currency: string
    readonly gross: number
    readonly number: string | null
    readonly issued_on: string | null
    readonly due_on: string | null
    readonly paid: ColumnType<number, never, string>
    readonly credited: number
    readonly corrects_id: string | null
    readonly dunning_level: number
  }
}

const NOTED_BY = 'invoices'

/** As many as are read at a time. */
const SLICE = 10_000

/**
 * Takes over what this installation has issued since the last look: an item for each invoice, what credit notes have taken back of it, and what credit notes
 * of their own give. Harmless when repeated; one hand at a time. Invoices know nothing of payments; so nothing keeps them from being issued.
 */
export async function takeInvoices(tx: Tx, slice = SLICE): Promise<number> {
  await inTurn(tx)
  let taken = 0
  let last: string | undefined
  do {
    const issued = await issuedAfter(tx, last, slice)
    for (const invoice of issued) await takeInvoice(tx, invoice)
    taken += issued.length
    last = issued.length < slice ? undefined : issued.at(-1)?.id
  } while (last !== undefined)
  await offsetCreditNotes(tx)
  return taken
}

/** Those that are not taken over yet, or are credited more since; in the order of their ids. */
function issuedAfter(tx: Tx, last: string | undefined, limit: number) {
  const query = selectInvoices(tx)
    .where('kind', '=', 'invoice')
    .where('invoice.number', 'is not', null)
    .where('gross', '>', 0)
    .where(sql<boolean>`EXISTS (SELECT FROM tenant WHERE tenant.id = invoice.tenant_id)`)
    .where(
      sql<boolean>`(NOT EXISTS (SELECT FROM open_item WHERE open_item.number = invoice.number) OR (credited > 0 AND credited > ${CREDITED}))`,
    )
    .orderBy('invoice.id')
    .limit(limit)
  return (last === undefined ? query : query.where('invoice.id', '>', last)).execute()
}

/**
 * Takes over what credit notes have taken back of a customer's items since the last look, so that nobody counts what is not owed any more. Harmless when repeated; one hand at a time.
 */
export async function takeCredits(tx: Tx, tenantId: string): Promise<void> {
  await inTurn(tx)
  for (const { invoice } of await creditedSince(tx, tenantId)) await takeInvoice(tx, invoice)
}

/** Micro-units by number of the invoice: what credit notes have taken back and is not in the book yet. */
export async function creditsToTake(tx: Tx, tenantId: string): Promise<ReadonlyMap<string, bigint>> {
  return new Map((await creditedSince(tx, tenantId)).map(({ invoice, micros }) => [invoice.number ?? '', micros]))
}

async function creditedSince(tx: Tx, tenantId: string) {
  const query = selectInvoices(tx)
    .select(sql<string>`(credited - ${CREDITED})::text`.as('to_take'))
    .where('invoice.tenant_id', '=', tenantId)
    .where('kind', '=', 'invoice')
    .where('credited', '>', 0)
    .where(sql<boolean>`EXISTS (SELECT FROM open_item WHERE open_item.number = invoice.number) AND credited > ${CREDITED}`)
  return (await query.orderBy('invoice.id').execute()).map(({ to_take: micros, ...invoice }) => ({ invoice, micros: BigInt(micros) }))
}

async function takeInvoice(tx: Tx, invoice: Awaited<ReturnType<typeof issuedAfter>>[number]): Promise<void> {
  const { id, tenant_id: tenantId, number, currency, gross, issued_on: issuedOn, due_on: dueOn, credited } = invoice
  if (number === null || issuedOn === null || dueOn === null) return
  const item = { tenantId, kind: 'invoice' as const, number, amountMicros: BigInt(gross), currency, issuedOn, dueOn, announcedOn: null }
  const itemId = await postOpenItem(tx, item)
  const before = (await listEntries(tx, { itemId })).filter(isOwnCredit)
  const micros = BigInt(credited) - before.reduce((sum, { amountMicros }) => sum + amountMicros, 0n)
  const entry = { tenantId, itemId, currency, bookedOn: issuedOn, bankEntryId: null, by: NOTED_BY }
  if (micros > 0n) await addToBook(tx, { ...entry, kind: 'credit', amountMicros: micros, source: `${OWN_CREDIT}${id}:${credited}` })
}

/** How the source of a credit begins that takes the invoice itself back: it is `credited`, not `paid`. */
const OWN_CREDIT = 'credit:'

function isOwnCredit({ kind, source }: PaymentEntry): boolean {
  return kind === 'credit' && source.startsWith(OWN_CREDIT)
}

const CREDITED = sql`coalesce((SELECT sum(payment_entry.amount_micros) FROM payment_entry JOIN open_item ON open_item.id = payment_entry.open_item_id WHERE open_item.number = invoice.number AND payment_entry.kind = 'credit' AND starts_with(payment_entry.source, ${OWN_CREDIT})), 0)`

function selectInvoices(tx: Tx) {
  return tx
    .tables<InvoiceTables>()
    .selectFrom('invoice')
    .select(['invoice.id', 'invoice.tenant_id', 'invoice.number', 'invoice.currency', 'gross', 'paid', 'credited', 'dunning_level'])
    .select([
      dayOf('invoice.issued_on').$castTo<string | null>().as('issued_on'),
      dayOf('invoice.due_on').$castTo<string | null>().as('due_on'),
    ])
}

/** Adds to the book, and the invoice says so. False: it stands there already, and nothing was added. */
export async function book(tx: Tx, entry: PaymentEntry): Promise<boolean> {
  const isNew = await addToBook(tx, entry)
  if (isNew) await tellInvoice(tx, entry.itemId)
  return isNew
}

/** The invoice of an item says what is paid of it, and follows in its state. Nothing happens where there is none. */
async function tellInvoice(tx: Tx, itemId: string): Promise<void> {
  const tables = tx.tables<InvoiceTables>()
  const item = await tables.selectFrom('open_item').select('number').where('id', '=', itemId).executeTakeFirst()
  const invoice = item && (await selectInvoices(tx).where('invoice.number', '=', item.number).forUpdate().executeTakeFirst())
  if (invoice === undefined) return
  const entries = (await listEntries(tx, { itemId })).filter((entry) => !isOwnCredit(entry))
  const paid = entries.reduce((sum, { amountMicros }) => sum + amountMicros, 0n)
  const state = stateOf({ gross: BigInt(invoice.gross), credited: BigInt(invoice.credited), paid, dunningLevel: invoice.dunning_level })
  await tables
    .updateTable('invoice')
    .set({ paid: String(paid), state })
    .where('id', '=', invoice.id)
    .execute()
}

/**
 * What a month below zero gives back, by a credit note that takes back no invoice: it pays what its customer owes, the oldest first. What is left of it waits
 * for the next invoice.
 */
async function offsetCreditNotes(tx: Tx): Promise<void> {
  const notes = await selectInvoices(tx)
    .where('kind', '=', 'credit-note')
    .where('invoice.number', 'is not', null)
    .where('corrects_id', 'is', null)
    .where(sql<boolean>`gross > paid`)
    .where(sql<boolean>`EXISTS (SELECT FROM tenant WHERE tenant.id = invoice.tenant_id)`)
    .orderBy('invoice.id')
    .forUpdate()
    .execute()
  for (const { id, tenant_id: tenantId, currency, gross, paid, issued_on: issuedOn } of notes) {
    const used =
      issuedOn === null ? 0n : await offset(tx, { id, tenantId, currency, issuedOn, usedMicros: BigInt(paid), of: BigInt(gross) })
    if (used > 0n) await noteUsed(tx, id, BigInt(paid) + used, BigInt(gross))
  }
}

/** Whether something is left of such credit notes, which pays what the customer owes next. */
export async function hasUnusedCredit(tx: Tx, tenantId: string): Promise<boolean> {
  const query = selectInvoices(tx)
    .where('tenant_id', '=', tenantId)
    .where('kind', '=', 'credit-note')
    .where('invoice.number', 'is not', null)
  const left = query.where('corrects_id', 'is', null).where(sql<boolean>`gross > paid`)
  return (await left.limit(1).executeTakeFirst()) !== undefined
}

interface CreditNote {
  readonly id: string
  readonly tenantId: string
  readonly currency: string
  readonly issuedOn: string
  readonly usedMicros: bigint
  readonly of: bigint
}

/** How much of it was used now. */
async function offset(tx: Tx, { id, tenantId, currency, issuedOn, usedMicros, of }: CreditNote): Promise<bigint> {
  const owed = (await listItems(tx, { tenantId, isOpen: true })).filter((item) => item.currency === currency)
  let left = of - usedMicros
  for (const { id: itemId, openMicros } of owed.toSorted((one, other) => one.dueOn.localeCompare(other.dueOn))) {
    if (left <= 0n) break
    const amountMicros = lesser(openMicros, left)
    const entry = { tenantId, itemId, currency, bookedOn: issuedOn, bankEntryId: null, by: NOTED_BY }
    // How much was used before makes it one of its own: an item that is open again can be offset again.
    await book(tx, { ...entry, kind: 'credit', amountMicros, source: `offset:${id}:${of - left}` })
    left -= amountMicros
  }
  return of - usedMicros - left
}

function lesser(one: bigint, other: bigint): bigint {
  if (one < other) return one
  return other
}

async function noteUsed(tx: Tx, id: string, used: bigint, gross: bigint): Promise<void> {
  const change = { paid: String(used), state: used < gross ? ('partly-paid' as const) : ('paid' as const) }
  await tx.tables<InvoiceTables>().updateTable('invoice').set(change).where('id', '=', id).execute()
}
