import { randomUUIDv7 } from 'node:crypto'
import type { Language, Tx } from '@klinke/platform'
import { sql } from 'kysely'
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

/** The operator is told at once that numbers of a site that has moved could not change (EMG-01). */
export async function putAlarm(tx: Tx, orderId: string, at: Date): Promise<void> {
  const row = { id: randomUUIDv7(), order_id: orderId, kind: 'stopped' as const, created_at: at }
  await tx.tables<OrderTables>().insertInto('product_order_mail').values(row).execute()
}

/** A mail that is to go out. */
export interface OpenMail {
  readonly id: string
  readonly orderId: string
  readonly kind: MailKind
  /** Null: it is not looked up yet. */
  readonly address: string | null
  readonly language: Language | null
  /** This one counted. */
  readonly attempts: number
  readonly createdAt: Date
}

/** Who is told. */
export interface Addressee {
  readonly email: string
  readonly language: Language
}

const COLUMNS = ['id', 'order_id as orderId', 'kind', 'address', 'language', 'attempts', 'created_at as createdAt'] as const

/**
 * Mails that are due, the oldest first, and of each order only those of which no earlier one to the same address is open; nobody else gets them before `leasedUntil`.
 * A crash between the mail server and the note tells twice, never not at all.
 */
export async function leaseMails(tx: Tx, now: Date, leasedUntil: Date, limit: number): Promise<readonly OpenMail[]> {
  const due = tx
    .tables<OrderTables>()
    .selectFrom('product_order_mail as mail')
    .select('mail.id')
    .where('sent_at', 'is', null)
    .where('failed_at', 'is', null)
    .where('next_at', '<=', now)
    .where(
      sql<boolean>`NOT EXISTS (SELECT 1 FROM product_order_mail AS earlier WHERE earlier.order_id = mail.order_id AND earlier.sent_at IS NULL AND earlier.failed_at IS NULL
        AND (earlier.created_at, earlier.id) < (mail.created_at, mail.id) AND (earlier.address IS NULL OR earlier.address = mail.address OR mail.address IS NULL))`,
    )
    .orderBy('next_at')
    .orderBy('created_at')
    .limit(limit)
    .forUpdate()
    .skipLocked()
  const leased = await tx
    .tables<OrderTables>()
    .updateTable('product_order_mail')
    .set((set) => ({ next_at: leasedUntil, attempts: set('attempts', '+', 1) }))
    .where('id', 'in', due)
    .returning(COLUMNS)
    .execute()
  return leased.toSorted((one, other) => one.createdAt.getTime() - other.createdAt.getTime() || (one.id < other.id ? -1 : 1))
}

/** One mail for each addressee instead of the one that has none yet; nobody is to be told: it is done. */
export async function addressMail(tx: Tx, { id, orderId, kind, createdAt }: OpenMail, to: readonly Addressee[], now: Date): Promise<void> {
  if (to.length === 0) return noteMailed(tx, id, now, '')
  await tx.tables<OrderTables>().deleteFrom('product_order_mail').where('id', '=', id).execute()
  const rows = to.map(({ email, language }) => ({
    ...{ id: randomUUIDv7(), order_id: orderId, kind, created_at: createdAt, address: email, language },
  }))
  await tx.tables<OrderTables>().insertInto('product_order_mail').values(rows).execute()
}

/** To nobody (`''`) where there is nobody to be told. */
export async function noteMailed(tx: Tx, id: string, at: Date, to: string): Promise<void> {
  const done = { sent_at: at, sent_to: to, last_error: '' }
  await tx.tables<OrderTables>().updateTable('product_order_mail').set(done).where('id', '=', id).execute()
}

/** `nextAt` undefined: given up. */
export async function noteMailFailed(tx: Tx, id: string, error: string, at: Date, nextAt: Date | undefined): Promise<void> {
  const set = nextAt === undefined ? { failed_at: at, last_error: error } : { next_at: nextAt, last_error: error }
  await tx.tables<OrderTables>().updateTable('product_order_mail').set(set).where('id', '=', id).execute()
}
