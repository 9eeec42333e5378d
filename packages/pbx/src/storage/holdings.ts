import type { Tx } from '@klinke/platform'
import { sql } from 'kysely'

type Holdings = Readonly<Record<'extensions' | 'numbers' | 'mailboxes' | 'messages' | 'recordings', number>>

/** What goes with the tenant that `tx` is for when it is deleted, for who is asked whether that is meant. */
export async function holdingsOf(tx: Tx): Promise<Holdings> {
  const { rows } = await sql<Holdings>`
    SELECT (SELECT count(*)::int FROM extension) AS extensions,
           (SELECT count(*)::int FROM phone_number) AS numbers,
           (SELECT count(*)::int FROM mailbox) AS mailboxes,
           (SELECT count(*)::int FROM mailbox_message) AS messages,
           (SELECT count(*)::int FROM recording) AS recordings`.execute(tx.tables())
  return rows[0] ?? { extensions: 0, numbers: 0, mailboxes: 0, messages: 0, recordings: 0 }
}
