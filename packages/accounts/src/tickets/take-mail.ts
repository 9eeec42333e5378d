import type { BlobStore, Database, ReadMail, ReceivedMail, SignInTables, Tx } from '@klinke/platform'
import { readMail } from '@klinke/platform'
import { insertAttachment, octetsOf } from './entry-store.ts'
import {
  insertStrayMail,
  isOfCustomer as isLoginOf,
  noteMailReceived,
  queueTicketMail,
  type StrayReason,
  ticketOfMessage,
} from './mail-store.ts'
import { ANSWER_ABOVE, notKeptMail } from './mails.ts'
import { say } from './make-step.ts'
import { type NotKept, notKeptLines, sortFiles } from './not-kept.ts'
import { type Opening, openTicket, type TicketDesk } from './open-ticket.ts'
import { TicketFilesFull, TicketFull, TooManyTickets, TooManyTicketsToday } from './problems.ts'
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
  // Files first: a row never names one that is not there. What is left over is removed.
  const placed = await database.withOperator((tx) => placeOf(tx, mail, isWhole, at.getTime()))
  const files = placed.to === 'stray' ? [] : await keepFiles(blobs, placed.to === 'new' ? placed.tenantId : placed.ticket.tenantId, mail)
  let used: ReadonlySet<KeptFile> = new Set()
  try {
    used = await database.withOperator((tx) => takeOnce(tx, { desk, mail, files, at }, isWhole))
  } finally {
    for (const file of files) if (!used.has(file)) await blobs.remove(file.key)
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
  readonly of: ReadMail['attachments'][number]
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

/** Gives the files that are in a ticket now. The place is found anew, in the transaction that counts. */
async function takeOnce(tx: Tx, { desk, mail, files, at }: Taking, isWhole: boolean): Promise<ReadonlySet<KeptFile>> {
  const none = new Set<KeptFile>()
  const place = await placeOf(tx, mail, isWhole, at.getTime())
  if (place.to === 'stray') {
    await keepStray(tx, { mail, at }, place)
    return none
  }
  if (!(await noteMailReceived(tx, mail.key, at))) return none
  const messageId = mail.messageId === undefined ? {} : { messageId: mail.messageId }
  // Held from here on: files that come at once are summed one after the other.
  const before = place.to === 'ticket' ? await findTicket(tx, place.ticket.id, 'for change') : undefined
  const stored = files.map(({ of }) => of)
  const { kept, notKept: beyond } = sortFiles(stored, before === undefined ? 0 : await octetsOf(tx, before.id))
  const notKept = [...sortFiles(mail.attachments, 0).notKept, ...beyond]
  const text = saidWith(mail, notKept, before?.language ?? (place.to === 'new' ? place.language : 'de'))
  const said = { side: 'customer', by: mail.from, via: 'mail', at, ...messageId } as const
  const { ticket, entryId } =
    place.to === 'ticket'
      ? { ticket: before ?? place.ticket, entryId: await say(tx, desk, place.ticket.id, text, said) }
      : await openTicket(tx, desk, { ...openingOf(mail, text, at), tenantId: place.tenantId, language: place.language, ...messageId })
  const used = files.filter(({ of }) => kept.includes(of))
  for (const file of used) await insertAttachment(tx, ticket.tenantId, entryId, file)
  if (notKept.length > 0) await tellNotKept(tx, desk, { ticket, to: mail.from, notKept, at })
  return new Set(used)
}

/** To whom has sent them. What the sender has written goes only to a login of the customer: a sender may be forged. */
async function tellNotKept(
  tx: Tx,
  { portalUrl, messageDomain }: TicketDesk,
  { ticket, to, notKept, at }: { readonly ticket: Ticket; readonly to: string; readonly notKept: readonly NotKept[]; readonly at: Date },
): Promise<void> {
  const isKnown = await isLoginOf(tx, ticket.tenantId, to)
  const lines = isKnown ? notKeptLines(notKept, ticket.language) : undefined
  const words = notKeptMail(ticket, { count: notKept.length, lines }, portalUrl)
  const letter = { ...words, ...(isKnown ? {} : { subject: `[${ticket.number}]` }), automatic: true }
  await queueTicketMail(tx, ticket, to, letter, { at, messageDomain })
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

/** With what is not in the ticket: whoever reads it knows that there was more. */
function saidWith(mail: ReadMail, notKept: readonly NotKept[], language: 'de' | 'en'): string {
  if (notKept.length === 0) return saidIn(mail)
  const note = `\n\n${language === 'de' ? 'Nicht übernommen' : 'Not kept'}:\n${notKeptLines(notKept, language)}`
  return `${saidIn(mail).slice(0, MAX_TEXT - note.length)}${note}`
}

/** What no ticket takes is not stored in the first place; whether the ticket has room is known later. */
async function keepFiles(blobs: MailParts['blobs'], tenantId: string, mail: ReadMail): Promise<readonly KeptFile[]> {
  const files: KeptFile[] = []
  for (const of of sortFiles(mail.attachments, 0).kept) {
    const { name, mediaType, content } = of
    files.push({ of, name, mediaType, octets: content.length, key: await blobs.put(tenantId, content, 'bin') })
  }
  return files
}
