import type { Tx } from '@klinke/platform'
import type { Selectable } from 'kysely'
import type { NumberRow } from './name-index.ts'
import type { PhoneBookTables } from './tables.ts'

/** Where reading goes on. */
export type NumberPosition = Pick<NumberRow, 'tenantId' | 'number' | 'entryId'>

/** All numbers that `tx` sees, by tenant, number and entry, `limit` at most after that position. */
export async function numberPage(tx: Tx, limit: number, after: NumberPosition | undefined): Promise<readonly NumberRow[]> {
  let query = tx.tables<PhoneBookTables>().selectFrom('phone_book_number').selectAll()
  if (after !== undefined)
    query = query.where((row) =>
      row(row.refTuple('tenant_id', 'number', 'entry_id'), '>', row.tuple(after.tenantId, after.number, after.entryId)),
    )
  return (await query.orderBy('tenant_id').orderBy('number').orderBy('entry_id').limit(limit).execute()).map(fromRow)
}

/** What these numbers are called, in all phone books that `tx` sees. */
export async function numbersOf(tx: Tx, numbers: readonly string[]): Promise<readonly NumberRow[]> {
  const query = tx.tables<PhoneBookTables>().selectFrom('phone_book_number').selectAll().where('number', 'in', numbers)
  return (await query.orderBy('number').orderBy('entry_id').execute()).map(fromRow)
}

function fromRow(row: Selectable<PhoneBookTables['phone_book_number']>): NumberRow {
  return { tenantId: row.tenant_id, number: row.number, entryId: row.entry_id, extensionId: row.extension_id, label: row.label }
}
