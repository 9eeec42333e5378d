import type { MailRoom, UndeliveredMail } from '@klinke/accounts'
import type { Tx } from '@klinke/platform'
import { sql } from 'kysely'

/** Mail about orders that no server has taken. */
export const orderMails: MailRoom = {
  about: 'order',
  undelivered: async (tx: Tx, limit: number) => {
    const { rows } = await sql<UndeliveredMail>`
      SELECT mail.id, tenant_id AS "tenantId", coalesce(address, '') AS recipient, number || ': ' || mail.kind AS subject, last_error AS failure,
        mail.created_at AS "createdAt", failed_at AS "givenUpAt"
      FROM product_order_mail AS mail JOIN product_order ON product_order.id = mail.order_id
      WHERE failed_at IS NOT NULL ORDER BY failed_at DESC LIMIT ${limit}`.execute(tx.tables())
    return rows
  },
  tryAgain: async (tx: Tx, id: string, at: Date) => {
    const { rows } = await sql`
      UPDATE product_order_mail SET failed_at = NULL, attempts = 0, next_at = ${at} WHERE id = ${id} AND failed_at IS NOT NULL RETURNING id`.execute(
      tx.tables(),
    )
    return rows.length > 0
  },
}
