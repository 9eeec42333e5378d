import type { BlobStore, Database, ReadMail, ReceivedMail, SignInTables, Tx } from '@klinke/platform'
import { readMail } from '@klinke/platform'
import { insertAttachment } from './entry-store.ts'
import { insertStrayMail, noteMailReceived, type StrayReason, ticketOfMessage } from './mail-store.ts'
import { ANSWER_ABOVE } from './mails.ts'
import { say } from './make-step.ts'
import { type Opening, openTicket, type TicketDesk } from './open-ticket.ts'
import { MAX_ATTACHMENT_OCTETS, MAX_ATTACHMENTS, TicketFilesFull, TicketFull, TooManyTickets, TooManyTicketsToday } from './problems.ts'
import { MAX_TEXT } from './rules.ts'
import { findTicket, openedSince, type Ticket, ticketByNumber } from './store.ts'

/** Tickets that one customer opens by mail in a day: a program that writes in a loop opens no more. */
export const MAX_OPENED_BY_MAIL = 20
const DAY_MS = 86_400_000
const NUMBER = /\bK-\d{4}-\d{6,9}\b/i

export interface MailParts {
  readonly database: Database
  readonly blobs: Pick<BlobStore, 'put' | 'remove'>
  readonly desk: TicketDesk
}

/** Where a mail belongs: it opens a ticket, is said in one, or is for the operator to look at. */
type Place =
  | { readonly to: 'ticket'; readonly ticket: Ticket }
  | { readonly to: 'new'; readonly tenantId: string; readonly language: 'de' | 'en' }
  | { readonly to: 'stray'; readonly reason: StrayReason; readonly ticketId: string | null }

/**
 * Takes one mail (SLA-04): an answer from the customer of its ticket is said there; what a login of one customer writes without a number opens a ticket; all else is
 * for the operator to look at, and is never answered. The same mail counts once, however often the mailbox hands it out. One that cannot be taken is put aside the first
 * time, so that it comes no more; where even that fails, because the database is away, it comes again.
 */
export async function takeMail({ database, blobs, desk }: MailParts, received: ReceivedMail, nowMs: number): Promise<void> {
  const at = new Date(nowMs)
  const mail = await readMail(received.raw)
  if (mail === undefined) return database.withOperator((tx) => insertStrayMail(tx, { ...UNREADABLE, receivedAt: at }))
  try {
    await takeRead({ database, blobs, desk }, mail, received.isWhole, at)
  } catch (error) {
    if ([TicketFull, TicketFilesFull, TooManyTickets, TooManyTicketsToday].some((full) => error instanceof full))
      return database.withOperator((tx) => keepStray(tx, { mail, at }, { reason: 'too-many', ticketId: null }))
    const aside = database.withOperator((tx) => keepStray(tx, { mail, at }, { reason: 'unreadable', ticketId: null }))
    await aside.catch(() => database.withOperator((tx) => insertStrayMail(tx, { ...UNREADABLE, receivedAt: at })))
  }
}

async function takeRead({ database, blobs, desk }: MailParts, mail: ReadMail, isWhole: boolean, at: Date): Promise<void> {
  // Files first: a row never names one that is not there. What is left over after a failure is removed.
  const placed = await database.withOperator((tx) => placeOf(tx, mail, isWhole, at.getTime()))
  const files = placed.to === 'stray' ? [] : await keepFiles(blobs, placed.to === 'new' ? placed.tenantId : placed.ticket.tenantId, mail)
  let kept = false
  try {
    kept = await database.withOperator((tx) => takeOnce(tx, { desk, mail, files, at }, isWhole))
  } finally {
    if (!kept) await removeFiles(blobs, files)
  }
}

/** For the operator to look at; nothing happens when it has been taken before. */
async function keepStray(
  tx: Tx,
  { mail, at }: Pick<Taking, 'mail' | 'at'>,
  { reason, ticketId }: { readonly reason: StrayReason; readonly ticketId: string | null },
): Promise<void> {
  if (!(await noteMailReceived(tx, mail.key, at))) return
  const attachments = mail.attachments.length
  const shown = { sender: mail.from, subject: mail.subject.slice(0, 500), text: saidIn(mail) }
  await insertStrayMail(tx, { ...shown, receivedAt: at, reason, ticketId, attachments })
}

const UNREADABLE = { sender: '', subject: '', text: '', reason: 'unreadable', ticketId: null, attachments: 0 } as const

interface KeptFile {
  readonly name: string
  readonly mediaType: string
  readonly octets: number
  readonly key: string
}

interface Taking {
  readonly desk: TicketDesk
  readonly mail: ReadMail
  readonly files: readonly KeptFile[]
  readonly at: Date
}

/** False: its files belong to nothing. The place is found anew, in the transaction that counts. */
async function takeOnce(tx: Tx, { desk, mail, files, at }: Taking, isWhole: boolean): Promise<boolean> {
  const place = await placeOf(tx, mail, isWhole, at.getTime())
  if (place.to === 'stray') {
    await keepStray(tx, { mail, at }, place)
    return false
  }
  if (!(await noteMailReceived(tx, mail.key, at))) return false
  const text = saidIn(mail)
  const messageId = mail.messageId === undefined ? {} : { messageId: mail.messageId }
  const tenantId = place.to === 'new' ? place.tenantId : place.ticket.tenantId
  const entryId =
    place.to === 'ticket'
      ? await say(tx, desk, place.ticket.id, text, { side: 'customer', by: mail.from, via: 'mail', at, ...messageId })
      : (await openTicket(tx, desk, { ...openingOf(mail, text, at), tenantId, language: place.language, ...messageId })).entryId
  for (const file of files) await insertAttachment(tx, tenantId, entryId, file)
  return true
}

function openingOf(mail: ReadMail, text: string, at: Date): Omit<Opening, 'tenantId' | 'language'> {
  // What is written to where faults are reported is one until a person says otherwise: its time must not be lost.
  const taken = { kind: 'fault', severity: 'impaired', via: 'mail', side: 'customer' } as const
  const subject = mail.subject.slice(0, 200) || text.slice(0, 80)
  return { ...taken, subject, report: {}, openedBy: mail.from, contactMail: mail.from, openedAt: at, text, severityConfirmedBy: null }
}

async function placeOf(tx: Tx, mail: ReadMail, isWhole: boolean, nowMs: number): Promise<Place> {
  const named = NUMBER.exec(mail.subject)?.[0].toUpperCase()
  const ticket = named === undefined ? await answeredTicket(tx, mail) : await ticketByNumber(tx, named)
  const stray = (reason: StrayReason): Place => ({ to: 'stray', reason, ticketId: ticket?.id ?? null })
  if (!isWhole) return stray('too-large')
  if (mail.isAutomatic) return stray('automatic')
  const writers = await whoWrites(tx, mail.from)
  if (ticket !== undefined) {
    if (!isOfCustomer(mail.from, ticket, writers)) return stray('foreign-sender')
    return ticket.state === 'closed' ? stray('closed-ticket') : { to: 'ticket', ticket }
  }
  if (named !== undefined) return stray('unknown-ticket')
  const [writer] = writers
  if (writer?.tenantId === undefined || writer.tenantId === null) return stray('unknown-sender')
  const opened = await openedSince(tx, writer.tenantId, new Date(nowMs - DAY_MS), 'mail')
  return opened >= MAX_OPENED_BY_MAIL ? stray('too-many') : { to: 'new', tenantId: writer.tenantId, language: writer.language }
}

async function answeredTicket(tx: Tx, mail: ReadMail): Promise<Ticket | undefined> {
  const id = await ticketOfMessage(tx, mail.references.slice(0, 20))
  return id === undefined ? undefined : findTicket(tx, id)
}

interface Writer {
  readonly tenantId: string | null
  readonly language: 'de' | 'en'
  /** Customers of the reseller that the login works for. */
  readonly customers: readonly string[]
}

/** Logins of customers and resellers with that address; there is at most one. */
async function whoWrites(tx: Tx, from: string): Promise<readonly Writer[]> {
  const tables = tx.tables<SignInTables & { readonly tenant: { readonly id: string; readonly reseller_id: string | null } }>()
  const login = await tables
    .selectFrom('login')
    .select(['tenant_id', 'reseller_id', 'language'])
    .where('email', '=', from)
    .where('disabled_at', 'is', null)
    .where('kind', '<>', 'operator')
    .executeTakeFirst()
  if (login === undefined) return []
  const customers =
    login.reseller_id === null ? [] : await tables.selectFrom('tenant').select('id').where('reseller_id', '=', login.reseller_id).execute()
  return [{ tenantId: login.tenant_id, language: login.language, customers: customers.map(({ id }) => id) }]
}

/** Its contact, a login of the customer, or of the reseller who looks after it. */
function isOfCustomer(from: string, { tenantId, contactMail }: Ticket, writers: readonly Writer[]): boolean {
  if (contactMail?.toLowerCase() === from) return true
  return writers.some((writer) => writer.tenantId === tenantId || writer.customers.includes(tenantId))
}

/** What is new in a mail: what stands above what it answers. */
function saidIn({ text, subject }: ReadMail): string {
  const marks = Object.values(ANSWER_ABOVE).flatMap((mark) => {
    const at = text.indexOf(mark)
    return at < 0 ? [] : [at]
  })
  const above = text.slice(0, Math.min(...marks, text.length)).split('\n')
  while (above.length > 0 && /^\s*(>|$)/.test(above.at(-1) ?? '')) above.pop()
  return (above.join('\n').trim() || subject || '–').slice(0, MAX_TEXT)
}

async function keepFiles(blobs: MailParts['blobs'], tenantId: string, mail: ReadMail): Promise<readonly KeptFile[]> {
  const kept: KeptFile[] = []
  for (const { name, mediaType, content } of mail.attachments.slice(0, MAX_ATTACHMENTS)) {
    if (content.length === 0 || content.length > MAX_ATTACHMENT_OCTETS) continue
    kept.push({ name, mediaType, octets: content.length, key: await blobs.put(tenantId, content, 'bin') })
  }
  return kept
}

async function removeFiles(blobs: MailParts['blobs'], files: readonly KeptFile[]): Promise<void> {
  for (const { key } of files) await blobs.remove(key)
}
