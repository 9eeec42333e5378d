import { randomUUIDv7 } from 'node:crypto'
import type { Tx } from '@klinke/platform'
import type { MailKind } from './mail-kinds.ts'
import type { OrderStep } from './order.ts'
import type { StoredOrder } from './store.ts'
import type { OrderTables } from './tables.ts'

const OF_STEP: Readonly<Partial<Record<OrderStep | 'order', MailKind>>> = {
  ...{ order: 'received', confirm: 'confirmed', provision: 'provisioned', activate: 'active', refuse: 'refused', cancel: 'cancelled' },
  terminate: 'terminated',
}

/** The mail that tells of a step is written with it; it goes out by itself. */
export async function putMail(tx: Tx, { id, form }: Pick<StoredOrder, 'id' | 'form'>, made: OrderStep | 'order', at: Date): Promise<void> {
  // Who gives notice is told its end when it is confirmed.
  const isNotice = made === 'confirm' && form?.kind === 'change' && form.cancel !== null
  const kind = isNotice ? 'notice' : OF_STEP[made]
  if (kind === undefined) return
  await tx
    .tables<OrderTables>()
    .insertInto('product_order_mail')
    .values({ id: randomUUIDv7(), order_id: id, kind, created_at: at })
    .execute()
}

/** A mail that is to go out. */
export interface OpenMail {
  readonly id: string
  readonly orderId: string
  readonly kind: MailKind
}

/** The oldest first. */
export async function openMails(tx: Tx, limit: number): Promise<readonly OpenMail[]> {
  const query = tx.tables<OrderTables>().selectFrom('product_order_mail').select(['id', 'order_id as orderId', 'kind'])
  return query.where('sent_at', 'is', null).orderBy('created_at').orderBy('id').limit(limit).execute()
}

/** Until the end of the transaction nobody else sends it; false: it was sent, or somebody does. */
export async function takeMail(tx: Tx, id: string): Promise<boolean> {
  const query = tx.tables<OrderTables>().selectFrom('product_order_mail').select('id').where('id', '=', id).where('sent_at', 'is', null)
  return (await query.forUpdate().skipLocked().executeTakeFirst()) !== undefined
}

/** To nobody (`''`) where there is nobody to be told. */
export async function noteMailed(tx: Tx, id: string, at: Date, to: string): Promise<void> {
  await tx.tables<OrderTables>().updateTable('product_order_mail').set({ sent_at: at, sent_to: to }).where('id', '=', id).execute()
}
