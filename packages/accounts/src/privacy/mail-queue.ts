import { randomUUIDv7 } from 'node:crypto'
import type { Tx } from '@klinke/platform'
import type { Generated } from 'kysely'

interface MailTables {
  readonly privacy_mail: {
    readonly id: string
    readonly tenant_id: string
    readonly request_id: string | null
    readonly recipient: string
    readonly subject: string
    readonly text: string
    readonly with_report: boolean
    readonly created_at: Date
    readonly next_try_at: Date
    readonly tries: Generated<number>
    readonly failure: Generated<string>
    readonly sent_at: Date | null
    readonly given_up_at: Date | null
  }
}

export interface NewPrivacyMail {
  readonly tenantId: string
  readonly requestId: string | null
  readonly recipient: string
  readonly subject: string
  readonly text: string
  readonly withReport?: boolean
  readonly at: Date
}

/** It goes out with the next round. */
export async function queuePrivacyMail(tx: Tx, mail: NewPrivacyMail): Promise<void> {
  const { tenantId, requestId, recipient, subject, text, withReport = false, at } = mail
  const row = { id: randomUUIDv7(), tenant_id: tenantId, request_id: requestId, recipient, subject, text, with_report: withReport }
  await tx
    .tables<MailTables>()
    .insertInto('privacy_mail')
    .values({ ...row, created_at: at, next_try_at: at })
    .execute()
}

/** A mail that waits for the next server. */
export interface WaitingPrivacyMail {
  readonly id: string
  readonly requestId: string | null
  readonly recipient: string
  readonly subject: string
  readonly text: string
  readonly withReport: boolean
  readonly tries: number
  readonly createdAt: Date
}

/** The next one that is due; nobody else gets it before `leasedUntil`. */
export async function leasePrivacyMail(tx: Tx, at: Date, leasedUntil: Date): Promise<WaitingPrivacyMail | undefined> {
  const due = tx
    .tables<MailTables>()
    .selectFrom('privacy_mail')
    .select('id')
    .where('sent_at', 'is', null)
    .where('given_up_at', 'is', null)
    .where('next_try_at', '<=', at)
    .orderBy('next_try_at')
    .orderBy('id')
    .limit(1)
    .forUpdate()
    .skipLocked()
  const lease = tx.tables<MailTables>().updateTable('privacy_mail').set({ next_try_at: leasedUntil }).where('id', '=', due)
  const row = await lease.returningAll().executeTakeFirst()
  return (
    row && {
      ...{ id: row.id, requestId: row.request_id, recipient: row.recipient, subject: row.subject, text: row.text },
      ...{ withReport: row.with_report, tries: row.tries, createdAt: row.created_at },
    }
  )
}

export async function notePrivacyMailSent(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.tables<MailTables>().updateTable('privacy_mail').set({ sent_at: at, failure: '' }).where('id', '=', id).execute()
}

export async function notePrivacyMailFailed(
  tx: Tx,
  id: string,
  tried: { readonly tries: number; readonly failure: string; readonly nextTryAt: Date; readonly givenUpAt: Date | null },
): Promise<void> {
  const { tries, failure, nextTryAt, givenUpAt } = tried
  const set = { tries, failure, next_try_at: nextTryAt, given_up_at: givenUpAt }
  await tx.tables<MailTables>().updateTable('privacy_mail').set(set).where('id', '=', id).where('sent_at', 'is', null).execute()
}

/** What was written about a request: the proof that somebody was told. */
export interface WrittenMail {
  readonly requestId: string
  readonly recipient: string
  readonly subject: string
  readonly withReport: boolean
  readonly createdAt: Date
  readonly sentAt: Date | null
  /** Null: it is not given up. */
  readonly givenUpAt: Date | null
  readonly failure: string
}

/** The oldest first. */
export async function mailsAbout(tx: Tx, requestIds: readonly string[]): Promise<readonly WrittenMail[]> {
  if (requestIds.length === 0) return []
  const query = tx.tables<MailTables>().selectFrom('privacy_mail').selectAll().where('request_id', 'in', requestIds)
  return (await query.orderBy('id').execute()).map((row) => ({
    ...{ requestId: row.request_id ?? '', recipient: row.recipient, subject: row.subject, withReport: row.with_report },
    ...{ createdAt: row.created_at, sentAt: row.sent_at, givenUpAt: row.given_up_at, failure: row.failure },
  }))
}
