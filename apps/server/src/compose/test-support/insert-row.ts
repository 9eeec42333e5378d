import type { Tx } from '@klinke/platform'
import { sql } from 'kysely'

/** Inserts a row into any table; what fails says which. */
export async function insertRow(
  tx: Tx,
  { table, values }: { readonly table: string; readonly values: Readonly<Record<string, unknown>> },
): Promise<void> {
  const columns = sql.join(Object.keys(values).map((column) => sql.ref(column)))
  const row = sql.join(Object.values(values).map((value) => sql`${value}`))
  await sql`INSERT INTO ${sql.table(table)} (${columns}) VALUES (${row})`.execute(tx.tables()).catch((error: unknown) => {
    throw new Error(`${table}: ${String(error)}`)
  })
}
