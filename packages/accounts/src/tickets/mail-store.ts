import { randomUUIDv7 } from 'node:crypto'
import { NotFound, type SignInTables, type Tx } from '@klinke/platform'
import type { Generated } from 'kysely'
import type { TicketMailText } from './mails.ts'
import type { Ticket } from './store.ts'

/** References of a mail: the newest, which is more than any reader threads by. */
const MAX_REFERENCES = 20
/** Kept of strangers: the newest; whoever floods the mailbox pushes out the oldest. */
const MAX_STRAY_MAILS = 5_000
/** Operators who are told: a small team, not a mailing list. */
const MAX_OPERATORS = 20

export const STRAY_REASONS = [
  ...(['unknown-sender', 'foreign-sender', 'unknown-ticket', 'closed-ticket'] as const),
  ...(['automatic', 'too-large', 'too-many', 'unreadable'] as const),
] as const
export type StrayReason = (typeof STRAY_REASONS)[number]

interface MailTables {
  readonly ticket_mail: {
    readonly id: string
    readonly ticket_id: string
    readonly recipient: string
    readonly subject: string
    readonly text: string
    readonly message_id: string
    readonly earlier: readonly string[]
    readonly automatic: boolean
    readonly created_at: Date
    readonly next_try_at: Date
    readonly tries: Generated<number>
    readonly failure: Generated<string>
    readonly sent_at: Date | null
    readonly given_up_at: Date | null
  }
  readonly ticket_mail_received: { readonly key: string; readonly at: Date }
  readonly stray_mail: {
    readonly id: string
    readonly received_at: Date
    readonly sender: string
    readonly subject: string
    readonly text: string
    readonly reason: StrayReason
    readonly ticket_id: string | null
    readonly attachments: Generated<number>
  }
  readonly ticket_entry: { readonly id: string; readonly ticket_id: string; readonly message_id: string | null }
}

/** A mail that waits for the next server. */
export interface WaitingMail {
  readonly id: string
  readonly recipient: string
  readonly subject: string
  readonly text: string
  readonly messageId: string
  readonly earlier: readonly string[]
  readonly automatic: boolean
  readonly tries: number
  readonly createdAt: Date
}

/** Queues a mail about a ticket, in its thread; it goes out with the next round. For the operator's own work. */
export async function queueTicketMail(
  tx: Tx,
  ticket: Pick<Ticket, 'id' | 'number'>,
  to: string,
  mail: TicketMailText & { readonly automatic: boolean },
  { at, messageDomain }: { readonly at: Date; readonly messageDomain: string },
): Promise<void> {
  const id = randomUUIDv7()
  const row = { id, ticket_id: ticket.id, recipient: to, message_id: `<${ticket.number}.${id}@${messageDomain}>` }
  const earlier = await messageIds(tx, ticket.id)
  await tx
    .tables<MailTables>()
    .insertInto('ticket_mail')
    .values({ ...row, ...mail, earlier, created_at: at, next_try_at: at })
    .execute()
}

/** Of what has come and gone about a ticket, the newest last. */
async function messageIds(tx: Tx, ticketId: string): Promise<readonly string[]> {
  const tables = tx.tables<MailTables>()
  const sent = tables.selectFrom('ticket_mail').select(['id', 'message_id']).where('ticket_id', '=', ticketId)
  const come = tables
    .selectFrom('ticket_entry')
    .select(['id', 'message_id'])
    .where('ticket_id', '=', ticketId)
    .where('message_id', 'is not', null)
  const [one, other] = [await sent.execute(), await come.execute()]
  return [...one, ...other]
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .flatMap(({ message_id: id }) => id ?? [])
    .slice(-MAX_REFERENCES)
}

/** The ticket that a mail of ours with one of these ids was about. */
export async function ticketOfMessage(tx: Tx, ids: readonly string[]): Promise<string | undefined> {
  if (ids.length === 0) return undefined
  const query = tx.tables<MailTables>().selectFrom('ticket_mail').select('ticket_id').where('message_id', 'in', ids)
  return (await query.orderBy('id', 'desc').limit(1).executeTakeFirst())?.ticket_id
}

/** The next one that is due; nobody else gets it before `leasedUntil`. */
export async function leaseTicketMail(tx: Tx, at: Date, leasedUntil: Date): Promise<WaitingMail | undefined> {
  const due = tx
    .tables<MailTables>()
    .selectFrom('ticket_mail')
    .select('id')
    .where('sent_at', 'is', null)
    .where('given_up_at', 'is', null)
    .where('next_try_at', '<=', at)
    .orderBy('next_try_at')
    .orderBy('id')
    .limit(1)
    .forUpdate()
    .skipLocked()
  const lease = tx.tables<MailTables>().updateTable('ticket_mail').set({ next_try_at: leasedUntil }).where('id', '=', due)
  const row = await lease.returningAll().executeTakeFirst()
  return (
    row && {
      ...{ id: row.id, recipient: row.recipient, subject: row.subject, text: row.text, messageId: row.message_id },
      ...{ earlier: row.earlier, automatic: row.automatic, tries: row.tries, createdAt: row.created_at },
    }
  )
}

export async function noteMailSent(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.tables<MailTables>().updateTable('ticket_mail').set({ sent_at: at, failure: '' }).where('id', '=', id).execute()
}

export async function noteMailFailed(
  tx: Tx,
  id: string,
  tried: { readonly tries: number; readonly failure: string; readonly nextTryAt: Date; readonly givenUpAt: Date | null },
): Promise<void> {
  const { tries, failure, nextTryAt, givenUpAt } = tried
  const set = { tries, failure, next_try_at: nextTryAt, given_up_at: givenUpAt }
  await tx.tables<MailTables>().updateTable('ticket_mail').set(set).where('id', '=', id).where('sent_at', 'is', null).execute()
}

/** False: a mail with that key has been dealt with before. */
export async function noteMailReceived(tx: Tx, key: string, at: Date): Promise<boolean> {
  const query = tx.tables<MailTables>().insertInto('ticket_mail_received').values({ key, at })
  return (
    (await query
      .onConflict((conflict) => conflict.doNothing())
      .returning('key')
      .executeTakeFirst()) !== undefined
  )
}

export async function forgetMails(tx: Tx, before: Date): Promise<void> {
  const tables = tx.tables<MailTables>()
  await tables.deleteFrom('ticket_mail_received').where('at', '<', before).execute()
  await tables.deleteFrom('stray_mail').where('received_at', '<', before).execute()
  const last = tables.selectFrom('stray_mail').select('id').orderBy('id', 'desc').offset(MAX_STRAY_MAILS).limit(1)
  await tables.deleteFrom('stray_mail').where('id', '<=', last).execute()
}

export interface StrayMail {
  readonly id: string
  readonly receivedAt: Date
  readonly sender: string
  readonly subject: string
  readonly text: string
  readonly reason: StrayReason
  readonly ticketId: string | null
  readonly attachments: number
}

export async function insertStrayMail(tx: Tx, { receivedAt, ticketId, ...mail }: Omit<StrayMail, 'id'>): Promise<void> {
  const row = { id: randomUUIDv7(), received_at: receivedAt, ticket_id: ticketId, ...mail }
  await tx.tables<MailTables>().insertInto('stray_mail').values(row).execute()
}

/** The newest first. */
export async function listStrayMails(tx: Tx, limit: number, after: string | undefined): Promise<readonly StrayMail[]> {
  let query = tx.tables<MailTables>().selectFrom('stray_mail').selectAll().orderBy('id', 'desc').limit(limit)
  if (after !== undefined) query = query.where('id', '<', after)
  return (await query.execute()).map(strayOf)
}

/** Throws `NotFound`. */
export async function takeStrayMail(tx: Tx, id: string): Promise<StrayMail> {
  const row = await tx.tables<MailTables>().deleteFrom('stray_mail').where('id', '=', id).returningAll().executeTakeFirst()
  if (row === undefined) throw new NotFound('mail', id)
  return strayOf(row)
}

/** Who of the operator is told, in which language. */
export async function operatorsToTell(tx: Tx): Promise<readonly { readonly email: string; readonly language: 'de' | 'en' }[]> {
  const query = tx.tables<SignInTables>().selectFrom('login').select(['email', 'language']).where('kind', '=', 'operator')
  return query.where('disabled_at', 'is', null).orderBy('id').limit(MAX_OPERATORS).execute()
}

/** Whether a login of the customer, or of the reseller who looks after it, has that address. */
export async function isOfCustomer(tx: Tx, tenantId: string, email: string): Promise<boolean> {
  const tables = tx.tables<SignInTables & { readonly tenant: { readonly id: string; readonly reseller_id: string | null } }>()
  const reseller = tables.selectFrom('tenant').select('reseller_id').where('id', '=', tenantId)
  const query = tables.selectFrom('login').select('id').where('email', '=', email.toLowerCase()).where('disabled_at', 'is', null)
  const known = query.where((is) => is.or([is('tenant_id', '=', tenantId), is('reseller_id', '=', reseller)]))
  return (await known.limit(1).executeTakeFirst()) !== undefined
}

function strayOf(row: Omit<MailTables['stray_mail'], 'attachments'> & { readonly attachments: number }): StrayMail {
  return {
    ...{ id: row.id, receivedAt: row.received_at, sender: row.sender, subject: row.subject, text: row.text },
    ...{ reason: row.reason, ticketId: row.ticket_id, attachments: row.attachments },
  }
}
