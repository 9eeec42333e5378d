import { randomUUIDv7 } from 'node:crypto'
import { NotFound, type Tx } from '@klinke/platform'
import { MAX_ENTRIES, MAX_TICKET_OCTETS, TicketFilesFull, TicketFull } from './problems.ts'
import type { Ticket } from './store.ts'
import type { TicketStep, Via } from './ticket.ts'

interface EntryTables {
  readonly ticket_entry: {
    readonly id: string
    readonly ticket_id: string
    readonly tenant_id: string
    readonly at: Date
    readonly side: Side
    readonly by: string
    readonly via: Via
    readonly step: TicketStep | 'open' | null
    readonly text: string
    readonly message_id: string | null
  }
  readonly ticket_attachment: {
    readonly id: string
    readonly entry_id: string
    readonly tenant_id: string
    readonly name: string
    readonly media_type: string
    readonly octets: number
    readonly blob_key: string
  }
  readonly ticket_note: { readonly id: string; readonly ticket_id: string; readonly at: Date; readonly by: string; readonly text: string }
}

export type Side = 'customer' | 'operator' | 'system'

export interface NewEntry {
  readonly at: Date
  readonly side: Side
  readonly by: string
  readonly via: Via
  /** Absent: something was said. */
  readonly step?: TicketStep | 'open'
  readonly text: string
  /** Of the mail that it came by. */
  readonly messageId?: string
}

export interface Attachment {
  readonly id: string
  readonly name: string
  readonly mediaType: string
  readonly octets: number
  /** In the blob store. */
  readonly key: string
}

export interface Entry {
  readonly id: string
  readonly at: Date
  readonly side: Side
  readonly by: string
  readonly via: Via
  readonly step: TicketStep | 'open' | null
  readonly text: string
  readonly internal: boolean
  readonly attachments: readonly Attachment[]
}

/** For the operator's own work; gives its id. Throws `TicketFull`. */
export async function insertEntry(tx: Tx, ticket: Pick<Ticket, 'id' | 'tenantId'>, entry: NewEntry): Promise<string> {
  const tables = tx.tables<EntryTables>()
  const { count } = await tables
    .selectFrom('ticket_entry')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('ticket_id', '=', ticket.id)
    .executeTakeFirstOrThrow()
  // A step is always noted: only what people say is bounded.
  if (entry.step === undefined && Number(count) >= MAX_ENTRIES) throw new TicketFull()
  const id = randomUUIDv7()
  const { messageId, step, ...rest } = entry
  const row = { id, ticket_id: ticket.id, tenant_id: ticket.tenantId, ...rest, step: step ?? null, message_id: messageId ?? null }
  await tables.insertInto('ticket_entry').values(row).execute()
  return id
}

/** Whoever calls it holds the ticket: files that come at once are summed one after the other. Throws `TicketFilesFull`. */
export async function insertAttachment(tx: Tx, tenantId: string, entryId: string, attachment: Omit<Attachment, 'id'>): Promise<void> {
  const { name, mediaType, octets, key } = attachment
  if ((await octetsBeside(tx, entryId)) + octets > MAX_TICKET_OCTETS) throw new TicketFilesFull()
  const row = { id: randomUUIDv7(), entry_id: entryId, tenant_id: tenantId, name, media_type: mediaType, octets, blob_key: key }
  await tx.tables<EntryTables>().insertInto('ticket_attachment').values(row).execute()
}

/** What all files of the entry's ticket have together. */
async function octetsBeside(tx: Tx, entryId: string): Promise<number> {
  const query = tx.tables<EntryTables>().selectFrom('ticket_entry').select('ticket_id').where('id', '=', entryId)
  return octetsOf(tx, (await query.executeTakeFirstOrThrow()).ticket_id)
}

/** What all files of a ticket have together. */
export async function octetsOf(tx: Tx, ticketId: string): Promise<number> {
  const { sum } = await tx
    .tables<EntryTables>()
    .selectFrom('ticket_attachment')
    .innerJoin('ticket_entry', 'ticket_entry.id', 'ticket_attachment.entry_id')
    .select(({ fn }) => fn.sum<string | null>('octets').as('sum'))
    .where('ticket_id', '=', ticketId)
    .executeTakeFirstOrThrow()
  return Number(sum ?? 0)
}

/** A note that no customer sees: the database shows it to the operator alone. */
export async function insertNote(tx: Tx, ticketId: string, note: Pick<Entry, 'at' | 'by' | 'text'>): Promise<string> {
  const id = randomUUIDv7()
  await tx
    .tables<EntryTables>()
    .insertInto('ticket_note')
    .values({ id, ticket_id: ticketId, ...note })
    .execute()
  return id
}

/** What was said and done, the oldest first; with the notes where `tx` is the operator's. */
export async function entriesOf(tx: Tx, ticketId: string): Promise<readonly Entry[]> {
  const tables = tx.tables<EntryTables>()
  const said = await tables.selectFrom('ticket_entry').selectAll().where('ticket_id', '=', ticketId).orderBy('id').execute()
  const attachments = await tables
    .selectFrom('ticket_attachment')
    .innerJoin('ticket_entry', 'ticket_entry.id', 'ticket_attachment.entry_id')
    .selectAll('ticket_attachment')
    .where('ticket_id', '=', ticketId)
    .orderBy('ticket_attachment.id')
    .execute()
  const of = Map.groupBy(attachments, (attachment) => attachment.entry_id)
  const entries = said.map(({ id, at, side, by, via, step, text }) => ({
    ...{ id, at, side, by, via, step, text, internal: false },
    attachments: (of.get(id) ?? []).map(attachmentOf),
  }))
  if (tx.scope.kind !== 'operator') return entries
  const notes = await tables.selectFrom('ticket_note').selectAll().where('ticket_id', '=', ticketId).orderBy('id').execute()
  const internal = notes.map(({ id, at, by, text }) => ({
    ...({ id, at, by, text, side: 'operator', via: 'portal', step: null, internal: true, attachments: [] } as const),
  }))
  return [...entries, ...internal].sort((one, other) => (one.id < other.id ? -1 : 1))
}

/** With its files; notes of the operator for itself are none. Throws `NotFound`. */
export async function findEntry(tx: Tx, ticketId: string, id: string): Promise<Entry> {
  const found = (await entriesOf(tx, ticketId)).find((entry) => entry.id === id && !entry.internal)
  if (found === undefined) throw new NotFound('entry', id)
  return found
}

/** Throws `NotFound`. */
export async function findAttachment(tx: Tx, ticketId: string, id: string): Promise<Attachment> {
  const row = await tx
    .tables<EntryTables>()
    .selectFrom('ticket_attachment')
    .innerJoin('ticket_entry', 'ticket_entry.id', 'ticket_attachment.entry_id')
    .selectAll('ticket_attachment')
    .where('ticket_id', '=', ticketId)
    .where('ticket_attachment.id', '=', id)
    .executeTakeFirst()
  if (row === undefined) throw new NotFound('attachment', id)
  return attachmentOf(row)
}

function attachmentOf(row: EntryTables['ticket_attachment']): Attachment {
  return { id: row.id, name: row.name, mediaType: row.media_type, octets: row.octets, key: row.blob_key }
}
