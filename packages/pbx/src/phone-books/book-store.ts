import { randomUUIDv7 } from 'node:crypto'
import { NoSuchTenant } from '@klinke/accounts'
import { type Tx, violatedConstraint } from '@klinke/platform'
import type { Selectable } from 'kysely'
import { findExtension } from '../extensions/store.ts'
import { MAX_BOOKS, type NameCallers, PhoneBookNameTaken, TooManyPhoneBooks } from './rules.ts'
import type { PhoneBookTables } from './tables.ts'

/** A phone book: of the company, or of one extension, which then gives it its id. */
export interface PhoneBook {
  readonly id: string
  readonly tenantId: string
  readonly extensionId: string | null
  readonly name: string
}

/** Throws `PhoneBookNameTaken`, `TooManyPhoneBooks` or `NoSuchTenant`. */
export async function insertBook(tx: Tx, { tenantId, name }: Pick<PhoneBook, 'tenantId' | 'name'>): Promise<PhoneBook> {
  if ((await listBooks(tx)).filter((book) => book.tenantId === tenantId).length >= MAX_BOOKS) throw new TooManyPhoneBooks()
  const row = { id: randomUUIDv7(), tenant_id: tenantId, extension_id: null, name }
  try {
    return fromRow(await tx.tables<PhoneBookTables>().insertInto('phone_book').values(row).returningAll().executeTakeFirstOrThrow())
  } catch (error) {
    throw inWords(error, name, tenantId)
  }
}

/** Those of the company, by name, in the order in which they were made. */
export async function listBooks(tx: Tx, limit?: number, after?: string): Promise<readonly PhoneBook[]> {
  let query = tx
    .tables<PhoneBookTables>()
    .selectFrom('phone_book')
    .selectAll()
    .where('extension_id', 'is', null)
    .where('discarded_at', 'is', null)
    .orderBy('id')
  if (limit !== undefined) query = query.limit(limit)
  if (after !== undefined) query = query.where('id', '>', after)
  return (await query.execute()).map(fromRow)
}

/** A phone book; that of an extension is there before anything stands in it. */
export async function findBook(tx: Tx, id: string): Promise<PhoneBook | undefined> {
  const row = await tx.tables<PhoneBookTables>().selectFrom('phone_book').selectAll().where('id', '=', id).executeTakeFirst()
  if (row !== undefined) return row.discarded_at === null ? fromRow(row) : undefined
  const extension = await findExtension(tx, id)
  return extension && { id, tenantId: extension.tenantId, extensionId: id, name: '' }
}

/** Before something is written into it: an extension's begins its life then. */
export async function keepBook(tx: Tx, { id, tenantId, extensionId, name }: PhoneBook): Promise<void> {
  if (extensionId === null) return
  const row = { id, tenant_id: tenantId, extension_id: extensionId, name }
  await tx
    .tables<PhoneBookTables>()
    .insertInto('phone_book')
    .values(row)
    .onConflict((known) => known.column('id').doNothing())
    .execute()
}

/** Throws `PhoneBookNameTaken`. */
export async function renameBook(tx: Tx, book: PhoneBook, name: string): Promise<PhoneBook> {
  try {
    await tx.tables<PhoneBookTables>().updateTable('phone_book').set({ name }).where('id', '=', book.id).execute()
  } catch (error) {
    throw inWords(error, name, book.tenantId)
  }
  return { ...book, name }
}

/** When callers are named. */
export async function findNameCallers(tx: Tx, tenantId: string): Promise<NameCallers> {
  const query = tx.tables<PhoneBookTables>().selectFrom('phone_book_settings').select('name_callers').where('tenant_id', '=', tenantId)
  return (await query.executeTakeFirst())?.name_callers ?? 'unnamed'
}

export async function saveNameCallers(tx: Tx, tenantId: string, name_callers: NameCallers): Promise<void> {
  await tx
    .tables<PhoneBookTables>()
    .insertInto('phone_book_settings')
    .values({ tenant_id: tenantId, name_callers })
    .onConflict((known) => known.column('tenant_id').doUpdateSet({ name_callers }))
    .execute()
}

/** What calls read of the settings; the names themselves are not in the snapshot, because they are too many. */
export async function loadNameCallers(tx: Tx): Promise<ReadonlyMap<string, NameCallers>> {
  const rows = await tx.tables<PhoneBookTables>().selectFrom('phone_book_settings').selectAll().execute()
  return new Map(rows.map(({ tenant_id, name_callers }) => [tenant_id, name_callers]))
}

export function fromRow(row: Selectable<PhoneBookTables['phone_book']>): PhoneBook {
  return { id: row.id, tenantId: row.tenant_id, extensionId: row.extension_id, name: row.name }
}

/** Errors of the database about a name, as this slice says them. */
export function inWords(error: unknown, name: string, tenantId: string): unknown {
  switch (violatedConstraint(error)) {
    case 'phone_book_name':
      return new PhoneBookNameTaken(name)
    case 'phone_book_tenant_id_fkey':
      return new NoSuchTenant(tenantId)
    default:
      return error
  }
}
