import { randomUUIDv7 } from 'node:crypto'
import type { Tx } from '@klinke/platform'
import type { OrderStep } from './order.ts'
import type { StoredOrder } from './store.ts'
import type { OrderTables } from './tables.ts'

/** What people are told of by mail. */
export const MAIL_KINDS = ['received', 'confirmed', 'provisioned', 'active', 'notice', 'refused', 'cancelled', 'terminated'] as const
export type MailKind = (typeof MAIL_KINDS)[number]

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
