import { randomUUIDv7 } from 'node:crypto'
import type { Clock, Logger } from '@klinke/foundation'
import type { Database, MailSender, Tx } from '@klinke/platform'
import type { Generated } from 'kysely'
import { pauseAfter } from '../invoices/delivery/retries.ts'
import type { CreditMail } from './credit-mails.ts'

export type CreditMailKind = 'low' | 'owing'

interface MailTables {
  readonly prepaid_mail: {
    readonly id: string
    readonly tenant_id: string
    readonly kind: CreditMailKind
    readonly recipient: string
    readonly subject: string
    readonly text: string
    readonly created_at: Date
    readonly next_at: Date
    readonly attempts: Generated<number>
    readonly last_error: Generated<string>
    readonly sent_at: Generated<Date | null>
    readonly failed_at: Generated<Date | null>
  }
}

/** Sent at a time; the others with the next look. */
const AT_A_TIME = 200
/** Longer than a mail server may take; what a crash leaves taken is due again after that, and may come twice, with the same Message-ID. */
const LEASE_MS = 600_000

/** Goes out with the next round; in the transaction that it tells of. */
export async function queueCreditMail(tx: Tx, { tenantId, kind, recipient, at, ...mail }: CreditMail & QueuedFor): Promise<void> {
  const row = { id: randomUUIDv7(), tenant_id: tenantId, kind, recipient, ...mail, created_at: at, next_at: at }
  await tx.tables<MailTables>().insertInto('prepaid_mail').values(row).execute()
}

interface QueuedFor {
  readonly tenantId: string
  readonly kind: CreditMailKind
  readonly recipient: string
  readonly at: Date
}

export interface CreditMailing {
  readonly database: Pick<Database, 'withOperator'>
  /** Absent: no mail leaves this installation; what is to be mailed waits. */
  readonly mail: MailSender | undefined
  readonly clock: Pick<Clock, 'epochMs'>
  readonly logger: Logger
}

/** Sends what is due until `isOver`; an address that is refused keeps nobody else's mail back, a server that does not answer is left alone. How many were taken. */
export async function sendCreditMails(parts: CreditMailing, isOver: () => boolean = () => false): Promise<number> {
  let sent = 0
  for (let tried = 0; tried < AT_A_TIME && !isOver(); tried++) {
    const outcome = await sendOne(parts)
    if (outcome === 'none' || outcome === 'no-answer') break
    if (outcome === 'sent') sent++
  }
  return sent
}

type Outcome = 'none' | 'sent' | 'refused' | 'no-answer'

/** Taken for a while so that no two nodes send the same one, and sent outside of any transaction: a slow mail server holds no connection of the database. */
async function sendOne({ database, mail, clock, logger }: CreditMailing): Promise<Outcome> {
  if (mail === undefined) return 'none'
  const now = new Date(clock.epochMs())
  const due = await database.withOperator((tx) => leaseMail(tx, now, new Date(now.getTime() + LEASE_MS)))
  if (due === undefined) return 'none'
  const { id, recipient: to, subject, text } = due
  const refusal = await mail.send({ id, to, subject, text, automatic: true }).then(
    () => undefined,
    (error: unknown) => ({ error }),
  )
  const at = new Date(clock.epochMs())
  if (refusal === undefined) {
    await database.withOperator((tx) => change(tx, id, { sent_at: at, last_error: '' }))
    return 'sent'
  }
  const attempts = due.attempts + 1
  const pause = pauseAfter(attempts)
  const last_error = String(refusal.error)
  logger.warn('a mail about credit was not taken', { mail: id, attempts, error: last_error })
  const next = pause === undefined ? { failed_at: at } : { next_at: new Date(at.getTime() + pause) }
  await database.withOperator((tx) => change(tx, id, { attempts, last_error, ...next }))
  return isRefusal(refusal.error) ? 'refused' : 'no-answer'
}

/** The mail server has answered, with a code of RFC 5321: it is this mail that it does not want. */
function isRefusal(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'responseCode' in error
}

/** The next one that is due; nobody else gets it before `leasedUntil`. */
function leaseMail(tx: Tx, now: Date, leasedUntil: Date) {
  const waiting = tx
    .tables<MailTables>()
    .selectFrom('prepaid_mail')
    .select('id')
    .where('sent_at', 'is', null)
    .where('failed_at', 'is', null)
  const due = waiting.where('next_at', '<=', now).orderBy('next_at').orderBy('id').limit(1).forUpdate().skipLocked()
  const lease = tx.tables<MailTables>().updateTable('prepaid_mail').set({ next_at: leasedUntil }).where('id', '=', due)
  return lease.returning(['id', 'recipient', 'subject', 'text', 'attempts']).executeTakeFirst()
}

type MailChange = Partial<Record<'sent_at' | 'failed_at' | 'next_at', Date> & { readonly attempts: number; readonly last_error: string }>

async function change(tx: Tx, id: string, set: MailChange): Promise<void> {
  await tx.tables<MailTables>().updateTable('prepaid_mail').set(set).where('id', '=', id).where('sent_at', 'is', null).execute()
}
