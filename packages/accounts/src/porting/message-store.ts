import type { Tx } from '@klinke/platform'
import { type ColumnType, sql } from 'kysely'
import type { PortingMessage } from './message.ts'

interface MessageTables {
  readonly porting_message: {
    readonly id: string
    readonly direction: 'to' | 'from'
    readonly content: ColumnType<PortingMessage, string, string>
    readonly at: ColumnType<Date, Date | undefined, never>
    readonly handled_at: Date | null
  }
}

/** To be sent as soon as the transaction is through. */
export async function queueMessage(tx: Tx, message: PortingMessage): Promise<void> {
  const row = { id: message.id, direction: 'to', content: JSON.stringify(message), handled_at: null } as const
  await tx.tables<MessageTables>().insertInto('porting_message').values(row).execute()
}

/** The oldest that has not been sent. */
export async function nextMessage(tx: Tx): Promise<PortingMessage | undefined> {
  const query = tx.tables<MessageTables>().selectFrom('porting_message').select('content').where('direction', '=', 'to')
  const row = await query.where('handled_at', 'is', null).orderBy('at').orderBy('id').limit(1).forUpdate().skipLocked().executeTakeFirst()
  return row?.content
}

export async function messageSent(tx: Tx, id: string): Promise<void> {
  await tx.tables<MessageTables>().updateTable('porting_message').set({ handled_at: sql<Date>`now()` }).where('id', '=', id).execute()
}

/** False: it has come before. */
export async function isNewMessage(tx: Tx, message: PortingMessage): Promise<boolean> {
  const row = { id: message.id, direction: 'from', content: JSON.stringify(message), handled_at: new Date() } as const
  const inserting = tx
    .tables<MessageTables>()
    .insertInto('porting_message')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
  return (await inserting.executeTakeFirst()).numInsertedOrUpdatedRows === 1n
}
