import type { Tx } from '@klinke/platform'
import { sql } from 'kysely'
import type { MailRoom, UndeliveredMail } from '../undelivered-mails/routes.ts'

/** Mail about tickets that the next server has not taken for five days. */
export const ticketMails: MailRoom = {
  about: 'ticket',
  undelivered: async (tx: Tx, limit: number) => {
    const { rows } = await sql<UndeliveredMail>`
      SELECT mail.id, ticket.tenant_id AS "tenantId", recipient, mail.subject, failure, created_at AS "createdAt", given_up_at AS "givenUpAt"
      FROM ticket_mail AS mail JOIN ticket ON ticket.id = mail.ticket_id
      WHERE given_up_at IS NOT NULL ORDER BY given_up_at DESC LIMIT ${limit}`.execute(tx.tables())
    return rows
  },
  // Its days begin anew, too: they are counted from when it was made.
  tryAgain: async (tx: Tx, id: string, at: Date) => {
    const { rows } = await sql`
      UPDATE ticket_mail SET given_up_at = NULL, tries = 0, next_try_at = ${at}, created_at = ${at}
      WHERE id = ${id} AND given_up_at IS NOT NULL RETURNING id`.execute(tx.tables())
    return rows.length > 0
  },
}
