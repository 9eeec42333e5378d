import type { Tx } from '@klinke/platform'
import { type Selectable, sql } from 'kysely'
import type { PhoneBook } from './book-store.ts'
import { keysOf, soughtIn } from './folding.ts'
import { DEFAULT_ENTRIES, DEFAULT_PERSONAL_ENTRIES, type EntryFields, labelOf, PhoneBookFull } from './rules.ts'
import type { PhoneBookTables } from './tables.ts'

/** Rows in one statement. */
const ROWS_AT_A_TIME = 1_000

export interface Entry extends EntryFields {
  readonly id: string
  readonly bookId: string
}

/** An entry as it is to be written. */
export interface WrittenEntry {
  readonly id: string
  readonly fields: EntryFields
}

/** Where a list goes on. */
export interface EntryPosition {
  readonly sorted: string
  readonly id: string
}

export interface EntryFilter {
  /** Part of a name, company, address or number, in whichever way it is written. */
  readonly search?: string | undefined
  readonly favourite?: boolean | undefined
  readonly after?: EntryPosition | undefined
  readonly limit: number
}

/** How many entries there may be. */
export interface EntryLimits {
  readonly phoneBookEntries?: number
  readonly personalPhoneBookEntries?: number
}

/** By name; of these phone books. */
export async function listEntries(
  tx: Tx,
  bookIds: readonly string[],
  { search = '', favourite, after, limit }: EntryFilter,
): Promise<readonly (Entry & EntryPosition)[]> {
  if (bookIds.length === 0) return []
  let query = tx.tables<PhoneBookTables>().selectFrom('phone_book_entry').selectAll().where('book_id', 'in', bookIds)
  const sought = soughtIn(search)
  if (sought.length > 0) query = query.where((row) => row.or(sought.map((part) => sql<boolean>`strpos(search, ${part}) > 0`)))
  if (favourite !== undefined) query = query.where('favourite', '=', favourite)
  if (after !== undefined) query = query.where((row) => row(row.refTuple('sorted', 'id'), '>', row.tuple(after.sorted, after.id)))
  const rows = await query.orderBy('sorted').orderBy('id').limit(limit).execute()
  return rows.map((row) => ({ ...fromRow(row), sorted: row.sorted }))
}

export async function findEntry(tx: Tx, bookId: string, id: string): Promise<Entry | undefined> {
  const query = tx.tables<PhoneBookTables>().selectFrom('phone_book_entry').selectAll()
  const row = await query.where('book_id', '=', bookId).where('id', '=', id).executeTakeFirst()
  return row && fromRow(row)
}

/** Throws `PhoneBookFull` unless `more` entries fit beside those that are there. Concurrent writers wait for each other. */
export async function assertRoom(tx: Tx, book: PhoneBook, more: number, limits: EntryLimits): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(hashtextextended(${`phone-book ${book.tenantId}`}, 0))`.execute(tx.tables())
  const query = tx.tables<PhoneBookTables>().selectFrom('phone_book_entry').innerJoin('phone_book', 'phone_book.id', 'book_id')
  const there = query.where('phone_book.tenant_id', '=', book.tenantId).where('phone_book.discarded_at', 'is', null)
  const counted = there.select((row) => row.fn.countAll<string>().as('entries'))
  const of = book.extensionId === null ? counted.where('phone_book.extension_id', 'is', null) : counted.where('phone_book.id', '=', book.id)
  const most =
    book.extensionId === null ? (limits.phoneBookEntries ?? DEFAULT_ENTRIES) : (limits.personalPhoneBookEntries ?? DEFAULT_PERSONAL_ENTRIES)
  const would = Number((await of.executeTakeFirstOrThrow()).entries) + more
  if (would > most) throw new PhoneBookFull(most, would)
}

/** Writes entries, new ones and others, with what calls read of them. Returns the version of each, by id. */
export async function writeEntries(tx: Tx, book: PhoneBook, entries: readonly WrittenEntry[]): Promise<ReadonlyMap<string, string>> {
  const versions = new Map<string, string>()
  for (let at = 0; at < entries.length; at += ROWS_AT_A_TIME) {
    const some = entries.slice(at, at + ROWS_AT_A_TIME)
    for (const [id, version] of await writeSome(tx, book, some)) versions.set(id, version)
  }
  return versions
}

async function writeSome(tx: Tx, book: PhoneBook, entries: readonly WrittenEntry[]): Promise<readonly (readonly [string, string])[]> {
  const db = tx.tables<PhoneBookTables>()
  const rows = entries.map(({ id, fields }) => ({ id, ...fields, ...keysOf(fields) }))
  const written = await sql<{ id: string; version: string }>`
    INSERT INTO phone_book_entry AS entry
      (id, tenant_id, book_id, name, company, email, notes, favourite, numbers, sorted, search, sameness)
    SELECT id, ${book.tenantId}::uuid, ${book.id}::uuid, name, company, email, notes, favourite, numbers, sorted, search, sameness
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS row
      (id uuid, name text, company text, email text, notes text, favourite boolean, numbers jsonb, sorted text, search text, sameness text)
    ON CONFLICT (id) DO UPDATE SET name = excluded.name, company = excluded.company, email = excluded.email, notes = excluded.notes,
      favourite = excluded.favourite, numbers = excluded.numbers, sorted = excluded.sorted, search = excluded.search,
      sameness = excluded.sameness, updated_at = clock_timestamp()
    RETURNING entry.id, ${VERSION} AS version`.execute(db)
  const numbers = entries.flatMap(({ id, fields }) => {
    const [own, label] = [new Set(fields.numbers.map(({ number }) => number)), labelOf(fields)]
    return [...own].map((number) => ({ entry_id: id, number, label }))
  })
  const ids = entries.map(({ id }) => id)
  await db.deleteFrom('phone_book_number').where('entry_id', 'in', ids).execute()
  await sql`INSERT INTO phone_book_number (tenant_id, book_id, extension_id, entry_id, number, label)
    SELECT ${book.tenantId}::uuid, ${book.id}::uuid, ${book.extensionId}::uuid, entry_id, number, label
    FROM jsonb_to_recordset(${JSON.stringify(numbers)}::jsonb) AS row (entry_id uuid, number text, label text)`.execute(db)
  return written.rows.map(({ id, version }) => [id, version])
}

/** What tells whether an entry has been changed since: the time of its last change. */
const VERSION = sql<string>`extract(epoch FROM entry.updated_at)::text`

/** Those of these entries that nobody has changed since they had these versions. */
export async function unchanged(
  tx: Tx,
  versions: readonly { readonly rowId: string; readonly version: string }[],
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`SELECT entry.id FROM phone_book_entry AS entry
    JOIN jsonb_to_recordset(${JSON.stringify(versions)}::jsonb) AS row ("rowId" uuid, version text)
      ON entry.id = row."rowId" AND ${VERSION} = row.version`.execute(tx.tables())
  return new Set(rows.map(({ id }) => id))
}

/** How many there were. */
export async function deleteEntries(tx: Tx, bookId: string, ids: readonly string[]): Promise<number> {
  if (ids.length === 0) return 0
  const db = tx.tables<PhoneBookTables>()
  await db.deleteFrom('phone_book_number').where('book_id', '=', bookId).where('entry_id', 'in', ids).execute()
  const gone = await db.deleteFrom('phone_book_entry').where('book_id', '=', bookId).where('id', 'in', ids).executeTakeFirst()
  return Number(gone.numDeletedRows)
}

function fromRow(row: Selectable<PhoneBookTables['phone_book_entry']>): Entry {
  const { id, name, company, email, notes, favourite, numbers } = row
  return { id, bookId: row.book_id, name, company, email, notes, favourite, numbers }
}
