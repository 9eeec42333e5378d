import { errorCode, type Tx, violatedConstraint } from '@klinke/platform'
import { type Generated, type Selectable, sql } from 'kysely'
import { assertMayStandAt } from '../sites/at-site.ts'
import { type SparseBlock, sparseFirsts } from './owned-numbers.ts'
import { type BlockSize, isSparse, NoSuchTenant, NumberInBlock, NumberQuarantined, NumberTaken, numbersOfBlock } from './rules.ts'
import type { NumberState } from './states.ts'

/** Whether calls with more digits than a block has reach its numbers (NUM-05). */
export type DigitsBeyond = 'allowed' | 'forbidden'

interface NumberTable {
  readonly e164: string
  readonly tenant_id: string
  readonly block_first: string | null
  readonly block_size: number | null
  readonly site_id: Generated<string | null>
  readonly created_at: Generated<Date>
  readonly range_e164: Generated<string>
}

export interface RangeTable {
  readonly e164: string
  readonly tenant_id: string
  readonly size: number
  readonly state: NumberState
  readonly state_since: Generated<Date>
  readonly due: Generated<string | null>
  readonly ported: Generated<boolean>
  readonly site_id: Generated<string | null>
  readonly upstream_carrier: Generated<string | null>
  readonly temporary_for: Generated<string | null>
  readonly notes: Generated<string>
  readonly digits_beyond: Generated<DigitsBeyond>
  readonly created_at: Generated<Date>
  readonly updated_at: Generated<Date>
}

export interface InventoryTables {
  readonly phone_number: NumberTable
  readonly number_range: RangeTable
}

export interface AssignedNumber {
  readonly e164: string
  readonly tenantId: string
  readonly block: { readonly first: string; readonly size: number } | null
  /** Its own, else that of its block; null: the main site. */
  readonly siteId: string | null
  readonly state: NumberState
  /** Of its block. */
  readonly digitsBeyond: DigitsBeyond
  readonly createdAt: Date
}

/** What is assigned together. */
export interface NewRange {
  readonly tenantId: string
  readonly first: string
  readonly size: BlockSize
  readonly siteId?: string | null | undefined
  readonly state?: NumberState | undefined
  readonly ported?: boolean | undefined
  /** ISO 8601 date. */
  readonly due?: string | null | undefined
  readonly upstreamCarrier?: string | null | undefined
  readonly temporaryFor?: string | null | undefined
  readonly notes?: string | undefined
  readonly digitsBeyond?: DigitsBeyond | undefined
}

/**
 * Assigns a number or a block to a tenant, and gives the numbers that have a row now: of a large block the first one, without. Throws `NumberTaken`,
 * `BlockMisaligned` or `NoSuchTenant`.
 */
export async function assignNumbers(tx: Tx, range: NewRange): Promise<readonly AssignedNumber[]> {
  const { tenantId, first, size } = range
  const numbers = isSparse(size) ? [first] : numbersOfBlock(first, size)
  const taken = await overlapping(tx, first, size)
  if (taken.length > 0) throw new NumberTaken(taken)
  const {
    siteId = null,
    state = 'active',
    ported = false,
    due = null,
    upstreamCarrier = null,
    temporaryFor = null,
    notes = '',
    digitsBeyond = 'allowed',
  } = range
  const facts = {
    site_id: siteId,
    state,
    ported,
    due,
    upstream_carrier: upstreamCarrier,
    temporary_for: temporaryFor,
    notes,
    digits_beyond: digitsBeyond,
  }
  try {
    await tx
      .tables<InventoryTables>()
      .insertInto('number_range')
      .values({ ...facts, e164: first, tenant_id: tenantId, size })
      .execute()
  } catch (error) {
    // Taken between the look and the insertion.
    if (errorCode(error) === '23505' || violatedConstraint(error) === 'number_range_overlap') throw new NumberTaken([first])
    throw errorCode(error) === '23503' ? new NoSuchTenant(tenantId) : error
  }
  if (!isSparse(size)) await insertRows(tx, tenantId, numbers)
  return (await Promise.all(numbers.map((e164) => findNumber(tx, e164)))).flatMap((number) => number ?? [])
}

async function insertRows(tx: Tx, tenantId: string, numbers: readonly string[]): Promise<void> {
  const block =
    numbers.length > 1 ? { block_first: numbers[0] ?? null, block_size: numbers.length } : { block_first: null, block_size: null }
  const rows = numbers.map((e164) => ({ e164, tenant_id: tenantId, ...block }))
  await tx.tables<InventoryTables>().insertInto('phone_number').values(rows).execute()
}

/** What is assigned already of these numbers, in words. */
async function overlapping(tx: Tx, first: string, size: number): Promise<readonly string[]> {
  const from = first.slice(1)
  const { rows } = await sql<{ e164: string; size: number }>`
    SELECT e164, size FROM number_range WHERE digits && int8range(${from}::bigint, ${from}::bigint + ${size}::integer) ORDER BY e164 LIMIT 20`.execute(
    tx.tables(),
  )
  return rows.map((row) => (row.size === 1 ? row.e164 : `${row.e164} (block of ${row.size})`))
}

/** Also one of a large block that has no row. */
export async function findNumber(tx: Tx, e164: string): Promise<AssignedNumber | undefined> {
  return (await findNumbers(tx, [e164]))[0]
}

/** Those of them that there are. */
export async function findNumbers(tx: Tx, e164: readonly string[]): Promise<readonly AssignedNumber[]> {
  if (e164.length === 0) return []
  const rows = (await held(tx).where('number.e164', 'in', e164).execute()).map(fromRow)
  const known = new Set(rows.map((number) => number.e164))
  return [
    ...rows,
    ...(await unheld(
      tx,
      e164.filter((each) => !known.has(each)),
    )),
  ]
}

/** Numbers with a row that calls reach, in order of the digits. */
export async function listNumbersInUse(tx: Tx): Promise<readonly AssignedNumber[]> {
  return (await held(tx).where('range.state', 'in', ['temporary', 'active', 'porting-out']).orderBy('number.e164').execute()).map(fromRow)
}

/** Large blocks that calls reach, by tenant id and first number. */
export async function listSparseBlocks(tx: Tx): Promise<ReadonlyMap<string, ReadonlyMap<string, SparseBlock>>> {
  const query = tx.tables<InventoryTables>().selectFrom('number_range').select(['e164', 'tenant_id', 'size', 'site_id', 'digits_beyond'])
  const rows = await query.where('size', '>=', 1000).where('state', 'in', ['temporary', 'active', 'porting-out']).orderBy('e164').execute()
  const blocks = rows.map(({ e164: first, tenant_id, size, site_id: siteId, digits_beyond }): readonly [string, SparseBlock] => [
    tenant_id,
    {
      ...{ first, size: size === 1000 ? 1000 : 10_000 },
      ...(siteId === null ? {} : { siteId }),
      ...(digits_beyond === 'forbidden' && { noneBeyond: true }),
    },
  ])
  const byTenant = Map.groupBy(blocks, ([tenantId]) => tenantId)
  return new Map([...byTenant].map(([tenantId, own]) => [tenantId, new Map(own.map(([, block]) => [block.first, block]))]))
}

/** Gives numbers of large blocks a row, before something points at them. Others are left alone. */
export async function holdNumbers(tx: Tx, tenantId: string, e164: readonly (string | null | undefined)[]): Promise<void> {
  const wanted = e164.flatMap((each) => each ?? [])
  for (const number of await findNumbers(tx, wanted)) {
    if (number.tenantId !== tenantId || number.block === null || !isSparse(number.block.size)) continue
    const row = { e164: number.e164, tenant_id: tenantId, block_first: number.block.first, block_size: number.block.size }
    await tx
      .tables<InventoryTables>()
      .insertInto('phone_number')
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
}

/** Puts the number at a site of its tenant; null: at its block's. Throws `NoSuchSite` or `WrongOrtsnetz`; false when there is no such number. */
export async function putNumberAt(tx: Tx, e164: string, siteId: string | null): Promise<boolean> {
  const number = await findNumber(tx, e164)
  if (!number) return false
  if (siteId !== null) await assertMayStandAt(tx, number.tenantId, siteId, e164)
  await holdNumbers(tx, number.tenantId, [e164])
  await tx.tables<InventoryTables>().updateTable('phone_number').set({ site_id: siteId }).where('e164', '=', e164).execute()
  return true
}

/** Takes back a single number, or the block that begins with it. Throws `NumberInBlock` for another of a block, `NumberQuarantined`; false when there is none. */
export async function deleteNumbers(tx: Tx, e164: string, today: string): Promise<boolean> {
  const number = await findNumber(tx, e164)
  if (!number) return false
  if (number.block && number.block.first !== e164) throw new NumberInBlock(e164, number.block.first)
  const ranges = tx.tables<InventoryTables>()
  const due = sql<string | null>`to_char(due, 'YYYY-MM-DD')`.as('due')
  const range = await ranges.selectFrom('number_range').select(['state', due]).where('e164', '=', e164).executeTakeFirst()
  if (range?.state === 'quarantined' && range.due !== null && range.due > today) throw new NumberQuarantined(e164, range.due)
  await ranges.deleteFrom('number_range').where('e164', '=', e164).execute()
  return true
}

function held(tx: Tx) {
  return tx
    .tables<InventoryTables>()
    .selectFrom('phone_number as number')
    .innerJoin('number_range as range', 'range.e164', 'number.range_e164')
    .select([
      'number.e164',
      'number.tenant_id',
      'number.block_first',
      'number.block_size',
      'number.created_at',
      'range.state',
      'range.digits_beyond',
    ])
    .select(sql<string | null>`coalesce(number.site_id, range.site_id)`.as('site_id'))
}

/** Numbers of large blocks that have no row. */
async function unheld(tx: Tx, e164: readonly string[]): Promise<readonly AssignedNumber[]> {
  const firsts = e164.flatMap((each) => sparseFirsts(each).map((block) => block.e164))
  if (firsts.length === 0) return []
  const query = tx.tables<InventoryTables>().selectFrom('number_range').selectAll().where('e164', 'in', firsts).where('size', '>=', 1000)
  const ranges = new Map((await query.execute()).map((range) => [range.e164, range]))
  return e164.flatMap((each) => {
    const first = sparseFirsts(each).find((block) => ranges.get(block.e164)?.size === block.size)
    const range = first && ranges.get(first.e164)
    return range === undefined ? [] : [inRange(each, range)]
  })
}

function inRange(e164: string, range: Selectable<RangeTable>): AssignedNumber {
  const { tenant_id: tenantId, state, site_id: siteId, created_at: createdAt, digits_beyond: digitsBeyond } = range
  return { e164, tenantId, block: { first: range.e164, size: range.size }, siteId, state, digitsBeyond, createdAt }
}

type HeldRow = Awaited<ReturnType<ReturnType<typeof held>['execute']>>[number]

function fromRow(row: HeldRow): AssignedNumber {
  return {
    e164: row.e164,
    tenantId: row.tenant_id,
    block: row.block_first === null || row.block_size === null ? null : { first: row.block_first, size: row.block_size },
    siteId: row.site_id,
    state: row.state,
    digitsBeyond: row.digits_beyond,
    createdAt: row.created_at,
  }
}
