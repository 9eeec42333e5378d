import type { Clock, Logger } from '@klinke/foundation'
import type { Database, Tx } from '@klinke/platform'
import { sql } from 'kysely'
import { fromRow, inWords, type PhoneBook } from './book-store.ts'
import type { PhoneBookTables } from './tables.ts'

/** So long a phone book that was deleted can be taken back, at least. */
const DISCARDED_MS = 3_600_000

/** Nobody sees it any more and its numbers name nobody, until it is restored or removed. Its numbers go in one statement, which tells calls once. */
export async function discardBook(tx: Tx, id: string): Promise<void> {
  await moveNumbers(tx, id, 'phone_book_number', 'phone_book_discarded_number')
  await tx.tables<PhoneBookTables>().updateTable('phone_book').set({ discarded_at: sql`now()` }).where('id', '=', id).execute()
}

/** Takes a deletion back; undefined when there is nothing to be taken back any more. Throws `PhoneBookNameTaken`. */
export async function restoreBook(tx: Tx, id: string): Promise<PhoneBook | undefined> {
  const discarded = tx
    .tables<PhoneBookTables>()
    .selectFrom('phone_book')
    .selectAll()
    .where('id', '=', id)
    .where('discarded_at', 'is not', null)
  const row = await discarded.forUpdate().executeTakeFirst()
  if (row === undefined) return undefined
  try {
    await tx.tables<PhoneBookTables>().updateTable('phone_book').set({ discarded_at: null }).where('id', '=', id).execute()
  } catch (error) {
    throw inWords(error, row.name, row.tenant_id)
  }
  await moveNumbers(tx, id, 'phone_book_discarded_number', 'phone_book_number')
  return fromRow(row)
}

/** What nobody has taken back is gone for good. Never rejects. */
export async function removeDiscarded({ database, clock, logger }: Parts): Promise<void> {
  const before = new Date(clock.epochMs() - DISCARDED_MS)
  try {
    await database.withOperator(async (tx) => {
      const db = tx.tables<PhoneBookTables>()
      const old = (await db.selectFrom('phone_book').select('id').where('discarded_at', '<', before).execute()).map(({ id }) => id)
      if (old.length === 0) return
      // Entry by entry a cascade would tell of each by itself.
      await db.deleteFrom('phone_book_entry').where('book_id', 'in', old).execute()
      await db.deleteFrom('phone_book').where('id', 'in', old).execute()
    })
  } catch (error) {
    logger.warn('deleted phone books could not be removed', { error: error instanceof Error ? error : new Error(String(error)) })
  }
}

interface Parts {
  readonly database: Database
  readonly clock: Clock
  readonly logger: Logger
}

type NumberTable = 'phone_book_number' | 'phone_book_discarded_number'

async function moveNumbers(tx: Tx, bookId: string, from: NumberTable, to: NumberTable): Promise<void> {
  const columns = sql.raw('tenant_id, book_id, entry_id, extension_id, number, label')
  await sql`WITH moved AS (DELETE FROM ${sql.table(from)} WHERE book_id = ${bookId} RETURNING ${columns})
    INSERT INTO ${sql.table(to)} (${columns}) SELECT ${columns} FROM moved`.execute(tx.tables())
}
