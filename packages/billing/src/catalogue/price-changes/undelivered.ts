import type { MailRoom, UndeliveredMail } from '@klinke/accounts'
import type { Tx } from '@klinke/platform'
import { sql } from 'kysely'

/** Mail about prices that one address of a customer has not taken, while another one did. */
export const priceMails: MailRoom = {
  about: 'prices',
  undelivered: async (tx: Tx, limit: number) => {
    const { rows } = await sql<UndeliveredMail>`
      SELECT id, tenant_id AS "tenantId", recipient, subject, last_error AS failure, created_at AS "createdAt", given_up_at AS "givenUpAt"
      FROM price_mail WHERE given_up_at IS NOT NULL ORDER BY given_up_at DESC LIMIT ${limit}`.execute(tx.tables())
    return rows
  },
  tryAgain: async (tx: Tx, id: string, at: Date) => {
    const { rows } = await sql`
      UPDATE price_mail SET given_up_at = NULL, refused = 1, created_at = ${at}, not_before = ${at} WHERE id = ${id} AND given_up_at IS NOT NULL
      RETURNING id`.execute(tx.tables())
    return rows.length > 0
  },
}
