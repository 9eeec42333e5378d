import { randomUUIDv7 } from 'node:crypto'
import type { Tx } from '@klinke/platform'
import type { Micros } from '@klinke/rating'
import type { ColumnType, Generated } from 'kysely'
import { dayOf } from '../day.ts'

/** `credit`: by a credit note. */
export type EntryKind = 'debit' | 'return' | 'transfer' | 'undone' | 'credit'

export interface EntryTables {
  readonly payment_entry: {
    readonly id: string
    readonly tenant_id: string
    readonly open_item_id: string
    readonly kind: EntryKind
    readonly amount_micros: ColumnType<number, bigint, never>
    readonly currency: string
    readonly booked_on: string
    readonly source: string
    readonly bank_entry_id: string | null
    readonly noted_by: string
    readonly created_at: Generated<Date>
  }
}

/** Something that was paid, or was taken back: then its amount is below zero. */
export interface PaymentEntry {
  readonly tenantId: string
  readonly itemId: string
  readonly kind: EntryKind
  readonly amountMicros: Micros
  readonly currency: string
  /** ISO 8601. */
  readonly bookedOn: string
  /** What it comes from, once and for ever. */
  readonly source: string
  readonly bankEntryId: string | null
  readonly by: string
}

/** Adds to the book. False: it stands there already, and nothing was added. */
export async function addToBook(tx: Tx, entry: PaymentEntry): Promise<boolean> {
  const { tenantId, itemId, kind, amountMicros, currency, bookedOn, source, bankEntryId, by } = entry
  const row = {
    id: randomUUIDv7(),
    tenant_id: tenantId,
    open_item_id: itemId,
    kind,
    amount_micros: amountMicros,
    currency,
    booked_on: bookedOn,
  }
  const added = await tx
    .tables<EntryTables>()
    .insertInto('payment_entry')
    .values({ ...row, source, bank_entry_id: bankEntryId, noted_by: by })
    .onConflict((conflict) => conflict.constraint('payment_entry_source').doNothing())
    .returning('id')
    .executeTakeFirst()
  return added !== undefined
}

/** Of one item, or from one transfer, in the order in which they were booked. */
export async function listEntries(
  tx: Tx,
  of: { readonly itemId: string } | { readonly bankEntryId: string },
): Promise<readonly PaymentEntry[]> {
  const query = tx
    .tables<EntryTables>()
    .selectFrom('payment_entry')
    .select(['tenant_id', 'open_item_id', 'kind', 'amount_micros', 'currency', 'source', 'bank_entry_id', 'noted_by'])
    .select(dayOf('booked_on').as('booked_on'))
    .orderBy('id')
  const own = 'itemId' in of ? query.where('open_item_id', '=', of.itemId) : query.where('bank_entry_id', '=', of.bankEntryId)
  return (await own.execute()).map((row) => ({
    ...{
      tenantId: row.tenant_id,
      itemId: row.open_item_id,
      kind: row.kind,
      amountMicros: BigInt(row.amount_micros),
      currency: row.currency,
    },
    ...{ bookedOn: row.booked_on, source: row.source, bankEntryId: row.bank_entry_id, by: row.noted_by },
  }))
}
