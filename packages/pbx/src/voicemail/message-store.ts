import type { Tx } from '@klinke/platform'
import { type ColumnType, type Selectable, sql } from 'kysely'
import type { Message, MessageState } from './mailbox.ts'

interface MessageTables {
  readonly mailbox_message: {
    readonly id: string
    readonly tenant_id: string
    readonly mailbox_id: string
    readonly state: MessageState
    readonly caller_number: string
    readonly caller_name: string | null
    readonly received_at: Date
    readonly duration_ms: number
    readonly sound: string
    readonly size_bytes: number
    readonly discarded_at: ColumnType<Date | null, never, Date | null>
  }
}

export interface MessageCounts {
  readonly new: number
  readonly saved: number
}

/** False when it is there already. */
export async function insertMessage(tx: Tx, tenantId: string, message: Message, sizeBytes: number): Promise<boolean> {
  const { id, mailboxId, state, callerNumber, callerName, receivedAtMs, durationMs, sound } = message
  const caller = { caller_number: callerNumber, caller_name: callerName ?? null }
  const row = { id, tenant_id: tenantId, mailbox_id: mailboxId, state, ...caller, received_at: new Date(receivedAtMs) }
  const file = { duration_ms: Math.round(durationMs), sound, size_bytes: sizeBytes }
  const inserted = await tx
    .tables<MessageTables>()
    .insertInto('mailbox_message')
    .values({ ...row, ...file })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  return (inserted.numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** Oldest first; `state` absent: all. A mailbox holds few enough to be listed whole. */
export interface MessagePosition {
  readonly receivedAt: Date
  readonly id: string
}

export interface MessageFilter {
  readonly state?: MessageState | undefined
  /** The list goes on behind this one. */
  readonly after?: MessagePosition | undefined
  readonly limit: number
}

/** A page of what `listMessages` gives, the oldest first: behind the one of that time and id. */
export async function pageOfMessages(tx: Tx, mailboxId: string, { state, after, limit }: MessageFilter): Promise<readonly Message[]> {
  let query = tx.tables<MessageTables>().selectFrom('mailbox_message').selectAll().where('mailbox_id', '=', mailboxId)
  query = query.where('discarded_at', 'is', null).orderBy('received_at').orderBy('id').limit(limit)
  if (state !== undefined) query = query.where('state', '=', state)
  if (after !== undefined) query = query.where(sql<boolean>`(received_at, id) > (${after.receivedAt}, ${after.id})`)
  return (await query.execute()).map(fromRow)
}

export async function listMessages(tx: Tx, mailboxId: string, state?: MessageState): Promise<readonly Message[]> {
  let query = tx.tables<MessageTables>().selectFrom('mailbox_message').selectAll().where('mailbox_id', '=', mailboxId)
  query = query.where('discarded_at', 'is', null)
  if (state !== undefined) query = query.where('state', '=', state)
  return (await query.orderBy('received_at').orderBy('id').execute()).map(fromRow)
}

export async function findMessage(tx: Tx, mailboxId: string, id: string): Promise<Message | undefined> {
  const query = tx.tables<MessageTables>().selectFrom('mailbox_message').selectAll().where('discarded_at', 'is', null)
  const row = await query.where('mailbox_id', '=', mailboxId).where('id', '=', id).executeTakeFirst()
  return row && fromRow(row)
}

/** Undefined when there is none. */
export async function markMessage(tx: Tx, mailboxId: string, id: string, state: MessageState): Promise<Message | undefined> {
  const query = tx.tables<MessageTables>().updateTable('mailbox_message').set({ state }).where('discarded_at', 'is', null)
  const row = await query.where('mailbox_id', '=', mailboxId).where('id', '=', id).returningAll().executeTakeFirst()
  return row && fromRow(row)
}

/** What was deleted; undefined when there was none. */
export async function deleteMessage(tx: Tx, mailboxId: string, id: string): Promise<Message | undefined> {
  const query = tx.tables<MessageTables>().deleteFrom('mailbox_message').where('mailbox_id', '=', mailboxId).where('id', '=', id)
  const row = await query.returningAll().executeTakeFirst()
  return row && fromRow(row)
}

/** Takes it out of the mailbox, where it can be put back until the next sweep. What it was; undefined when there was none. */
export async function discardMessage(tx: Tx, mailboxId: string, id: string): Promise<Message | undefined> {
  const query = tx.tables<MessageTables>().updateTable('mailbox_message').set({ discarded_at: new Date() })
  const there = query.where('mailbox_id', '=', mailboxId).where('id', '=', id).where('discarded_at', 'is', null)
  const row = await there.returningAll().executeTakeFirst()
  return row && fromRow(row)
}

/** Puts it back; undefined when it is gone for good, or was never discarded. */
export async function restoreMessage(tx: Tx, mailboxId: string, id: string): Promise<Message | undefined> {
  const query = tx.tables<MessageTables>().updateTable('mailbox_message').set({ discarded_at: null })
  const discarded = query.where('mailbox_id', '=', mailboxId).where('id', '=', id).where('discarded_at', 'is not', null)
  const row = await discarded.returningAll().executeTakeFirst()
  return row && fromRow(row)
}

/** VM-02: what is older goes, heard or not; so does what was discarded before. */
export async function deleteMessagesBefore(tx: Tx, tenantId: string, beforeMs: number, discardedBeforeMs: number): Promise<void> {
  const query = tx.tables<MessageTables>().deleteFrom('mailbox_message').where('tenant_id', '=', tenantId)
  await query
    .where((row) => row.or([row('received_at', '<', new Date(beforeMs)), row('discarded_at', '<', new Date(discardedBeforeMs))]))
    .execute()
}

export async function countMessages(tx: Tx, mailboxId: string): Promise<MessageCounts> {
  const count = sql<number>`count(*)::int`.as('count')
  const query = tx.tables<MessageTables>().selectFrom('mailbox_message').select(['state', count]).where('mailbox_id', '=', mailboxId)
  const kept = query.where('discarded_at', 'is', null)
  const byState = new Map((await kept.groupBy('state').execute()).map((row) => [row.state, row.count]))
  return { new: byState.get('new') ?? 0, saved: byState.get('saved') ?? 0 }
}

/** Octets of all messages of the tenants that `tx` sees. */
export async function messageBytes(tx: Tx): Promise<number> {
  const sum = sql<number>`coalesce(sum(size_bytes), 0)::bigint`.as('bytes')
  return (await tx.tables<MessageTables>().selectFrom('mailbox_message').select(sum).executeTakeFirstOrThrow()).bytes
}

function fromRow(row: Selectable<MessageTables['mailbox_message']>): Message {
  return {
    id: row.id,
    mailboxId: row.mailbox_id,
    state: row.state,
    callerNumber: row.caller_number,
    callerName: row.caller_name ?? undefined,
    receivedAtMs: row.received_at.getTime(),
    durationMs: row.duration_ms,
    sound: row.sound,
  }
}

/** Names of all sound files in use by the tenants that `tx` sees. */
export async function soundsOfMessages(tx: Tx): Promise<readonly string[]> {
  return (await tx.tables<MessageTables>().selectFrom('mailbox_message').select('sound').execute()).map(({ sound }) => sound)
}
