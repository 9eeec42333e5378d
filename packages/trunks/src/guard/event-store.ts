import { randomUUIDv7 } from 'node:crypto'
import type { Language, Tx } from '@klinke/platform'
import { sql } from 'kysely'
import { guardTables } from './tables.ts'
import type { Words } from './words.ts'

/** Where the product says nothing else. */
const KEPT_DAYS = 180

export interface StoredGuardEvent {
  readonly id: string
  readonly at: Date
  readonly kind: string
  readonly words: Words
}

/** False when it was noted before: then nobody is told again. */
export async function noteGuardEvent(
  tx: Tx,
  { tenantId, kind, onceKey, words }: { readonly tenantId: string; readonly kind: string; readonly onceKey: string; readonly words: Words },
): Promise<boolean> {
  const result = await guardTables(tx)
    .insertInto('guard_event')
    .values({ id: randomUUIDv7(), tenant_id: tenantId, kind, once_key: onceKey, german: words.de, english: words.en })
    .onConflict((conflict) => conflict.constraint('guard_event_once').doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** Deletes what is older than the days of its customer's product, of all customers; gives how many. */
export async function deleteOldGuardEvents(tx: Tx, now: Date): Promise<number> {
  const result = await sql`
    DELETE FROM guard_event USING tenant
    WHERE tenant.id = guard_event.tenant_id
      AND guard_event.at < ${now}::timestamptz
        - coalesce((tenant.profile #>> '{guard,eventDays}')::integer, ${KEPT_DAYS}) * interval '1 day'`.execute(tx.tables())
  return Number(result.numAffectedRows ?? 0n)
}

/** The newest first. */
export async function listGuardEvents(tx: Tx, limit: number, before?: string): Promise<readonly StoredGuardEvent[]> {
  const query = guardTables(tx).selectFrom('guard_event').selectAll().orderBy('id', 'desc').limit(limit)
  const rows = await (before === undefined ? query : query.where('id', '<', before)).execute()
  return rows.map(({ id, at, kind, german, english }) => ({ id, at, kind, words: { de: german, en: english } }))
}

/** Administrators of a customer who may change its settings, and the languages they read. */
export async function administratorsOf(
  tx: Tx,
  tenantId: string,
): Promise<readonly { readonly email: string; readonly language: Language }[]> {
  const rows = await guardTables(tx)
    .selectFrom('login')
    .select(['email', 'language', 'rights'])
    .where('tenant_id', '=', tenantId)
    .where('kind', '=', 'tenant')
    .where('disabled_at', 'is', null)
    .execute()
  return rows.filter(({ rights }) => rights === null || 'settings' in rights).map(({ email, language }) => ({ email, language }))
}
