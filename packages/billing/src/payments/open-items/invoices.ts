import type { Tx } from '@klinke/platform'
import { type ColumnType, sql } from 'kysely'
import { type InvoiceState, stateOf } from '../../invoices/invoice.ts'
import { dayOf } from '../day.ts'
import { addToBook, listEntries, type PaymentEntry } from './entries.ts'
import { type OpenItemTables, postOpenItem } from './store.ts'

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
    readonly dunning_level: number
  }
}

const NOTED_BY = 'invoices'

/** As many as are taken over at a time; the others come with the next look. */
const MAX_AT_ONCE = 10_000

/**
 * Takes over what this installation has issued since the last look: an item for each invoice, and what credit notes have taken back. Harmless when repeated.
 * Invoices know nothing of payments; so nothing keeps them from being issued.
 */
export async function takeInvoices(tx: Tx): Promise<number> {
  const issued = await selectInvoices(tx)
    .where('kind', '=', 'invoice')
    .where('invoice.number', 'is not', null)
    .where('gross', '>', 0)
    .where(sql<boolean>`EXISTS (SELECT FROM tenant WHERE tenant.id = invoice.tenant_id)`)
    .where(
      sql<boolean>`(NOT EXISTS (SELECT FROM open_item WHERE open_item.number = invoice.number) OR (credited > 0 AND credited > ${CREDITED}))`,
    )
    .orderBy('invoice.id')
    .limit(MAX_AT_ONCE)
    .execute()
  for (const { id, tenant_id: tenantId, number, currency, gross, issued_on: issuedOn, due_on: dueOn, credited } of issued) {
    if (number === null || issuedOn === null || dueOn === null) continue
    const item = { tenantId, kind: 'invoice' as const, number, amountMicros: BigInt(gross), currency, issuedOn, dueOn, announcedOn: null }
    const itemId = await postOpenItem(tx, item)
    const before = (await listEntries(tx, { itemId })).filter(({ kind }) => kind === 'credit')
    const micros = BigInt(credited) - before.reduce((sum, { amountMicros }) => sum + amountMicros, 0n)
    const entry = { tenantId, itemId, currency, bookedOn: issuedOn, bankEntryId: null, by: NOTED_BY }
    if (micros > 0n) await addToBook(tx, { ...entry, kind: 'credit', amountMicros: micros, source: `credit:${id}:${credited}` })
  }
  return issued.length
}

const CREDITED = sql`coalesce((SELECT sum(payment_entry.amount_micros) FROM payment_entry JOIN open_item ON open_item.id = payment_entry.open_item_id WHERE open_item.number = invoice.number AND payment_entry.kind = 'credit'), 0)`

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
  const entries = (await listEntries(tx, { itemId })).filter(({ kind }) => kind !== 'credit')
  const paid = entries.reduce((sum, { amountMicros }) => sum + amountMicros, 0n)
  const state = stateOf({ gross: BigInt(invoice.gross), credited: BigInt(invoice.credited), paid, dunningLevel: invoice.dunning_level })
  await tables
    .updateTable('invoice')
    .set({ paid: String(paid), state })
    .where('id', '=', invoice.id)
    .execute()
}
