import type { MailRoom, UndeliveredMail } from '@klinke/accounts'
import type { Tx } from '@klinke/platform'
import { sql } from 'kysely'

/** Mail about credit that no server has taken. */
export const creditMails: MailRoom = {
  about: 'credit',
  undelivered: async (tx: Tx, limit: number) => {
    const { rows } = await sql<UndeliveredMail>`
      SELECT id, tenant_id AS "tenantId", recipient, subject, last_error AS failure, created_at AS "createdAt", failed_at AS "givenUpAt"
      FROM prepaid_mail WHERE failed_at IS NOT NULL ORDER BY failed_at DESC LIMIT ${limit}`.execute(tx.tables())
    return rows
  },
  tryAgain: async (tx: Tx, id: string, at: Date) => {
    const { rows } = await sql`
      UPDATE prepaid_mail SET failed_at = NULL, attempts = 0, next_at = ${at} WHERE id = ${id} AND failed_at IS NOT NULL RETURNING id`.execute(
      tx.tables(),
    )
    return rows.length > 0
  },
}
