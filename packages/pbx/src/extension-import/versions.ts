import { createHash } from 'node:crypto'
import type { Tx } from '@klinke/platform'
import { sql } from 'kysely'

/** What an extension is known by, with its settings and mailbox: another one when anybody has changed any of it. By extension id. */
export async function versionsOf(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ readonly id: string; readonly state: string }>`
    SELECT e.id, concat_ws(E'\\n', e.number, e.name, e.sip_username, coalesce(e.outgoing_number, '-'), coalesce(s.settings::text, '-'),
      coalesce(m.settings::text, '-'), (m.pin_hash IS NOT NULL)::text, (SELECT count(*) FROM mailbox_greeting g WHERE g.mailbox_id = m.id)) AS state
    FROM extension e LEFT JOIN call_settings s ON s.extension_id = e.id LEFT JOIN mailbox m ON m.extension_id = e.id
    WHERE e.id IN (${sql.join([...ids])})`.execute(tx.tables())
  return new Map(rows.map(({ id, state }) => [id, createHash('sha256').update(state).digest('base64url')]))
}
