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

/** Noted in the transaction that holds it, so that two nodes never send the same one. */
function sendOne({ database, mail, clock, logger }: CreditMailing): Promise<Outcome> {
  if (mail === undefined) return Promise.resolve('none')
  const now = new Date(clock.epochMs())
  return database.withOperator(async (tx) => {
    const due = await nextMail(tx, now)
    if (due === undefined) return 'none'
    const { id, recipient: to, subject, text } = due
    try {
      await mail.send({ to, subject, text, automatic: true })
      await change(tx, id, { sent_at: now, last_error: '' })
      return 'sent'
    } catch (error) {
      const attempts = due.attempts + 1
      const pause = pauseAfter(attempts)
      logger.warn('a mail about credit was not taken', { mail: id, attempts, error: String(error) })
      const next = pause === undefined ? { failed_at: now } : { next_at: new Date(now.getTime() + pause) }
      await change(tx, id, { attempts, last_error: String(error), ...next })
      return isRefusal(error) ? 'refused' : 'no-answer'
    }
  })
}

/** The mail server has answered, with a code of RFC 5321: it is this mail that it does not want. */
function isRefusal(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'responseCode' in error
}

function nextMail(tx: Tx, now: Date) {
  const query = tx.tables<MailTables>().selectFrom('prepaid_mail').selectAll().where('sent_at', 'is', null).where('failed_at', 'is', null)
  return query.where('next_at', '<=', now).orderBy('next_at').orderBy('id').limit(1).forUpdate().skipLocked().executeTakeFirst()
}

type MailChange = Partial<Record<'sent_at' | 'failed_at' | 'next_at', Date> & { readonly attempts: number; readonly last_error: string }>

async function change(tx: Tx, id: string, set: MailChange): Promise<void> {
  await tx.tables<MailTables>().updateTable('prepaid_mail').set(set).where('id', '=', id).execute()
}
