import type { Tx } from '@klinke/platform'
import { sql } from 'kysely'
import type { DataKind } from '../retention/data-kind.ts'
import type { Tenant } from '../tenants/store.ts'
import type { Erasure } from './erase-person.ts'
import { countRows, rowsOf } from './personal-rows.ts'

/**
 * What would go and stay if a customer was deleted. Only counted, nothing is deleted or held: what goes are the rows that the database deletes with the row of the
 * tenant, or takes the customer from; what it sets apart by law then (`setApart`) stays.
 */
export async function customerErasure(tx: Tx, kinds: readonly DataKind[], { id, profile }: Tenant): Promise<readonly Erasure[]> {
  const going = await tablesThatGo(tx)
  const found: Erasure[] = []
  for (const { name, words: of, tables, about, rule, setApart } of kinds) {
    let [goes, stays] = [0, (await setApart?.(tx, id)) ?? 0]
    for (const table of tables) {
      const condition = rowsOf(table, id, undefined)
      if (condition === undefined) continue
      const count = await countRows(tx, table, condition)
      if (going.has(table.name)) goes += count
      else stays += count
    }
    if (goes > 0 || stays > 0) found.push({ kind: name, name: of, goes, stays, until: rule(profile.retention ?? {}), why: about.purpose })
  }
  return found
}

/** As the database has it: whatever a chain of references leads to that delete with the tenant, and what loses its tenant. */
async function tablesThatGo(tx: Tx): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ readonly name: string }>`
    WITH RECURSIVE going (id) AS (
      SELECT 'klinke.tenant'::regclass::oid
      UNION
      SELECT conrelid FROM pg_constraint JOIN going ON confrelid = going.id
      WHERE contype = 'f' AND (confdeltype = 'c' OR confdeltype = 'n' AND confrelid = 'klinke.tenant'::regclass)
    )
    SELECT DISTINCT relname AS name FROM going JOIN pg_class ON pg_class.oid = going.id`.execute(tx.tables())
  return new Set(rows.map(({ name }) => name))
}
