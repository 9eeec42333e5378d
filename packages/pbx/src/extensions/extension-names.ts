import type { Database } from '@klinke/platform'
import { sql } from 'kysely'

/** Number and name of a customer's extensions by their ids, as documents show them: `11 Empfang`. */
export function extensionNames(database: Pick<Database, 'withTenant'>): (tenantId: string) => Promise<ReadonlyMap<string, string>> {
  return (tenantId) =>
    database.withTenant(tenantId, async (tx) => {
      const { rows } = await sql<{ readonly id: string; readonly name: string }>`
        SELECT id, number || ' ' || name AS name FROM extension WHERE tenant_id = ${tenantId}`.execute(tx.tables())
      return new Map(rows.map(({ id, name }) => [id, name]))
    })
}
