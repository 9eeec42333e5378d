import { randomUUIDv7 } from 'node:crypto'
import {
  decodeText,
  type ImportedChange,
  type ImportProgress,
  insertImport,
  isWorkbook,
  type Mapping,
  type ReadRow,
  type ReadRows,
  readRows,
  rowsAtATime,
  type Table,
  type TableQuery,
  type Tx,
  tableOf,
  undoImport,
  unfollowed,
} from '@klinke/platform'
import { sql } from 'kysely'
import { keepBook, type PhoneBook } from './book-store.ts'
import { readCard } from './card-contact.ts'
import { CONTACT_FIELDS, type ContactField, readContact } from './contact-fields.ts'
import { assertRoom, deleteEntries, type EntryLimits, unchanged, type WrittenEntry, writeEntries } from './entry-store.ts'
import { keysOf } from './folding.ts'
import type { Duplicates, EntryFields } from './rules.ts'
import type { PhoneBookTables } from './tables.ts'
import { readCards } from './vcard.ts'

/** Entries looked up in one statement. */
const LOOKED_UP_AT_A_TIME = 1_000
/** Entries written in one statement at most. */
const WRITTEN_AT_A_TIME = 1_000

/** A file as it was understood; `table` is absent for vCards. */
export interface ReadFile extends ReadRows<EntryFields> {
  readonly table?: { readonly table: Table; readonly mapping: Mapping<ContactField> }
}

/** What an import would do, or has done. */
export interface ImportPlan {
  readonly created: readonly WrittenEntry[]
  readonly changed: readonly { readonly entry: WrittenEntry; readonly before: EntryFields }[]
  /** In the phone book already, or twice in the file. */
  readonly skipped: number
}

/** Reads vCards, or a table. Throws `TableUnreadable` and `MappingInvalid`. */
export async function readFile(
  octets: Uint8Array,
  query: TableQuery,
  areaCode: string | null,
  progress: ImportProgress = unfollowed,
): Promise<ReadFile> {
  const text = isWorkbook(octets) ? '' : decodeText(octets, query.encoding).text
  if (/^\s*BEGIN:VCARD/i.test(text)) return cardsOf(text, areaCode)
  const read = await tableOf(octets, query, CONTACT_FIELDS)
  return { ...(await readRows(read.table, read.mapping, readContact(areaCode), progress)), table: read }
}

async function cardsOf(text: string, areaCode: string | null): Promise<ReadFile> {
  const rows: ReadRow<EntryFields>[] = []
  const problems: ReadFile['problems'][number][] = []
  for (const [index, card] of (await readCards(text)).entries()) {
    const result = readCard(card, areaCode)
    if (result.ok) rows.push({ row: index + 1, value: result.value })
    else problems.push(...result.error.map((problem) => ({ ...problem, row: index + 1, value: nameIn(card.lines) })))
  }
  return { rows, problems }
}

function nameIn(lines: readonly { readonly name: string; readonly parts: readonly string[] }[]): string {
  return lines.find(({ name }) => name === 'FN')?.parts[0] ?? ''
}

/** Holds what was read against the phone book. */
export async function planImport(
  tx: Tx,
  book: PhoneBook,
  rows: ReadFile['rows'],
  duplicates: Duplicates,
  progress: ImportProgress = unfollowed,
): Promise<ImportPlan> {
  const created: WrittenEntry[] = []
  const changed: ImportPlan['changed'][number][] = []
  const seen = new Set<string>()
  let skipped = 0
  for (let at = 0; at < rows.length; at += LOOKED_UP_AT_A_TIME) {
    progress('comparing', at, rows.length)
    const some = rows.slice(at, at + LOOKED_UP_AT_A_TIME).map(({ value }) => ({ value, sameness: keysOf(value).sameness }))
    const known =
      duplicates === 'add'
        ? new Map<string, WrittenEntry>()
        : await sameIn(
            tx,
            book,
            some.map(({ sameness }) => sameness),
          )
    for (const { value, sameness } of some) {
      const same = known.get(sameness)
      if (duplicates !== 'add' && (seen.has(sameness) || (same !== undefined && (duplicates === 'skip' || isEqual(same.fields, value)))))
        skipped++
      else if (same === undefined) created.push({ id: randomUUIDv7(), fields: value })
      else changed.push({ entry: { id: same.id, fields: value }, before: same.fields })
      seen.add(sameness)
    }
  }
  return { created, changed, skipped }
}

/** Does it. Returns the id by which it can be taken back. */
export async function runImport(
  tx: Tx,
  book: PhoneBook,
  plan: ImportPlan,
  about: { readonly failed: number; readonly fileName: string; readonly importedBy: string },
  progress: ImportProgress = unfollowed,
): Promise<string> {
  const { created, changed, skipped } = plan
  await keepBook(tx, book)
  const entries = [...created, ...changed.map(({ entry }) => entry)]
  const versions = await unaudited(tx, () => writeAll(tx, book, entries, progress))
  const version = (id: string) => versions.get(id) ?? ''
  const changes: readonly ImportedChange[] = [
    ...created.map(({ id }) => ({ rowId: id, before: null, version: version(id) })),
    ...changed.map(({ entry, before }) => ({ rowId: entry.id, before, version: version(entry.id) })),
  ]
  return insertImport(tx, { ...subjectOf(book), ...about, created: created.length, changed: changed.length, skipped }, changes)
}

async function writeAll(
  tx: Tx,
  book: PhoneBook,
  entries: readonly WrittenEntry[],
  progress: ImportProgress,
): Promise<ReadonlyMap<string, string>> {
  const versions = new Map<string, string>()
  const step = rowsAtATime(entries.length, WRITTEN_AT_A_TIME)
  for (let at = 0; at < entries.length; at += step) {
    progress('writing', at, entries.length)
    for (const [id, version] of await writeEntries(tx, book, entries.slice(at, at + step))) versions.set(id, version)
  }
  progress('writing', entries.length, entries.length)
  return versions
}

/** Takes an import back, all but the entries that somebody has changed since; undefined when there is none of that id. */
export function undoEntries(tx: Tx, book: PhoneBook, importId: string): Promise<{ undone: number; left: number } | undefined> {
  return undoImport(tx, subjectOf(book), importId, (_same, changes) => unaudited(tx, () => takeBack(tx, book, changes)))
}

export function subjectOf({ tenantId, id }: PhoneBook): { tenantId: string; subject: string; subjectId: string } {
  return { tenantId, subject: 'phone-book', subjectId: id }
}

async function takeBack(tx: Tx, book: PhoneBook, changes: readonly ImportedChange[]): Promise<number> {
  const still = await unchanged(tx, changes)
  const mine = changes.filter(({ rowId }) => still.has(rowId))
  await deleteEntries(
    tx,
    book.id,
    mine.filter(({ before }) => before === null).map(({ rowId }) => rowId),
  )
  // What `runImport` has written there.
  const restored = mine.flatMap(({ rowId, before }) => (before === null ? [] : [{ id: rowId, fields: before as EntryFields }]))
  await writeEntries(tx, book, restored)
  return changes.length - mine.length
}

/** Throws `PhoneBookFull` unless the entries of the plan fit. */
export function assertFits(tx: Tx, book: PhoneBook, { created }: ImportPlan, limits: EntryLimits): Promise<void> {
  return assertRoom(tx, book, created.length, limits)
}

async function sameIn(tx: Tx, book: PhoneBook, sameness: readonly string[]): Promise<ReadonlyMap<string, WrittenEntry>> {
  const query = tx.tables<PhoneBookTables>().selectFrom('phone_book_entry').selectAll().where('book_id', '=', book.id)
  const rows = await query.where('sameness', 'in', sameness).orderBy('id', 'desc').execute()
  return new Map(
    rows.map(({ id, sameness: key, name, company, email, notes, favourite, numbers }) => [
      key,
      { id, fields: { name, company, email, notes, favourite, numbers } },
    ]),
  )
}

function isEqual(a: EntryFields, b: EntryFields): boolean {
  const text = ({ name, company, email, notes, favourite, numbers }: EntryFields) =>
    JSON.stringify([name, company, email, notes, favourite, numbers.map(({ kind, number }) => [kind, number])])
  return text(a) === text(b)
}

/** The audit log has the import as one; 100,000 rows of it would hide everything else. */
async function unaudited<T>(tx: Tx, work: () => Promise<T>): Promise<T> {
  const db = tx.tables()
  const { rows } = await sql<{ actor: string | null }>`SELECT current_setting('klinke.actor', true) AS actor`.execute(db)
  await sql`SELECT set_config('klinke.actor', '', true)`.execute(db)
  const result = await work()
  await sql`SELECT set_config('klinke.actor', ${rows[0]?.actor ?? ''}, true)`.execute(db)
  return result
}
