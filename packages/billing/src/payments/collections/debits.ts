import { randomUUIDv7 } from 'node:crypto'
import type { Tx } from '@klinke/platform'
import type { Micros } from '@klinke/rating'
import { type ColumnType, type Generated, sql } from 'kysely'
import { dayOf } from '../day.ts'
import type { DebitSequence } from '../sepa/direct-debit-file.ts'
import type { DebitState } from './next-debit.ts'

interface DebitTable {
  readonly id: string
  readonly tenant_id: string
  readonly open_item_id: string
  readonly mandate_id: string
  readonly amount_micros: ColumnType<number, bigint, bigint>
  readonly currency: string
  readonly due_on: string
  readonly attempt: number
  readonly state: DebitState
  readonly sequence: Generated<DebitSequence | null>
  readonly batch_id: Generated<string | null>
  readonly end_to_end_id: string
  readonly announced_at: ColumnType<Date, Date, never>
  readonly reason: Generated<string | null>
  readonly returned_on: Generated<string | null>
}

export interface DebitTables {
  readonly direct_debit: DebitTable
}

/** A collection of an item, from its announcement to its end. */
export interface StoredDebit {
  readonly id: string
  readonly tenantId: string
  readonly itemId: string
  readonly mandateId: string
  readonly amountMicros: Micros
  readonly currency: string
  /** ISO 8601. */
  readonly dueOn: string
  readonly attempt: number
  readonly state: DebitState
  readonly sequence: DebitSequence | null
  readonly batchId: string | null
  readonly endToEndId: string
  readonly announcedAt: Date
  readonly reason: string | null
  readonly returnedOn: string | null
  /** Of the document, as payers name it. */
  readonly itemNumber: string
}

export type NewDebit = Pick<
  StoredDebit,
  'tenantId' | 'itemId' | 'mandateId' | 'amountMicros' | 'currency' | 'dueOn' | 'attempt' | 'announcedAt'
>

/** Announced. Its id towards banks is its own without dashes. */
export async function insertDebit(tx: Tx, debit: NewDebit): Promise<void> {
  const id = randomUUIDv7()
  const row = {
    ...{ id, tenant_id: debit.tenantId, open_item_id: debit.itemId, mandate_id: debit.mandateId, amount_micros: debit.amountMicros },
    ...{ currency: debit.currency, due_on: debit.dueOn, attempt: debit.attempt, state: 'announced' as const },
    ...{ announced_at: debit.announcedAt, end_to_end_id: id.replaceAll('-', '') },
  }
  await tx.tables<DebitTables>().insertInto('direct_debit').values(row).execute()
}

export interface DebitFilter {
  readonly tenantId?: string | undefined
  readonly states?: readonly DebitState[] | undefined
  readonly batchId?: string
  readonly itemIds?: readonly string[]
  readonly mandateId?: string
  readonly endToEndId?: string
  /** Due on that day or before. */
  readonly dueUntil?: string
}

/** One page, the newest first: so many, before the one of that id. */
export interface DebitPage {
  readonly limit: number
  readonly before: string | undefined
}

/** In the order in which they were announced; `for update` keeps others from changing them until the end of the transaction. */
export async function listDebits(tx: Tx, filter: DebitFilter, lock?: 'for update'): Promise<readonly StoredDebit[]> {
  const query = selectDebits(tx, filter).orderBy('id')
  return (await (lock === undefined ? query : query.forUpdate()).execute()).map(fromRow)
}

export async function pageOfDebits(tx: Tx, filter: DebitFilter, { limit, before }: DebitPage): Promise<readonly StoredDebit[]> {
  const query = selectDebits(tx, filter).orderBy('id', 'desc').limit(limit)
  return (await (before === undefined ? query : query.where(sql<boolean>`id::text < ${before}`)).execute()).map(fromRow)
}

function selectDebits(tx: Tx, filter: DebitFilter) {
  let query = tx
    .tables<DebitTables>()
    .selectFrom('direct_debit')
    .select(['id', 'tenant_id', 'open_item_id', 'mandate_id', 'amount_micros', 'currency', 'attempt', 'state', 'sequence', 'batch_id'])
    .select(['end_to_end_id', 'announced_at', 'reason', dayOf('due_on').as('due_on')])
    .select(dayOf('returned_on').$castTo<string | null>().as('returned_on'))
    .select(sql<string>`(SELECT number FROM open_item WHERE open_item.id = open_item_id)`.as('item_number'))
  const { tenantId, states, batchId, itemIds, mandateId, endToEndId, dueUntil } = filter
  if (tenantId !== undefined) query = query.where('tenant_id', '=', tenantId)
  if (states !== undefined) query = query.where('state', 'in', [...states])
  if (batchId !== undefined) query = query.where('batch_id', '=', batchId)
  if (itemIds !== undefined) query = query.where('open_item_id', 'in', [...itemIds])
  if (mandateId !== undefined) query = query.where('mandate_id', '=', mandateId)
  if (endToEndId !== undefined) query = query.where('end_to_end_id', '=', endToEndId)
  if (dueUntil !== undefined) query = query.where(sql<boolean>`due_on <= ${dueUntil}::date`)
  return query
}

function fromRow(row: Awaited<ReturnType<ReturnType<typeof selectDebits>['execute']>>[number]): StoredDebit {
  return {
    ...{
      id: row.id,
      tenantId: row.tenant_id,
      itemId: row.open_item_id,
      mandateId: row.mandate_id,
      amountMicros: BigInt(row.amount_micros),
    },
    ...{ currency: row.currency, dueOn: row.due_on, attempt: row.attempt, state: row.state, sequence: row.sequence, batchId: row.batch_id },
    ...{ endToEndId: row.end_to_end_id, announcedAt: row.announced_at, reason: row.reason, returnedOn: row.returned_on },
    itemNumber: row.item_number,
  }
}

export type DebitChange = Partial<Pick<StoredDebit, 'state' | 'sequence' | 'batchId' | 'dueOn' | 'amountMicros' | 'reason' | 'returnedOn'>>

export async function changeDebit(tx: Tx, id: string, change: DebitChange): Promise<void> {
  const { state, sequence, batchId, dueOn, amountMicros, reason, returnedOn } = change
  const set = {
    ...(state === undefined ? {} : { state }),
    ...(sequence === undefined ? {} : { sequence }),
    ...(batchId === undefined ? {} : { batch_id: batchId }),
    ...(dueOn === undefined ? {} : { due_on: dueOn }),
    ...(amountMicros === undefined ? {} : { amount_micros: amountMicros }),
    ...(reason === undefined ? {} : { reason }),
    ...(returnedOn === undefined ? {} : { returned_on: returnedOn }),
  }
  await tx.tables<DebitTables>().updateTable('direct_debit').set(set).where('id', '=', id).execute()
}
