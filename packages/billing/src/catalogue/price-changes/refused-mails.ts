import { randomUUIDv7 } from 'node:crypto'
import type { Clock, Logger } from '@klinke/foundation'
import type { Database, Mail, MailSender, Tx } from '@klinke/platform'
import { sql } from 'kysely'
import { administrators } from './store.ts'

/** After the first refusal; twice as long after each further one, at most an hour. */
const FIRST_PAUSE_MS = 600_000
const LONGEST_PAUSE_MS = 3_600_000
/** A mailbox that takes nothing for so long is given up: another one of the customer has the mail. */
const GIVEN_UP_AFTER_MS = 7 * 86_400_000
/** Refused in a row: then it is the mail server. */
const MOST_IN_A_ROW = 5
const BATCH = 100

/** How long to wait after so many refusals, the first one being 1. */
export function pauseMs(refused: number): number {
  return Math.min(FIRST_PAUSE_MS * 2 ** Math.min(refused - 1, 10), LONGEST_PAUSE_MS)
}

/** A customer's notice about prices. */
export interface NoticeOf {
  readonly id: string
  readonly tenantId: string
}

export interface RefusedMail {
  readonly mail: Mail
  readonly error: string
}

/** Mails that were refused while another address of the customer took its own: in the transaction that notes that the customer is told. */
export async function keepRefused(tx: Tx, { id, tenantId }: NoticeOf, refused: readonly RefusedMail[], nowMs: number): Promise<void> {
  for (const { mail, error } of refused)
    await sql`INSERT INTO price_mail (id, tenant_id, notice_id, recipient, subject, text, created_at, not_before, last_error)
      VALUES (${randomUUIDv7()}, ${tenantId}, ${id}, ${mail.to}, ${mail.subject}, ${mail.text}, ${new Date(nowMs)}, ${new Date(nowMs + pauseMs(1))}, ${error})`.execute(
      tx.tables(),
    )
}

/** What it says does not come any more: who has not got it does not get it. */
export async function dropRefused(tx: Tx, noticeId: string): Promise<void> {
  await sql`DELETE FROM price_mail WHERE notice_id = ${noticeId}`.execute(tx.tables())
}

export interface ResendParts {
  readonly database: Pick<Database, 'withOperator'>
  readonly mail: MailSender
  readonly clock: Clock
  readonly logger: Logger
}

/** Sends what is due of them. Whoever administers the customer no more gets none. A crash between mail and note sends one twice. */
export async function resendRefused(parts: ResendParts, isOver: () => boolean): Promise<void> {
  const { database, clock } = parts
  const now = new Date(clock.epochMs())
  const { rows } = await database.withOperator((tx) =>
    sql<{
      id: string
    }>`SELECT id FROM price_mail WHERE given_up_at IS NULL AND not_before <= ${now} ORDER BY not_before LIMIT ${BATCH}`.execute(
      tx.tables(),
    ),
  )
  let inARow = 0
  for (const { id } of rows) {
    if (isOver() || inARow >= MOST_IN_A_ROW) return
    const outcome = await database.withOperator((tx) => resend(tx, id, parts))
    inARow = outcome === 'refused' ? inARow + 1 : 0
  }
}

interface Row {
  readonly tenant_id: string
  readonly recipient: string
  readonly subject: string
  readonly text: string
  readonly created_at: Date
  readonly refused: number
}

async function resend(tx: Tx, id: string, { mail, clock, logger }: ResendParts): Promise<'done' | 'refused'> {
  const nowMs = clock.epochMs()
  const { rows } = await sql<Row>`
    SELECT tenant_id, recipient, subject, text, created_at, refused FROM price_mail
    WHERE id = ${id} AND given_up_at IS NULL AND not_before <= ${new Date(nowMs)} FOR UPDATE SKIP LOCKED`.execute(tx.tables())
  const [row] = rows
  if (row === undefined) return 'done'
  const people = await administrators(tx, row.tenant_id)
  const error = people.some(({ email }) => email === row.recipient)
    ? await sent(mail, { to: row.recipient, subject: row.subject, text: row.text })
    : undefined
  if (error === undefined) {
    await sql`DELETE FROM price_mail WHERE id = ${id}`.execute(tx.tables())
    return 'done'
  }
  const refused = row.refused + 1
  const isGivenUp = nowMs - row.created_at.getTime() >= GIVEN_UP_AFTER_MS
  await sql`UPDATE price_mail SET refused = ${refused}, not_before = ${new Date(nowMs + pauseMs(refused))}, last_error = ${error},
    given_up_at = ${isGivenUp ? new Date(nowMs) : null} WHERE id = ${id}`.execute(tx.tables())
  if (isGivenUp)
    logger.warn('an administrator could not be told of prices, and is not tried again; another one of the customer was', {
      mail: id,
      error,
    })
  return 'refused'
}

/** What went wrong; undefined: it was taken. */
export async function sent(sender: MailSender, mail: Mail): Promise<string | undefined> {
  try {
    await sender.send(mail)
    return undefined
  } catch (error) {
    return String(error)
  }
}
