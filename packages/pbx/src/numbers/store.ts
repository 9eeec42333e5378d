import { type AssignedNumber, findNumber, holdNumbers, type NumberState } from '@klinke/accounts'
import { type ChangedRows, matching, patched, type Sorting, type Tx } from '@klinke/platform'
import { type ColumnType, sql } from 'kysely'
import { type CallDestination, type FaxDestination, targetOf } from '../destinations/destination.ts'
import { assertDestination } from '../destinations/store.ts'
import { NotOwnNumber } from '../extensions/rules.ts'
import type { CallTargetTables } from '../internal-numbers/store.ts'
import { type LedBlock, LedNumbers } from './led-numbers.ts'
import { NoSuchExtension } from './problems.ts'

interface NumberTables extends CallTargetTables {
  readonly number_range: {
    readonly e164: string
    readonly tenant_id: string
    readonly size: number
    readonly state: NumberState
    readonly site_id: string | null
    /** Of large blocks that lead somewhere as a whole. */
    readonly destination: CallDestination | null
  }
  readonly phone_number: {
    readonly e164: string
    readonly tenant_id: string
    readonly block_first: string | null
    readonly block_size: number | null
    readonly site_id: string | null
    readonly range_e164: string
    readonly created_at: Date
    readonly destination: ColumnType<CallDestination | null, string | null, string | null>
    readonly fax: ColumnType<FaxDestination | null, string | null, string | null>
  }
}

/** A number with what it leads to. */
export interface LeadingNumber extends Omit<AssignedNumber, 'digitsBeyond'> {
  readonly destination: CallDestination | null
  /** Where a fax machine goes that calls it and is heard. */
  readonly fax: FaxDestination | null
  /** Of the extension that it leads to. */
  readonly extensionNumber: string | null
}

export interface LeadingFilter {
  readonly extensionNumber?: string | undefined
  /** As `searchQuery` says: in the number and in what it leads to. */
  readonly q?: string | undefined
  readonly sorting?: Sorting<'e164'>
  readonly limit: number
}

/** In order of the digits. */
export async function listLeadingNumbers(tx: Tx, { extensionNumber, q, sorting, limit }: LeadingFilter): Promise<readonly LeadingNumber[]> {
  let query = select(tx)
    .orderBy('led.e164', sorting?.descending === true ? 'desc' : 'asc')
    .limit(limit)
  if (extensionNumber !== undefined) query = query.where('target.number', '=', extensionNumber)
  if (q) query = query.where(matching(q, sql`led.e164`, sql`target.number`, sql`target.name`))
  if (sorting?.after !== undefined) query = query.where('led.e164', sorting.descending ? '<' : '>', sorting.after.value)
  return (await query.execute()).map(fromRow)
}

/** Also one of a large block with which nothing is. */
export async function findLeadingNumber(tx: Tx, e164: string): Promise<LeadingNumber | undefined> {
  const row = await select(tx).where('led.e164', '=', e164).executeTakeFirst()
  if (row) return fromRow(row)
  const number = await findNumber(tx, e164)
  if (number === undefined) return undefined
  const ranges = tx.tables<NumberTables>().selectFrom('number_range').select('destination')
  const range = await ranges.where('e164', '=', number.block?.first ?? e164).executeTakeFirst()
  return { ...number, destination: range?.destination ?? null, fax: null, extensionNumber: null }
}

/** Leads the number to a destination of its tenant, or nowhere (NUM-06). Throws `NoSuchTarget`; undefined when there is no such number. */
export async function leadNumber(tx: Tx, e164: string, destination: CallDestination | null): Promise<LeadingNumber | undefined> {
  const number = await findNumber(tx, e164)
  if (!number) return undefined
  await assertDestination(tx, number.tenantId, destination)
  await holdNumbers(tx, number.tenantId, [e164])
  const stored = destination === null ? null : JSON.stringify(destination)
  await tx.tables<NumberTables>().updateTable('phone_number').set({ destination: stored }).where('e164', '=', e164).execute()
  return findLeadingNumber(tx, e164)
}

/** Leads fax machines that call the number, or, with null, nowhere else than others. Throws `NoSuchTarget`; undefined when there is no such number. */
export async function leadFaxes(tx: Tx, e164: string, fax: FaxDestination | null): Promise<LeadingNumber | undefined> {
  const number = await findNumber(tx, e164)
  if (!number) return undefined
  await assertDestination(tx, number.tenantId, fax)
  await holdNumbers(tx, number.tenantId, [e164])
  const stored = fax === null ? null : JSON.stringify(fax)
  await tx.tables<NumberTables>().updateTable('phone_number').set({ fax: stored }).where('e164', '=', e164).execute()
  return findLeadingNumber(tx, e164)
}

/** Leads the number to the extension of that number. Throws `NoSuchExtension`. */
export async function mapNumber(tx: Tx, e164: string, extensionNumber: string | null): Promise<LeadingNumber | undefined> {
  const number = await findNumber(tx, e164)
  if (!number) return undefined
  if (extensionNumber === null) return leadNumber(tx, e164, null)
  const extension = await tx
    .tables<NumberTables>()
    .selectFrom('call_target')
    .select('id')
    .where('tenant_id', '=', number.tenantId)
    .where('kind', '=', 'extension')
    .where('number', '=', extensionNumber)
    .executeTakeFirst()
  if (!extension) throw new NoSuchExtension(extensionNumber)
  return leadNumber(tx, e164, { kind: 'extension', targetId: extension.id })
}

/** Before a number is stored that callers shall see. Throws `NotOwnNumber` when it is not the tenant's. */
export async function assertOwnNumber(tx: Tx, tenantId: string, e164: string): Promise<void> {
  const number = await findNumber(tx, e164)
  if (number?.tenantId !== tenantId) throw new NotOwnNumber(e164)
}

/** Where numbers lead, by tenant id and number; those that lead nowhere are not in it. */
export async function loadNumberDestinations(tx: Tx): Promise<ReadonlyMap<string, ReadonlyMap<string, CallDestination>>> {
  const rows = await tx.tables<NumberTables>().selectFrom('phone_number').select(['tenant_id', 'e164', 'destination']).execute()
  const byTenant = Map.groupBy(rows, (row) => row.tenant_id)
  const blocks = await loadLedBlocks(tx)
  const tenants = [...new Set([...byTenant.keys(), ...blocks.keys()])]
  return new Map(tenants.map((tenantId) => [tenantId, withBlocks(led(byTenant.get(tenantId) ?? []), blocks.get(tenantId))]))
}

/** By tenant id and first number. */
async function loadLedBlocks(tx: Tx): Promise<ReadonlyMap<string, ReadonlyMap<string, LedBlock>>> {
  const query = tx.tables<NumberTables>().selectFrom('number_range').select(['tenant_id', 'e164', 'size', 'destination'])
  const rows = await query.where('size', '>=', 1000).where('destination', 'is not', null).execute()
  const byTenant = Map.groupBy(rows, (row) => row.tenant_id)
  return new Map([...byTenant].map(([tenantId, own]) => [tenantId, new Map(own.flatMap(ledBlock))]))
}

function ledBlock({ e164, size, destination }: Pick<NumberTables['number_range'], 'e164' | 'size' | 'destination'>) {
  return destination === null ? [] : [[e164, { size: size === 1000 ? 1000 : 10_000, destination } satisfies LedBlock] as const]
}

function withBlocks(
  rows: ReadonlyMap<string, CallDestination>,
  blocks: ReadonlyMap<string, LedBlock> | undefined,
): ReadonlyMap<string, CallDestination> {
  return blocks === undefined ? rows : new LedNumbers(rows, blocks)
}

/** After a change of these numbers; a change of blocks is read whole. */
export async function followNumberDestinations(
  tx: Tx,
  before: ReadonlyMap<string, CallDestination>,
  changed: ChangedRows,
): Promise<ReadonlyMap<string, CallDestination> | undefined> {
  const numbers = [...(changed.get('phone_number') ?? [])]
  if (numbers.length === 0 || changed.has('number_range')) return undefined
  const query = tx.tables<NumberTables>().selectFrom('phone_number').select(['e164', 'destination']).where('e164', 'in', numbers)
  const [rows, blocks] = before instanceof LedNumbers ? [before.rows, before.blocks] : [before, undefined]
  return withBlocks(patched(rows, numbers, led(await query.execute())), blocks)
}

function led(
  rows: readonly { readonly e164: string; readonly destination: CallDestination | null }[],
): ReadonlyMap<string, CallDestination> {
  return new Map(rows.flatMap(({ e164, destination }) => (destination === null ? [] : [[e164, destination] as const])))
}

function select(tx: Tx) {
  return tx
    .tables<NumberTables>()
    .selectFrom('phone_number as led')
    .innerJoin('number_range as range', 'range.e164', 'led.range_e164')
    .leftJoin('call_target as target', (join) =>
      join
        .onRef('target.tenant_id', '=', 'led.tenant_id')
        .on('target.kind', '=', 'extension')
        // As the trigger reads it; the other way round no index would help.
        .on(sql<boolean>`target.id = (led.destination ->> 'targetId')::uuid`),
    )
    .select([
      'led.e164',
      'led.tenant_id',
      'led.block_first',
      'led.block_size',
      'range.state',
      sql<string | null>`coalesce(led.site_id, range.site_id)`.as('site_id'),
      'led.created_at',
      sql<CallDestination | null>`coalesce(led.destination, range.destination)`.as('destination'),
      'led.fax',
      'target.number',
    ])
}

type Row = Awaited<ReturnType<ReturnType<typeof select>['execute']>>[number]

function fromRow(row: Row): LeadingNumber {
  const { e164, tenant_id: tenantId, block_first: first, block_size: size, created_at: createdAt, destination, fax } = row
  const { site_id: siteId, state } = row
  const isExtension = destination !== null && targetOf(destination)?.kind === 'extension'
  const block = first === null || size === null ? null : { first, size }
  return { e164, tenantId, block, siteId, state, createdAt, destination, fax, extensionNumber: isExtension ? row.number : null }
}
