import { errorCode, type Tx } from '@klinke/platform'
import type { Generated, Selectable } from 'kysely'
import { NoSuchTenant, NumberInBlock, NumberTaken } from './rules.ts'

interface NumberTable {
  readonly e164: string
  readonly tenant_id: string
  readonly block_first: string | null
  readonly block_size: number | null
  readonly site_id: Generated<string | null>
  readonly created_at: Generated<Date>
}

interface NumberTables {
  readonly phone_number: NumberTable
}

export interface AssignedNumber {
  readonly e164: string
  readonly tenantId: string
  readonly block: { readonly first: string; readonly size: number } | null
  /** Null: the main site. */
  readonly siteId: string | null
  readonly createdAt: Date
}

/** Assigns the numbers to a tenant: all or none. Throws `NumberTaken` or `NoSuchTenant`. */
export async function insertNumbers(
  tx: Tx,
  tenantId: string,
  numbers: readonly string[],
  siteId: string | null = null,
): Promise<readonly AssignedNumber[]> {
  const tables = tx.tables<NumberTables>()
  const taken = await tables.selectFrom('phone_number').select('e164').where('e164', 'in', numbers).orderBy('e164').execute()
  if (taken.length > 0) throw new NumberTaken(taken.map((row) => row.e164))
  const block =
    numbers.length > 1 ? { block_first: numbers[0] ?? null, block_size: numbers.length } : { block_first: null, block_size: null }
  const rows = numbers.map((e164) => ({ e164, tenant_id: tenantId, site_id: siteId, ...block }))
  try {
    return (await tables.insertInto('phone_number').values(rows).returningAll().execute()).map(fromRow)
  } catch (error) {
    // Taken between the look and the insertion.
    if (errorCode(error) === '23505') throw new NumberTaken(numbers)
    throw errorCode(error) === '23503' ? new NoSuchTenant(tenantId) : error
  }
}

export async function findNumber(tx: Tx, e164: string): Promise<AssignedNumber | undefined> {
  const row = await tx.tables<NumberTables>().selectFrom('phone_number').selectAll().where('e164', '=', e164).executeTakeFirst()
  return row && fromRow(row)
}

/** Those of them that there are. */
export async function findNumbers(tx: Tx, e164: readonly string[]): Promise<readonly AssignedNumber[]> {
  return (await tx.tables<NumberTables>().selectFrom('phone_number').selectAll().where('e164', 'in', e164).execute()).map(fromRow)
}

/** In order of the digits. */
export async function listNumbers(tx: Tx): Promise<readonly AssignedNumber[]> {
  return (await tx.tables<NumberTables>().selectFrom('phone_number').selectAll().orderBy('e164').execute()).map(fromRow)
}

/** Takes back a single number, or the block that begins with it. Throws `NumberInBlock` for another of a block; false when there is none. */
export async function deleteNumbers(tx: Tx, e164: string): Promise<boolean> {
  const number = await findNumber(tx, e164)
  if (!number) return false
  const { block } = number
  if (block && block.first !== e164) throw new NumberInBlock(e164, block.first)
  const query = tx.tables<NumberTables>().deleteFrom('phone_number')
  await (block ? query.where('block_first', '=', block.first) : query.where('e164', '=', e164)).execute()
  return true
}

function fromRow(row: Selectable<NumberTable>): AssignedNumber {
  return {
    e164: row.e164,
    tenantId: row.tenant_id,
    block: row.block_first === null || row.block_size === null ? null : { first: row.block_first, size: row.block_size },
    siteId: row.site_id,
    createdAt: row.created_at,
  }
}
