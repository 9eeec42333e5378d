import { randomUUIDv7 } from 'node:crypto'
import { NotFound, type Tx } from '@klinke/platform'
import { type ColumnType, type Generated, type Selectable, sql } from 'kysely'
import { findRange } from '../numbers/range-store.ts'
import type { NumberState } from '../numbers/states.ts'
import type { EntryForm, Objection } from './entry.ts'
import { DirectoryDatesWrong, ExtensionNotInBlock, MAX_DIRECTORY_ENTRIES, NumberNotListable, TooManyDirectoryEntries } from './problems.ts'

interface EntryTable {
  readonly id: string
  readonly tenant_id: string
  readonly e164: string
  readonly extension: string | null
  readonly use: EntryForm['use']
  readonly kind: EntryForm['kind']
  readonly name: string
  readonly first_name: string
  readonly title: string
  readonly historic_name: string
  readonly search_word: string
  readonly profession: string
  readonly address: ColumnType<EntryForm['address'], string, string>
  readonly correspondence: ColumnType<EntryForm['correspondence'], string | null, string | null>
  readonly printed: EntryForm['printed']
  readonly electronic: boolean
  readonly inquiry: EntryForm['inquiry']
  readonly inverse_search: boolean
  readonly valid_from: ColumnType<Date, string, string>
  readonly valid_until: ColumnType<Date | null, string | null, string | null>
  readonly created_at: Generated<Date>
  readonly updated_at: Generated<Date>
}

interface ObjectionTable {
  readonly tenant_id: string
  readonly entry_id: string
  readonly against: readonly Objection[]
  readonly remark: string
  readonly by: string
  readonly at: Date
}

export interface DirectoryTables {
  readonly directory_entry: EntryTable
  readonly directory_objection: ObjectionTable
  readonly number_range: { readonly e164: string; readonly tenant_id: string; readonly size: number; readonly state: NumberState }
}

export interface StoredEntry extends EntryForm {
  readonly id: string
  readonly tenantId: string
  /** Of the number's range; null where the customer has it no more. */
  readonly size: number | null
  readonly numberState: NumberState | null
  readonly updatedAt: Date
}

export interface StoredObjection {
  readonly against: readonly Objection[]
  readonly remark: string
  readonly by: string
  readonly at: Date
}

/** Calls reach it, and it is nobody else's soon: so it is listed. What is ordered or ported in waits. */
export const LISTED_STATES: ReadonlySet<NumberState> = new Set(['active', 'porting-out'])
const MAY_HAVE_ENTRY: ReadonlySet<NumberState> = new Set(['ordered', 'porting-in', 'active', 'porting-out'])

/** Throws `NumberNotListable`, `ExtensionNotInBlock`, `DirectoryDatesWrong` or `TooManyDirectoryEntries`. */
export async function insertEntry(tx: Tx, tenantId: string, form: EntryForm): Promise<StoredEntry> {
  await assertPossible(tx, tenantId, form)
  const tables = tx.tables<DirectoryTables>()
  const counting = tables.selectFrom('directory_entry').select(({ fn }) => fn.countAll<string>().as('count'))
  const { count } = await counting.where('tenant_id', '=', tenantId).executeTakeFirstOrThrow()
  if (Number(count) >= MAX_DIRECTORY_ENTRIES) throw new TooManyDirectoryEntries()
  const id = randomUUIDv7()
  await tables
    .insertInto('directory_entry')
    .values({ id, tenant_id: tenantId, e164: form.subscriberNumber, ...columnsOf(form) })
    .execute()
  return findEntry(tx, id)
}

/** Throws `NotFound`. `for change`: nobody else changes it meanwhile. */
export async function findEntry(tx: Tx, id: string, lock?: 'for change'): Promise<StoredEntry> {
  if (lock !== undefined) await sql`SELECT 1 FROM directory_entry WHERE id = ${id} FOR UPDATE`.execute(tx.tables())
  const row = await select(tx).where('entry.id', '=', id).executeTakeFirst()
  if (row === undefined) throw new NotFound('directory entry', id)
  return fromRow(row)
}

/** Throws as `insertEntry`. */
export async function changeEntry(tx: Tx, entry: StoredEntry, form: EntryForm): Promise<StoredEntry> {
  await assertPossible(tx, entry.tenantId, form)
  await writeEntry(tx, entry.id, form)
  return findEntry(tx, entry.id)
}

/** Objections hold even where the number is gone meanwhile: nothing is checked. */
export async function writeEntry(tx: Tx, id: string, form: EntryForm): Promise<void> {
  const updating = tx
    .tables<DirectoryTables>()
    .updateTable('directory_entry')
    .set({ ...columnsOf(form), updated_at: sql`now()` })
  await updating.where('id', '=', id).execute()
}

/** False when there is none. */
export async function deleteEntry(tx: Tx, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx.tables<DirectoryTables>().deleteFrom('directory_entry').where('id', '=', id).executeTakeFirst()
  return numDeletedRows > 0n
}

/** In the order in which they were made. */
export async function listEntries(tx: Tx, { after, limit }: { readonly after?: string | undefined; readonly limit: number }) {
  let query = select(tx).orderBy('entry.id').limit(limit)
  if (after !== undefined) query = query.where('entry.id', '>', after)
  return (await query.execute()).map(fromRow)
}

export async function insertObjection(tx: Tx, { id, tenantId }: StoredEntry, made: StoredObjection): Promise<void> {
  const row = { ...made, against: [...made.against], entry_id: id, tenant_id: tenantId }
  await tx.tables<DirectoryTables>().insertInto('directory_objection').values(row).execute()
}

/** The oldest first. */
export function listObjections(tx: Tx, entryId: string): Promise<readonly StoredObjection[]> {
  const query = tx.tables<DirectoryTables>().selectFrom('directory_objection').select(['against', 'remark', 'by', 'at'])
  return query.where('entry_id', '=', entryId).orderBy('at').execute()
}

async function assertPossible(tx: Tx, tenantId: string, form: EntryForm): Promise<void> {
  const range = await findRange(tx, form.subscriberNumber)
  if (range?.tenantId !== tenantId || !MAY_HAVE_ENTRY.has(range.state)) throw new NumberNotListable(form.subscriberNumber)
  const { extension } = form
  const digits = String(range.size).length - 1
  if (extension !== null && (digits === 0 || (extension !== '0' && extension.length !== digits)))
    throw new ExtensionNotInBlock(extension, range.size)
  if (form.validUntil !== null && form.validUntil < form.validFrom) throw new DirectoryDatesWrong()
}

function columnsOf(form: EntryForm) {
  return {
    ...{ extension: form.extension, use: form.use, kind: form.kind, name: form.name, first_name: form.firstName, title: form.title },
    ...{ historic_name: form.historicName, search_word: form.searchWord, profession: form.profession },
    ...{ address: JSON.stringify(form.address), correspondence: form.correspondence && JSON.stringify(form.correspondence) },
    ...{ printed: form.printed, electronic: form.electronic, inquiry: form.inquiry, inverse_search: form.inverseSearch },
    ...{ valid_from: form.validFrom, valid_until: form.validUntil },
  }
}

function select(tx: Tx) {
  return tx
    .tables<DirectoryTables>()
    .selectFrom('directory_entry as entry')
    .leftJoin('number_range as range', (join) =>
      join.onRef('range.e164', '=', 'entry.e164').onRef('range.tenant_id', '=', 'entry.tenant_id'),
    )
    .selectAll('entry')
    .select(['range.size', 'range.state'])
    .select([
      sql<string>`to_char(entry.valid_from, 'YYYY-MM-DD')`.as('from_day'),
      sql<string | null>`to_char(entry.valid_until, 'YYYY-MM-DD')`.as('until_day'),
    ])
}

type Row = Selectable<EntryTable> & {
  readonly size: number | null
  readonly state: NumberState | null
  readonly from_day: string
  readonly until_day: string | null
}

function fromRow(row: Row): StoredEntry {
  return {
    ...{ id: row.id, tenantId: row.tenant_id, size: row.size, numberState: row.state, updatedAt: row.updated_at },
    ...{ subscriberNumber: row.e164, extension: row.extension, use: row.use, kind: row.kind, name: row.name },
    ...{ firstName: row.first_name, title: row.title, historicName: row.historic_name, searchWord: row.search_word },
    ...{ profession: row.profession, address: row.address, correspondence: row.correspondence, printed: row.printed },
    ...{ electronic: row.electronic, inquiry: row.inquiry, inverseSearch: row.inverse_search },
    ...{ validFrom: row.from_day, validUntil: row.until_day },
  }
}
